"""Small random models of both shapes, with the tensor names and layout of real checkpoints, for tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Mapping

import numpy as np

from architecture import read_architecture

LLAMA: dict[str, Any] = dict(
    model_type="llama",
    vocab_size=128256,
    hidden_size=64,
    intermediate_size=96,
    num_hidden_layers=2,
    num_attention_heads=4,
    num_key_value_heads=2,
    max_position_embeddings=256,
    rms_norm_eps=1e-5,
    rope_theta=500000.0,
    rope_scaling=dict(
        rope_type="llama3",
        factor=32.0,
        low_freq_factor=1.0,
        high_freq_factor=4.0,
        original_max_position_embeddings=64,
    ),
    hidden_act="silu",
    tie_word_embeddings=True,
    eos_token_id=[1, 2],
)
"""The vocabulary of Llama 3.2 at a width of 64."""

QWEN3: dict[str, Any] = dict(
    model_type="qwen3",
    vocab_size=151936,
    hidden_size=64,
    intermediate_size=96,
    num_hidden_layers=2,
    num_attention_heads=4,
    num_key_value_heads=2,
    head_dim=32,
    max_position_embeddings=256,
    rms_norm_eps=1e-6,
    rope_theta=1000000.0,
    hidden_act="silu",
    tie_word_embeddings=True,
    eos_token_id=1,
)
"""The vocabulary of Qwen3 at a width of 64, its heads wider than their share of it."""


def random_weights(
    config: Mapping[str, object], folder: Path, seed: int = 1
) -> dict[str, np.ndarray]:
    """Weights large enough that attention and gates leave their linear range."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(config))
    random = np.random.default_rng(seed)
    weights = {}
    for name, shape in read_architecture(folder / "config.json").tensors():
        drawn = random.standard_normal(shape, dtype=np.float32)
        weights[name] = drawn * 0.25 if len(shape) == 2 else 1 + 0.2 * drawn
    return weights


def write_safetensors(path: Path, weights: Mapping[str, np.ndarray], kind: str = "F32") -> None:
    """Writes one file; bfloat16 takes the upper half of each 32-bit float, as truncation."""
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    bodies: list[bytes] = []
    at = 0
    for name, values in weights.items():
        body = encoded(values, kind)
        header[name] = dict(dtype=kind, shape=list(values.shape), data_offsets=[at, at + len(body)])
        bodies.append(body)
        at += len(body)
    head = json.dumps(header).encode()
    path.write_bytes(len(head).to_bytes(8, "little") + head + b"".join(bodies))


def encoded(values: np.ndarray, kind: str) -> bytes:
    if kind == "BF16":
        return (values.astype("<f4").view("<u4") >> 16).astype("<u2").tobytes()
    return values.astype("<f2" if kind == "F16" else "<f4").tobytes()


def write_tokenizer(folder: Path) -> None:
    """A byte-level tokenizer of 256 single bytes, which no test of weights needs to be larger."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    pieces = [chr(byte) for byte in printable] + [chr(256 + index) for index in range(len(others))]
    definition: dict[str, object] = dict(
        added_tokens=[],
        normalizer=None,
        pre_tokenizer=dict(type="ByteLevel", add_prefix_space=False, use_regex=False),
        post_processor=None,
        decoder=dict(type="ByteLevel"),
        model=dict(
            type="BPE", vocab={piece: index for index, piece in enumerate(pieces)}, merges=[]
        ),
    )
    (folder / "tokenizer.json").write_text(json.dumps(definition))
    (folder / "tokenizer_config.json").write_text(json.dumps(dict(tokenizer_class="GPT2Tokenizer")))


def write_random_model(folder: Path, config: Mapping[str, object], kind: str = "F32") -> None:
    """A whole model folder as a hub would give it."""
    weights = random_weights(config, folder)
    write_safetensors(folder / "model.safetensors", weights, kind)
    write_tokenizer(folder)
