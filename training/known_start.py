"""Begins the decoder with what the frequencies say, so that training refines a calculation instead of discovering it.

Usage: training/run.sh training/known_start.py WORK --evidence WORK/evidence.json [--out WORK/start.pt]

The token of a finding carries in its embedding ln P(finding | condition), one dimension a condition; a head of the first
block averages them over the case; the token of a condition's name reads its own sum. All else begins at random as usual.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from faults import StageFault, run_stage
from shape_options import add_shape_options, shape_of
from prepare import load_vocabulary
from storage import read_bytes, write_record
from tokenizer import Tokenizer
from weights import BELIEFS, Weights, new_weights, weights_record

EVIDENCE = slice(0, BELIEFS)
"""Where a finding's token carries what it says."""

BALANCE = slice(BELIEFS, 2 * BELIEFS)
"""Where every position carries what all findings before it say."""

EVIDENCE_REMEDY = "Write it again: npx tsx training/cases/write-evidence.ts FILE"

EVIDENCE_SCALE = 0.03
"""Embedding units a nat: a telling finding then weighs about as much as the random part of an embedding."""

CARRIED = 400.0
"""Gain of the averaging head: it makes up for the average being over all tokens, and leads the sum over all else."""

NAMED = 0.12
"""How strongly a condition's name reads its sum."""

READ = 0.8
"""How strongly the belief head does."""


def place_evidence(weights: Weights, tokenizer: Tokenizer, evidence: dict[str, list[float]]) -> int:
    """Writes the evidence into the embeddings; how many names of findings are tokens."""
    embedding = weights.decoder.embedding.weight
    placed = 0
    embedding[:, : 2 * BELIEFS] = 0
    for name, values in evidence.items():
        token = tokenizer.ids.get(name)
        if token is not None:
            embedding[token, EVIDENCE] = EVIDENCE_SCALE * torch.tensor(values)
            placed += 1
    return placed


def place_average(weights: Weights) -> None:
    """Lets the first head of the first block carry the average of the evidence into the balance."""
    block = weights.decoder.blocks[0]
    shape = weights.decoder.shape
    width = shape.head_width
    query_width = shape.heads * width
    values_from = query_width + shape.key_value_heads * width
    with torch.no_grad():
        block.query_key_value.weight[:width] = 0
        values = block.query_key_value.weight[values_from : values_from + width]
        values.zero_()
        values[:BELIEFS, EVIDENCE] = torch.eye(BELIEFS)
        block.attention_out.weight[:, :width] = 0
        block.attention_out.weight[BALANCE, :BELIEFS] = CARRIED / width * torch.eye(BELIEFS)


def place_reading(weights: Weights, tokenizer: Tokenizer, conditions: list[str]) -> None:
    """Lets the names of conditions, and the belief head, read the balance."""
    for index, name in enumerate(conditions):
        token = tokenizer.ids.get(name)
        if token is not None:
            weights.decoder.embedding.weight[token, BELIEFS + index] = NAMED
    weights.belief_head.weight[:, BALANCE] = READ * torch.eye(BELIEFS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--evidence", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    add_shape_options(parser)
    arguments = parser.parse_args()
    tokenizer = load_vocabulary(arguments.work)
    try:
        fields = json.loads(read_bytes(arguments.evidence, EVIDENCE_REMEDY))
        conditions = [str(name) for name in fields["conditions"]]
        evidence = {str(name): [float(v) for v in row] for name, row in fields["evidence"].items()}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StageFault(arguments.evidence, "holds no evidence", EVIDENCE_REMEDY) from error
    if any(len(row) != BELIEFS for row in evidence.values()):
        raise StageFault(arguments.evidence, "has a row of another length", EVIDENCE_REMEDY)
    torch.manual_seed(arguments.seed)
    weights = new_weights(shape_of(arguments, len(tokenizer.tokens)))
    with torch.no_grad():
        placed = place_evidence(weights, tokenizer, evidence)
        place_average(weights)
        place_reading(weights, tokenizer, conditions)
    out = arguments.out or arguments.work / "start.pt"
    write_record(out, weights_record(weights, tokenizer))
    print(f"{out}: {placed} findings known")


if __name__ == "__main__":
    run_stage(main)
