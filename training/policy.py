"""The policy that GRPO trains: a decoder with adapters, the frozen decoder under them being the reference."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import torch

from adapters import (
    Adaptation,
    adapt,
    adapter_state,
    load_adapters,
    merge,
    without_adapters,
)
from model import Decoder
from objective import Clipping, Row, micro_batches, objective, token_log_probabilities
from precision import fast_precision
from rollout import Completion, Sampling, complete
from storage import Record, prefixed

MOMENTS = ("exp_avg", "exp_avg_sq")
LARGEST_GRADIENT = 1.0
"""Norm to which a longer gradient is cut."""


@dataclass(frozen=True)
class PolicySettings:
    """How the policy samples and learns; `updates` steps are taken on each set of completions."""

    adaptation: Adaptation = field(default_factory=Adaptation)
    clipping: Clipping = field(default_factory=Clipping)
    temperature: float = 1.0
    rate: float = 2e-4
    updates: int = 2
    batch_tokens: int = 8192


@dataclass(frozen=True)
class Update:
    """What an update did: means over tokens, and the largest gradient's norm before it was cut."""

    divergence: float = 0.0
    clip_share: float = 0.0
    gradient: float = 0.0


class Policy:
    """Samples completions and learns from their advantages."""

    def __init__(self, decoder: Decoder, settings: PolicySettings) -> None:
        self.settings = settings
        # Sampling runs on merged weights: the adapters would cost at every token.
        self.plain = Decoder(decoder.shape)
        self.plain.load_state_dict(decoder.state_dict())
        self.decoder = decoder
        self.parameters = adapt(decoder, settings.adaptation)
        self.adam = torch.optim.AdamW(
            self.parameters, lr=settings.rate, betas=(0.9, 0.95), weight_decay=0.0
        )
        self.updates = 0

    def sample(
        self,
        prompts: Sequence[Sequence[int]],
        end: int,
        sampling: Sampling,
        generator: torch.Generator,
    ) -> list[list[Completion]]:
        """The completions of each prompt by the policy as it is now."""
        self.plain.load_state_dict(merge(self.decoder))
        return complete(self.plain, prompts, end, sampling, generator)

    def log_probabilities(self, rows: Sequence[Row], of: Sequence[int]) -> dict[int, torch.Tensor]:
        """Of the tokens of the given rows' completions, by row and without gradient."""
        found: dict[int, torch.Tensor] = {}
        with torch.no_grad(), fast_precision():
            for batch in self.batches(rows, of):
                chosen = [rows[row] for row in batch]
                taken, places = token_log_probabilities(
                    self.decoder, chosen, self.settings.temperature
                )
                found.update((row, taken[places == place]) for place, row in enumerate(batch))
        return found

    def batches(self, rows: Sequence[Row], of: Sequence[int]) -> list[list[int]]:
        """The given rows in batches that fit into memory."""
        return micro_batches(of, [len(row) for row in rows], self.settings.batch_tokens)

    def update(self, rows: Sequence[Row], scale: float, draw: random.Random) -> Update:
        """Learns from the rows, in `updates` parts of them at random; `scale` is the share of the full rate."""
        settings = self.settings
        if not rows:
            return Update()
        for group in self.adam.param_groups:
            group["lr"] = settings.rate * scale
        shuffled = draw.sample(range(len(rows)), len(rows))
        count = min(settings.updates, len(rows))
        parts = [shuffled[start::count] for start in range(count)]
        # The first part is learnt by the policy that sampled it: its probabilities before are those now.
        before = self.log_probabilities(rows, [row for part in parts[1:] for row in part])
        with without_adapters(self.decoder):
            reference = self.log_probabilities(rows, shuffled)
        divergence, clipped, tokens, gradient = 0.0, 0, 0, 0.0
        for part in parts:
            for batch in self.batches(rows, part):
                chosen = [rows[row] for row in batch]
                with fast_precision():
                    taken, places = token_log_probabilities(
                        self.decoder, chosen, settings.temperature
                    )
                earlier = [before[row] for row in batch if row in before]
                result = objective(
                    taken,
                    torch.cat(earlier) if earlier else taken.detach(),
                    torch.cat([reference[row] for row in batch]),
                    places,
                    chosen,
                    settings.clipping,
                )
                (result.loss / len(part)).backward()
                divergence += result.divergence
                clipped += result.clipped
                tokens += result.tokens
            norm = torch.nn.utils.clip_grad_norm_(self.parameters, LARGEST_GRADIENT)
            gradient = max(gradient, float(norm))
            self.adam.step()
            self.adam.zero_grad(set_to_none=True)
            self.updates += 1
        return Update(divergence / tokens, clipped / tokens, gradient)

    def tensors(self) -> dict[str, torch.Tensor]:
        """Adapters and optimiser for a checkpoint, to be kept together with `updates`."""
        kept = prefixed("adapters", adapter_state(self.decoder))
        for moment in MOMENTS:
            for place, parameter in enumerate(self.parameters):
                state = self.adam.state.get(parameter, {})
                kept[f"{moment}.{place}"] = state.get(moment, torch.zeros_like(parameter))
        return kept

    def restore(self, record: Record, updates: int) -> None:
        """Takes up what `tensors` gave; raises ValueError, KeyError or RuntimeError where it does not fit."""
        load_adapters(self.decoder, record.group("adapters"))
        moments = {moment: record.group(moment) for moment in MOMENTS}
        for place, parameter in enumerate(self.parameters):
            stored = {name: values[str(place)].clone() for name, values in moments.items()}
            if any(value.shape != parameter.shape for value in stored.values()):
                raise ValueError("the optimiser's state does not fit the model")
            self.adam.state[parameter] = dict(step=torch.tensor(float(updates)), **stored)
        self.updates = updates
