"""Writes a decoder as a graph, layer by layer, and computes the same in 64 bits beside it.

The layout is the one of training/export.py: `input_ids`, `attention_mask`, `num_logits_to_keep` and `past_key_values.*` in,
`logits` and `present.*` out. Positions follow from the mask, within `GroupQueryAttention`.
"""

from __future__ import annotations

from typing import Mapping

import numpy as np
from onnx import TensorProto

from architecture import Architecture
from forms import Matrix
from graph import CONTRIB, Graph

Layer = Mapping[str, np.ndarray | Matrix]
"""The weights of one layer, called as in the checkpoint without their prefix and `.weight`."""


def matrix(layer: Layer, name: str) -> Matrix:
    found = layer[name]
    assert isinstance(found, Matrix)
    return found


def vector(layer: Layer, name: str) -> np.ndarray:
    found = layer[name]
    assert isinstance(found, np.ndarray)
    return found


class GraphWriter:
    """Call `begin`, then `layer` for each layer in order, then `finish`."""

    def __init__(self, graph: Graph, architecture: Architecture, context: int) -> None:
        self.graph = graph
        self.architecture = architecture
        self.context = context
        self.residual = ""
        self.update = ""
        self.last_key = ""
        self.length = ""

    def begin(self, embedding: Matrix) -> None:
        graph = self.graph
        graph.input("input_ids", TensorProto.INT64, ["batch_size", "sequence_length"])
        graph.input("attention_mask", TensorProto.INT64, ["batch_size", "total_sequence_length"])
        graph.input("num_logits_to_keep", TensorProto.INT64, [])
        total = graph.node("ReduceSum", ["attention_mask", graph.integers([1])], keepdims=0)
        last = graph.node("Sub", [total, graph.integers([1])])
        self.last_key = graph.cast(last, TensorProto.INT32)
        length = graph.node("Gather", [graph.node("Shape", ["attention_mask"]), graph.integers(1)])
        self.length = graph.cast(length, TensorProto.INT32)
        for name, table in zip(("cosine", "sine"), self.architecture.rotary_tables(self.context)):
            graph.floats(name, table)
        self.residual = embedding.look_up(graph, "embedding", "input_ids")

    def layer(self, index: int, layer: Layer) -> None:
        prefix = f"layers.{index}"
        normed = self.norm(f"{prefix}.input_layernorm", vector(layer, "input_layernorm"))
        self.update = self.attention(index, prefix, layer, normed)
        name = "post_attention_layernorm"
        normed = self.norm(f"{prefix}.{name}", vector(layer, name))
        gate, up = (
            matrix(layer, f"mlp.{part}").multiply(self.graph, f"{prefix}.mlp.{part}", normed)
            for part in ("gate_proj", "up_proj")
        )
        swish = self.graph.node("Mul", [gate, self.graph.node("Sigmoid", [gate])])
        inner = self.graph.node("Mul", [swish, up])
        self.update = matrix(layer, "mlp.down_proj").multiply(
            self.graph, f"{prefix}.mlp.down_proj", inner
        )

    def norm(self, name: str, weight: np.ndarray) -> str:
        """Adds what is to be added to the residual, and the root-mean-square norm of the sum (arXiv 1910.07467)."""
        weights = self.graph.floats(name, weight)
        epsilon = self.architecture.epsilon
        if self.update == "":
            return self.graph.node(
                "SimplifiedLayerNormalization",
                [self.residual, weights],
                axis=-1,
                epsilon=epsilon,
                stash_type=1,
            )
        inputs = [self.residual, self.update, weights]
        outputs = [f"{name}.normed", "", "", f"{name}.sum"]
        self.graph.node(
            "SkipSimplifiedLayerNormalization", inputs, outputs, CONTRIB, epsilon=epsilon
        )
        self.residual = f"{name}.sum"
        return f"{name}.normed"

    def attention(self, index: int, prefix: str, layer: Layer, normed: str) -> str:
        graph, architecture = self.graph, self.architecture
        query, key, value = (
            matrix(layer, f"self_attn.{part}").multiply(graph, f"{prefix}.self_attn.{part}", normed)
            for part in ("q_proj", "k_proj", "v_proj")
        )
        if architecture.head_norms:
            query = self.head_norm(query, f"{prefix}.q_norm", vector(layer, "self_attn.q_norm"))
            key = self.head_norm(key, f"{prefix}.k_norm", vector(layer, "self_attn.k_norm"))
        caches = [self.cache(index, part) for part in ("key", "value")]
        attended = graph.node(
            "GroupQueryAttention",
            [query, key, value, *caches, self.last_key, self.length, "cosine", "sine"],
            [f"{prefix}.attended", f"present.{index}.key", f"present.{index}.value"],
            CONTRIB,
            num_heads=architecture.heads,
            kv_num_heads=architecture.key_value_heads,
            do_rotary=1,
            rotary_interleaved=0,
            scale=float(architecture.head_width**-0.5),
            local_window_size=-1,
            softcap=0.0,
        )
        return matrix(layer, "self_attn.o_proj").multiply(
            graph, f"{prefix}.self_attn.o_proj", attended
        )

    def head_norm(self, x: str, name: str, weight: np.ndarray) -> str:
        """The operator takes the mean over the filled head: `share` makes it that over the head itself."""
        graph, architecture = self.graph, self.architecture
        share = architecture.head_width / architecture.filled_head_width
        shape = graph.integers([0, 0, -1, architecture.filled_head_width])
        heads = graph.node("Reshape", [x, shape])
        normed = graph.node(
            "SimplifiedLayerNormalization",
            [heads, graph.floats(name, weight * np.sqrt(share))],
            axis=-1,
            epsilon=architecture.epsilon * share,
            stash_type=1,
        )
        return graph.node("Reshape", [normed, graph.integers([0, 0, -1])])

    def cache(self, index: int, part: str) -> str:
        """Declares one cache of a layer as an input and as the output that continues it."""
        graph, architecture = self.graph, self.architecture
        heads: list[object] = ["batch_size", architecture.key_value_heads]
        past = [*heads, "past_sequence_length", architecture.filled_head_width]
        present = [*heads, "total_sequence_length", architecture.filled_head_width]
        graph.output(f"present.{index}.{part}", graph.kind, present)
        return graph.input(f"past_key_values.{index}.{part}", graph.kind, past)

    def finish(self, norm: np.ndarray, output: Matrix, name: str) -> None:
        """`name` is that of the output matrix: "embedding" where both are one."""
        graph = self.graph
        normed = self.norm("norm", norm)
        kept = graph.node(
            "Slice",
            [
                normed,
                graph.node(
                    "Reshape", [graph.node("Neg", ["num_logits_to_keep"]), graph.integers([1])]
                ),
                graph.integers([int(np.iinfo(np.int64).max)]),
                graph.integers([1]),
            ],
        )
        logits = output.multiply(graph, name, kept)
        graph.node("Cast", [logits], ["logits"], to=TensorProto.FLOAT)
        graph.output(
            "logits", TensorProto.FLOAT, ["batch_size", "num_logits", self.architecture.vocabulary]
        )


class Reference:
    """The same decoder in 64-bit floats, written from the papers and not from the graph, with the weights as they are kept."""

    def __init__(self, architecture: Architecture, ids: np.ndarray) -> None:
        self.architecture = architecture
        self.ids = ids
        self.cosine, self.sine = architecture.rotary_tables(len(ids))
        self.x = np.zeros(0)

    def begin(self, embedding: Matrix) -> None:
        self.x = embedding.exact(self.ids)

    def layer(self, layer: Layer) -> None:
        normed = self.norm(self.x, vector(layer, "input_layernorm"))
        self.x = self.x + matrix(layer, "self_attn.o_proj").product(self.attention(layer, normed))
        normed = self.norm(self.x, vector(layer, "post_attention_layernorm"))
        gate = matrix(layer, "mlp.gate_proj").product(normed)
        inner = gate / (1 + np.exp(-gate)) * matrix(layer, "mlp.up_proj").product(normed)
        self.x = self.x + matrix(layer, "mlp.down_proj").product(inner)

    def norm(self, x: np.ndarray, weight: np.ndarray) -> np.ndarray:
        return self.norm_over(self.architecture.width, x, weight)

    def norm_over(self, width: int, x: np.ndarray, weight: np.ndarray) -> np.ndarray:
        square = (x**2).sum(-1, keepdims=True) / width
        return x / np.sqrt(square + self.architecture.epsilon) * weight.astype(np.float64)

    def attention(self, layer: Layer, normed: np.ndarray) -> np.ndarray:
        """arXiv 2305.13245: the queries of a group share one head of keys and values. Each token sees those before it."""
        architecture = self.architecture
        query, key, value = (
            self.heads(matrix(layer, f"self_attn.{part}").product(normed))
            for part in ("q_proj", "k_proj", "v_proj")
        )
        if architecture.head_norms:
            width = architecture.head_width
            query = self.norm_over(width, query, vector(layer, "self_attn.q_norm"))
            key = self.norm_over(width, key, vector(layer, "self_attn.k_norm"))
        query, key = self.rotate(query), self.rotate(key)
        group = architecture.heads // architecture.key_value_heads
        key, value = np.repeat(key, group, 0), np.repeat(value, group, 0)
        scores = query @ key.transpose(0, 2, 1) / np.sqrt(architecture.head_width)
        scores += np.triu(np.full(scores.shape[-2:], -np.inf), 1)
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = weights / weights.sum(-1, keepdims=True) @ value
        return mixed.transpose(1, 0, 2).reshape(len(self.ids), -1)

    def heads(self, x: np.ndarray) -> np.ndarray:
        return x.reshape(len(self.ids), -1, self.architecture.filled_head_width).transpose(1, 0, 2)

    def rotate(self, x: np.ndarray) -> np.ndarray:
        first, second = np.split(x, 2, -1)
        return np.concatenate(
            [first * self.cosine - second * self.sine, second * self.cosine + first * self.sine], -1
        )

    def logits(self, norm: np.ndarray, output: Matrix, rows: slice) -> np.ndarray:
        return output.product(self.norm(self.x[rows], norm))
