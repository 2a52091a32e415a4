"""The steps of a run of GRPO: draw cases, complete them, reward the completions, learn, and tell the log."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from faults import StageFault
from model import Decoder
from objective import Row, advantages
from policy import Policy, PolicySettings, Update
from reward import WEIGHTS, Case, reward_parts, total
from rollout import Completion, Sampling
from stage_log import Entry
from stage_run import CHECKPOINT_REMEDY
from storage import Record
from tokenizer import END, Tokenizer

WARM_UP_STEPS = 3


@dataclass(frozen=True)
class Settings:
    """What a run is, apart from its end; each step draws `prompts` cases and completes each `group` times."""

    prompts: int
    group: int
    budgets: tuple[int, ...]
    seed: int
    policy: PolicySettings

    def budget_at(self, progress: float) -> int:
        """The tokens that a completion may have at `progress` from 0 to 1."""
        return self.budgets[min(int(progress * len(self.budgets)), len(self.budgets) - 1)]


@dataclass(frozen=True)
class End:
    """A run ends after so many steps or minutes, whichever comes first."""

    steps: int
    minutes: float

    def progress(self, step: int, seconds: float) -> float:
        """From 0 to 1, where the run ends."""
        return max(step / self.steps, seconds / 60 / self.minutes)


def rows_of(
    prompt: list[int], completions: Sequence[Completion], gains: torch.Tensor, end: int
) -> list[Row]:
    """What is learnt from a group: the completions that ended, where the group's rewards differ."""
    return [
        Row(prompt, [*completion.tokens, end], float(gain))
        for completion, gain in zip(completions, gains)
        if completion.ended and float(gain) != 0
    ]


class Run:
    """A run of GRPO between two checkpoints."""

    def __init__(
        self, decoder: Decoder, tokenizer: Tokenizer, cases: Sequence[Case], settings: Settings
    ) -> None:
        self.tokenizer = tokenizer
        self.cases = cases
        self.settings = settings
        self.policy = Policy(decoder, settings.policy)
        self.end = tokenizer.ids[END]
        self.done = 0
        self.seconds = 0.0

    def step(self, progress: float) -> Entry:
        """Samples, rewards and learns once; returns the line for the log."""
        started = time.monotonic()
        settings = self.settings
        # All chance of a step comes from its number, so that a resumed run draws the same.
        draw = random.Random(f"{settings.seed}/{self.done}")
        generator = torch.Generator().manual_seed(draw.getrandbits(62))
        budget = settings.budget_at(progress)
        chosen = draw.sample(range(len(self.cases)), min(settings.prompts, len(self.cases)))
        cases = [self.cases[index] for index in chosen]
        prompts = [self.tokenizer.encode(case.prompt) for case in cases]
        sampling = Sampling(budget, settings.policy.temperature, settings.group)
        groups = self.policy.sample(prompts, self.end, sampling, generator)
        sampled = time.monotonic()
        parts = [
            [self.reward(case, completion, budget) for completion in group]
            for case, group in zip(cases, groups)
        ]
        rewards = torch.tensor([[total(member) for member in group] for group in parts])
        gains = advantages(rewards)
        rows = [
            row
            for prompt, group, gain in zip(prompts, groups, gains)
            for row in rows_of(prompt, group, gain, self.end)
        ]
        scale = min(1.0, (self.done + 1) / WARM_UP_STEPS)
        update = self.policy.update(rows, scale, draw)
        seconds = time.monotonic() - started
        self.seconds += seconds
        entry = dict(
            step=self.done,
            seconds=round(self.seconds, 1),
            sampling_share=round((sampled - started) / seconds, 2),
            budget=budget,
            rate=scale,
            **summary(rewards, parts, groups, gains, update),
        )
        self.done += 1
        return entry

    def reward(self, case: Case, completion: Completion, budget: int) -> dict[str, float]:
        """The parts of one completion's reward."""
        text = self.tokenizer.decode(completion.tokens)
        return reward_parts(case, text, len(completion.tokens), budget)

    def record(self) -> Record:
        """The checkpoint."""
        facts = dict(
            step=self.done,
            seconds=self.seconds,
            updates=self.policy.updates,
            vocabulary=self.tokenizer.digest,
            settings=json.loads(json.dumps(asdict(self.settings))),
        )
        return Record(facts, self.policy.tensors())

    def restore(self, record: Record, path: Path) -> None:
        """Goes on from a checkpoint; faults where it belongs to another run."""
        facts = self.record().facts
        for name in ("vocabulary", "settings"):
            if record.facts.get(name) != facts[name]:
                remedy = "Use the same options to go on, or --restart"
                raise StageFault(path, f"was made with other {name}", remedy)
        try:
            self.policy.restore(record, int(record.facts["updates"]))
            self.done, self.seconds = int(record.facts["step"]), float(record.facts["seconds"])
        except (ValueError, KeyError, TypeError, RuntimeError) as error:
            raise StageFault(path, "does not fit the model", CHECKPOINT_REMEDY) from error


def summary(
    rewards: torch.Tensor,
    parts: Sequence[Sequence[Mapping[str, float]]],
    groups: Sequence[Sequence[Completion]],
    gains: torch.Tensor,
    update: Update,
) -> Entry:
    """Means over a step's completions; `length` in tokens, `spreadless` the share of groups that teach nothing."""
    members = [member for group in parts for member in group]
    completions = [completion for group in groups for completion in group]
    count = len(completions)
    means = {name: sum(member[name] for member in members) / count for name in WEIGHTS}
    return dict(
        reward=round(float(rewards.mean()), 4),
        parts={name: round(mean, 4) for name, mean in means.items()},
        length=round(sum(len(completion.tokens) for completion in completions) / count, 1),
        ended=round(sum(completion.ended for completion in completions) / count, 4),
        spreadless=round(float((gains.abs().sum(1) == 0).float().mean()), 4),
        divergence=round(update.divergence, 5),
        clip_share=round(update.clip_share, 5),
        gradient=round(update.gradient, 4),
    )
