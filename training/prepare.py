"""The stages before training: the vocabulary, and cases as shards of tokens."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from case_files import read_all_cases, read_header
from faults import StageFault
from shards import ShardWriter, write_shards
from tokenizer import Tokenizer


def vocabulary_path(work: Path) -> Path:
    """Where a work folder keeps its vocabulary."""
    return work / "merges.json"


def load_vocabulary(work: Path) -> Tokenizer:
    """The vocabulary of a work folder; faults where it is missing or damaged."""
    return Tokenizer.load(vocabulary_path(work))


def make_vocabulary(work: Path, files: list[Path], size: int, sample: int) -> None:
    """Learns a vocabulary of `size` tokens from the first `sample` cases of each file."""
    texts = (
        text
        for path in files
        for case in islice(read_all_cases([path]), sample)
        for text in (case.prompt, case.target)
    )
    tokenizer = Tokenizer.train(texts, size, read_header(files[0]).names)
    if len(tokenizer.tokens) < size:
        wrong = f"and the other files give only {len(tokenizer.tokens)} of {size} tokens"
        raise StageFault(files[0], wrong, "Give more cases or a smaller --vocabulary")
    tokenizer.save_merges(vocabulary_path(work))
    print(f"{vocabulary_path(work)}: {len(tokenizer.tokens)} tokens")


def make_shards(
    work: Path, files: list[Path], folder: str, size: int, cut: float, seed: int
) -> None:
    """Writes the cases of files as shards after those that WORK/shards/`folder` holds already."""
    writer = ShardWriter(load_vocabulary(work), cut, seed)
    for path in write_shards(read_all_cases(files), work / "shards" / folder, writer, size):
        print(path, flush=True)
