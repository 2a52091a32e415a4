"""Reads training cases: JSON lines, one case each, after a line that names the conditions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from faults import StageFault
from weights import BELIEFS

STYLES = ("short", "long", "hybrid")

PROMPT_END = "<|end|><|assistant|><think>"

CASES_REMEDY = "Write the file again with training/cases/generate.ts"

Belief = list[tuple[int, float]]
"""A sparse distribution: indexes of conditions, the last of them none, with probabilities."""


@dataclass(frozen=True)
class TrainingCase:
    """One case; `beliefs` has one distribution for each line of findings, in order."""

    prompt: str
    target: str
    beliefs: list[Belief]
    truth: str | None
    options: list[str]
    style: str


@dataclass(frozen=True)
class Header:
    """The names that the indexes of beliefs stand for, and those that become one token each."""

    conditions: list[str]
    none: str
    names: list[str]


def read_header(path: Path) -> Header:
    """The first line of a file of cases."""
    with open(path, encoding="utf-8") as file:
        line = file.readline()
    try:
        fields = json.loads(line)
        header = Header(
            [str(name) for name in fields["conditions"]],
            str(fields["none"]),
            [str(name) for name in fields["names"]],
        )
    except (ValueError, TypeError, KeyError) as error:
        raise StageFault(path, "line 1 does not name the conditions", CASES_REMEDY) from error
    if len(header.conditions) + 1 != BELIEFS:
        wrong = f"names {len(header.conditions)} conditions, not {BELIEFS - 1}"
        raise StageFault(path, wrong, CASES_REMEDY)
    return header


def read_belief(entries: Any) -> Belief:
    """One distribution; raises ValueError where it is none."""
    belief = [(int(condition), float(probability)) for condition, probability in entries]
    if not all(0 <= index < BELIEFS and 0 <= share <= 1.001 for index, share in belief):
        raise ValueError("a belief has an index or a probability out of range")
    if abs(sum(share for _, share in belief) - 1) > 0.02:
        raise ValueError("a belief does not sum to 1")
    return belief


def read_case(line: str) -> TrainingCase:
    """One case; raises ValueError, KeyError or TypeError where the line holds none."""
    fields = json.loads(line)
    prompt, target, style = fields["prompt"], fields["target"], fields["style"]
    if not (isinstance(prompt, str) and prompt.endswith(PROMPT_END)):
        raise ValueError("the prompt does not end where the model begins")
    if not (isinstance(target, str) and "</think>" in target):
        raise ValueError("the target has no reasoning")
    if style not in STYLES:
        raise ValueError(f"the style is none of {', '.join(STYLES)}")
    beliefs = [read_belief(entries) for entries in fields["beliefs"]]
    if len(beliefs) != prompt.count("\n- "):
        raise ValueError("there is not one belief for each line of findings")
    truth = fields["truth"]
    options = [str(option["text"]) for option in fields["options"]]
    return TrainingCase(
        prompt, target, beliefs, None if truth is None else str(truth), options, style
    )


def read_cases(path: Path) -> Iterator[TrainingCase]:
    """The cases of one file; faults with the number of a line that cannot be read."""
    read_header(path)
    with open(path, encoding="utf-8") as file:
        next(file)
        for number, line in enumerate(file, start=2):
            try:
                yield read_case(line)
            except (ValueError, TypeError, KeyError) as error:
                wrong = f"line {number} is no case ({error!r})"
                raise StageFault(path, wrong, CASES_REMEDY) from error


def read_all_cases(paths: Iterable[Path]) -> Iterator[TrainingCase]:
    """The cases of several files in turn; faults where their conditions differ."""
    first: Header | None = None
    for path in paths:
        header = read_header(path)
        if first is not None and header != first:
            raise StageFault(path, "names other conditions than the file before", CASES_REMEDY)
        first = header
        yield from read_cases(path)
