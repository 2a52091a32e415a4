"""Turns JSON lines of {prompt, target} into a vocabulary and one shard of tokens.

Usage: python3 training/prepare.py CASES.jsonl WORK_FOLDER [--vocabulary 3072]
"""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path

import numpy as np

from tokenizer import END, Tokenizer


PROMPT_WEIGHT = 0.1
"""Loss weight of a prompt's tokens against 1 for the target's: the model should know cases, but is graded on answers."""

DECISION_WEIGHT = 5.0
"""Loss weight of the tokens that name the diagnosis: a few among hundreds that mostly follow from them."""


def weighted_parts(prompt: str, target: str, whole: bool) -> list[tuple[str, float]]:
    """A case in parts with their loss weights; unless `whole`, it ends with the hypotheses."""
    opening, hypotheses = target.split("Hypotheses.", 1)
    leading = re.split(r" /|\.\n", hypotheses, maxsplit=1)[0]
    rest = hypotheses[len(leading) :]
    parts = [(prompt, PROMPT_WEIGHT), (opening + "Hypotheses.", 1.0), (leading, DECISION_WEIGHT)]
    if not whole:
        return [*parts, (rest.split("Step 3:", 1)[0], 1.0)]
    before, after = rest.split("**Primary Diagnosis**:", 1)
    diagnosis, end = after.split("\n", 1)
    return [
        *parts,
        (before + "**Primary Diagnosis**:", 1.0),
        (diagnosis, DECISION_WEIGHT),
        ("\n" + end + END, 1.0),
    ]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("cases", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--vocabulary", type=int, default=3072)
    parser.add_argument("--vocabulary-cases", type=int, default=4000)
    parser.add_argument(
        "--hypotheses-only",
        type=float,
        default=0.6,
        help="share of cases cut after the hypotheses: more diagnoses for the same number of tokens",
    )
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    cases = [json.loads(line) for line in arguments.cases.read_text().splitlines()]
    merges = arguments.work / "merges.json"
    if merges.exists():
        tokenizer = Tokenizer.load(merges)
    else:
        sample = cases[: arguments.vocabulary_cases]
        tokenizer = Tokenizer.train(
            (text for case in sample for text in (case["prompt"], case["target"])),
            arguments.vocabulary,
        )
        tokenizer.save_merges(merges)
    draw = random.Random(arguments.seed)
    tokens: list[int] = []
    weights: list[float] = []
    starts = [0]
    for case in cases:
        whole = draw.random() >= arguments.hypotheses_only
        for text, weight in weighted_parts(case["prompt"], case["target"], whole):
            part = tokenizer.encode(text)
            tokens += part
            weights += [weight] * len(part)
        starts.append(len(tokens))
    np.savez(
        arguments.work / "shard.npz",
        tokens=np.array(tokens, dtype=np.uint16),
        weights=np.array(weights, dtype=np.float16),
        starts=np.array(starts, dtype=np.int64),
    )
    lengths = np.diff(np.array(starts))
    print(
        f"{len(cases)} cases, {len(tokens)} tokens, vocabulary {len(tokenizer.tokens)}, "
        f"length median {np.median(lengths):.0f}, longest {lengths.max()}"
    )


if __name__ == "__main__":
    main()
