"""Learns which conditions DDXPlus lists in its differentials, and writes lib/knowledge/data/considered.generated.json.

Usage: tsx training/considered-patients.ts PATIENTS.csv | python3 training/learn_considered.py OUTPUT.json

A network of one hidden layer over findings, age and sex. It learns from what a reader would have got of a note rather than from
the whole record: findings are left out and others put in at random, about as often as the recogniser misses and invents them.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from faults import run_stage
from torch import nn

HIDDEN = 256
DROPOUT = 0.5
EPOCHS = 250
BATCH = 64
RATE = 3e-3
DECAY = 1e-2
SEED = 1

WHOLE_SHARE = 0.25
"""Of so many patients everything is told."""
THIN_SHARE = 0.2
"""And of so many only a part, whatever the reader misses of it."""
LEAST_TOLD = 0.15
"""Of these from so much to the whole."""
MISSED_DETAIL = 0.45
"""How often the recogniser misses a site, a quality or an onset in wordings that it does not know, on the average."""
MISSED_FINDING = 0.15
"""And any other finding."""
INVENTED = 2.0
"""How many findings of DDXPlus it reads in a note that does not tell them, on the average."""
LARGEST = 31
"""Weights ship as whole numbers up to this, times a scale for each layer."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Records:
    """Patients as rows: `known` over features, `listed` over conditions, each 0 or 1."""

    features: list[str]
    personal: int
    known: Floats
    listed: Floats
    missed: Floats
    """How often each finding is missed."""


def read_records(given: Any) -> Records:
    """The records out of what considered-patients.ts writes."""
    patients = given["patients"]
    known = np.zeros((len(patients), len(given["features"])), np.float32)
    listed = np.zeros((len(patients), given["conditions"]), np.float32)
    for row, patient in enumerate(patients):
        known[row, patient["features"]] = 1
        listed[row, patient["listed"]] = 1
    missed = np.where(given["details"], MISSED_DETAIL, MISSED_FINDING).astype(np.float32)
    return Records(given["features"], given["personal"], known, listed, missed)


def as_read(records: Records, random: np.random.Generator) -> Floats:
    """What a reader might have got of each patient: some findings missing, some that nobody told."""
    known = records.known.copy()
    findings = known[:, records.personal :]
    patients = len(findings)
    partly = (random.random(patients) >= WHOLE_SHARE)[:, None]
    thin = random.random((patients, 1)) < THIN_SHARE
    told = np.where(thin, random.uniform(LEAST_TOLD, 1, (patients, 1)), 1)
    findings[random.random(findings.shape) >= told] = 0
    # Notes differ: some are read nearly whole, of others half is lost.
    worse = random.uniform(0.3, 1.5, (patients, 1))
    findings[partly & (random.random(findings.shape) < records.missed * worse)] = 0
    share = records.known[:, records.personal :].mean(axis=0)
    findings[partly & (random.random(findings.shape) < INVENTED * share / share.sum())] = 1
    return known


def learn(records: Records) -> nn.Sequential:
    """The network that gives the log-odds of each condition's being listed."""
    torch.manual_seed(SEED)
    random = np.random.default_rng(SEED)
    network = nn.Sequential(
        nn.Linear(records.known.shape[1], HIDDEN, bias=False),
        nn.ReLU(),
        nn.Dropout(DROPOUT),
        nn.Linear(HIDDEN, records.listed.shape[1], bias=False),
    )
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, EPOCHS)
    for _ in range(EPOCHS):
        known = as_read(records, random)
        order = random.permutation(len(known))
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            loss = nn.functional.binary_cross_entropy_with_logits(
                network(torch.from_numpy(known[rows])), torch.from_numpy(records.listed[rows])
            )
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        schedule.step()
    return network.eval()


def whole_numbers(weights: torch.Tensor) -> tuple[float, list[list[int]]]:
    """A scale, and the weights in units of it."""
    scale = float(weights.abs().max()) / LARGEST
    return round(scale, 6), (weights / scale).round().int().tolist()


def main() -> None:
    """Reads patients from standard input and writes the network."""
    if len(sys.argv) != 2:
        sys.exit("Usage: python3 training/learn_considered.py OUTPUT.json < PATIENTS.json")
    records = read_records(json.load(sys.stdin))
    network = learn(records)
    first, last = [layer.weight.detach() for layer in network if isinstance(layer, nn.Linear)]
    first_scale, hidden = whole_numbers(first.t())
    last_scale, listed = whole_numbers(last)
    output = {
        "source": "DDXPlus, test partition, training patients only (CC BY 4.0)",
        "patients": len(records.known),
        "hidden": {"scale": first_scale, "byFeature": dict(zip(records.features, hidden))},
        "listed": {"scale": last_scale, "byCondition": listed},
    }
    Path(sys.argv[1]).write_text(json.dumps(output, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    run_stage(main)
