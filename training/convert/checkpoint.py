"""Reads weights in the safetensors format, one tensor at a time, without loading a file whole.

A file is an unsigned 64-bit little-endian length, a JSON header of that length, and the tensors' bytes, to which the header's
offsets point (https://github.com/huggingface/safetensors, "Format").
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Mapping

import numpy as np

from refusal import Refusal

WIDTHS = {"F32": 4, "F16": 2, "BF16": 2}
"""Bytes of one value of each type that is understood."""

SINGLE = "model.safetensors"
INDEX = "model.safetensors.index.json"
LONGEST_HEADER = 100_000_000
"""Bytes; the limit of the format's own reader."""


@dataclass(frozen=True)
class StoredTensor:
    """Where one tensor lies."""

    file: Path
    kind: str
    shape: tuple[int, ...]
    start: int
    """Bytes from the beginning of the file."""

    def read(self) -> np.ndarray:
        """The values in 32 bits, in which each of the three types is exact."""
        count = math.prod(self.shape)
        with self.file.open("rb") as stream:
            stream.seek(self.start)
            raw = stream.read(count * WIDTHS[self.kind])
        if self.kind == "F32":
            values = np.frombuffer(raw, dtype="<f4")
        elif self.kind == "F16":
            values = np.frombuffer(raw, dtype="<f2").astype(np.float32)
        else:
            # A bfloat16 is the upper half of a 32-bit float.
            values = (np.frombuffer(raw, dtype="<u2").astype(np.uint32) << 16).view(np.float32)
        return values.reshape(self.shape)


class Checkpoint:
    """All tensors of a model folder, whether it is one file or several with an index."""

    def __init__(self, tensors: Mapping[str, StoredTensor]) -> None:
        self.tensors = tensors

    @staticmethod
    def open(folder: Path) -> Checkpoint:
        """Reads the headers and compares them with the files. Raises `Refusal`."""
        index = folder / INDEX
        if not index.exists():
            if not (folder / SINGLE).exists():
                raise Refusal(folder, f"there is neither {SINGLE} nor {INDEX}")
            return Checkpoint(tensors_of(folder / SINGLE))
        places = read_object(index).get("weight_map")
        if not isinstance(places, dict):
            raise Refusal(index, "it has no weight_map")
        shards = {
            name: tensors_of(named_shard(index, name)) for name in sorted(set(places.values()))
        }
        for tensor, shard in places.items():
            if tensor not in shards[shard]:
                raise Refusal(
                    folder / shard, f"the tensor {tensor} is not in it, though the index says so"
                )
        return Checkpoint({tensor: shards[shard][tensor] for tensor, shard in places.items()})

    def read(self, name: str) -> np.ndarray:
        return self.tensors[name].read()


def named_shard(index: Path, name: str) -> Path:
    shard = index.parent / name
    if Path(name).name != name:
        raise Refusal(index, f"the shard {name} lies outside the folder")
    if not shard.exists():
        raise Refusal(shard, "this shard is missing, though the index names it")
    return shard


def read_object(path: Path) -> dict[str, object]:
    """A JSON object. Raises `Refusal` where the file is missing or holds something else."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Refusal(path, "this file is missing") from None
    except ValueError:
        raise Refusal(path, "it is not JSON") from None
    if not isinstance(value, dict):
        raise Refusal(path, "it holds no JSON object")
    return value


def tensors_of(path: Path) -> dict[str, StoredTensor]:
    """The tensors of one file by name. Raises `Refusal` where header and file do not fit together."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        length = int.from_bytes(stream.read(8), "little")
        if size < 8 or length > min(size - 8, LONGEST_HEADER):
            raise Refusal(
                path, f"it is cut short or no safetensors file: {size} bytes, header of {length}"
            )
        header = stream.read(length)
    try:
        entries = json.loads(header)
    except ValueError:
        raise Refusal(path, "its header is not JSON") from None
    return {
        name: stored_tensor(path, name, entry, 8 + length, size)
        for name, entry in entries.items()
        if name != "__metadata__"
    }


def stored_tensor(
    path: Path, name: str, entry: dict[str, object], data: int, size: int
) -> StoredTensor:
    try:
        kind, shape = entry["dtype"], tuple(int(length) for length in entry["shape"])  # type: ignore[attr-defined]
        start, end = (int(offset) for offset in entry["data_offsets"])  # type: ignore[attr-defined]
    except (KeyError, TypeError, ValueError):
        raise Refusal(path, f"the header's entry for {name} cannot be read") from None
    if kind not in WIDTHS:
        raise Refusal(
            path, f"the tensor {name} is of type {kind}; {', '.join(WIDTHS)} are understood"
        )
    if end - start != math.prod(shape) * WIDTHS[str(kind)] or start < 0:
        raise Refusal(
            path,
            f"the tensor {name} has {end - start} bytes, which does not fit {kind} {list(shape)}",
        )
    if data + end > size:
        raise Refusal(
            path, f"it is cut short: the tensor {name} ends at byte {data + end} of {size}"
        )
    return StoredTensor(path, str(kind), shape, data + start)
