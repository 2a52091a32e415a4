"""What is learnt of DDXPlus's differentials: how records are blurred, and that a rule in the records is found."""

from __future__ import annotations

import unittest

import numpy as np
import torch
from learn_considered import LARGEST, Records, as_read, learn, read_records, whole_numbers


def records(patients: int = 400, findings: int = 20) -> Records:
    """Patients with random findings, of whom the first condition is listed where the first finding is present."""
    random = np.random.default_rng(3)
    told = (random.random((patients, findings)) < 0.4).astype(np.float32)
    known = np.hstack([np.ones((patients, 1), np.float32), told])
    listed = np.stack([told[:, 0], 1 - told[:, 0]], axis=1)
    names = ["everyone", *(f"finding-{number}" for number in range(findings))]
    return Records(names, 1, known, listed, np.full(findings, 0.3, np.float32))


class LearnConsidered(unittest.TestCase):
    def test_reads_patients(self) -> None:
        read = read_records(
            {
                "features": ["everyone", "a", "b"],
                "personal": 1,
                "details": [True, False],
                "conditions": 2,
                "patients": [{"features": [0, 2], "listed": [1]}],
            }
        )
        self.assertEqual(read.known.tolist(), [[1, 0, 1]])
        self.assertEqual(read.listed.tolist(), [[0, 1]])
        self.assertGreater(read.missed[0], read.missed[1])

    def test_blurs_findings_and_nothing_personal(self) -> None:
        given = records()
        blurred = as_read(given, np.random.default_rng(1))
        self.assertTrue((blurred[:, 0] == 1).all())
        self.assertTrue(((given.known == 1) & (blurred == 0)).any())
        self.assertTrue(((given.known == 0) & (blurred == 1)).any())
        self.assertTrue((given.known == records().known).all())

    def test_finds_the_rule(self) -> None:
        given = records()
        network = learn(given)
        with torch.no_grad():
            named = network(torch.from_numpy(given.known)).numpy() > 0
        self.assertGreater((named == (given.listed == 1)).mean(), 0.95)

    def test_writes_whole_numbers(self) -> None:
        scale, numbers = whole_numbers(torch.tensor([[0.5, -1.0], [0.0, 0.25]]))
        self.assertEqual(min(min(row) for row in numbers), -LARGEST)
        self.assertAlmostEqual(numbers[0][0] * scale, 0.5, delta=scale)


if __name__ == "__main__":
    unittest.main()
