"""Makes the converted models that the tests of the engines read: `python3 training/convert/fixtures.py`.

Both shapes in their forms, with real vocabularies. Their embeddings are too large to keep: every weight follows from a formula
(`code_at`), and training/convert/restore-fixture.ts puts the embedding back. A weight is one of sixteen multiples of a power
of two, so that each form keeps it exactly and all forms have the same known answers.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any, Iterator, Mapping

import numpy as np
import onnx

from architecture import read_architecture
from convert import Request, convert
from forms import forms
from random_model import LLAMA, QWEN3, write_safetensors, write_tokenizer
from reciting_model import write_reciting_model

FOLDER = Path(__file__).parent / "fixtures"
CONTEXT = 64
STEP = 1 / 16


def code_at(rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """A number from 0 to 15 for each place of a matrix; 0 at the first of every 32 columns, which fixes the scale."""
    placed = rows[:, None] * np.uint32(0x9E3779B1) + columns * np.uint32(0x85EBCA6B)
    mixed = placed.astype(np.uint32)
    mixed = (mixed ^ np.right_shift(mixed, 15)) * np.uint32(0x2C1B3C6D)
    mixed = mixed ^ np.right_shift(mixed, 12)
    return np.where(columns % 32 == 0, 0, np.right_shift(mixed, 28))


def weights_of(source: Path) -> dict[str, np.ndarray]:
    weights: dict[str, np.ndarray] = {}
    for index, (name, shape) in enumerate(read_architecture(source / "config.json").tensors()):
        if len(shape) == 2:
            rows = np.arange(shape[0], dtype=np.uint32) + np.uint32(index * 1_000_003)
            codes = code_at(rows, np.arange(shape[1], dtype=np.uint32))
            weights[name] = ((codes.astype(np.float32) - 8) * STEP).astype(np.float32)
        else:
            weights[name] = 1 + (np.arange(shape[0], dtype=np.float32) % 5 - 2) / 8
    return weights


def without_embedding(folder: Path, graph: str) -> None:
    """Replaces the data file by what of it follows from no formula, and notes where the embedding belongs."""
    model = onnx.load(str(folder / graph), load_external_data=False)
    embedding = next(tensor for tensor in model.graph.initializer if tensor.name == "embedding")
    place = {entry.key: entry.value for entry in embedding.external_data}
    data = folder / "onnx" / place["location"]
    start, length = int(place["offset"]), int(place["length"])
    content = data.read_bytes()
    rest = content[:start] + content[start + length :]
    pack(data, rest)
    pack(folder / graph, (folder / graph).read_bytes())
    note = dict(data=f"onnx/{data.name}", start=start, length=length)
    (folder / "embedding.json").write_text(json.dumps(note) + "\n")


def pack(path: Path, content: bytes) -> None:
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(content, 9, mtime=0))
    path.unlink()


def main() -> None:
    for name, config in (("llama", LLAMA), ("qwen3", QWEN3)):
        with model_of(config) as source:
            for form in forms(0):
                # One model in half precision tells of the other too.
                if (name, form) != ("llama", "fp16"):
                    write_fixture(source, FOLDER / f"{name}-{form}", form)
    with model_of({**QWEN3, "head_dim": 20}) as source:
        write_fixture(source, FOLDER / "qwen3heads20-fp32", "fp32")
    write_reciting_fixture()


@contextlib.contextmanager
def model_of(config: Mapping[str, Any]) -> Iterator[Path]:
    """A folder with a model whose weights follow from the formula."""
    with tempfile.TemporaryDirectory() as temporary:
        source = Path(temporary)
        small: dict[str, object] = {**config, "max_position_embeddings": CONTEXT}
        if "rope_scaling" in small:
            scaling = {**LLAMA["rope_scaling"], "original_max_position_embeddings": 16}
            small["rope_scaling"] = scaling
        (source / "config.json").write_text(json.dumps(small))
        write_safetensors(source / "model.safetensors", weights_of(source), "BF16")
        write_tokenizer(source)
        yield source


def write_fixture(source: Path, target: Path, form: str) -> None:
    shutil.rmtree(target, ignore_errors=True)
    convert(Request(source, target, form))
    without_embedding(target, f"onnx/{forms(0)[form].file}")


def write_reciting_fixture() -> None:
    """A model that answers, whole: its vocabulary is small."""
    target = FOLDER / "qwen3-reciting"
    with tempfile.TemporaryDirectory() as temporary:
        write_reciting_model(Path(temporary))
        shutil.rmtree(target, ignore_errors=True)
        convert(Request(Path(temporary), target, "int8"))
    for path in sorted((target / "onnx").iterdir()):
        pack(path, path.read_bytes())


if __name__ == "__main__":
    main()
