"""What the stages of the recipe for a large base model share: its cases as conversations, and its adapters."""

from __future__ import annotations

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
