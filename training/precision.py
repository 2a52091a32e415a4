"""Which number format this processor multiplies fast."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from pathlib import Path

import torch

PROCESSOR = Path("/proc/cpuinfo")


@lru_cache(maxsize=1)
def has_bfloat16() -> bool:
    """Whether the processor multiplies bfloat16 itself: without that, torch emulates it a hundred times slower."""
    try:
        described = PROCESSOR.read_text()
    except OSError:
        return False
    return "avx512_bf16" in described or "amx_bf16" in described


def fast_precision() -> AbstractContextManager[object]:
    """Autocast to bfloat16 where the processor has it, else float32 unchanged."""
    if not has_bfloat16():
        return nullcontext()
    return torch.autocast("cpu", dtype=torch.bfloat16)
