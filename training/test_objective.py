"""The objective of GRPO: advantages, the clipped ratio, the divergence, and log probabilities."""

from __future__ import annotations

import unittest

import torch

from model import Decoder, Shape
from objective import (
    Clipping,
    Row,
    advantages,
    micro_batches,
    objective,
    token_log_probabilities,
)

SHAPE = Shape(
    vocabulary=30,
    width=32,
    layers=2,
    heads=4,
    key_value_heads=2,
    head_width=8,
    inner_width=48,
    context=48,
)
ROWS = [Row([3, 4, 5], [6, 7, 1], 1.0), Row([8, 9], [10, 1], -2.0), Row([2], [3] * 9, 0.5)]


def measured(
    ratio: float, advantage: float, clipping: Clipping, reference: float = 0.0
) -> tuple[float, float, int]:
    """Loss, gradient by the log probability, and clipped tokens of one token."""
    before = torch.tensor([-1.0])
    taken = (before + torch.tensor(ratio).log()).requires_grad_()
    row = Row([1], [2], advantage)
    result = objective(
        taken, before, taken.detach() + reference, torch.tensor([0]), [row], clipping
    )
    result.loss.backward()
    assert taken.grad is not None
    return float(result.loss), float(taken.grad), result.clipped


class ObjectiveTest(unittest.TestCase):
    def test_advantages_are_normalised_within_each_group(self) -> None:
        gains = advantages(torch.tensor([[1.0, 2.0, 3.0, 6.0], [-5.0, 5.0, -5.0, 5.0]]))
        self.assertLess(float(gains.mean(1).abs().max()), 1e-6)
        self.assertLess(float((gains.pow(2).mean(1) - 1).abs().max()), 1e-5)
        self.assertEqual(gains[1].tolist(), [-1.0, 1.0, -1.0, 1.0])

    def test_a_group_without_spread_has_no_advantage(self) -> None:
        gains = advantages(torch.tensor([[2.5] * 4, [2.5, 2.5, 2.5, 2.50001]]))
        self.assertEqual(gains.abs().sum().item(), 0.0)

    def test_a_ratio_is_clipped_only_where_the_advantage_would_move_it_further(self) -> None:
        clipping = Clipping(low=0.2, high=0.2, divergence=0.0)
        for ratio, advantage, clips in (
            (1.5, 1.0, True),
            (0.5, 1.0, False),
            (1.5, -1.0, False),
            (0.5, -1.0, True),
            (1.1, 1.0, False),
            (0.9, -1.0, False),
        ):
            loss, gradient, clipped = measured(ratio, advantage, clipping)
            bounded = min(max(ratio, 0.8), 1.2)
            expected = -min(ratio * advantage, bounded * advantage)
            self.assertAlmostEqual(loss, expected, places=5)
            self.assertEqual(clipped, int(clips), (ratio, advantage))
            self.assertEqual(gradient == 0, clips, (ratio, advantage))

    def test_the_divergence_is_never_negative_and_pulls_to_the_reference(self) -> None:
        clipping = Clipping(divergence=1.0)
        self.assertAlmostEqual(measured(1.0, 0.0, clipping)[0], 0.0)
        for reference in (-1.0, -0.1, 0.1, 1.0):
            loss, gradient, _ = measured(1.0, 0.0, clipping, reference)
            self.assertGreater(loss, 0)
            self.assertGreater(-gradient * reference, 0)

    def test_a_long_completion_weighs_no_more_than_a_short_one(self) -> None:
        rows = [Row([1], [2] * 10, 1.0), Row([1], [2], -1.0)]
        places = torch.tensor([0] * 10 + [1])
        taken = torch.zeros(11)
        result = objective(taken, taken, taken, places, rows, Clipping())
        self.assertAlmostEqual(float(result.loss), 0.0, places=6)
        self.assertEqual(result.tokens, 11)

    def test_log_probabilities_are_those_of_the_decoder(self) -> None:
        torch.manual_seed(1)
        model = Decoder(SHAPE)
        for temperature in (1.0, 0.7):
            taken, places = token_log_probabilities(model, ROWS, temperature)
            for place, row in enumerate(ROWS):
                ids = torch.tensor([row.prompt + row.completion])
                whole = torch.log_softmax(model(ids)[0] / temperature, -1)
                start = len(row.prompt) - 1
                expected = [float(whole[start + i, t]) for i, t in enumerate(row.completion)]
                found = taken[places == place].tolist()
                self.assertEqual(len(found), len(expected))
                for one, other in zip(found, expected):
                    self.assertAlmostEqual(one, other, places=4)

    def test_micro_batches_hold_every_row_once_within_the_limit(self) -> None:
        lengths = [5, 40, 7, 7, 12, 90, 6, 3]
        batches = micro_batches(range(8), lengths, 30)
        self.assertEqual(sorted(row for batch in batches for row in batch), list(range(8)))
        for batch in batches:
            longest = max(lengths[row] for row in batch)
            self.assertTrue(len(batch) == 1 or longest * len(batch) <= 30)


if __name__ == "__main__":
    unittest.main()
