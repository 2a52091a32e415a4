"""When the small recipe's model counts as working."""

from __future__ import annotations

import unittest

from working_model import LEAST, shortcomings


class WorkingModelTest(unittest.TestCase):
    def test_every_limit_is_reached_or_named(self) -> None:
        reached = {name: dict(value=least) for name, least in LEAST.items()}
        self.assertEqual(shortcomings(reached), [])
        for name, least in LEAST.items():
            found = shortcomings({**reached, name: dict(value=least - 0.01)})
            self.assertEqual(len(found), 1)
            self.assertIn(name, found[0])


if __name__ == "__main__":
    unittest.main()
