"""A run of GRPO on a tiny decoder: it learns, it resumes on the same curve, and faults name the file."""

from __future__ import annotations

import json
import random
import tempfile
import unittest
from dataclasses import replace
from pathlib import Path

import torch

from adapters import Adaptation
from faults import StageFault
from grpo_run import End, Run, Settings, rows_of
from model import Decoder, Shape
from objective import Clipping, advantages
from policy import Policy, PolicySettings
from reward_cases import read_reward_cases
from rollout import Completion, Sampling
from storage import Record, read_record, write_record
from test_reward import PROMPT, SURE, THIN
from tokenizer import Tokenizer

END_TOKEN = 1
SHAPE = Shape(
    vocabulary=24,
    width=32,
    layers=2,
    heads=4,
    key_value_heads=2,
    head_width=8,
    inner_width=48,
    context=256,
)
LEARNING = PolicySettings(Adaptation(rank=4), Clipping(divergence=0.0), rate=2e-2)
SETTINGS = Settings(
    prompts=2, group=4, budgets=(12, 24), seed=3, policy=replace(LEARNING, rate=1e-3)
)


def tokenizer() -> Tokenizer:
    return Tokenizer.train([PROMPT, THIN.prompt], 420)


def run() -> Run:
    words = tokenizer()
    torch.manual_seed(4)
    decoder = Decoder(replace(SHAPE, vocabulary=len(words.tokens)))
    return Run(decoder, words, [SURE, THIN], SETTINGS)


def steps(of: Run, count: int) -> list[dict[str, object]]:
    """Log lines of some steps, without their times."""
    timed = ("seconds", "sampling_share")
    return [
        {name: value for name, value in of.step(place / count).items() if name not in timed}
        for place in range(count)
    ]


class PolicyTest(unittest.TestCase):
    def setUp(self) -> None:
        torch.set_num_threads(1)

    def test_learns_what_is_rewarded(self) -> None:
        torch.manual_seed(1)
        decoder = Decoder(SHAPE)
        with torch.no_grad():
            # The adapters leave the embedding alone; as small as it begins, no token could become likely.
            decoder.embedding.weight.mul_(10)
        policy = Policy(decoder, LEARNING)
        generator, draw = torch.Generator().manual_seed(2), random.Random(3)
        sampling = Sampling(budget=10, group=16)
        prompts = [[5, 6, 7], [8, 9]]
        shares: list[float] = []
        for _ in range(25):
            groups = policy.sample(prompts, END_TOKEN, sampling, generator)
            rewards = torch.tensor(
                [
                    [sum(t % 3 == 0 for t in c.tokens) / max(1, len(c.tokens)) for c in group]
                    for group in groups
                ]
            )
            shares.append(float(rewards.mean()))
            rows = [
                row
                for prompt, group, gains in zip(prompts, groups, advantages(rewards))
                for row in rows_of(prompt, [replace(c, ended=True) for c in group], gains, 1)
            ]
            policy.update(rows, 1.0, draw)
        self.assertLess(sum(shares[:3]) / 3, 0.6)
        self.assertGreater(sum(shares[-3:]) / 3, 0.9)

    def test_the_divergence_holds_it_to_the_reference(self) -> None:
        drifts: list[float] = []
        for weight in (0.0, 20.0):
            torch.manual_seed(1)
            settings = replace(LEARNING, clipping=Clipping(divergence=weight))
            policy = Policy(Decoder(SHAPE), settings)
            generator, draw = torch.Generator().manual_seed(2), random.Random(3)
            for _ in range(8):
                (group,) = policy.sample([[5, 6]], 1, Sampling(budget=6, group=16), generator)
                rewards = torch.tensor([[float(sum(t % 2 for t in c.tokens)) for c in group]])
                ended = [replace(c, ended=True) for c in group]
                update = policy.update(rows_of([5, 6], ended, advantages(rewards)[0], 1), 1.0, draw)
            drifts.append(update.divergence)
        self.assertLess(drifts[1], drifts[0] / 2)

    def test_completions_that_the_budget_cut_teach_nothing(self) -> None:
        completions = [Completion([4, 5], ended) for ended in (True, False, True, True)]
        rows = rows_of([2], completions, torch.tensor([1.0, -1.0, 0.0, 0.5]), END_TOKEN)
        self.assertEqual([row.advantage for row in rows], [1.0, 0.5])
        self.assertEqual(rows[0].completion, [4, 5, END_TOKEN])


class RunTest(unittest.TestCase):
    def setUp(self) -> None:
        torch.set_num_threads(1)

    def test_goes_on_after_an_interruption_on_the_same_curve(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "grpo.pt"
            whole, first, second = run(), run(), run()
            expected = [whole.step(place / 4) for place in range(4)]
            found = [first.step(place / 4) for place in range(2)]
            write_record(path, first.record())
            second.restore(read_record(path, ""), path)
            found += [second.step(place / 4) for place in range(2, 4)]
        for entry in expected + found:
            for timed in ("seconds", "sampling_share"):
                del entry[timed]
        self.assertEqual(found, expected)
        for one, other in zip(whole.policy.parameters, second.policy.parameters):
            self.assertTrue(torch.equal(one, other))

    def test_the_same_seed_gives_the_same_curve_and_another_seed_another(self) -> None:
        self.assertEqual(steps(run(), 2), steps(run(), 2))
        other = run()
        other.settings = replace(SETTINGS, seed=9)
        self.assertNotEqual(steps(other, 2), steps(run(), 2))

    def test_refuses_the_checkpoint_of_another_run(self) -> None:
        of = run()
        of.step(0)
        record = of.record()
        for name, wrong in (("vocabulary", "other"), ("settings", {}), ("step", "x")):
            changed = Record({**record.facts, name: wrong}, record.tensors)
            with self.assertRaisesRegex(StageFault, r"^some\.pt: "):
                run().restore(changed, Path("some.pt"))
        without = {n: v for n, v in record.tensors.items() if not n.startswith("exp_avg.")}
        with self.assertRaisesRegex(StageFault, r"^some\.pt: "):
            run().restore(Record(record.facts, without), Path("some.pt"))

    def test_the_budget_grows_by_stages_and_ends_by_steps_or_clock(self) -> None:
        budgets = [SETTINGS.budget_at(progress) for progress in (0, 0.49, 0.5, 0.99)]
        self.assertEqual(budgets, [12, 12, 24, 24])
        end = End(steps=10, minutes=2)
        self.assertEqual(end.progress(5, 0), 0.5)
        self.assertEqual(end.progress(1, 120), 1.0)

    def test_a_line_that_is_no_case_is_named(self) -> None:
        header = dict(conditions=[str(n) for n in range(49)], none="No", names=[], version=2)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "cases.jsonl"
            for line in ("no", "[]", '{"prompt": 3}'):
                path.write_text(f"{json.dumps(header)}\n{line}\n")
                with self.assertRaisesRegex(StageFault, "line 2"):
                    read_reward_cases([path])


if __name__ == "__main__":
    unittest.main()
