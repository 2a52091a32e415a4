"""Measures the weights of a stage on held-out cases: completions without any restriction, greedy or sampled.

Usage: training/run.sh training/evaluate_stage.py WORK WEIGHTS --cases FILES... [--count 200] [--temperature 0.7]

WEIGHTS is a file, or `base` for untrained weights. Adds one line to WORK/logs/evaluation.jsonl: the figures with n and 95 %
intervals, from which the table of the stages is made.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from answer import Answer, read_answer
from estimates import Estimate, calibration_error, mean, proportion
from faults import StageFault, run_stage
from model import Decoder, Shape
from prepare import load_vocabulary
from reward import Case, repeated_share
from reward_cases import read_reward_cases
from rollout import Sampling, complete
from storage import read_bytes, write_atomically
from tokenizer import END, Tokenizer
from weights import read_weights

BASE = "base"

EVALUATION_REMEDY = "Move it away; its lines can be made again"


@dataclass(frozen=True)
class Judged:
    """A completion of a case; `answer` is None where its form is not valid."""

    case: Case
    text: str
    tokens: int
    ended: bool
    answer: Answer | None

    @property
    def should_abstain(self) -> bool:
        """Whether the target gives no diagnosis."""
        return self.case.reference is not None and self.case.reference.abstains

    @property
    def abstains(self) -> bool:
        """Whether the completion, well formed, gives no diagnosis."""
        return self.answer is not None and self.answer.abstains

    @property
    def resolved(self) -> list[str]:
        """The conditions of the answer by their own names: the diagnosis, then the rest of the differential."""
        if self.answer is None or self.abstains:
            return []
        named = dict.fromkeys([self.answer.diagnosis, *self.answer.named])
        return [self.case.resolved.get(name, name) for name in named]

    @property
    def as_target(self) -> bool:
        """Whether the answer gives the target's diagnosis, or abstains where the target does."""
        reference = self.case.reference
        if self.answer is None or reference is None:
            return False
        return self.abstains and reference.abstains or self.answer.diagnosis == reference.diagnosis

    def right_within(self, most: int) -> bool:
        """Whether the truth is among the first conditions named."""
        return self.case.truth in self.resolved[:most]


def judge(
    decoder: Decoder,
    tokenizer: Tokenizer,
    cases: Sequence[Case],
    sampling: Sampling,
    seed: int,
) -> list[Judged]:
    """Completes every case once."""
    prompts = [tokenizer.encode(case.prompt) for case in cases]
    generator = torch.Generator().manual_seed(seed)
    groups = complete(decoder, prompts, tokenizer.ids[END], sampling, generator)
    judged: list[Judged] = []
    for case, (completion,) in zip(cases, groups):
        text = tokenizer.decode(completion.tokens)
        answer = read_answer(text, case.candidates, case.letters) if completion.ended else None
        judged.append(Judged(case, text, len(completion.tokens), completion.ended, answer))
    return judged


def figures(judged: Sequence[Judged]) -> dict[str, Estimate]:
    """The figures of one evaluation. Cases whose target abstains count for the abstention alone, those with a truth
    and a target that commits itself for the diagnosis."""
    scope = [item for item in judged if not item.should_abstain and item.case.truth is not None]
    committed = [item for item in judged if not item.should_abstain]
    silent = [item for item in judged if item.should_abstain]
    answered = [item for item in scope if item.answer is not None and not item.abstains]
    confidences = [
        item.answer.confidence
        for item in answered
        if item.answer is not None and item.answer.confidence is not None
    ]

    def share(items: Sequence[Judged], true_of: Callable[[Judged], bool]) -> Estimate:
        return proportion([true_of(item) for item in items])

    open_scope = [item for item in scope if not item.case.letters]
    option_scope = [item for item in scope if item.case.letters]
    return dict(
        top_1=share(scope, lambda item: item.right_within(1)),
        top_3=share(scope, lambda item: item.right_within(3)),
        top_1_open=share(open_scope, lambda item: item.right_within(1)),
        top_1_options=share(option_scope, lambda item: item.right_within(1)),
        target_top_1=share(scope, target_is_right),
        as_target=share(judged, lambda item: item.as_target),
        abstains_where_due=share(silent, lambda item: item.abstains),
        abstains_otherwise=share(committed, lambda item: item.abstains),
        calibration_error=calibration_error(
            confidences, [item.right_within(1) for item in answered]
        ),
        form_valid=share(judged, lambda item: item.answer is not None),
        ended=share(judged, lambda item: item.ended),
        tokens=mean([item.tokens for item in judged]),
        repetition=mean([repeated_share(item.text) for item in judged]),
    )


def target_is_right(item: Judged) -> bool:
    """Whether the target itself names the truth: what the model could reach by imitation."""
    reference = item.case.reference
    if reference is None:
        return False
    return item.case.resolved.get(reference.diagnosis, reference.diagnosis) == item.case.truth


def append_line(path: Path, entry: dict[str, object]) -> None:
    """Adds a line to a log; an interruption leaves the log as it was."""
    earlier = read_bytes(path, EVALUATION_REMEDY) if path.exists() else b""
    write_atomically(path, earlier + json.dumps(entry).encode("utf-8") + b"\n")


def options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("weights", help=f"a file of weights, or {BASE}")
    parser.add_argument("--cases", type=Path, nargs="+", required=True)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--temperature", type=float, default=0.0, help="0: greedy")
    parser.add_argument("--budget", type=int, default=640, help="tokens at most")
    parser.add_argument("--name", help="of the stage in the log; else the weights' own")
    parser.add_argument("--show", type=int, default=0, help="completions to print")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def load_decoder(given: argparse.Namespace, tokenizer: Tokenizer) -> Decoder:
    """The decoder to be measured."""
    if given.weights == BASE:
        return Decoder(Shape(vocabulary=len(tokenizer.tokens)))
    return read_weights(Path(given.weights), tokenizer).decoder


def main() -> None:
    given = options()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    started = time.monotonic()
    tokenizer = load_vocabulary(given.work)
    decoder = load_decoder(given, tokenizer)
    cases = read_reward_cases(given.cases)[: given.count]
    if not cases:
        raise StageFault(given.cases[0], "holds no case", "Write more with the generator")
    sampling = Sampling(given.budget, given.temperature)
    judged = judge(decoder, tokenizer, cases, sampling, given.seed)
    for item in judged[: given.show]:
        print(f"{item.case.prompt}{item.text}\n(truth: {item.case.truth})\n")
    measured = figures(judged)
    entry = dict(
        stage=given.name or Path(given.weights).stem,
        cases=[str(path) for path in given.cases],
        count=len(cases),
        temperature=given.temperature,
        budget=given.budget,
        seconds=round(time.monotonic() - started, 1),
        figures={name: asdict(estimate) for name, estimate in measured.items()},
    )
    append_line(given.work / "logs" / "evaluation.jsonl", entry)
    for name, estimate in measured.items():
        interval = f"({estimate.low} to {estimate.high})" if estimate.n else ""
        print(f"{name:20} {estimate.value} {interval} n {estimate.n}")


if __name__ == "__main__":
    run_stage(main)
