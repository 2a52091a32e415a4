"""The shape of a decoder of the Llama or Qwen3 form, as its `config.json` states it.

Qwen3 differs from Llama in a norm over each head of queries and keys (arXiv 2505.09388, section 2).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

import numpy as np

from checkpoint import Checkpoint, read_object
from refusal import Refusal

HEAD_MULTIPLE = 16
"""The width of a head in the graph is a multiple of this; heads.py says why."""


@dataclass(frozen=True)
class RotaryScaling:
    """How Llama 3 stretches its positions; lengths in tokens (`rope_type` "llama3" of config.json)."""

    factor: float
    low_frequency: float
    high_frequency: float
    trained_context: int


@dataclass(frozen=True)
class Architecture:
    family: str
    vocabulary: int
    width: int
    inner_width: int
    layers: int
    heads: int
    key_value_heads: int
    head_width: int
    epsilon: float
    rotary_base: float
    scaling: RotaryScaling | None
    tied: bool
    """Whether the output matrix is the embedding."""
    context: int
    """Tokens."""

    @property
    def head_norms(self) -> bool:
        return self.family == "qwen3"

    @property
    def filled_head_width(self) -> int:
        """The width of a head in the graph; see heads.py."""
        return -(-self.head_width // HEAD_MULTIPLE) * HEAD_MULTIPLE

    def frequencies(self) -> np.ndarray:
        """Angle in radians that one position adds, for each pair of a head (arXiv 2104.09864, section 3.2.2)."""
        plain = self.rotary_base ** -(
            np.arange(0, self.head_width, 2, dtype=np.float64) / self.head_width
        )
        if self.scaling is None:
            return plain
        scaling = self.scaling
        turns = scaling.trained_context * plain / (2 * math.pi)
        low, high = scaling.low_frequency, scaling.high_frequency
        kept = np.clip((turns - low) / (high - low), 0.0, 1.0)
        return kept * plain + (1 - kept) * plain / scaling.factor

    def rotary_tables(self, length: int) -> tuple[np.ndarray, np.ndarray]:
        """Cosines and sines, each [length, filled_head_width / 2]; what fills a head is not turned."""
        angles = np.outer(np.arange(length, dtype=np.float64), self.frequencies())
        missing = (self.filled_head_width - self.head_width) // 2
        angles = np.pad(angles, [(0, 0), (0, missing)])
        return np.cos(angles), np.sin(angles)

    def tensors(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """The name and shape of every tensor that the checkpoint must hold."""
        queries, pairs = self.heads * self.head_width, self.key_value_heads * self.head_width
        yield "model.embed_tokens.weight", (self.vocabulary, self.width)
        for layer in range(self.layers):
            prefix = f"model.layers.{layer}"
            yield f"{prefix}.input_layernorm.weight", (self.width,)
            yield f"{prefix}.self_attn.q_proj.weight", (queries, self.width)
            yield f"{prefix}.self_attn.k_proj.weight", (pairs, self.width)
            yield f"{prefix}.self_attn.v_proj.weight", (pairs, self.width)
            if self.head_norms:
                yield f"{prefix}.self_attn.q_norm.weight", (self.head_width,)
                yield f"{prefix}.self_attn.k_norm.weight", (self.head_width,)
            yield f"{prefix}.self_attn.o_proj.weight", (self.width, queries)
            yield f"{prefix}.post_attention_layernorm.weight", (self.width,)
            yield f"{prefix}.mlp.gate_proj.weight", (self.inner_width, self.width)
            yield f"{prefix}.mlp.up_proj.weight", (self.inner_width, self.width)
            yield f"{prefix}.mlp.down_proj.weight", (self.width, self.inner_width)
        yield "model.norm.weight", (self.width,)
        if not self.tied:
            yield "lm_head.weight", (self.vocabulary, self.width)


def read_architecture(path: Path) -> Architecture:
    """The architecture that a `config.json` states. Raises `Refusal` for whatever would be computed wrongly."""
    config = read_object(path)
    family = str(config.get("model_type"))
    if family not in ("llama", "qwen3"):
        raise Refusal(path, f'model_type is "{family}"; llama and qwen3 can be converted')
    if config.get("hidden_act") != "silu":
        raise Refusal(path, f'hidden_act is "{config.get("hidden_act")}", not silu')
    for field in ("attention_bias", "mlp_bias", "use_sliding_window"):
        if config.get(field):
            raise Refusal(path, f"{field} is set, which the converted graph does not compute")
    heads = whole(path, config, "num_attention_heads")
    width = whole(path, config, "hidden_size")
    key_value_heads = whole(path, config, "num_key_value_heads", heads)
    if heads % key_value_heads != 0:
        raise Refusal(path, f"{heads} query heads cannot share {key_value_heads} key-value heads")
    head_width = whole(path, config, "head_dim", width // heads)
    if head_width % 2 != 0:
        raise Refusal(path, f"heads are {head_width} wide, which positions cannot turn in pairs")
    kinds = config.get("layer_types")
    if isinstance(kinds, list) and any(kind != "full_attention" for kind in kinds):
        raise Refusal(path, "layer_types names layers that do not attend to all tokens before")
    rotary = rotary_fields(path, config)
    if config.get("partial_rotary_factor", rotary.get("partial_rotary_factor", 1)) != 1:
        raise Refusal(
            path, "partial_rotary_factor is set, which the converted graph does not compute"
        )
    return Architecture(
        family=family,
        vocabulary=whole(path, config, "vocab_size"),
        width=width,
        inner_width=whole(path, config, "intermediate_size"),
        layers=whole(path, config, "num_hidden_layers"),
        heads=heads,
        key_value_heads=key_value_heads,
        head_width=head_width,
        epsilon=number(path, config, "rms_norm_eps"),
        rotary_base=number(path, rotary, "rope_theta"),
        scaling=rotary_scaling(path, rotary),
        tied=bool(config.get("tie_word_embeddings", False)),
        context=whole(path, config, "max_position_embeddings"),
    )


def rotary_fields(path: Path, config: dict[str, object]) -> dict[str, object]:
    """What is said of the positions: in one object in newer files, beside the other fields in older ones."""
    for field in ("rope_parameters", "rope_scaling"):
        found = config.get(field)
        if isinstance(found, dict):
            return {"rope_theta": config.get("rope_theta", 10000.0), **found}
    return {"rope_theta": config.get("rope_theta", 10000.0)}


def rotary_scaling(path: Path, rotary: dict[str, object]) -> RotaryScaling | None:
    kind = rotary.get("rope_type", rotary.get("type", "default"))
    if kind == "default":
        return None
    if kind != "llama3":
        raise Refusal(path, f'rope_type is "{kind}"; none and llama3 can be converted')
    return RotaryScaling(
        factor=number(path, rotary, "factor"),
        low_frequency=number(path, rotary, "low_freq_factor"),
        high_frequency=number(path, rotary, "high_freq_factor"),
        trained_context=whole(path, rotary, "original_max_position_embeddings"),
    )


def number(path: Path, fields: dict[str, object], field: str) -> float:
    value = fields.get(field)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value <= 0:
        raise Refusal(path, f"{field} is {value}, where a number above zero is needed")
    return float(value)


def whole(path: Path, fields: dict[str, object], field: str, otherwise: int | None = None) -> int:
    value = fields.get(field)
    if value is None and otherwise is not None:
        return otherwise
    if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
        raise Refusal(path, f"{field} is {value}, where a whole number above zero is needed")
    return value


def check_tensors(folder: Path, checkpoint: Checkpoint, architecture: Architecture) -> None:
    """Compares what the checkpoint holds with what the architecture needs. Raises `Refusal` naming the first difference."""
    expected = dict(architecture.tensors())
    for name, shape in expected.items():
        stored = checkpoint.tensors.get(name)
        if stored is None:
            raise Refusal(folder, f"no file holds the tensor {name}, which config.json calls for")
        if stored.shape != shape:
            raise Refusal(
                stored.file,
                f"the tensor {name} has the shape {list(stored.shape)}; config.json calls for {list(shape)}",
            )
    for name, stored in checkpoint.tensors.items():
        derived = name.endswith("rotary_emb.inv_freq") or (
            architecture.tied and name == "lm_head.weight"
        )
        if name not in expected and not derived:
            raise Refusal(
                stored.file, f"the tensor {name} has no place in a {architecture.family} model"
            )
