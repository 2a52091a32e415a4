"""The forms in which weights can be kept, each with the graph that computes with it and the same computation in 64 bits."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Callable

import numpy as np
from onnx import TensorProto

from graph import CONTRIB, Graph

BLOCK = 32
"""Weights along a row that share one scale."""
SMALLEST_SCALE = 1e-8
"""Stands for the scale of a block that is zero throughout."""
ROWS_AT_ONCE = 16384
"""Rows of a matrix that are unfolded into 64 bits together."""


class Matrix(ABC):
    """A matrix [rows, columns] as it is kept."""

    def __init__(self, rows: int, columns: int) -> None:
        self.rows = rows
        self.columns = columns

    @abstractmethod
    def multiply(self, graph: Graph, name: str, x: str) -> str:
        """Adds `x` times the transpose of the matrix, whose constants are called after `name`."""

    @abstractmethod
    def look_up(self, graph: Graph, name: str, ids: str) -> str:
        """Adds the rows that `ids` names."""

    @abstractmethod
    def exact(self, rows: slice | np.ndarray) -> np.ndarray:
        """What some rows stand for, in 64 bits."""

    def product(self, x: np.ndarray) -> np.ndarray:
        """What `multiply` adds, in 64 bits."""
        parts = range(0, self.rows, ROWS_AT_ONCE)
        return np.concatenate([x @ self.exact(slice(at, at + ROWS_AT_ONCE)).T for at in parts], -1)


class FloatMatrix(Matrix):
    """Kept in the type that the graph computes in."""

    def __init__(self, values: np.ndarray, kind: type[np.floating]) -> None:
        super().__init__(*values.shape)
        self.values = values.astype(kind)

    def multiply(self, graph: Graph, name: str, x: str) -> str:
        return graph.node("MatMul", [x, self.transposed(graph, name)])

    def look_up(self, graph: Graph, name: str, ids: str) -> str:
        # From the transpose, which multiplies too where embedding and output are one matrix.
        columns = graph.node("Gather", [self.transposed(graph, name), ids], axis=1)
        return graph.node("Transpose", [columns], perm=[1, 2, 0])

    def transposed(self, graph: Graph, name: str) -> str:
        return graph.constant(name, self.values.T)

    def exact(self, rows: slice | np.ndarray) -> np.ndarray:
        return self.values[rows].astype(np.float64)


class HalfMatrix(FloatMatrix):
    """Kept in 16 bits and multiplied in 32. A run-time unfolds the weights when it opens the graph."""

    def __init__(self, values: np.ndarray) -> None:
        super().__init__(values, np.float16)

    def multiply(self, graph: Graph, name: str, x: str) -> str:
        unfolded = graph.cast(self.transposed(graph, name), TensorProto.FLOAT)
        return graph.node("MatMul", [x, unfolded])

    def look_up(self, graph: Graph, name: str, ids: str) -> str:
        return graph.cast(super().look_up(graph, name, ids), TensorProto.FLOAT)


class BlockMatrix(Matrix):
    """4 or 8 bits for each weight and one scale for each 32 of a row, multiplied in 32-bit floats (`MatMulNBits`).

    https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftmatmulnbits
    Activations stay floats: rounding them too (`MatMulInteger`) decodes no faster in WebAssembly, and a number between two
    steps goes another way in 32 bits than in 64, so that no device could be held to known answers.
    """

    def __init__(self, values: np.ndarray, bits: int, accuracy_level: int) -> None:
        super().__init__(*values.shape)
        self.bits = bits
        self.accuracy_level = accuracy_level
        self.middle = 1 << (bits - 1)
        # Part by part: the embedding of a large vocabulary would need several times its memory at once.
        starts = range(0, self.rows, ROWS_AT_ONCE)
        parts = [self.encode(values[start : start + ROWS_AT_ONCE]) for start in starts]
        self.scales = np.concatenate([scales for scales, _ in parts])
        self.codes = np.concatenate([codes for _, codes in parts])

    def encode(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Scales [rows, blocks] and codes [rows, blocks, bytes]."""
        blocks = values.reshape(len(values), -1, BLOCK)
        places = np.abs(blocks).argmax(-1, keepdims=True)
        # Codes reach one step further down than up: the largest weight of a block, whatever its sign, gets the lowest.
        largest = np.take_along_axis(blocks, places, -1)[..., 0] / -self.middle
        scales = np.where(largest == 0, SMALLEST_SCALE, largest).astype(np.float32)
        centred = np.rint(blocks / scales[..., None])
        codes = np.clip(centred + self.middle, 0, 2 * self.middle - 1).astype(np.uint8)
        return scales, codes if self.bits == 8 else codes[..., 0::2] | (codes[..., 1::2] << 4)

    def multiply(self, graph: Graph, name: str, x: str) -> str:
        return graph.node(
            "MatMulNBits",
            [x, graph.constant(name, self.codes), self.factors(graph, name)],
            domain=CONTRIB,
            K=self.columns,
            N=self.rows,
            bits=self.bits,
            block_size=BLOCK,
            accuracy_level=self.accuracy_level,
        )

    def look_up(self, graph: Graph, name: str, ids: str) -> str:
        """With operators that every build of the run-time has; `GatherBlockQuantized` is missing from some."""
        last = graph.integers([-1])
        codes = graph.node("Gather", [graph.constant(name, self.codes), ids])
        if self.bits == 4:
            pairs = graph.cast(codes, TensorProto.INT32)
            sixteen = graph.constant("sixteen", np.array(16, dtype=np.int32))
            high = graph.node("Div", [pairs, sixteen])
            low = graph.node("Sub", [pairs, graph.node("Mul", [high, sixteen])])
            both = [graph.node("Unsqueeze", [part, last]) for part in (low, high)]
            joined = graph.node("Concat", both, axis=-1)
            codes = graph.node("Reshape", [joined, graph.integers([0, 0, -1, BLOCK])])
        middle = graph.floats("middle", np.array(float(self.middle)))
        centred = graph.node("Sub", [graph.cast(codes, TensorProto.FLOAT), middle])
        shape = graph.integers([self.rows, self.columns // BLOCK])
        factors = graph.node("Reshape", [self.factors(graph, name), shape])
        scales = graph.node("Unsqueeze", [graph.node("Gather", [factors, ids]), last])
        values = graph.node("Mul", [centred, scales])
        return graph.node("Reshape", [values, graph.integers([0, 0, -1])])

    def factors(self, graph: Graph, name: str) -> str:
        return graph.floats(f"{name}.scale", self.scales.reshape(-1))

    def exact(self, rows: slice | np.ndarray) -> np.ndarray:
        codes = self.codes[rows]
        if self.bits == 4:
            codes = np.stack([codes & 15, codes >> 4], -1).reshape(*codes.shape[:-1], BLOCK)
        values = (codes.astype(np.float64) - self.middle) * self.scales[rows, :, None]
        return values.reshape(len(codes), self.columns)


@dataclass(frozen=True)
class Form:
    """How a model is kept and computed."""

    file: str
    """Of the graph, in the names of Transformers.js."""
    precision: str
    activations: type[np.floating]
    keep: Callable[[np.ndarray], Matrix]
    tolerance: float
    """By how much a logit may differ from its known answer on a device that computes rightly."""
    columns: int = 1
    """The columns of a matrix must be a multiple of this."""
    weights: type[np.floating] = np.float32
    """The narrowest type that a weight has to fit into."""


def forms(accuracy_level: int) -> dict[str, Form]:
    """Every form by name; `accuracy_level` is that of `MatMulNBits`: 0 leaves the choice to the run-time, 1 is 32 bits."""

    def floats(kind: type[np.floating]) -> Callable[[np.ndarray], Matrix]:
        return lambda values: FloatMatrix(values, kind)

    def blocks(bits: int) -> Callable[[np.ndarray], Matrix]:
        return lambda values: BlockMatrix(values, bits, accuracy_level)

    exact = 0.01
    # Half precision has 11 bits: logits of 10 to 30 are off by a hundredth and more on every device.
    rounded = 0.25
    words = "weights, fp32 arithmetic"
    return {
        "fp32": Form("model.onnx", "fp32", np.float32, floats(np.float32), exact),
        "fp16": Form(
            "model_fp16.onnx", "fp16", np.float16, floats(np.float16), rounded, weights=np.float16
        ),
        "fp16-weights": Form(
            "model_fp16.onnx", f"fp16 {words}", np.float32, HalfMatrix, exact, weights=np.float16
        ),
        "int8": Form("model_int8.onnx", f"8-bit {words}", np.float32, blocks(8), exact, BLOCK),
        "q4": Form("model_q4.onnx", f"4-bit {words}", np.float32, blocks(4), exact, BLOCK),
    }
