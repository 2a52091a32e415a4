"""Cases as tokens: what a shard file holds, and batches of similar length drawn from a folder of shards."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from case_files import PROMPT_END, STYLES, TrainingCase
from faults import StageFault
from storage import read_bytes, write_atomically
from tokenizer import END, Tokenizer
from weights import BELIEFS

PROMPT_WEIGHT = 0.1
"""Loss weight of a prompt's tokens against 1 for the target's: the model is graded on answers."""

DECISION_WEIGHT = 5.0
"""Loss weight of tokens that name the diagnosis: a few among hundreds that mostly follow."""

DECISIONS = (
    re.compile(rb"Hypotheses\.(.+?)(?= /|\.\n|\n)"),
    re.compile(rb"\*\*Primary Diagnosis\*\*:(.+)"),
    re.compile(rb"\*\*Confidence\*\*:(.+)"),
)
"""Where a target commits itself: the leading hypothesis, the diagnosis, and how sure it is."""

ESTIMATE_WEIGHT = 3.0
"""Loss weight of tokens that say how likely a candidate is, or whether another one is worth naming."""

ESTIMATES = (
    re.compile(rb"^\d\. .+? \((\d+%)\)", re.MULTILINE),
    re.compile(rb"^(?:\d\.|\*) .+?(\n+\*?)", re.MULTILINE),
)
"""Where a differential states a probability, and where it goes on or ends."""

BELIEVES = re.compile(
    rb"(Hypotheses\.|\*\*Primary Diagnosis\*\*:|\*\*Confidence\*\*:|^\d\. .+? \()", re.MULTILINE
)
"""Where a target is about to say what is believed: the belief after the last line of the prompt is taught there as well."""

AFTER_HYPOTHESES = re.compile(rb"Hypotheses\..+\n")

FINDING_LINE = re.compile(rb"^- .*$", re.MULTILINE)

SHARD_REMEDY = "Make the shards again: training/run.sh training/train.py shards WORK --cases FILES"

KINDS: dict[str, type[np.generic]] = dict(
    tokens=np.uint16,
    weights=np.float16,
    starts=np.int64,
    styles=np.uint8,
    line_starts=np.int64,
    line_ends=np.uint16,
    belief_starts=np.int64,
    belief_conditions=np.uint8,
    belief_probabilities=np.float32,
)


class ShardWriter:
    """Collects cases and writes them as one shard."""

    def __init__(self, tokenizer: Tokenizer, cut: float, seed: int) -> None:
        self.tokenizer = tokenizer
        self.cut = cut
        self.random = random.Random(seed)
        self.byte_lengths = np.array(tokenizer.byte_lengths())
        self.clear()

    def clear(self) -> None:
        """Begins a new shard."""
        self.columns: dict[str, list[Any]] = {name: [] for name in KINDS}
        for name in ("starts", "line_starts", "belief_starts"):
            self.columns[name].append(0)

    def __len__(self) -> int:
        return len(self.columns["styles"])

    def add(self, case: TrainingCase) -> None:
        """Adds a case with its weights; a share of `cut` of the cases ends after the hypotheses."""
        prompt, target = case.prompt.encode("utf-8"), (case.target + END).encode("utf-8")
        hypotheses = AFTER_HYPOTHESES.search(target)
        if hypotheses is not None and self.random.random() < self.cut:
            target = target[: hypotheses.end()]
        ids = self.tokenizer.encode((prompt + target).decode("utf-8"))
        ends = np.cumsum(self.byte_lengths[ids])
        weights = np.where(ends <= len(prompt), PROMPT_WEIGHT, 1.0)
        for patterns, weight in ((ESTIMATES, ESTIMATE_WEIGHT), (DECISIONS, DECISION_WEIGHT)):
            for found in (found for pattern in patterns for found in pattern.finditer(target)):
                start, end = (len(prompt) + place for place in found.span(1))
                weights[(ends > start) & (ends <= end)] = weight
        columns = self.columns
        columns["tokens"] += ids
        columns["weights"] += weights.tolist()
        columns["starts"].append(len(columns["tokens"]))
        columns["styles"].append(STYLES.index(case.style))
        facts = prompt[: -len(PROMPT_END)]
        lines = [found.end() for found in FINDING_LINE.finditer(facts)]
        said = [len(prompt) + found.end() for found in BELIEVES.finditer(target)] if lines else []
        columns["line_ends"] += np.searchsorted(ends, lines + said).tolist()
        columns["line_starts"].append(len(columns["line_ends"]))
        for belief in [*case.beliefs, *case.beliefs[-1:] * len(said)]:
            columns["belief_conditions"] += [condition for condition, _ in belief]
            columns["belief_probabilities"] += [probability for _, probability in belief]
            columns["belief_starts"].append(len(columns["belief_conditions"]))

    def write(self, path: Path) -> None:
        """Writes the collected cases and begins a new shard."""
        buffer = io.BytesIO()
        arrays = {name: np.array(self.columns[name], dtype=kind) for name, kind in KINDS.items()}
        np.savez(buffer, vocabulary=np.array(self.tokenizer.digest), **arrays)
        write_atomically(path, buffer.getvalue())
        self.clear()


@dataclass(frozen=True)
class Batch:
    """Cases side by side, padded on the right; beliefs are given for (row, position) pairs."""

    ids: torch.Tensor
    weights: torch.Tensor
    rows: torch.Tensor
    positions: torch.Tensor
    beliefs: torch.Tensor


Array = npt.NDArray[Any]


class Shard:
    """One shard file in memory."""

    def __init__(self, path: Path, tokenizer: Tokenizer) -> None:
        content = read_bytes(path, SHARD_REMEDY)
        try:
            with np.load(io.BytesIO(content), allow_pickle=False) as data:
                vocabulary = str(data["vocabulary"])
                self.arrays: dict[str, Array] = {name: data[name] for name in KINDS}
        except (ValueError, KeyError, EOFError, OSError, zipfile.BadZipFile) as error:
            raise StageFault(path, "is damaged or no shard", SHARD_REMEDY) from error
        if vocabulary != tokenizer.digest:
            wrong = "was made with another vocabulary than merges.json"
            raise StageFault(path, wrong, SHARD_REMEDY)
        if not self.consistent():
            raise StageFault(path, "has arrays that do not fit each other", SHARD_REMEDY)
        self.lengths = np.diff(self.arrays["starts"])

    def consistent(self) -> bool:
        """Whether every array ends where the one that divides it says."""
        arrays = self.arrays
        divided = (
            ("starts", "tokens"),
            ("starts", "weights"),
            ("line_starts", "line_ends"),
            ("belief_starts", "belief_conditions"),
            ("belief_starts", "belief_probabilities"),
        )
        cases = len(arrays["styles"])
        return (
            all(len(arrays[starts]) > 0 for starts, _ in divided)
            and all(arrays[starts][-1] == len(arrays[held]) for starts, held in divided)
            and len(arrays["starts"]) == len(arrays["line_starts"]) == cases + 1
            and len(arrays["belief_starts"]) == len(arrays["line_ends"]) + 1
        )

    def cases(self, style: str | None, context: int) -> Array:
        """The cases of one style, or of all, that fit the context."""
        wanted = self.lengths <= context
        if style is not None:
            wanted &= self.arrays["styles"] == STYLES.index(style)
        return np.nonzero(wanted)[0]

    def batch(self, cases: Iterable[int]) -> Batch:
        """The given cases as tensors."""
        chosen = list(cases)
        arrays = self.arrays
        longest = int(max(self.lengths[case] for case in chosen))
        ids = torch.zeros(len(chosen), longest, dtype=torch.long)
        weights = torch.zeros(len(chosen), longest)
        rows: list[int] = []
        positions: list[int] = []
        beliefs: list[Array] = []
        for row, case in enumerate(chosen):
            start, end = arrays["starts"][case : case + 2]
            ids[row, : end - start] = torch.from_numpy(arrays["tokens"][start:end].astype(np.int64))
            weights[row, : end - start] = torch.from_numpy(
                arrays["weights"][start:end].astype(np.float32)
            )
            for line in range(*arrays["line_starts"][case : case + 2]):
                rows.append(row)
                positions.append(int(arrays["line_ends"][line]))
                beliefs.append(self.belief(line))
        dense = np.stack(beliefs) if beliefs else np.zeros((0, BELIEFS), dtype=np.float32)
        return Batch(
            ids, weights, torch.tensor(rows), torch.tensor(positions), torch.from_numpy(dense)
        )

    def belief(self, line: int) -> Array:
        """The distribution after one line of findings, scaled to sum to 1."""
        start, end = self.arrays["belief_starts"][line : line + 2]
        dense = np.zeros(BELIEFS, dtype=np.float32)
        dense[self.arrays["belief_conditions"][start:end]] = self.arrays["belief_probabilities"][
            start:end
        ]
        return dense / dense.sum()


@dataclass(frozen=True)
class Selection:
    """What is drawn from a folder of shards; a batch has at most `batch_tokens`, padding included."""

    folder: Path
    style: str | None
    context: int
    batch_tokens: int
    seed: int


@dataclass(frozen=True)
class Position:
    """A place in the data: so many batches of the shard `name` are drawn in this pass over the folder."""

    epoch: int = 0
    name: str = ""
    drawn: int = 0


class ShardReader:
    """Draws batches shard by shard, over and over; shards that are added meanwhile are read in their turn."""

    def __init__(self, selection: Selection, tokenizer: Tokenizer, position: Position) -> None:
        self.selection = selection
        self.tokenizer = tokenizer
        self.position = position
        self.shard: Shard | None = None
        self.batches: list[list[int]] = []
        if position.name != "":
            self.open(position)

    def names(self) -> list[str]:
        """The shards that are there now."""
        return sorted(path.name for path in self.selection.folder.glob("*.npz"))

    def open(self, position: Position) -> None:
        """Goes to a place in the data."""
        self.shard = Shard(self.selection.folder / position.name, self.tokenizer)
        self.batches = self.arrange(self.shard, position)
        self.position = position

    def arrange(self, shard: Shard, position: Position) -> list[list[int]]:
        """The batches of one pass over a shard, in order: cases of similar length together, shuffled."""
        selection = self.selection
        draw = random.Random(f"{selection.seed}/{position.epoch}/{position.name}")
        cases = shard.cases(selection.style, selection.context).tolist()
        draw.shuffle(cases)
        cases.sort(key=lambda case: int(shard.lengths[case]))
        batches: list[list[int]] = [[]]
        for case in cases:
            if (len(batches[-1]) + 1) * int(shard.lengths[case]) > selection.batch_tokens:
                batches.append([])
            batches[-1].append(case)
        batches = [batch for batch in batches if batch]
        draw.shuffle(batches)
        return batches

    def advance(self) -> None:
        """Opens the next shard that holds a case of the style; faults where none does."""
        selection = self.selection
        names = self.names()
        epoch, before = self.position.epoch, self.position.name
        order = [(epoch, name) for name in names if name > before]
        order += [(epoch + 1, name) for name in names]
        for of_epoch, name in order:
            self.open(Position(of_epoch, name, 0))
            if self.batches:
                return
        style = "" if selection.style is None else f"{selection.style} "
        raise StageFault(selection.folder, f"holds no shard with a {style}case", SHARD_REMEDY)

    def next_batch(self) -> Batch:
        """The next batch."""
        while self.shard is None or self.position.drawn >= len(self.batches):
            self.advance()
        position = self.position
        self.position = Position(position.epoch, position.name, position.drawn + 1)
        return self.shard.batch(self.batches[position.drawn])


def write_shards(
    cases: Iterator[TrainingCase], folder: Path, writer: ShardWriter, size: int
) -> Iterator[Path]:
    """Writes shards of `size` cases after those that are in the folder; gives each path once it is written."""
    present = [int(path.stem) for path in folder.glob("*.npz") if path.stem.isdigit()]
    number = max(present, default=-1) + 1
    for case in cases:
        writer.add(case)
        if len(writer) == size:
            path = folder / f"{number:05}.npz"
            writer.write(path)
            number += 1
            yield path
    if len(writer) > 0:
        path = folder / f"{number:05}.npz"
        writer.write(path)
        yield path
