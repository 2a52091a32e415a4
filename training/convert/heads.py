"""Heads as wide as the run-time takes them.

`GroupQueryAttention` of onnxruntime 1.30 refuses to rotate heads whose width is no multiple of 16 ("head_size shall be a
multiple of 16", contrib_ops/cpu/bert/group_query_attention_helper.h), and there are models with others: 3,200 over 32 heads is
100. What is missing is filled with zeros, which change no product: each half of a head lies at the beginning of a half of the
filled one, since a position turns the first half against the second.
"""

from __future__ import annotations

import numpy as np

from architecture import Architecture

PROJECTIONS = ("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj")
OUTPUT = "self_attn.o_proj"
NORMS = ("self_attn.q_norm", "self_attn.k_norm")


def fill_heads(architecture: Architecture, name: str, values: np.ndarray) -> np.ndarray:
    """The tensor of a layer, called without its prefix and `.weight`, with its heads filled; any other as it is."""
    if architecture.filled_head_width == architecture.head_width:
        return values
    if name in PROJECTIONS:
        return filled_rows(architecture, values)
    if name == OUTPUT:
        return np.ascontiguousarray(filled_rows(architecture, values.T).T)
    if name in NORMS:
        return filled_rows(architecture, values[:, None])[:, 0]
    return values


def filled_rows(architecture: Architecture, values: np.ndarray) -> np.ndarray:
    """[heads * width, columns] with each head filled."""
    width, filled = architecture.head_width, architecture.filled_head_width
    columns = values.shape[1]
    halves = values.reshape(-1, 2, width // 2, columns)
    missing = [(0, 0), (0, 0), (0, (filled - width) // 2), (0, 0)]
    return np.pad(halves, missing).reshape(-1, columns)
