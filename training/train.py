"""Trains the embedded model on a shard of cases.

Usage: python3 training/train.py WORK_FOLDER --steps 3000 [--minutes 60] [--resume]
A fixed seed and thread count give the same curve; with --minutes the schedule also ends by the clock, and it does not.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from model import Decoder, Shape
from tokenizer import Tokenizer


class Muon:
    """Momentum with orthogonalised updates for matrices (Jordan et al. 2024, kellerjordan.github.io/posts/muon)."""

    def __init__(self, matrices: list[torch.nn.Parameter]) -> None:
        self.matrices = matrices
        self.momenta = [torch.zeros_like(matrix) for matrix in matrices]

    @staticmethod
    def orthogonalise(update: torch.Tensor) -> torch.Tensor:
        """Five Newton-Schulz steps of the quintic of Jordan et al. 2024."""
        transposed = update.shape[0] > update.shape[1]
        x = (update.t() if transposed else update).bfloat16()
        x = x / (x.float().norm() + 1e-7)
        for _ in range(5):
            gram = x @ x.t()
            x = 3.4445 * x + (-4.7750 * gram + 2.0315 * (gram @ gram)) @ x
        return (x.t() if transposed else x).float()

    @torch.no_grad()
    def step(self, rate: float) -> None:
        for matrix, momentum in zip(self.matrices, self.momenta):
            if matrix.grad is None:
                continue
            momentum.mul_(0.95).add_(matrix.grad)
            update = self.orthogonalise(matrix.grad + 0.95 * momentum)
            aspect = max(1.0, matrix.shape[0] / matrix.shape[1]) ** 0.5
            matrix.mul_(1 - 0.01 * rate).add_(update, alpha=-rate * aspect)
            matrix.grad = None


class Shard:
    """Cases as tokens, drawn in batches of similar length."""

    def __init__(self, path: Path, context: int, seed: int) -> None:
        data = np.load(path)
        self.tokens = data["tokens"]
        self.starts = data["starts"]
        self.weights = data["weights"]
        lengths = np.diff(self.starts)
        self.cases = [int(case) for case in np.nonzero(lengths <= context)[0]]
        self.random = random.Random(seed)
        self.batches: list[list[int]] = []

    def refill(self, size: int) -> None:
        cases = self.cases[:]
        self.random.shuffle(cases)
        pools = [cases[start : start + 64 * size] for start in range(0, len(cases), 64 * size)]
        for pool in pools:
            pool.sort(key=lambda case: self.starts[case + 1] - self.starts[case])
            self.batches += [pool[start : start + size] for start in range(0, len(pool), size)]
        self.random.shuffle(self.batches)

    def batch(self, size: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Token ids and loss weights, both [size, longest]."""
        if not self.batches:
            self.refill(size)
        cases = self.batches.pop()
        longest = max(int(self.starts[case + 1] - self.starts[case]) for case in cases)
        ids = torch.zeros(len(cases), longest, dtype=torch.long)
        weights = torch.zeros(len(cases), longest)
        for row, case in enumerate(cases):
            start, end = self.starts[case], self.starts[case + 1]
            ids[row, : end - start] = torch.from_numpy(self.tokens[start:end].astype(np.int64))
            weights[row, : end - start] = torch.from_numpy(
                self.weights[start:end].astype(np.float32)
            )
        return ids, weights


def learning_rate(step: int, progress: float, decay_from: float) -> float:
    """Warm-up over 60 steps, constant to `decay_from` of the run, then linear to 2 %: stable, then decay."""
    decay = 1.0 if progress < decay_from else max(0.02, (1 - progress) / (1 - decay_from))
    return min(1.0, (step + 1) / 60) * decay


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=Path)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--minutes", type=float, default=float("inf"))
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--decay-from", type=float, default=0.6, help="1: stable phase only")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the full learning rate")
    parser.add_argument("--resume", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    tokenizer = Tokenizer.load(arguments.work / "merges.json")
    shape = Shape(vocabulary=len(tokenizer.tokens))
    model = Decoder(shape)
    checkpoint = arguments.work / "weights.pt"
    if arguments.resume:
        model.load_state_dict(torch.load(checkpoint))
    shard = Shard(arguments.work / "shard.npz", shape.context, arguments.seed)
    matrices = [p for n, p in model.named_parameters() if p.dim() == 2 and "embedding" not in n]
    others = [p for n, p in model.named_parameters() if p.dim() != 2 or "embedding" in n]
    muon = Muon(matrices)
    adam = torch.optim.AdamW(others, lr=2e-3, betas=(0.9, 0.95), weight_decay=0.0)
    started = time.time()
    seen = 0
    recent: list[float] = []
    with open(arguments.work / "training-log.jsonl", "a") as log:
        for step in range(arguments.steps):
            minutes = (time.time() - started) / 60
            progress = max(step / arguments.steps, minutes / arguments.minutes)
            if progress >= 1:
                break
            ids, weights = shard.batch(arguments.batch)
            with torch.cpu.amp.autocast(dtype=torch.bfloat16):
                logits = model(ids[:, :-1])
            losses = F.cross_entropy(
                logits.float().reshape(-1, shape.vocabulary),
                ids[:, 1:].reshape(-1),
                reduction="none",
            ).view(len(ids), -1)
            weight = weights[:, 1:]
            (losses * weight).sum().div(weight.sum()).backward()
            scale = arguments.rate * learning_rate(step, progress, arguments.decay_from)
            for group in adam.param_groups:
                group["lr"] = 2e-3 * scale
            adam.step()
            adam.zero_grad()
            muon.step(0.02 * scale)
            seen += int((weights > 0).sum())
            recent.append(float((losses * (weight >= 1)).sum() / (weight >= 1).sum()))
            if step % 25 == 0:
                entry = dict(
                    step=step,
                    minutes=round(minutes, 2),
                    tokens=seen,
                    loss=round(sum(recent) / len(recent), 4),
                    rate=round(scale, 3),
                )
                recent = []
                print(json.dumps(entry), file=log, flush=True)
                print(json.dumps(entry), flush=True)
            if step % 200 == 199:
                torch.save(model.state_dict(), checkpoint)
    torch.save(model.state_dict(), checkpoint)


if __name__ == "__main__":
    main()
