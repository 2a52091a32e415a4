"""Tests of the ablation table and of the curves of GRPO."""

from __future__ import annotations

import json
import tempfile
import unittest
from pathlib import Path

from ablation import (
    COLUMNS,
    RESTRICTED_COLUMNS,
    curves,
    entries_of,
    restricted_entries,
    restricted_table,
    table,
)
from faults import StageFault

NOTHING: dict[str, float | None] = dict(value=None, low=None, high=None, n=0)


def measured(stage: str, value: float) -> dict[str, object]:
    figures: dict[str, dict[str, float | None]] = {
        name: dict(value=value, low=0.1, high=0.95, n=20) for name in COLUMNS
    }
    return dict(
        stage=stage,
        temperature=0.0,
        count=20,
        figures={**figures, "calibration_error": NOTHING},
    )


def step(number: int) -> dict[str, object]:
    return dict(
        step=number,
        reward=0.5 + number / 100,
        parts=dict(accuracy=0.3),
        length=150.0 + number,
        budget=192,
    )


class AblationTest(unittest.TestCase):
    def test_a_row_for_every_measurement(self) -> None:
        lines = table([measured("sft", 0.8125), measured("grpo", 0.85)]).splitlines()
        self.assertEqual(len(lines), 4)
        self.assertIn("| sft | 0.0 | 20 | 0.812 (0.1 to 0.95) |", lines[2])
        self.assertIn("–", lines[3])

    def test_every_row_has_as_many_cells_as_the_head(self) -> None:
        lines = table([measured("base", 0.5)]).splitlines()
        self.assertEqual({line.count("|") for line in lines}, {len(COLUMNS) + 4})

    def test_restricted_figures_follow_the_order_of_the_stages(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            logs = Path(folder)
            (logs / "restricted").mkdir()
            for stage, value in (("grpo", 0.9), ("sft", 0.8)):
                figures = {"top1Open": dict(value=value, low=0.1, high=1, n=40)}
                entry = dict(stage=stage, count=40, figures=figures)
                (logs / "restricted" / f"{stage}.json").write_text(json.dumps(entry), "utf-8")
            stages = [measured(stage, 0.5) for stage in ("start", "sft", "sft", "grpo")]
            lines = restricted_table(restricted_entries(logs, stages)).splitlines()
            self.assertIn("| sft | 40 | 0.8 (0.1 to 1) | – |", lines[2])
            self.assertIn("| grpo | 40 | 0.9 (0.1 to 1) |", lines[3])
            self.assertEqual({line.count("|") for line in lines}, {len(RESTRICTED_COLUMNS) + 3})
            (logs / "restricted" / "sft.json").write_text("{", "utf-8")
            with self.assertRaisesRegex(StageFault, "sft.json"):
                restricted_entries(logs, stages)

    def test_the_same_log_gives_the_same_picture(self) -> None:
        steps = [step(number) for number in range(5)]
        picture = curves(steps)
        self.assertTrue(picture.startswith(b"<?xml"))
        self.assertEqual(picture, curves(steps))
        self.assertNotEqual(picture, curves(steps[:3]))

    def test_a_damaged_log_is_named_with_its_line(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            log = Path(folder) / "evaluation.jsonl"
            log.write_text(json.dumps(measured("sft", 0.5)) + "\n{broken\n", encoding="utf-8")
            with self.assertRaisesRegex(StageFault, "line 2"):
                entries_of(log)


if __name__ == "__main__":
    unittest.main()
