"""Runs one training stage: steps, log, checkpoints, and the weights that it hands on."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType

import torch
import torch.nn.functional as F

from faults import StageFault
from model import Shape
from optimiser import Optimiser
from precision import fast_precision
from shards import DECISION_WEIGHT, Batch, Position, Selection, ShardReader
from stage_log import Entry, StageLog
from stages import Stage
from storage import Record, prefixed, read_record, write_record
from tokenizer import Tokenizer
from weights import Weights, new_weights, read_weights, weights_from, weights_record, write_weights

CHECKPOINT_REMEDY = "Start the stage again with --restart"


@dataclass(frozen=True)
class Settings:
    """How a stage is run; `minutes` counts the time before an interruption too."""

    work: Path
    stage: Stage
    steps: int
    minutes: float
    batch_tokens: int
    belief_weight: float
    seed: int
    checkpoint_every: int
    shape: Shape
    init: Path | None = None
    resume: bool = False
    restart: bool = False
    report_every: int = 25

    @property
    def checkpoint(self) -> Path:
        return checkpoint_path(self.work, self.stage.name)

    @property
    def binding(self) -> dict[str, object]:
        """What a stage cannot change when it goes on: the curve would be another."""
        return dict(
            stage=self.stage.name,
            seed=self.seed,
            batch_tokens=self.batch_tokens,
            belief_weight=self.belief_weight,
        )


def checkpoint_path(work: Path, stage: str) -> Path:
    """Where a stage keeps the state from which it goes on."""
    return work / "checkpoints" / f"{stage}.pt"


def weights_path(work: Path, stage: str) -> Path:
    """The weights that a finished stage hands on."""
    return work / f"{stage}.pt"


def losses(weights: Weights, batch: Batch) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Next-token losses with their weights, and for each line of findings the divergence from its belief (nats)."""
    wanted = batch.weights[:, 1:] > 0
    with fast_precision():
        hidden = weights.decoder.hidden(batch.ids)
        logits = F.linear(hidden[:, :-1][wanted], weights.decoder.embedding.weight)
        judged = weights.belief_head(hidden[batch.rows, batch.positions])
    tokens = F.cross_entropy(logits.float(), batch.ids[:, 1:][wanted], reduction="none")
    beliefs = F.kl_div(F.log_softmax(judged.float(), -1), batch.beliefs, reduction="none").sum(-1)
    return tokens, batch.weights[:, 1:][wanted], beliefs


def mean_where(values: torch.Tensor, chosen: torch.Tensor) -> float | None:
    """The mean of the chosen values, to four places."""
    return round(float(values[chosen].mean()), 4) if bool(chosen.any()) else None


class StageRun:
    """The state of a stage between two steps."""

    def __init__(self, settings: Settings, tokenizer: Tokenizer) -> None:
        self.settings = settings
        self.tokenizer = tokenizer
        self.step = 0
        self.tokens = 0
        self.seconds = 0.0
        position = Position()
        torch.manual_seed(settings.seed)
        if settings.resume:
            position = self.go_on()
        else:
            self.begin()
        stage = settings.stage
        selection = Selection(
            settings.work / "shards" / stage.shards,
            stage.style,
            self.weights.decoder.shape.context,
            settings.batch_tokens,
            settings.seed,
        )
        self.reader = ShardReader(selection, tokenizer, position)
        log = settings.work / "logs" / f"{stage.name}.jsonl"
        self.log = StageLog(log, self.step)

    def begin(self) -> None:
        """Weights and optimiser at the start of the stage."""
        settings = self.settings
        if settings.checkpoint.exists() and not settings.restart:
            remedy = "Go on with --resume, or begin anew with --restart"
            raise StageFault(settings.checkpoint, "is there already", remedy)
        earlier = settings.stage.continues
        if settings.init is not None:
            self.weights = read_weights(settings.init, self.tokenizer)
            self.optimiser = Optimiser(self.weights)
        elif earlier is not None:
            path = checkpoint_path(settings.work, earlier)
            self.restore(path, read_record(path, f"Run the stage {earlier} first"))
        else:
            self.weights = new_weights(settings.shape)
            self.optimiser = Optimiser(self.weights)

    def go_on(self) -> Position:
        """The state of the stage's own checkpoint; gives the place in the data."""
        path = self.settings.checkpoint
        record = read_record(path, CHECKPOINT_REMEDY)
        self.restore(path, record)
        facts = record.facts
        for name, value in self.settings.binding.items():
            if facts["binding"].get(name) != value:
                wrong = f"was made with {name} {facts['binding'].get(name)}, not {value}"
                raise StageFault(path, wrong, "Use the same options to go on, or --restart")
        self.step, self.tokens = int(facts["step"]), int(facts["tokens"])
        self.seconds = float(facts["seconds"])
        torch.set_rng_state(record.tensors["random_state"])
        return Position(**facts["position"])

    def restore(self, path: Path, record: Record) -> None:
        """Weights and optimiser of a checkpoint."""
        self.weights = weights_from(record, self.tokenizer, path)
        self.optimiser = Optimiser(self.weights)
        try:
            self.optimiser.restore(record, int(record.facts["optimiser_steps"]))
        except (KeyError, RuntimeError) as error:
            raise StageFault(path, "holds no optimiser that fits", CHECKPOINT_REMEDY) from error

    def save(self) -> None:
        """Writes the checkpoint; the log may run ahead of it."""
        plain = weights_record(self.weights, self.tokenizer)
        facts = dict(
            plain.facts,
            binding=self.settings.binding,
            step=self.step,
            tokens=self.tokens,
            seconds=self.seconds,
            optimiser_steps=self.optimiser.steps,
            position=asdict(self.reader.position),
        )
        tensors = {
            **plain.tensors,
            **self.optimiser.tensors(),
            "random_state": torch.get_rng_state(),
        }
        write_record(self.settings.checkpoint, Record(facts, tensors))

    @property
    def progress(self) -> float:
        """How much of the stage is done, by steps or by the clock, whichever is further; 1 is its end."""
        settings = self.settings
        by_steps = self.step / settings.steps if settings.steps > 0 else 1.0
        return max(by_steps, self.seconds / 60 / settings.minutes)

    def take_step(self) -> Entry:
        """One batch, one update; gives the entry for the log."""
        started = time.monotonic()
        batch = self.reader.next_batch()
        tokens, shares, beliefs = losses(self.weights, batch)
        loss = (tokens * shares).sum() / shares.sum()
        if len(beliefs) > 0:
            loss = loss + self.settings.belief_weight * beliefs.mean()
        if not bool(torch.isfinite(loss)):
            wrong = f"is the last good state: the loss is not finite at step {self.step}"
            raise StageFault(self.settings.checkpoint, wrong, "Go on with a lower --rate")
        loss.backward()
        rate = self.settings.stage.rate_at(self.step, self.progress)
        self.optimiser.step(rate)
        self.tokens += len(tokens)
        self.seconds += time.monotonic() - started
        entry: Entry = dict(
            step=self.step,
            tokens=self.tokens,
            loss=round(float(loss), 4),
            prompt=mean_where(tokens.detach(), shares < 1),
            target=mean_where(tokens.detach(), shares >= 1),
            decision=mean_where(tokens.detach(), shares >= DECISION_WEIGHT),
            belief=mean_where(beliefs.detach(), torch.ones_like(beliefs, dtype=torch.bool)),
            rate=round(rate, 4),
            seconds=round(self.seconds, 1),
        )
        self.step += 1
        self.log.append([entry])
        return entry


@contextmanager
def interruption() -> Iterator[Callable[[], bool]]:
    """Gives whether the process has been asked to end; within the block it is not ended at once."""
    asked: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    before = {number: signal.signal(number, note) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield lambda: len(asked) > 0
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def run_training(settings: Settings, tokenizer: Tokenizer) -> None:
    """Runs a stage to its end; an interruption ends it with a checkpoint and a fault that says so."""
    run = StageRun(settings, tokenizer)
    with interruption() as interrupted:
        while run.progress < 1:
            entry = run.take_step()
            if entry["step"] % settings.report_every == 0:
                print(" ".join(f"{name} {value}" for name, value in entry.items()), flush=True)
            if interrupted():
                run.save()
                wrong = f"holds step {run.step}, at which the stage was interrupted"
                raise StageFault(settings.checkpoint, wrong, "Go on with --resume")
            if run.step % settings.checkpoint_every == 0:
                run.save()
        run.save()
    write_weights(weights_path(settings.work, settings.stage.name), run.weights, tokenizer)
    print(f"{settings.stage.name}: {run.step} steps, {run.tokens} tokens, {run.seconds:.0f} s")
