"""The objective of group relative policy optimisation (GRPO, arXiv 2402.03300) on sampled completions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F

from model import Decoder

SPREADLESS = 1e-4
"""A group whose rewards deviate by less teaches nothing: its advantages are 0."""


@dataclass(frozen=True)
class Clipping:
    """How far a token's probability may move for its advantage, and how much divergence costs."""

    low: float = 0.2
    high: float = 0.2
    divergence: float = 0.02


@dataclass(frozen=True)
class Row:
    """A prompt with one completion, end token included, and the advantage of every token of it."""

    prompt: list[int]
    completion: list[int]
    advantage: float

    def __len__(self) -> int:
        return len(self.prompt) + len(self.completion)


def advantages(rewards: torch.Tensor) -> torch.Tensor:
    """Rewards [groups, members] less their group's mean, over its standard deviation; 0 in a group without spread."""
    centred = rewards - rewards.mean(1, keepdim=True)
    deviation = centred.pow(2).mean(1, keepdim=True).sqrt()
    return torch.where(deviation > SPREADLESS, centred / deviation.clamp_min(SPREADLESS), 0.0)


def micro_batches(rows: Sequence[int], lengths: Sequence[int], tokens: int) -> list[list[int]]:
    """The rows in batches of similar length, each of at most `tokens` with its padding, and of at least one row."""
    batches: list[list[int]] = []
    for row in sorted(rows, key=lambda row: lengths[row]):
        if not batches or (len(batches[-1]) + 1) * lengths[row] > tokens:
            batches.append([])
        batches[-1].append(row)
    return batches


def token_log_probabilities(
    model: Decoder, rows: Sequence[Row], temperature: float
) -> tuple[torch.Tensor, torch.Tensor]:
    """Of every token of the completions, row after row: its log probability when sampled so, and its row."""
    longest = max(len(row) for row in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    predicts = torch.zeros(len(rows), longest - 1, dtype=torch.bool)
    for place, row in enumerate(rows):
        ids[place, : len(row)] = torch.tensor(row.prompt + row.completion)
        predicts[place, len(row.prompt) - 1 : len(row) - 1] = True
    hidden = model.hidden(ids[:, :-1])[predicts]
    # Only the positions that predict a completion's tokens meet the vocabulary.
    logits = F.linear(hidden, model.embedding.weight).float() / temperature
    chosen = ids[:, 1:][predicts]
    taken = torch.log_softmax(logits, -1).gather(1, chosen.unsqueeze(1)).squeeze(1)
    return taken, torch.nonzero(predicts)[:, 0]


@dataclass(frozen=True)
class Objective:
    """The loss to minimise, and what it was made of: sums over tokens, for the log."""

    loss: torch.Tensor
    divergence: float
    clipped: int
    tokens: int


def objective(
    taken: torch.Tensor,
    before: torch.Tensor,
    reference: torch.Tensor,
    places: torch.Tensor,
    rows: Sequence[Row],
    clipping: Clipping,
) -> Objective:
    """Equation 3 of the paper, negated and summed over `rows`: each completion counts by the mean of its tokens.

    `taken`, `before` and `reference` are log probabilities of the tokens now, when sampled, and under the reference. The
    divergence is the estimator exp(d) - d - 1 with d = reference - taken, which is unbiased and never negative (Schulman
    2020, joschu.net/blog/kl-approx.html).
    """
    advantage = torch.tensor([row.advantage for row in rows])[places]
    share = 1 / torch.tensor([float(len(row.completion)) for row in rows])[places]
    ratio = (taken - before).exp()
    bounded = ratio.clamp(1 - clipping.low, 1 + clipping.high)
    surrogate = torch.minimum(ratio * advantage, bounded * advantage)
    difference = reference - taken
    divergence = difference.exp() - difference - 1
    loss = ((clipping.divergence * divergence - surrogate) * share).sum()
    clipped = int((bounded * advantage < ratio * advantage).sum())
    return Objective(loss, float(divergence.detach().sum()), clipped, len(taken))
