"""Muon for the matrices, AdamW for the embedding, the norms and the belief head."""

from __future__ import annotations

from collections.abc import Iterable

import torch

from precision import has_bfloat16
from storage import Record, prefixed
from weights import Weights

MUON_RATE = 0.02
ADAM_RATE = 2e-3
MUON_MOMENTUM = 0.95
MUON_DECAY = 0.01

MATRICES, MOMENTS = "momentum", ("exp_avg", "exp_avg_sq")


class Muon:
    """Momentum with orthogonalised updates (Jordan et al. 2024, kellerjordan.github.io/posts/muon)."""

    def __init__(self, matrices: Iterable[torch.nn.Parameter]) -> None:
        self.matrices = list(matrices)
        self.momenta = [torch.zeros_like(matrix) for matrix in self.matrices]

    @staticmethod
    def orthogonalise(update: torch.Tensor) -> torch.Tensor:
        """Five Newton-Schulz steps of the quintic of Jordan et al. 2024."""
        transposed = update.shape[0] > update.shape[1]
        x = update.t() if transposed else update
        x = x / (x.norm() + 1e-7)
        if has_bfloat16():
            x = x.bfloat16()
        for _ in range(5):
            gram = x @ x.t()
            x = 3.4445 * x + (-4.7750 * gram + 2.0315 * (gram @ gram)) @ x
        return (x.t() if transposed else x).float()

    @torch.no_grad()
    def step(self, rate: float) -> None:
        """One update by the gradients, which are dropped."""
        for matrix, momentum in zip(self.matrices, self.momenta):
            if matrix.grad is None:
                continue
            momentum.mul_(MUON_MOMENTUM).add_(matrix.grad)
            update = self.orthogonalise(matrix.grad + MUON_MOMENTUM * momentum)
            aspect = max(1.0, matrix.shape[0] / matrix.shape[1]) ** 0.5
            matrix.mul_(1 - MUON_DECAY * rate).add_(update, alpha=-rate * aspect)
            matrix.grad = None


class Optimiser:
    """Both optimisers of one training run; `scale` is the share of the full learning rates."""

    def __init__(self, weights: Weights) -> None:
        named = list(weights.decoder.named_parameters())
        self.muon = Muon(p for n, p in named if p.dim() == 2 and "embedding" not in n)
        others = [p for n, p in named if p.dim() != 2 or "embedding" in n]
        self.others = others + list(weights.belief_head.parameters())
        self.adam = torch.optim.AdamW(
            self.others, lr=ADAM_RATE, betas=(0.9, 0.95), weight_decay=0.0
        )
        self.steps = 0

    def step(self, scale: float) -> None:
        """One update of every weight by its gradient; gradients are dropped."""
        for group in self.adam.param_groups:
            group["lr"] = ADAM_RATE * scale
        self.adam.step()
        self.adam.zero_grad(set_to_none=True)
        self.muon.step(MUON_RATE * scale)
        self.steps += 1

    def tensors(self) -> dict[str, torch.Tensor]:
        """The state as tensors by name, for a checkpoint together with `steps`."""
        stored = {str(place): momentum for place, momentum in enumerate(self.muon.momenta)}
        kept = prefixed(MATRICES, stored)
        for moment in MOMENTS:
            for place, parameter in enumerate(self.others):
                state = self.adam.state.get(parameter, {})
                kept[f"{moment}.{place}"] = state.get(moment, torch.zeros_like(parameter))
        return kept

    def restore(self, record: Record, steps: int) -> None:
        """Takes up the state of a checkpoint; raises KeyError or RuntimeError where it does not fit."""
        momenta = record.group(MATRICES)
        for place, momentum in enumerate(self.muon.momenta):
            momentum.copy_(momenta[str(place)])
        moments = {moment: record.group(moment) for moment in MOMENTS}
        for place, parameter in enumerate(self.others):
            self.adam.state[parameter] = dict(
                step=torch.tensor(float(steps)),
                **{name: stored[str(place)].clone() for name, stored in moments.items()},
            )
        self.steps = steps
