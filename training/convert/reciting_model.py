"""A small model of the Qwen3 shape that recites one answer, for tests of the whole job: its weights are made, not trained.

The token that was read last decides which one comes next: its row of the embedding is a code of signs, and the row of the
output matrix of the token that follows holds the same code. Attention and the gates are random, and small beside the codes.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np

from random_model import QWEN3, random_weights, write_safetensors, write_tokenizer

ANSWER = """Step 1: Problem representation. 45-year-old man with fever [1], productive cough [1] and shortness of breath [2].
Step 2: Hypotheses. Pneumonia, Bronchitis, Pulmonary embolism.
Step 3: Evidence for Pneumonia. fever [1]; productive cough [1]; shortness of breath [2].
Step 4: Evidence against Pulmonary embolism. no chest pain [3].
Step 5: Safety check. Pulmonary embolism must not be missed; against it: no chest pain [3].
Step 6: Conclusion. Pneumonia is most likely.
</think>

## Clinical Assessment

**Primary Diagnosis**: Pneumonia

**Confidence**: 72%

**Differential**:
1. Pneumonia (72%) - for: [1] [2]; against: none
2. Bronchitis (20%) - for: [1] [4]; against: [2]

**Reasoning**: fever [1] and shortness of breath [2] fit Pneumonia better than Bronchitis.

**Next step**: chest X-ray
"""
"""What it says of any case; written for one of a man with a fever and a cough."""

CONFIG = {
    **QWEN3,
    "head_dim": 16,
    "max_position_embeddings": 4096,
    "tie_word_embeddings": False,
}
"""Room for the instructions byte by byte, and heads so narrow that the tables of positions stay small."""

CODE = 1.0
"""Size of an entry of a code."""
REST = 0.02
"""By how much attention and gates are scaled: enough to count in the known answers, too little to change what comes next."""


def pieces(text: str) -> list[str]:
    """The text in parts of which no two are the same, since a vocabulary holds a piece once."""
    found: list[str] = []
    part = ""
    for word in re.findall(r"\s*\S+(?:\s+$)?", text):
        part += word
        if part not in found:
            found.append(part)
            part = ""
    assert part == ""
    return found


def write_reciting_model(folder: Path) -> None:
    """A whole model folder as a hub would give it. It goes on after a line's end, as its template leaves it."""
    folder.mkdir(parents=True, exist_ok=True)
    write_tokenizer(folder)
    definition = json.loads((folder / "tokenizer.json").read_text())
    vocabulary = definition["model"]["vocab"]
    printable = {byte: piece for byte, piece in enumerate_bytes(vocabulary)}
    said = ["".join(printable[byte] for byte in part.encode()) for part in pieces(ANSWER)]
    end = len(vocabulary) + len(said)
    for piece in said:
        vocabulary[piece] = len(vocabulary)
    definition["added_tokens"] = [
        dict(
            id=end,
            content="<|end|>",
            single_word=False,
            lstrip=False,
            rstrip=False,
            normalized=False,
            special=True,
        )
    ]
    (folder / "tokenizer.json").write_text(json.dumps(definition))
    config = {**CONFIG, "vocab_size": end + 1, "eos_token_id": end}
    weights = random_weights(config, folder)
    for name, values in weights.items():
        if name.endswith(("o_proj.weight", "down_proj.weight")):
            weights[name] = values * REST
    chain = [vocabulary[printable[ord("\n")]], *(vocabulary[piece] for piece in said), end]
    codes = np.sign(np.random.default_rng(2).standard_normal((end + 1, config["hidden_size"])))
    weights["model.embed_tokens.weight"] = (codes * CODE).astype(np.float32)
    output = np.zeros_like(weights["lm_head.weight"])
    for token, following in zip(chain, chain[1:]):
        output[following] = codes[token] * CODE
    weights["lm_head.weight"] = output
    write_safetensors(folder / "model.safetensors", weights)


def enumerate_bytes(vocabulary: dict[str, int]) -> list[tuple[int, str]]:
    """Each byte with the piece that stands for it, in the order in which `write_tokenizer` numbers them."""
    values = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in values]
    return list(zip([*values, *others], vocabulary))
