"""Reads files of training cases as what the reward needs of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from case_files import CASES_REMEDY, read_header
from faults import StageFault
from reward import Case, case_from
from storage import read_bytes

CONDITIONS = Path(__file__).parent.parent / "lib" / "knowledge" / "data" / "conditions.json"


def read_names(path: Path) -> dict[str, str]:
    """The name of a condition by each of its aliases."""
    remedy = "Restore the file of the repository"
    try:
        conditions = json.loads(read_bytes(path, remedy))
        return {alias: item["name"] for item in conditions for alias in item["aliases"]}
    except (ValueError, TypeError, KeyError) as error:
        raise StageFault(path, "is no list of conditions", remedy) from error


def read_reward_cases(paths: Sequence[Path]) -> list[Case]:
    """All cases of the files; faults with the number of a line that cannot be read."""
    aliases = read_names(CONDITIONS)
    cases: list[Case] = []
    for path in paths:
        conditions = read_header(path).conditions
        for number, line in enumerate(read_bytes(path, CASES_REMEDY).split(b"\n")[1:], start=2):
            if not line:
                continue
            try:
                cases.append(case_from(json.loads(line), conditions, aliases))
            except (ValueError, TypeError, KeyError, IndexError) as error:
                wrong = f"line {number} is no case ({error!r})"
                raise StageFault(path, wrong, CASES_REMEDY) from error
    return cases
