"""The log of a stage: one JSON line for each step, cut back to the checkpoint when the stage goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from faults import StageFault
from storage import read_bytes, write_atomically

LOG_REMEDY = "Move it away, then go on with --resume"

Entry = dict[str, Any]


def read_entries(path: Path) -> list[Entry]:
    """The lines of a log; a last line that an interruption cut short is left out."""
    lines = read_bytes(path, LOG_REMEDY).split(b"\n")
    entries: list[Entry] = []
    for number, line in enumerate(lines[:-1], start=1):
        try:
            entry = json.loads(line)
            entries.append({**entry, "step": int(entry["step"])})
        except (ValueError, TypeError, KeyError) as error:
            raise StageFault(path, f"line {number} is no entry of a log", LOG_REMEDY) from error
    return entries


class StageLog:
    """Appends entries; begins with those before `step`."""

    def __init__(self, path: Path, step: int) -> None:
        kept = [] if step == 0 or not path.exists() else read_entries(path)
        lines = [json.dumps(entry) for entry in kept if entry["step"] < step]
        write_atomically(path, "".join(f"{line}\n" for line in lines).encode("utf-8"))
        self.path = path

    def append(self, entries: list[Entry]) -> None:
        """Writes entries at the end of the log."""
        text = "".join(f"{json.dumps(entry)}\n" for entry in entries)
        try:
            with open(self.path, "a", encoding="utf-8") as file:
                file.write(text)
        except OSError as error:
            wrong = f"cannot be written ({error.strerror})"
            raise StageFault(self.path, wrong, "Free space and go on with --resume") from error
