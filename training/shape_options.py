"""The decoder's sizes as options of a command."""

from __future__ import annotations

import argparse

from model import Shape

HEAD_WIDTH = 64


def width(text: str) -> int:
    """A width that holds pairs of heads."""
    value = int(text)
    if value <= 0 or value % (2 * HEAD_WIDTH) != 0:
        raise argparse.ArgumentTypeError(f"must be a multiple of {2 * HEAD_WIDTH}")
    return value


def add_shape_options(command: argparse.ArgumentParser) -> None:
    """The options that `shape_of` reads; the defaults are the shape that ships."""
    command.add_argument("--layers", type=int, default=6)
    command.add_argument("--width", type=width, default=256)
    command.add_argument("--inner-width", type=int, default=704)


def shape_of(arguments: argparse.Namespace, vocabulary: int) -> Shape:
    """The shape for a vocabulary of so many tokens."""
    heads = arguments.width // HEAD_WIDTH
    return Shape(
        vocabulary=vocabulary,
        width=arguments.width,
        layers=arguments.layers,
        heads=heads,
        key_value_heads=max(1, heads // 2),
        inner_width=arguments.inner_width,
    )
