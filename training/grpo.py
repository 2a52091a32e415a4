"""Trains adapters by group relative policy optimisation (GRPO, arXiv 2402.03300) on rewards that are computed.

Usage: training/run.sh training/grpo.py WORK --init WEIGHTS --cases FILES... [--steps N] [--minutes M] [--resume]

Writes WORK/grpo.pt with the adapters merged into the weights, and WORK/logs/grpo.jsonl. The length budget grows by stages, as
in OctoThinker (arXiv 2506.20512); completions that it cuts teach nothing (overlong filtering of DAPO, arXiv 2503.14476). A
fixed seed and thread count give the same curve, interrupted or not, unless --minutes ends it by the clock.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from adapters import Adaptation, merge
from faults import StageFault, run_stage
from grpo_run import End, Run, Settings
from model import Decoder
from objective import Clipping
from policy import PolicySettings
from reward_cases import read_reward_cases
from stage_log import StageLog
from stage_run import CHECKPOINT_REMEDY, checkpoint_path, interruption, weights_path
from storage import read_record, write_record
from tokenizer import Tokenizer
from weights import Weights, read_weights, write_weights

NAME = "grpo"


def options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--init", type=Path, required=True, help="weights to start from")
    parser.add_argument("--cases", type=Path, nargs="+", required=True)
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("--minutes", type=float, default=float("inf"))
    parser.add_argument("--prompts", type=int, default=8, help="cases in a step")
    parser.add_argument("--group", type=int, default=8, help="completions of each case")
    parser.add_argument("--budgets", type=int, nargs="+", default=[192, 320, 448])
    parser.add_argument("--rate", type=float, default=PolicySettings.rate)
    parser.add_argument("--divergence", type=float, default=Clipping.divergence)
    parser.add_argument("--temperature", type=float, default=PolicySettings.temperature)
    parser.add_argument("--updates", type=int, default=PolicySettings.updates)
    parser.add_argument("--rank", type=int, default=Adaptation.rank)
    parser.add_argument("--alpha", type=float, default=Adaptation.alpha)
    parser.add_argument("--checkpoint-every", type=int, default=10, help="steps")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint")
    parser.add_argument("--restart", action="store_true", help="drop the checkpoint")
    return parser.parse_args()


def settings_of(given: argparse.Namespace) -> Settings:
    """The settings that the command line gives."""
    policy = PolicySettings(
        Adaptation(given.rank, given.alpha),
        Clipping(divergence=given.divergence),
        given.temperature,
        given.rate,
        given.updates,
    )
    return Settings(given.prompts, given.group, tuple(given.budgets), given.seed, policy)


def main() -> None:
    given = options()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    checkpoint = checkpoint_path(given.work, NAME)
    if checkpoint.exists() and not (given.resume or given.restart):
        remedy = "Go on with --resume, or begin anew with --restart"
        raise StageFault(checkpoint, "is there already", remedy)
    tokenizer = Tokenizer.load(given.work / "merges.json")
    weights = read_weights(given.init, tokenizer)
    run = Run(weights.decoder, tokenizer, read_reward_cases(given.cases), settings_of(given))
    if given.resume:
        run.restore(read_record(checkpoint, CHECKPOINT_REMEDY), checkpoint)
    log = StageLog(given.work / "logs" / f"{NAME}.jsonl", run.done)
    end = End(given.steps, given.minutes)
    with interruption() as interrupted:
        while (progress := end.progress(run.done, run.seconds)) < 1:
            entry = run.step(progress)
            log.append([entry])
            print(json.dumps(entry), flush=True)
            if interrupted():
                write_record(checkpoint, run.record())
                wrong = f"holds step {run.done}, at which the stage was interrupted"
                raise StageFault(checkpoint, wrong, "Go on with --resume")
            if run.done % given.checkpoint_every == 0:
                write_record(checkpoint, run.record())
        write_record(checkpoint, run.record())
    merged = Decoder(weights.decoder.shape)
    merged.load_state_dict(merge(weights.decoder))
    write_weights(weights_path(given.work, NAME), Weights(merged, weights.belief_head), tokenizer)


if __name__ == "__main__":
    run_stage(main)
