"""Merges a stage's adapters into the weights that it began with. Usage: merge_adapters.py MODEL ADAPTERS OUT"""

from __future__ import annotations

import sys

import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer


def main() -> None:
    model, adapters, out = sys.argv[1:4]
    base = AutoModelForCausalLM.from_pretrained(model, torch_dtype=torch.bfloat16)
    PeftModel.from_pretrained(base, adapters).merge_and_unload().save_pretrained(out)
    AutoTokenizer.from_pretrained(model).save_pretrained(out)


if __name__ == "__main__":
    main()
