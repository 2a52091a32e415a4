"""Turns JSON lines of {prompt, target} into a vocabulary and one shard of tokens.

Usage: python3 training/prepare.py CASES.jsonl WORK_FOLDER [--vocabulary 3072]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from tokenizer import END, Tokenizer


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("cases", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--vocabulary", type=int, default=3072)
    parser.add_argument("--vocabulary-cases", type=int, default=4000)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    cases = [json.loads(line) for line in arguments.cases.read_text().splitlines()]
    merges = arguments.work / "merges.json"
    if merges.exists():
        tokenizer = Tokenizer.load(merges)
    else:
        sample = cases[: arguments.vocabulary_cases]
        tokenizer = Tokenizer.train(
            (text for case in sample for text in (case["prompt"], case["target"])),
            arguments.vocabulary,
        )
        tokenizer.save_merges(merges)
    tokens: list[int] = []
    starts: list[int] = []
    targets: list[int] = []
    for case in cases:
        prompt = tokenizer.encode(case["prompt"])
        starts.append(len(tokens))
        targets.append(len(tokens) + len(prompt))
        tokens += prompt + tokenizer.encode(case["target"] + END)
    starts.append(len(tokens))
    np.savez(
        arguments.work / "shard.npz",
        tokens=np.array(tokens, dtype=np.uint16),
        starts=np.array(starts, dtype=np.int64),
        targets=np.array(targets, dtype=np.int64),
    )
    lengths = np.diff(np.array(starts))
    print(
        f"{len(cases)} cases, {len(tokens)} tokens, vocabulary {len(tokenizer.tokens)}, "
        f"length median {np.median(lengths):.0f}, longest {lengths.max()}"
    )


if __name__ == "__main__":
    main()
