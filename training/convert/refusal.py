"""Why a model cannot be converted, said in one line."""

from __future__ import annotations


class Refusal(Exception):
    """Names the file, and the tensor or field where there is one, and what is wrong with it."""

    def __init__(self, file: object, what: str) -> None:
        super().__init__(f"{file}: {what}")
