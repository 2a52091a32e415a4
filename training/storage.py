"""Files that are whole or not there: written beside their place and renamed, with a digest of what they hold."""

from __future__ import annotations

import hashlib
import io
import json
import os
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from faults import StageFault

MARK = b"rationale-training 1 "
"""Begins a file of tensors; the SHA-256 of the rest follows, since torch's own reader does not notice changed bytes."""


@dataclass(frozen=True)
class Record:
    """Tensors by name, and what JSON can say about them."""

    facts: dict[str, Any]
    tensors: dict[str, torch.Tensor]

    def group(self, prefix: str) -> dict[str, torch.Tensor]:
        """The tensors whose names begin with `prefix.`, without it."""
        start = len(prefix) + 1
        return {
            name[start:]: value
            for name, value in self.tensors.items()
            if name.startswith(f"{prefix}.")
        }


def prefixed(prefix: str, tensors: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """What `Record.group` takes apart."""
    return {f"{prefix}.{name}": value for name, value in tensors.items()}


def write_atomically(path: Path, content: bytes) -> None:
    """Replaces `path` by `content`; a process that ends midway leaves the earlier file. Faults on a full disk."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(beside, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        try:
            beside.unlink(missing_ok=True)
        except OSError:
            pass  # the fault below says what is wrong with the folder
        raise StageFault(
            path,
            f"cannot be written ({error.strerror})",
            "The earlier file, if any, is unchanged; free space or allow writing and go on",
        ) from error


def read_bytes(path: Path, remedy: str) -> bytes:
    """The content of a file; faults with `remedy` where it is missing or cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        wrong = "is missing" if isinstance(error, FileNotFoundError) else "cannot be read"
        raise StageFault(path, wrong, remedy) from error


def write_record(path: Path, record: Record) -> None:
    """Writes a record."""
    buffer = io.BytesIO()
    torch.save(dict(facts=json.dumps(record.facts), tensors=record.tensors), buffer)
    content = buffer.getvalue()
    digest = hashlib.sha256(content).hexdigest().encode("ascii")
    write_atomically(path, MARK + digest + b"\n" + content)


def read_record(path: Path, remedy: str) -> Record:
    """Reads what `write_record` wrote; faults with `remedy` where the file is missing or damaged."""
    head, _, content = read_bytes(path, remedy).partition(b"\n")
    digest = hashlib.sha256(content).hexdigest().encode("ascii")
    if head != MARK + digest:
        raise StageFault(path, "is damaged or of another kind", remedy)
    try:
        stored = torch.load(io.BytesIO(content), weights_only=True)
        return Record(json.loads(stored["facts"]), stored["tensors"])
    except (RuntimeError, EOFError, KeyError, TypeError, ValueError, pickle.PickleError) as error:
        raise StageFault(path, "cannot be read", remedy) from error
