"""Completes prompts in batches with a key-value cache; the completions of one prompt share its keys and values.

Prompts of one batch are padded on the left. Rotary positions count from the left edge, padding included: attention sees only
their differences (arXiv 2104.09864), so the padding, masked, changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import torch
import torch.nn.functional as F

from model import Decoder, attend

BARRED = -1e9
"""Added to the score of a position that must not be seen, as in the decoder's own mask."""


@dataclass(frozen=True)
class Sampling:
    """How completions are drawn: `temperature` 0 is greedy, `budget` is tokens at most, `rows` go side by side."""

    budget: int
    temperature: float = 1.0
    group: int = 1
    rows: int = 64


@dataclass
class Completion:
    """The tokens after the prompt without the end token; `ended` is False where the budget cut them."""

    tokens: list[int] = field(default_factory=list)
    ended: bool = False


class Cache:
    """Keys and values of `prompts` prompts and of `group` completions of each, layer by layer.

    Completions lie as [prompts, pairs, group, time, head_width], so that the queries of one prompt's completions meet its
    keys in one product and no key of a prompt is stored twice.
    """

    def __init__(
        self,
        prompt: list[tuple[torch.Tensor, torch.Tensor]],
        mask: torch.Tensor,
        group: int,
        budget: int,
    ) -> None:
        prompts, pairs, _, width = prompt[0][0].shape
        self.prompt = prompt
        self.mask = mask
        self.group = group
        size = (prompts, pairs, group, budget, width)
        self.own = [(torch.empty(size), torch.empty(size)) for _ in prompt]
        self.length = 0

    @property
    def position(self) -> int:
        """The rotary position of the next token."""
        return self.mask.shape[-1] + self.length

    def keep(self, rows: torch.Tensor) -> "Cache":
        """A cache of the given rows alone, each with its own copy of its prompt."""
        prompts = rows // self.group
        kept = Cache.__new__(Cache)
        kept.prompt = [(keys[prompts], values[prompts]) for keys, values in self.prompt]
        kept.mask = self.mask[prompts]
        kept.group = 1
        kept.length = self.length
        members = rows % self.group
        kept.own = [
            (
                keys[prompts, :, members].unsqueeze(2),
                values[prompts, :, members].unsqueeze(2),
            )
            for keys, values in self.own
        ]
        return kept

    def attend(
        self, layer: int, queries: torch.Tensor, keys: torch.Tensor, values: torch.Tensor
    ) -> torch.Tensor:
        """Adds one token for each row and returns what its queries mix, [rows, 1, heads * head_width]."""
        prompt_keys, prompt_values = self.prompt[layer]
        own_keys, own_values = self.own[layer]
        prompts, pairs, time, width = prompt_keys.shape
        group, rows, heads = self.group, queries.shape[0], queries.shape[1]
        own_keys[:, :, :, self.length] = keys.view(prompts, group, pairs, width).transpose(1, 2)
        own_values[:, :, :, self.length] = values.view(prompts, group, pairs, width).transpose(1, 2)
        own_keys = own_keys[:, :, :, : self.length + 1]
        own_values = own_values[:, :, :, : self.length + 1]
        # [prompts, pairs, group, queries of a pair, head_width]
        split = queries.view(prompts, group, pairs, heads // pairs, width).transpose(1, 2)
        split = split.contiguous() * width**-0.5
        stacked = split.view(prompts, pairs, -1, width)
        shared = stacked @ prompt_keys.transpose(-1, -2) + self.mask
        shared = shared.view(prompts, pairs, group, -1, time)
        weights = F.softmax(torch.cat([shared, split @ own_keys.transpose(-1, -2)], -1), -1)
        mixed = weights[..., time:] @ own_values
        of_prompt = weights[..., :time].reshape(prompts, pairs, -1, time) @ prompt_values
        mixed = mixed + of_prompt.view_as(mixed)
        return mixed.transpose(1, 2).reshape(rows, 1, heads * width)


def prefill(
    model: Decoder, prompts: Sequence[Sequence[int]], group: int, budget: int
) -> tuple[torch.Tensor, Cache]:
    """Logits after each prompt, [prompts, vocabulary], and the cache for `group` completions of each."""
    longest = max(len(prompt) for prompt in prompts)
    ids = torch.zeros(len(prompts), longest, dtype=torch.long)
    padding = torch.zeros(len(prompts), 1, 1, longest)
    for row, prompt in enumerate(prompts):
        ids[row, longest - len(prompt) :] = torch.tensor(prompt, dtype=torch.long)
        padding[row, ..., : longest - len(prompt)] = BARRED
    cosine, sine = model.cosine[:longest], model.sine[:longest]
    mask = model.mask[:longest, :longest] + padding.unsqueeze(-2)
    x = model.embedding(ids)
    stored: list[tuple[torch.Tensor, torch.Tensor]] = []
    for block in model.blocks:
        queries, keys, values = block.project(x, cosine, sine)
        stored.append((keys.contiguous(), values.contiguous()))
        x = x + block.attention_out(attend(queries, keys, values, mask))
        x = block.feed_forward(x)
    logits = F.linear(model.final_norm(x[:, -1]), model.embedding.weight)
    return logits, Cache(stored, padding, group, budget)


def step(model: Decoder, cache: Cache, tokens: torch.Tensor) -> torch.Tensor:
    """Logits [rows, vocabulary] after one more token of each row."""
    position = cache.position
    cosine, sine = model.cosine[position : position + 1], model.sine[position : position + 1]
    x = model.embedding(tokens).unsqueeze(1)
    for layer, block in enumerate(model.blocks):
        queries, keys, values = block.project(x, cosine, sine)
        x = x + block.attention_out(cache.attend(layer, queries, keys, values))
        x = block.feed_forward(x)
    cache.length += 1
    return F.linear(model.final_norm(x[:, 0]), model.embedding.weight)


def choose(
    logits: torch.Tensor, temperature: float, generator: torch.Generator | None
) -> torch.Tensor:
    """One token for each row: the likeliest at temperature 0, else drawn by inverting the cumulative probabilities."""
    if temperature <= 0:
        return logits.argmax(-1)
    cumulative = F.softmax(logits / temperature, -1).cumsum(-1)
    drawn = torch.rand(len(logits), 1, generator=generator) * cumulative[:, -1:]
    found = torch.searchsorted(cumulative, drawn, right=True).squeeze(1)
    return found.clamp_max(logits.shape[1] - 1)


def complete_batch(
    model: Decoder,
    prompts: Sequence[Sequence[int]],
    end: int,
    sampling: Sampling,
    generator: torch.Generator | None,
) -> list[Completion]:
    """`sampling.group` completions of each prompt, prompt by prompt; all of them run side by side."""
    longest = max(len(prompt) for prompt in prompts)
    budget = min(sampling.budget, model.shape.context - longest)
    done = [Completion() for _ in range(len(prompts) * sampling.group)]
    if budget <= 0:
        return done
    logits, cache = prefill(model, prompts, sampling.group, budget)
    logits = logits.repeat_interleave(sampling.group, 0)
    running = list(range(len(done)))
    for count in range(budget):
        tokens = choose(logits, sampling.temperature, generator)
        for row, token in zip(running, tokens.tolist()):
            if done[row].ended:
                continue
            if token == end:
                done[row].ended = True
            else:
                done[row].tokens.append(token)
        places = [place for place, row in enumerate(running) if not done[row].ended]
        if not places or count + 1 == budget:
            break
        # Ended rows are carried along until a third is idle: repacking copies the cache.
        if len(places) <= len(running) * 2 // 3:
            kept = torch.tensor(places)
            cache, tokens = cache.keep(kept), tokens[kept]
            running = [running[place] for place in places]
        logits = step(model, cache, tokens)
    return done


@torch.no_grad()
def complete(
    model: Decoder,
    prompts: Sequence[Sequence[int]],
    end: int,
    sampling: Sampling,
    generator: torch.Generator | None = None,
) -> list[list[Completion]]:
    """For each prompt its `sampling.group` completions, in the order given.

    Prompts of similar length run together. The same generator state, prompts and sampling give the same completions. A
    prompt as long as the model's context gets empty completions that have not ended.
    """
    order = sorted(range(len(prompts)), key=lambda index: len(prompts[index]))
    width = max(1, sampling.rows // sampling.group)
    completions: list[list[Completion]] = [[] for _ in prompts]
    for start in range(0, len(order), width):
        chosen = order[start : start + width]
        together = [prompts[index] for index in chosen]
        batch = complete_batch(model, together, end, sampling, generator)
        for place, index in enumerate(chosen):
            first = place * sampling.group
            completions[index] = batch[first : first + sampling.group]
    return completions
