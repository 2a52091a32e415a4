"""What the tests of the training stages share: a few cases, a small vocabulary and a work folder made of them."""

from __future__ import annotations

import json
from pathlib import Path

from case_files import PROMPT_END, TrainingCase, read_cases
from model import Shape
from prepare import load_vocabulary, make_shards, make_vocabulary
from tokenizer import Tokenizer
from weights import BELIEFS

CONDITIONS = [f"Condition {number}" for number in range(BELIEFS - 1)]

VOCABULARY = 360


def case_line(number: int) -> dict[str, object]:
    """A made-up case; odd numbers are short, even ones long."""
    lines = [f"- fever [{line}]; chills [{line}]" for line in range(1, 3 + number % 3)]
    name = CONDITIONS[number % 5]
    reasons = "" if number % 2 else f"Step 3: Evidence for {name}. fever [1]; chills [1].\n"
    return dict(
        prompt="\n".join([f"<|user|>{20 + number}-year-old woman.", *lines]) + PROMPT_END,
        target=f"\nStep 1: A woman.\nStep 2: Hypotheses. {name} / {CONDITIONS[7]}.\n{reasons}"
        f"</think>\n\n## Clinical Assessment\n\n**Primary Diagnosis**: {name}\n\nDone",
        beliefs=[[[number % 5, 0.75], [BELIEFS - 1, 0.25]] for _ in lines],
        truth=name,
        options=[],
        style="short" if number % 2 else "long",
    )


def write_cases(path: Path, count: int) -> Path:
    """A file of made-up cases."""
    header = dict(conditions=CONDITIONS, none="No diagnosis can be given", names=[], version=2)
    lines = [header, *(case_line(number) for number in range(count))]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return path


def made_cases(folder: Path, count: int) -> list[TrainingCase]:
    """Made-up cases as they are read."""
    return list(read_cases(write_cases(folder / "read.jsonl", count)))


def work_folder(work: Path, shard_size: int = 20) -> Tokenizer:
    """Fills `work` with a vocabulary and shards of 50 cases, both for mid-training and for fine-tuning."""
    cases = write_cases(work / "cases.jsonl", 50)
    make_vocabulary(work, [cases], VOCABULARY, 50)
    for folder in ("mid-train", "sft"):
        make_shards(work, [cases], folder, shard_size, cut=0.0, seed=1)
    return load_vocabulary(work)


def small_shape(tokenizer: Tokenizer) -> Shape:
    """A decoder that trains in a moment."""
    return Shape(
        vocabulary=len(tokenizer.tokens),
        width=32,
        layers=2,
        heads=2,
        key_value_heads=1,
        head_width=16,
        inner_width=32,
        context=256,
    )
