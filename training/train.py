"""The stages of the embedded model's training up to supervised fine-tuning, one command each.

    training/run.sh training/train.py tokenizer WORK --cases CASES.jsonl ...
    training/run.sh training/train.py shards WORK --cases CASES.jsonl ... [--into mid-train|sft]
    training/run.sh training/train.py mid-train WORK --steps N | --minutes M
    training/run.sh training/train.py decay-short|decay-long|decay-hybrid WORK --steps N | --minutes M
    training/run.sh training/train.py sft WORK --init WORK/decay-hybrid.pt --steps N | --minutes M

A stage goes on after an interruption with --resume. A fixed seed and thread count give the same loss curve, interrupted or
not, unless --minutes ends the stage by the clock.
"""

from __future__ import annotations

import argparse
import math
import sys
from dataclasses import replace
from pathlib import Path

import torch

from faults import run_stage
from prepare import load_vocabulary, make_shards, make_vocabulary
from shape_options import add_shape_options, shape_of
from stage_run import Settings, run_training
from stages import STAGES


def parser() -> argparse.ArgumentParser:
    """The command line."""
    whole = argparse.ArgumentParser(description="Stages of the embedded model's training.")
    commands = whole.add_subparsers(dest="command", required=True)
    tokenizer = commands.add_parser("tokenizer", help="learn a vocabulary")
    shards = commands.add_parser("shards", help="turn cases into shards of tokens")
    for command in (tokenizer, shards):
        command.add_argument("work", type=Path)
        command.add_argument("--cases", type=Path, nargs="+", required=True)
    tokenizer.add_argument("--vocabulary", type=int, default=3072)
    tokenizer.add_argument("--sample", type=int, default=4000, help="cases read of each file")
    shards.add_argument("--into", choices=["mid-train", "sft"], default="mid-train")
    shards.add_argument("--size", type=int, default=5000, help="cases in one shard")
    shards.add_argument(
        "--cut",
        type=float,
        default=0.0,
        help="share of cases cut after the hypotheses: more diagnoses for the same tokens",
    )
    shards.add_argument("--seed", type=int, default=1)
    for stage in STAGES.values():
        add_training_options(commands.add_parser(stage.name, help=f"the stage {stage.name}"))
    return whole


def add_training_options(command: argparse.ArgumentParser) -> None:
    """The options of a stage that trains."""
    command.add_argument("work", type=Path)
    command.add_argument("--steps", type=int, help="ends the stage; without --minutes required")
    command.add_argument("--minutes", type=float, default=math.inf)
    command.add_argument("--init", type=Path, help="weights to begin with")
    command.add_argument("--batch-tokens", type=int, default=6144)
    command.add_argument("--belief-weight", type=float, default=1.0)
    command.add_argument("--rate", type=float, help="share of the full learning rates")
    command.add_argument("--seed", type=int, default=1)
    command.add_argument("--threads", type=int, default=2)
    command.add_argument("--checkpoint-every", type=int, default=100, metavar="STEPS")
    add_shape_options(command)
    command.add_argument("--resume", action="store_true", help="go on from the checkpoint")
    command.add_argument("--restart", action="store_true", help="drop the checkpoint")


def train(arguments: argparse.Namespace) -> None:
    """Runs a stage that trains."""
    torch.set_num_threads(arguments.threads)
    stage = STAGES[arguments.command]
    if arguments.rate is not None:
        stage = replace(stage, rate=arguments.rate)
    tokenizer = load_vocabulary(arguments.work)
    shape = shape_of(arguments, len(tokenizer.tokens))
    settings = Settings(
        work=arguments.work,
        stage=stage,
        steps=sys.maxsize if arguments.steps is None else arguments.steps,
        minutes=arguments.minutes,
        batch_tokens=arguments.batch_tokens,
        belief_weight=arguments.belief_weight,
        seed=arguments.seed,
        checkpoint_every=arguments.checkpoint_every,
        shape=shape,
        init=arguments.init,
        resume=arguments.resume,
        restart=arguments.restart,
    )
    run_training(settings, tokenizer)


def main() -> None:
    whole = parser()
    arguments = whole.parse_args()
    if arguments.command == "tokenizer":
        make_vocabulary(arguments.work, arguments.cases, arguments.vocabulary, arguments.sample)
    elif arguments.command == "shards":
        make_shards(
            arguments.work,
            arguments.cases,
            arguments.into,
            arguments.size,
            arguments.cut,
            arguments.seed,
        )
    else:
        if arguments.steps is None and math.isinf(arguments.minutes):
            whole.error("give --steps or --minutes")
        train(arguments)


if __name__ == "__main__":
    run_stage(main)
