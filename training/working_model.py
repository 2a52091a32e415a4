"""Says whether the recipe ended in a model that works: a valid form, and diagnoses far above chance.

Usage: training/run.sh training/working_model.py WORK

Reads WORK/logs/restricted/grpo.json and faults, naming the figure, where a limit is not reached.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from faults import StageFault, run_stage
from storage import read_bytes

LEAST = {"formValid": 0.95, "top1Open": 0.5, "top1Options": 0.6}
"""Chance is 1 in 49 openly and at most 1 in 4 with options. A form that is not valid is not shown as an answer."""

REMEDY = "Look at the losses in WORK/logs; give the stages more steps"


def shortcomings(figures: dict[str, dict[str, float]]) -> list[str]:
    """The figures below their limits, in words."""
    return [
        f"{name} is {figures[name]['value']:.3f}, less than {least}"
        for name, least in LEAST.items()
        if figures[name]["value"] < least
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    path = parser.parse_args().work / "logs" / "restricted" / "grpo.json"
    try:
        figures = json.loads(read_bytes(path, REMEDY))["figures"]
        short = shortcomings(figures)
    except (ValueError, TypeError, KeyError) as error:
        raise StageFault(path, "holds no figures", REMEDY) from error
    if short:
        raise StageFault(path, f"is of no working model: {'; '.join(short)}", REMEDY)
    told = (f"{name} {figures[name]['value']:.3f} of {figures[name]['n']}" for name in LEAST)
    print(f"A working model: {', '.join(told)}")


if __name__ == "__main__":
    run_stage(main)
