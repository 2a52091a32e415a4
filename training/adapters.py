"""Low-rank adapters with DoRA's magnitude and rank-stabilised scaling on chosen linear layers of the decoder.

LoRA: arXiv 2106.09685. DoRA: arXiv 2402.09353, with the norm as a constant in the gradient (its section 4.3). Rank-stabilised
scaling alpha / sqrt(rank): arXiv 2312.03732. As in the field's own library (PEFT) the norm is taken for each output.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F

from model import Decoder

LAYERS = ("query_key_value", "attention_out", "gate_up", "down")
"""The linear layers of a block, all of which the adapters can take."""

ADAPTER_PARTS = (".lower", ".upper", ".magnitude")


@dataclass(frozen=True)
class Adaptation:
    """What is adapted and how strongly; the update is scaled by alpha / sqrt(rank)."""

    rank: int = 16
    alpha: float = 16.0
    layers: tuple[str, ...] = LAYERS


class AdaptedLinear(nn.Module):
    """A frozen linear layer without bias whose direction and magnitude are learnt apart."""

    weight: torch.Tensor
    scale: float
    lower: nn.Parameter
    upper: nn.Parameter
    magnitude: nn.Parameter
    active: bool

    def __init__(self, base: nn.Linear, adaptation: Adaptation) -> None:
        super().__init__()
        if base.bias is not None:
            raise ValueError("a linear layer with a bias cannot be adapted")
        rank = adaptation.rank
        self.register_buffer("weight", base.weight.detach().clone())
        self.scale = adaptation.alpha / rank**0.5
        self.lower = nn.Parameter(torch.empty(rank, base.in_features))
        self.upper = nn.Parameter(torch.zeros(base.out_features, rank))
        self.magnitude = nn.Parameter(self.weight.norm(dim=1))
        self.active = True
        nn.init.kaiming_uniform_(self.lower, a=5**0.5)

    def merged(self) -> torch.Tensor:
        """The weight of the plain layer that computes the same, [outputs, inputs]."""
        direction = self.weight + self.scale * (self.upper @ self.lower)
        return direction * (self.magnitude / direction.detach().norm(dim=1)).unsqueeze(1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.linear(x, self.merged() if self.active else self.weight)


def adapted_layers(model: Decoder) -> Iterator[tuple[str, AdaptedLinear]]:
    """Each adapted layer with its name."""
    for name, module in model.named_modules():
        if isinstance(module, AdaptedLinear):
            yield name, module


def adapt(model: Decoder, adaptation: Adaptation) -> list[nn.Parameter]:
    """Freezes the decoder, puts adapters on it and returns their parameters, the only ones that train.

    The decoder computes what it did before. Raises ValueError for a layer that no block has.
    """
    unknown = sorted(set(adaptation.layers) - set(LAYERS))
    if unknown:
        raise ValueError(f"no block has a linear layer {unknown[0]}; there are {', '.join(LAYERS)}")
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    for block in model.blocks:
        for layer in adaptation.layers:
            setattr(block, layer, AdaptedLinear(getattr(block, layer), adaptation))
    return [parameter for parameter in model.parameters() if parameter.requires_grad]


@contextmanager
def without_adapters(model: Decoder) -> Iterator[None]:
    """Inside, the decoder computes as before it was adapted."""
    layers = [layer for _, layer in adapted_layers(model)]
    for layer in layers:
        layer.active = False
    try:
        yield
    finally:
        for layer in layers:
            layer.active = True


@torch.no_grad()
def merge(model: Decoder) -> dict[str, torch.Tensor]:
    """Weights of a plain decoder that computes the same."""
    merged = {f"{name}.weight": layer.merged().clone() for name, layer in adapted_layers(model)}
    return {
        name: merged.get(name, value).detach().clone()
        for name, value in model.state_dict().items()
        if not name.endswith(ADAPTER_PARTS)
    }


def adapter_state(model: Decoder) -> dict[str, torch.Tensor]:
    """The adapters' parameters alone, by name."""
    return {
        name: value.detach().clone()
        for name, value in model.state_dict().items()
        if name.endswith(ADAPTER_PARTS)
    }


@torch.no_grad()
def load_adapters(model: Decoder, state: dict[str, torch.Tensor]) -> None:
    """Puts back what `adapter_state` gave. Raises ValueError where names or shapes do not fit the adapted decoder."""
    own = {n: v for n, v in model.state_dict().items() if n.endswith(ADAPTER_PARTS)}
    if {n: v.shape for n, v in own.items()} != {n: v.shape for n, v in state.items()}:
        raise ValueError("the adapters do not fit the model")
    for name, value in state.items():
        own[name].copy_(value)
