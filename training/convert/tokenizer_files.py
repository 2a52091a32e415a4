"""Takes over a model's tokenizer, and gives a reasoning template to a base model that has none."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from checkpoint import read_object
from refusal import Refusal

TOKENIZER = "tokenizer.json"
TOKENIZER_CONFIGURATION = "tokenizer_config.json"
TEMPLATE = "chat_template.jinja"
GENERATION = "generation_config.json"
LEGAL = ("LICENSE", "NOTICE", "USE_POLICY")
"""Beginnings of the names of files that have to travel with the weights."""

REASONING_TEMPLATE = (
    "{% for message in messages %}"
    "{% if message['role'] == 'system' %}{{ message['content'] + '\\n\\n' }}"
    "{% elif message['role'] == 'user' %}{{ 'User: ' + message['content'] + '\\n\\n' }}"
    "{% else %}{{ 'Assistant: ' + message['content'] + '\\n\\n' }}{% endif %}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ 'Assistant: <think>\\n' }}{% endif %}"
)
"""For a model that was never taught turns: a written dialogue, which any text model goes on with, its thinking begun."""


def take_over(source: Path, target: Path, vocabulary: int) -> list[str]:
    """Copies what an engine needs besides the graph; returns the names. Raises `Refusal`."""
    definition = read_object(source / TOKENIZER)
    largest = largest_id(definition)
    if largest >= vocabulary:
        what = f"it has a token of the id {largest}, beyond the {vocabulary} of config.json's vocab_size"
        raise Refusal(source / TOKENIZER, what)
    configuration = read_object(source / TOKENIZER_CONFIGURATION)
    shutil.copyfile(source / "config.json", target / "config.json")
    shutil.copyfile(source / TOKENIZER, target / TOKENIZER)
    shutil.copyfile(source / TOKENIZER_CONFIGURATION, target / TOKENIZER_CONFIGURATION)
    copied = ["config.json", TOKENIZER, TOKENIZER_CONFIGURATION]
    if (source / TEMPLATE).exists():
        shutil.copyfile(source / TEMPLATE, target / TEMPLATE)
        copied.append(TEMPLATE)
    elif not configuration.get("chat_template"):
        (target / TEMPLATE).write_text(REASONING_TEMPLATE, encoding="utf-8")
        copied.append(TEMPLATE)
    write_generation(source, target)
    for path in source.iterdir():
        if path.is_file() and path.name.startswith(LEGAL):
            shutil.copyfile(path, target / path.name)
    return [*copied, GENERATION]


def largest_id(definition: dict[str, object]) -> int:
    model, added = definition.get("model"), definition.get("added_tokens") or []
    vocabulary = model.get("vocab") if isinstance(model, dict) else None
    if not isinstance(vocabulary, dict) or not isinstance(added, list):
        raise Refusal(TOKENIZER, "it has no vocabulary of pieces and ids")
    return max([*vocabulary.values(), *(token["id"] for token in added)])


def write_generation(source: Path, target: Path) -> None:
    """The tokens that end an answer come from the generation settings, or from config.json where there are none."""
    if (source / GENERATION).exists():
        settings = read_object(source / GENERATION)
    else:
        settings = {}
    if settings.get("eos_token_id") is None:
        settings["eos_token_id"] = read_object(source / "config.json").get("eos_token_id")
    if settings["eos_token_id"] is None:
        raise Refusal(
            source / "config.json", "neither it nor generation_config.json has an eos_token_id"
        )
    (target / GENERATION).write_text(json.dumps(settings, indent=1), encoding="utf-8")
