"""A decoder of the Llama or Qwen3 shape in plain torch, as a second opinion on `Reference`: nothing is shared with it.

Reads the checkpoint's own tensors and config.json by itself, turns positions as complex numbers, and leaves norms, softmax, gates
and products to the framework. Whole prompts alone, without a cache, in 64 bits.
"""

from __future__ import annotations

import math
from typing import Any, Mapping

import numpy as np
import torch
from torch.nn import functional


def logits(
    config: Mapping[str, Any], weights: Mapping[str, np.ndarray], ids: list[int]
) -> torch.Tensor:
    """[tokens, vocabulary]."""
    held = {name: torch.from_numpy(values).double() for name, values in weights.items()}
    x = functional.embedding(torch.tensor(ids), held["model.embed_tokens.weight"])
    turns = positions(config, len(ids))
    for layer in range(config["num_hidden_layers"]):
        prefix = f"model.layers.{layer}."
        own = {
            name.removeprefix(prefix).removesuffix(".weight"): value
            for name, value in held.items()
            if name.startswith(prefix)
        }
        x = x + attention(config, own, rms(config, x, own["input_layernorm"]), turns)
        x = x + feed_forward(own, rms(config, x, own["post_attention_layernorm"]))
    tied = config.get("tie_word_embeddings", False)
    output = held["model.embed_tokens.weight" if tied else "lm_head.weight"]
    return functional.linear(rms(config, x, held["model.norm.weight"]), output)


def rms(config: Mapping[str, Any], x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + config["rms_norm_eps"]) * weight


def feed_forward(own: Mapping[str, torch.Tensor], x: torch.Tensor) -> torch.Tensor:
    gate = functional.silu(functional.linear(x, own["mlp.gate_proj"]))
    return functional.linear(gate * functional.linear(x, own["mlp.up_proj"]), own["mlp.down_proj"])


def attention(
    config: Mapping[str, Any],
    own: Mapping[str, torch.Tensor],
    x: torch.Tensor,
    turns: torch.Tensor,
) -> torch.Tensor:
    heads, groups = config["num_attention_heads"], config["num_key_value_heads"]
    query, key, value = (
        functional.linear(x, own[f"self_attn.{part}_proj"]).unflatten(-1, (count, -1))
        for part, count in (("q", heads), ("k", groups), ("v", groups))
    )
    if config["model_type"] == "qwen3":
        query = rms(config, query, own["self_attn.q_norm"])
        key = rms(config, key, own["self_attn.k_norm"])
    query, key = turned(query, turns), turned(key, turns)
    key, value = (part.repeat_interleave(heads // groups, dim=1) for part in (key, value))
    scores = torch.einsum("qhd,khd->hqk", query, key) / math.sqrt(query.shape[-1])
    later = torch.ones(scores.shape[-2:], dtype=torch.bool).triu(1)
    shares = functional.softmax(scores.masked_fill(later, -math.inf), dim=-1)
    mixed = torch.einsum("hqk,khd->qhd", shares, value)
    return functional.linear(mixed.flatten(1), own["self_attn.o_proj"])


def turned(x: torch.Tensor, turns: torch.Tensor) -> torch.Tensor:
    """Checkpoints in this layout pair an entry of the first half of a head with one of the second."""
    first, second = x.chunk(2, dim=-1)
    product = torch.complex(first, second) * turns[:, None]
    return torch.cat([product.real, product.imag], dim=-1)


def positions(config: Mapping[str, Any], length: int) -> torch.Tensor:
    """Unit complex numbers [length, head width / 2]; wavelengths stretched case by case as the release of Llama 3.1 has it."""
    width = config.get("head_dim") or config["hidden_size"] // config["num_attention_heads"]
    frequencies = [config["rope_theta"] ** (-at / width) for at in range(0, width, 2)]
    scaling = config.get("rope_scaling")
    if scaling:
        frequencies = [stretched(scaling, frequency) for frequency in frequencies]
    angles = torch.outer(torch.arange(length).double(), torch.tensor(frequencies).double())
    return torch.polar(torch.ones_like(angles), angles)


def stretched(scaling: Mapping[str, Any], frequency: float) -> float:
    trained = scaling["original_max_position_embeddings"]
    low, high = scaling["low_freq_factor"], scaling["high_freq_factor"]
    wavelength = 2 * math.pi / frequency
    if wavelength < trained / high:
        return frequency
    if wavelength > trained / low:
        return frequency / scaling["factor"]
    smooth = (trained / wavelength - low) / (high - low)
    return (1 - smooth) * frequency / scaling["factor"] + smooth * frequency
