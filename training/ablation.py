"""Draws the ablation table and the curves of GRPO from the logs of a work folder.

Usage: training/run.sh training/ablation.py WORK OUT_FOLDER

Writes OUT_FOLDER/ablation.md, first a row for every line of WORK/logs/evaluation.jsonl, where nothing is restricted, then one
for every stage in WORK/logs/restricted, decoded as the product decodes; and OUT_FOLDER/grpo.svg, reward and length of the
answers over the steps of WORK/logs/grpo.jsonl.
"""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path
from typing import Any

import matplotlib

from faults import StageFault, run_stage
from storage import read_bytes, write_atomically

matplotlib.use("svg")
# Without this every file would differ: the names of clip paths are random.
matplotlib.rcParams["svg.hashsalt"] = "rationale"

from matplotlib import pyplot

Entry = dict[str, Any]

NOTHING: Entry = dict(value=None, low=None, high=None, n=0)

COLUMNS = {
    "top_1": "top-1",
    "top_3": "top-3",
    "calibration_error": "calibration error",
    "form_valid": "form valid",
    "abstains_where_due": "declines where due",
    "tokens": "tokens",
    "repetition": "repetition",
}
"""Figures of a stage by their name in the log, with what heads their column."""

RESTRICTED_COLUMNS = {
    "top1Open": "top-1, open",
    "top3Open": "top-3, open",
    "top1Options": "top-1, with options",
    "differentialF1Open": "F1 of the differential",
    "calibrationErrorOpen": "calibration error, open",
    "formValid": "form valid",
    "citationsSupported": "citations supported",
}
"""Figures of `evaluate` by their name there, with what heads their column."""

RESTRICTED_REMEDY = "Remove it and measure again: npx tsx training/evaluate-restricted.ts"

REMEDY = "Measure again: training/run.sh training/evaluate_stage.py WORK WEIGHTS --cases FILES"


def entries_of(path: Path) -> list[Entry]:
    """The lines of a log; faults with the line that is none."""
    entries: list[Entry] = []
    for number, line in enumerate(read_bytes(path, REMEDY).decode("utf-8").splitlines(), start=1):
        try:
            entry = json.loads(line)
        except ValueError as error:
            raise StageFault(path, f"line {number} is no entry of a log", REMEDY) from error
        entries.append(entry)
    return entries


def cell(estimate: Entry) -> str:
    """A figure with its interval; a dash where there was nothing to count."""
    if estimate["value"] is None:
        return "–"
    return f"{estimate['value']:.3g} ({estimate['low']:.3g} to {estimate['high']:.3g})"


def table(entries: list[Entry]) -> str:
    """The stages in the order in which they were measured, greedy and sampled."""
    head = ["stage", "temperature", "cases", *COLUMNS.values()]
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * 2}{'--:|' * (len(head) - 2)}"]
    for entry in entries:
        figures = [cell(entry["figures"][name]) for name in COLUMNS]
        row = [entry["stage"], str(entry["temperature"]), str(entry["count"]), *figures]
        lines.append(f"| {' | '.join(row)} |")
    return "\n".join(lines) + "\n"


def restricted_table(entries: list[Entry]) -> str:
    """The stages as the product decodes them."""
    head = ["stage", "patients", *RESTRICTED_COLUMNS.values()]
    lines = [f"| {' | '.join(head)} |", f"|---|{'--:|' * (len(head) - 1)}"]
    for entry in entries:
        figures = [cell(entry["figures"].get(name, NOTHING)) for name in RESTRICTED_COLUMNS]
        lines.append(f"| {' | '.join([entry['stage'], str(entry['count']), *figures])} |")
    return "\n".join(lines) + "\n"


def restricted_entries(logs: Path, measured: list[Entry]) -> list[Entry]:
    """What was measured with decoding restricted, of the stages in the order in which they were `measured` without."""
    paths = (
        logs / "restricted" / f"{stage}.json"
        for stage in dict.fromkeys(entry["stage"] for entry in measured)
    )
    entries: list[Entry] = []
    for path in paths:
        if not path.exists():
            continue
        try:
            entries.append(json.loads(read_bytes(path, RESTRICTED_REMEDY)))
        except ValueError as error:
            raise StageFault(path, "is damaged", RESTRICTED_REMEDY) from error
    return entries


def curves(steps: list[Entry]) -> bytes:
    """Reward and length of the sampled answers over the steps, as SVG."""
    figure, (above, below) = pyplot.subplots(2, 1, sharex=True, figsize=(7, 5))
    numbers = [entry["step"] for entry in steps]
    above.plot(numbers, [entry["reward"] for entry in steps], color="#1f5fa8", label="reward")
    accuracy = [entry["parts"]["accuracy"] for entry in steps]
    above.plot(numbers, accuracy, color="#a8501f", linestyle="--", label="of it, accuracy")
    above.set_ylabel("mean of the samples")
    above.legend(frameon=False)
    below.plot(numbers, [entry["length"] for entry in steps], color="#1f5fa8", label="length")
    budgets = [entry["budget"] for entry in steps]
    below.plot(numbers, budgets, color="#666666", linestyle=":", label="budget")
    below.set_ylabel("tokens")
    below.set_xlabel("GRPO step")
    below.legend(frameon=False)
    figure.tight_layout()
    buffer = io.BytesIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None})
    return buffer.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    logs = given.work / "logs"
    given.out.mkdir(parents=True, exist_ok=True)
    measured = entries_of(logs / "evaluation.jsonl")
    drawn = f"{table(measured)}\n{restricted_table(restricted_entries(logs, measured))}"
    write_atomically(given.out / "ablation.md", drawn.encode("utf-8"))
    write_atomically(given.out / "grpo.svg", curves(entries_of(logs / "grpo.jsonl")))
    print(given.out / "ablation.md", given.out / "grpo.svg")


if __name__ == "__main__":
    run_stage(main)
