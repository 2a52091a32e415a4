"""What the stages of the recipe for a large base model share: their arguments, cases as conversations, and adapters."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from datasets import Dataset
from peft import LoraConfig

sys.path.insert(0, str(Path(__file__).parent.parent))

from case_files import read_header  # noqa: E402  the folder above is no package
from reward_cases import CONDITIONS, read_names  # noqa: E402

OPENING = "<think>"
"""What a large model writes first; to the embedded one it is given."""


def stage_options(rank: int) -> argparse.ArgumentParser:
    """What every stage is told on its command line; a stage adds what it alone needs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("model", help="the base, or merged weights of the stage before")
    parser.add_argument("out", type=Path, help="folder for the adapters")
    parser.add_argument("cases", type=Path, nargs="+", help="files of training/cases/generate.ts")
    parser.add_argument("--rank", type=int, default=rank, help="of the adapters")
    return parser


def conversations(paths: Sequence[Path]) -> Iterator[dict[str, object]]:
    """Each case with its line of the file, for the reward: the same text as the embedded model reads and writes."""
    for path in paths:
        with open(path, encoding="utf-8") as file:
            next(file)
            for line in file:
                case = json.loads(line)
                question = case["prompt"].removeprefix("<|user|>").split("<|end|>")[0]
                yield {
                    "prompt": [{"role": "user", "content": question}],
                    "completion": [{"role": "assistant", "content": OPENING + case["target"]}],
                    "line": line,
                }


def dataset_of(paths: Sequence[Path]) -> Dataset:
    """The cases of all files."""
    return Dataset.from_list(list(conversations(paths)))


def names_of(path: Path) -> tuple[list[str], dict[str, str]]:
    """The conditions in the order that beliefs number them, and the name by each alias."""
    return read_header(path).conditions, read_names(CONDITIONS)


def adapters(rank: int) -> LoraConfig:
    """DoRA (arXiv 2402.09353) with rank-stabilised scaling (arXiv 2312.03732), as Gazal-R1 has it."""
    return LoraConfig(
        r=rank,
        lora_alpha=rank,
        lora_dropout=0.0,
        target_modules="all-linear",
        use_dora=True,
        use_rslora=True,
        task_type="CAUSAL_LM",
    )
