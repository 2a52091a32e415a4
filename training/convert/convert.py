"""Converts safetensors of a Llama or Qwen3 shape to the ONNX form that Rationale's local engines read.

    python3 training/convert/convert.py --from FOLDER --to FOLDER --form q4

Needs numpy and onnx (Debian: python3-numpy python3-onnx) and memory for one layer and the embedding, not for the model.
docs/convert.md says more.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from architecture import Architecture, check_tensors, read_architecture
from checkpoint import Checkpoint
from decoder import GraphWriter, Layer, Reference
from forms import Form, Matrix, forms
from graph import LARGEST_FILE, DataFiles, Graph
from heads import OUTPUT, fill_heads
from refusal import Refusal
from tokenizer_files import take_over

MANIFEST = "manifest.json"
DEFAULT_CONTEXT = 8192
"""Tokens, unless the model has fewer or the caller asks for another number: caches of long contexts do not fit a laptop."""
PROMPT, CONTINUATION = 40, 4
"""Tokens of the known answers: a prompt long enough for faults that begin at 32 rows, and steps from a cache."""
GREATEST, SPREAD = 8, 8
"""Logits kept of each row: the greatest, and some from all over the vocabulary."""


@dataclass(frozen=True)
class Request:
    source: Path
    target: Path
    form: str
    context: int | None = None
    accuracy_level: int = 0
    largest_file: int = LARGEST_FILE


def convert(request: Request) -> dict[str, object]:
    """Writes the converted model and returns its manifest, which is written last. Raises `Refusal`."""
    source, target = request.source, request.target
    form = forms(request.accuracy_level)[request.form]
    architecture = read_architecture(source / "config.json")
    checkpoint = Checkpoint.open(source)
    check_tensors(source, checkpoint, architecture)
    check_columns(source, architecture, form)
    context = request.context or min(architecture.context, DEFAULT_CONTEXT)
    if not PROMPT + CONTINUATION <= context <= architecture.context:
        limit = f"{PROMPT + CONTINUATION} to {architecture.context}"
        raise Refusal(
            source / "config.json", f"a context of {context} tokens is not within {limit}"
        )
    (target / "onnx").mkdir(parents=True, exist_ok=True)
    (target / MANIFEST).unlink(missing_ok=True)
    names = take_over(source, target, architecture.vocabulary)
    data = DataFiles(target / "onnx" / form.file, request.largest_file)
    self_test = write_model(checkpoint, architecture, form, context, data)
    paths = [target / name for name in names] + [data.graph, *data.paths]
    files = [description_of(path, target) for path in paths]
    manifest = dict(
        id=target.resolve().name,
        revision=hashlib.sha256(json.dumps(files).encode()).hexdigest()[:12],
        contextLength=context,
        precision=form.precision,
        files=files,
        selfTest=self_test,
    )
    (target / MANIFEST).write_text(json.dumps(manifest) + "\n", encoding="utf-8")
    return manifest


def check_columns(source: Path, architecture: Architecture, form: Form) -> None:
    for name, shape in architecture.tensors():
        columns = shape[-1]
        if name.endswith(f"{OUTPUT}.weight"):
            columns = architecture.heads * architecture.filled_head_width
        if len(shape) == 2 and columns % form.columns != 0:
            what = f"the tensor {name} has {columns} columns, no multiple of the {form.columns} of a block"
            raise Refusal(source, what)


def write_model(
    checkpoint: Checkpoint, architecture: Architecture, form: Form, context: int, data: DataFiles
) -> dict[str, object]:
    """Writes the graph and its constants in one pass over the weights; returns the known answers."""
    ids = known_prompt(architecture.vocabulary)
    writer = GraphWriter(Graph(data, np.dtype(form.activations)), architecture, context)
    reference = Reference(architecture, ids)
    embedding = form.keep(finite(checkpoint, "model.embed_tokens.weight", form))
    writer.begin(embedding)
    reference.begin(embedding)
    if not architecture.tied:
        del embedding
    for index in range(architecture.layers):
        layer = read_layer(checkpoint, architecture, form, index)
        writer.layer(index, layer)
        reference.layer(layer)
        print(f"layer {index + 1} of {architecture.layers}", file=sys.stderr)
    norm = finite(checkpoint, "model.norm.weight", form)
    output = (
        embedding if architecture.tied else form.keep(finite(checkpoint, "lm_head.weight", form))
    )
    writer.finish(norm, output, "embedding" if architecture.tied else "output")
    writer.graph.save(architecture.family)
    rows = reference.logits(norm, output, slice(PROMPT - 1, PROMPT + CONTINUATION - 1))
    return dict(
        prompt=ids[:PROMPT].tolist(),
        tokens=ids[PROMPT:].tolist(),
        logits=[kept_logits(row) for row in rows],
        tolerance=form.tolerance,
    )


def known_prompt(vocabulary: int) -> np.ndarray:
    """Ids drawn from the whole vocabulary: known answers need no text, and so no tokenizer."""
    return np.random.default_rng(1).integers(0, vocabulary, PROMPT + CONTINUATION)


def kept_logits(row: np.ndarray) -> list[list[float]]:
    spread = np.linspace(0, len(row) - 1, SPREAD).astype(int)
    ids = dict.fromkeys([*np.argsort(-row)[:GREATEST].tolist(), *spread.tolist()])
    return [[token, round(float(row[token]), 5)] for token in ids]


def read_layer(checkpoint: Checkpoint, architecture: Architecture, form: Form, index: int) -> Layer:
    prefix = f"model.layers.{index}."
    layer: dict[str, np.ndarray | Matrix] = {}
    for name, shape in architecture.tensors():
        if name.startswith(prefix):
            short = name.removeprefix(prefix).removesuffix(".weight")
            values = fill_heads(architecture, short, finite(checkpoint, name, form))
            layer[short] = form.keep(values) if len(shape) == 2 else values
    return layer


def finite(checkpoint: Checkpoint, name: str, form: Form) -> np.ndarray:
    """A tensor whose values the form can hold. Raises `Refusal`."""
    values = checkpoint.read(name)
    limit = float(np.finfo(form.weights).max)
    # A value that is no number is neither above nor below another.
    if not -limit <= values.min() <= values.max() <= limit:
        what = f"the tensor {name} holds a value that is infinite, no number, or beyond {limit:g}"
        raise Refusal(checkpoint.tensors[name].file, what)
    # A norm's weights are kept in the type of the arithmetic.
    return values.astype(form.activations).astype(np.float32) if values.ndim == 1 else values


def description_of(path: Path, folder: Path) -> dict[str, object]:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return dict(
        path=path.relative_to(folder).as_posix(),
        bytes=path.stat().st_size,
        sha256=digest.hexdigest(),
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Converts safetensors of a Llama or Qwen3 shape to ONNX."
    )
    parser.add_argument(
        "--from", dest="source", type=Path, required=True, help="folder with safetensors"
    )
    parser.add_argument("--to", dest="target", type=Path, required=True, help="folder to write")
    parser.add_argument("--form", choices=sorted(forms(0)), required=True)
    parser.add_argument(
        "--context",
        type=int,
        help=f"tokens; the model's own, at most {DEFAULT_CONTEXT}, unless told",
    )
    parser.add_argument(
        "--accuracy-level", type=int, choices=(0, 1), default=0, help="of 4-bit products"
    )
    arguments = parser.parse_args()
    try:
        manifest = convert(
            Request(
                arguments.source,
                arguments.target,
                arguments.form,
                arguments.context,
                arguments.accuracy_level,
            )
        )
    except Refusal as refusal:
        print(f"error: {refusal}", file=sys.stderr)
        raise SystemExit(2) from None
    files = manifest["files"]
    assert isinstance(files, list)
    print(
        f"{arguments.target}: {sum(file['bytes'] for file in files) / 1e6:.1f} MB, form {arguments.form}"
    )


if __name__ == "__main__":
    main()
