"""The cached completions against the decoder without a cache."""

from __future__ import annotations

import unittest

import torch
import torch.nn.functional as F

from model import Decoder, Shape
from rollout import Completion, Sampling, choose, complete, prefill, step

END = 1
SHAPE = Shape(
    vocabulary=40,
    width=32,
    layers=3,
    heads=4,
    key_value_heads=2,
    head_width=16,
    inner_width=48,
    context=96,
)
PROMPTS = [[5, 6, 7], [8, 9, 10, 11, 12, 13, 14], [15], list(range(20, 38))]


def decoder(seed: int) -> Decoder:
    """A random decoder whose weights are large enough that its greedy choices vary."""
    torch.manual_seed(seed)
    model = Decoder(SHAPE)
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.dim() == 2:
                parameter.mul_(6)
    return model


@torch.no_grad()
def slow_greedy(model: Decoder, prompt: list[int], budget: int) -> Completion:
    """The same by the whole forward pass for every token."""
    made = Completion()
    for _ in range(min(budget, SHAPE.context - len(prompt))):
        token = int(model(torch.tensor([prompt + made.tokens]))[0, -1].argmax())
        if token == END:
            made.ended = True
            break
        made.tokens.append(token)
    return made


class CompleteTest(unittest.TestCase):
    def setUp(self) -> None:
        torch.set_num_threads(1)

    def test_agrees_with_the_decoder_without_a_cache(self) -> None:
        ended = 0
        for seed in range(8):
            model = decoder(seed)
            found = complete(model, PROMPTS, END, Sampling(budget=40, temperature=0))
            expected = [slow_greedy(model, prompt, 40) for prompt in PROMPTS]
            self.assertEqual([group[0] for group in found], expected)
            ended += sum(completion.ended for completion in expected)
        self.assertGreater(ended, 0, "no completion ended: repacking was not tried")

    @torch.no_grad()
    def test_completions_of_a_group_are_those_of_the_decoder_also_after_repacking(self) -> None:
        model = decoder(3)
        group, length = 3, 12
        _, cache = prefill(model, PROMPTS, group, length)
        tokens = torch.randint(2, 40, (len(PROMPTS) * group, length))
        rows = torch.arange(len(tokens))
        for place in range(length):
            if place in (4, 9):
                kept = torch.tensor([row for row in range(len(rows)) if row % 4 != 1])
                cache, rows = cache.keep(kept), rows[kept]
            logits = step(model, cache, tokens[rows, place])
            for row, found in zip(rows.tolist(), logits):
                so_far = PROMPTS[row // group] + tokens[row, : place + 1].tolist()
                expected = model(torch.tensor([so_far]))[0, -1]
                self.assertLess(float((found - expected).abs().max()), 1e-3)
        self.assertLess(len(rows), len(tokens))

    def test_sampling_follows_the_probabilities(self) -> None:
        logits = torch.randn(6, generator=torch.Generator().manual_seed(1))
        drawn = choose(logits.expand(40000, 6), 0.7, torch.Generator().manual_seed(2))
        shares = torch.bincount(drawn, minlength=6) / 40000
        self.assertLess(float((shares - F.softmax(logits / 0.7, 0)).abs().max()), 0.01)

    def test_the_same_seed_gives_the_same_completions(self) -> None:
        model = decoder(1)
        sampling = Sampling(budget=20, group=3)
        first, second = (
            complete(model, PROMPTS, END, sampling, torch.Generator().manual_seed(9))
            for _ in range(2)
        )
        self.assertEqual(first, second)

    def test_the_rows_side_by_side_do_not_change_greedy_completions(self) -> None:
        model = decoder(2)
        wide = complete(model, PROMPTS, END, Sampling(budget=25, temperature=0, group=2))
        narrow = complete(model, PROMPTS, END, Sampling(budget=25, temperature=0, group=2, rows=2))
        self.assertEqual(wide, narrow)

    def test_stops_at_the_budget_and_at_the_context(self) -> None:
        model = decoder(5)
        for budget in (1, 7, 500):
            for prompt, (completion,) in zip(
                PROMPTS, complete(model, PROMPTS, END, Sampling(budget=budget))
            ):
                room = min(budget, SHAPE.context - len(prompt))
                self.assertLessEqual(len(completion.tokens), room)
        (completion,) = complete(model, [[3] * SHAPE.context], END, Sampling(budget=5))[0]
        self.assertEqual(completion, Completion())


if __name__ == "__main__":
    unittest.main()
