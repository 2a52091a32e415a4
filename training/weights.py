"""Weights with the shape and the vocabulary that they fit: what one stage hands to the next."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from faults import StageFault
from model import Decoder, Shape
from storage import Record, prefixed, read_record, write_record
from tokenizer import Tokenizer

BELIEFS = 50
"""What the belief head tells apart: the 49 conditions, and none of them."""

WEIGHTS_REMEDY = "Run the stage that writes it again"


@dataclass(frozen=True)
class Weights:
    """A decoder and, where a stage trained one, its belief head: width to 50 logits."""

    decoder: Decoder
    belief_head: torch.nn.Linear


def new_weights(shape: Shape) -> Weights:
    """Untrained weights from torch's random state; the head starts without an opinion."""
    decoder = Decoder(shape)
    head = torch.nn.Linear(shape.width, BELIEFS)
    torch.nn.init.zeros_(head.weight)
    torch.nn.init.zeros_(head.bias)
    return Weights(decoder, head)


def weights_record(weights: Weights, tokenizer: Tokenizer) -> Record:
    """What a weights file holds."""
    return Record(
        facts=dict(shape=asdict(weights.decoder.shape), vocabulary=tokenizer.digest),
        tensors={
            **prefixed("decoder", weights.decoder.state_dict()),
            **prefixed("belief_head", weights.belief_head.state_dict()),
        },
    )


def weights_from(record: Record, tokenizer: Tokenizer, path: Path) -> Weights:
    """The weights of a record; faults, naming `path`, where vocabulary or shapes do not fit."""
    if record.facts.get("vocabulary") != tokenizer.digest:
        raise StageFault(
            path,
            "was trained with another vocabulary than merges.json",
            "Use the vocabulary of its own work folder, or train again",
        )
    try:
        shape = Shape(**record.facts["shape"])
        weights = new_weights(shape)
    except (KeyError, TypeError, RuntimeError) as error:
        wrong = f"has no shape that can be built ({error})"
        raise StageFault(path, wrong, WEIGHTS_REMEDY) from error
    if shape.vocabulary != len(tokenizer.tokens):
        raise StageFault(path, "does not fit the vocabulary's size", WEIGHTS_REMEDY)
    decoder, head = record.group("decoder"), record.group("belief_head")
    for module, state in ((weights.decoder, decoder), (weights.belief_head, head)):
        misfitting = misfit(module, state)
        if misfitting is not None:
            raise StageFault(path, f"shapes do not fit the model: {misfitting}", WEIGHTS_REMEDY)
        module.load_state_dict(state)
    return weights


def misfit(module: torch.nn.Module, state: dict[str, torch.Tensor]) -> str | None:
    """The first name whose tensor is missing, left over or of another shape."""
    expected = {name: tuple(value.shape) for name, value in module.state_dict().items()}
    found = {name: tuple(value.shape) for name, value in state.items()}
    names = sorted(expected.keys() | found.keys())
    return next((name for name in names if expected.get(name) != found.get(name)), None)


def write_weights(path: Path, weights: Weights, tokenizer: Tokenizer) -> None:
    """Writes a weights file."""
    write_record(path, weights_record(weights, tokenizer))


def read_weights(path: Path, tokenizer: Tokenizer) -> Weights:
    """Reads a weights file; faults where it is missing, damaged, or does not fit the vocabulary."""
    return weights_from(read_record(path, WEIGHTS_REMEDY), tokenizer, path)
