"""Intervals against values worked out elsewhere."""

from __future__ import annotations

import unittest

from estimates import calibration_error, mean, proportion


class EstimateTest(unittest.TestCase):
    def test_wilson(self) -> None:
        # Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662, 0 of 20 gives 0 to 0.1611.
        estimate = proportion([True] * 81 + [False] * 182)
        self.assertEqual((estimate.low, estimate.high, estimate.n), (0.2553, 0.3662, 263))
        none = proportion([False] * 20)
        self.assertEqual((none.low, none.high), (0.0, 0.1611))

    def test_nothing_gives_nothing(self) -> None:
        for estimate in (proportion([]), mean([]), calibration_error([], [])):
            self.assertEqual((estimate.value, estimate.n), (None, 0))

    def test_the_mean_lies_in_its_interval_and_is_the_same_again(self) -> None:
        values = [float(number % 7) for number in range(100)]
        estimate = mean(values)
        self.assertEqual(estimate, mean(values))
        assert estimate.low is not None and estimate.high is not None
        self.assertTrue(estimate.low < sum(values) / 100 < estimate.high)

    def test_calibration(self) -> None:
        right = [True] * 9 + [False]
        self.assertAlmostEqual(calibration_error([0.9] * 10, right).value or 0.0, 0.0)
        self.assertAlmostEqual(calibration_error([0.99] * 10, right).value or 0.0, 0.09)
        # Too sure in one bin and too unsure in another do not make up for each other.
        mixed = calibration_error([1.0] * 10 + [0.5] * 10, [True] * 5 + [False] * 5 + [True] * 10)
        self.assertAlmostEqual(mixed.value or 0.0, 0.5)


if __name__ == "__main__":
    unittest.main()
