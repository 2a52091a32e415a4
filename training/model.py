"""The embedded model: a small decoder of the Llama form.

RMSNorm (arXiv 1910.07467), rotary positions (arXiv 2104.09864), grouped-query attention (arXiv 2305.13245), SwiGLU
(arXiv 2002.05202), tied embeddings.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F


@dataclass(frozen=True)
class Shape:
    """The model's sizes; `context` is in tokens."""

    vocabulary: int
    width: int = 256
    layers: int = 6
    heads: int = 4
    key_value_heads: int = 2
    head_width: int = 64
    inner_width: int = 704
    context: int = 1024
    rotary_base: float = 10000.0
    epsilon: float = 1e-5


class RmsNorm(nn.Module):
    def __init__(self, width: int, epsilon: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.epsilon = epsilon

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.epsilon) * self.weight


def rotary_tables(shape: Shape) -> tuple[torch.Tensor, torch.Tensor]:
    """Cosines and sines, each [context, head_width / 2]."""
    frequencies = 1.0 / (
        shape.rotary_base ** (torch.arange(0, shape.head_width, 2).float() / shape.head_width)
    )
    angles = torch.outer(torch.arange(shape.context).float(), frequencies)
    return angles.cos(), angles.sin()


def rotate(x: torch.Tensor, cosine: torch.Tensor, sine: torch.Tensor) -> torch.Tensor:
    """Rotates [..., time, head_width] by position, halves paired as in Llama."""
    first, second = x.chunk(2, -1)
    return torch.cat([first * cosine - second * sine, second * cosine + first * sine], -1)


def attend(
    queries: torch.Tensor, keys: torch.Tensor, values: torch.Tensor, mask: torch.Tensor
) -> torch.Tensor:
    """Grouped-query attention [batch, time, heads * head_width]; `mask` is added to [batch, pairs, group, time, time]."""
    batch, heads, time, width = queries.shape
    pairs = keys.shape[1]
    group = heads // pairs
    # The query heads of a group share keys: one product for each group instead of repeated keys.
    # The queries are scaled, not the scores, of which there are many more.
    stacked = (queries * width**-0.5).reshape(batch, pairs, group * time, width)
    scores = stacked @ keys.transpose(-1, -2)
    scores = scores.view(batch, pairs, group, time, time) + mask
    weights = F.softmax(scores, -1).view(batch, pairs, group * time, time)
    mixed = (weights.to(values.dtype) @ values).view(batch, heads, time, width)
    return mixed.transpose(1, 2).reshape(batch, time, heads * width)


class Block(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        query_width = shape.heads * shape.head_width
        key_value_width = shape.key_value_heads * shape.head_width
        self.attention_norm = RmsNorm(shape.width, shape.epsilon)
        self.feed_norm = RmsNorm(shape.width, shape.epsilon)
        self.query_key_value = nn.Linear(shape.width, query_width + 2 * key_value_width, bias=False)
        self.attention_out = nn.Linear(query_width, shape.width, bias=False)
        self.gate_up = nn.Linear(shape.width, 2 * shape.inner_width, bias=False)
        self.down = nn.Linear(shape.inner_width, shape.width, bias=False)

    def project(
        self, x: torch.Tensor, cosine: torch.Tensor, sine: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Queries [batch, heads, time, head_width], keys and values [batch, key_value_heads, ...], rotated."""
        shape = self.shape
        batch, time, _ = x.shape
        query_width = shape.heads * shape.head_width
        key_value_width = shape.key_value_heads * shape.head_width
        queries, keys, values = self.query_key_value(self.attention_norm(x)).split(
            [query_width, key_value_width, key_value_width], -1
        )
        queries = rotate(queries.view(batch, time, shape.heads, -1).transpose(1, 2), cosine, sine)
        keys = rotate(
            keys.view(batch, time, shape.key_value_heads, -1).transpose(1, 2),
            cosine,
            sine,
        )
        values = values.view(batch, time, shape.key_value_heads, -1).transpose(1, 2)
        return queries, keys, values

    def feed_forward(self, x: torch.Tensor) -> torch.Tensor:
        """The second half of the block, residual included."""
        gate, up = self.gate_up(self.feed_norm(x)).chunk(2, -1)
        return x + self.down(F.silu(gate) * up)

    def forward(
        self,
        x: torch.Tensor,
        cosine: torch.Tensor,
        sine: torch.Tensor,
        mask: torch.Tensor,
    ) -> torch.Tensor:
        x = x + self.attention_out(attend(*self.project(x, cosine, sine), mask))
        return self.feed_forward(x)


class Decoder(nn.Module):
    cosine: torch.Tensor
    sine: torch.Tensor
    mask: torch.Tensor

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.vocabulary, shape.width)
        self.blocks = nn.ModuleList([Block(shape) for _ in range(shape.layers)])
        self.final_norm = RmsNorm(shape.width, shape.epsilon)
        cosine, sine = rotary_tables(shape)
        self.register_buffer("cosine", cosine, persistent=False)
        self.register_buffer("sine", sine, persistent=False)
        mask = torch.full((shape.context, shape.context), -1e9).triu(1)
        self.register_buffer("mask", mask, persistent=False)
        for name, parameter in self.named_parameters():
            if parameter.dim() == 2:
                residual = name.endswith(("attention_out.weight", "down.weight"))
                scale = 0.02 / math.sqrt(2 * shape.layers) if residual else 0.02
                nn.init.normal_(parameter, 0, scale)

    def hidden(self, ids: torch.Tensor) -> torch.Tensor:
        """Normed final states [batch, time, width] of token ids [batch, time]."""
        time = ids.shape[1]
        x = self.embedding(ids)
        for block in self.blocks:
            x = block(x, self.cosine[:time], self.sine[:time], self.mask[:time, :time])
        return self.final_norm(x)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Logits [batch, time, vocabulary] of token ids [batch, time]."""
        return F.linear(self.hidden(ids), self.embedding.weight)
