"""Estimates with 95 % intervals, for the tables that compare stages."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

NORMAL_95 = 1.959964
"""The standard normal's 0.975 quantile."""

RESAMPLES = 1000

Values = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Estimate:
    """A value over `n` cases; None where there are none."""

    value: float | None
    low: float | None
    high: float | None
    n: int


NOTHING = Estimate(None, None, None, 0)


def rounded(value: float, low: float, high: float, n: int) -> Estimate:
    """An estimate to four places."""
    return Estimate(round(value, 4), round(low, 4), round(high, 4), n)


def proportion(outcomes: Sequence[bool]) -> Estimate:
    """The share that is true with Wilson's interval (Wilson 1927, doi:10.1080/01621459.1927.10502953)."""
    n = len(outcomes)
    if n == 0:
        return NOTHING
    share = sum(outcomes) / n
    square = NORMAL_95**2
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = NORMAL_95 / (1 + square / n)
    half *= math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    return rounded(share, max(0.0, centre - half), min(1.0, centre + half), n)


def bootstrapped(rows: Values, statistic: Callable[[Values], float]) -> Estimate:
    """A statistic of rows with the percentile interval of 1,000 resamples, always the same ones."""
    n = len(rows)
    if n == 0:
        return NOTHING
    generator = np.random.default_rng(1)
    drawn = [statistic(rows[generator.integers(0, n, n)]) for _ in range(RESAMPLES)]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return rounded(statistic(rows), float(low), float(high), n)


def mean(values: Sequence[float]) -> Estimate:
    """The mean, bootstrapped."""
    return bootstrapped(np.array(values, dtype=np.float64), lambda rows: float(rows.mean()))


def calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> Estimate:
    """Expected calibration error in ten equal bins (Naeini et al. 2015), bootstrapped."""

    def error(rows: Values) -> float:
        bins = np.minimum((rows[:, 0] * 10).astype(int), 9)
        gaps = np.bincount(bins, rows[:, 0] - rows[:, 1], minlength=10)
        return float(np.abs(gaps).sum() / len(rows))

    return bootstrapped(np.column_stack([confidences, right]).astype(np.float64), error)
