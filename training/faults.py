"""How a training stage ends when something is wrong: one line that names the file and says what to do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

FAULT_STATUS = 2
"""Exit status of a stage that stopped with one line on standard error."""


class StageFault(Exception):
    """Ends a stage; reads as `FILE: what is wrong. What to do.`"""

    def __init__(self, path: Path, wrong: str, remedy: str) -> None:
        super().__init__(f"{path}: {wrong}. {remedy}.")
        self.path = path


def run_stage(stage: Callable[[], None]) -> NoReturn:
    """Runs a stage and ends the process: with 0, or with one line on standard error and 2."""
    try:
        stage()
    except StageFault as fault:
        print(fault, file=sys.stderr)
        sys.exit(FAULT_STATUS)
    except OSError as error:
        named = error.filename if error.filename is not None else "a file of this stage"
        remedy = "Make it readable and writable, or free space, and start the stage again."
        print(f"{named}: {error.strerror or error}. {remedy}", file=sys.stderr)
        sys.exit(FAULT_STATUS)
    except KeyboardInterrupt:
        print("Interrupted. Start the stage again, with --resume to go on.", file=sys.stderr)
        sys.exit(FAULT_STATUS)
    sys.exit(0)
