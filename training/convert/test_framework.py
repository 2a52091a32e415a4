"""`python3 -m unittest discover -s training/convert`; these need torch beside numpy and onnx, and are left out without it.

Known answers are what every engine is held to, so they have to be right themselves: a decoder of ours in numpy computes them, and
here one in torch that shares nothing with it has to agree.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import tempfile
import unittest
from pathlib import Path
from typing import Any, Mapping

import numpy as np

from convert import PROMPT, Request, convert
from fixtures import FOLDER, weights_of
from random_model import LLAMA, QWEN3, random_weights, write_random_model

HAS_TORCH = importlib.util.find_spec("torch") is not None
LARGEST_ERROR = 1e-4
"""A tenth of what engines are held to; known answers are rounded to 0.00001."""


def largest_error(
    answers: Mapping[str, Any], config: Mapping[str, Any], weights: Mapping[str, np.ndarray]
) -> float:
    """The largest difference of a known answer from torch's logit."""
    import torch_decoder

    ids = [*answers["prompt"], *answers["tokens"]]
    computed = torch_decoder.logits(config, weights, ids)[PROMPT - 1 : -1]
    pairs = [
        (logit, float(row[token]))
        for row, kept in zip(computed, answers["logits"])
        for token, logit in kept
    ]
    assert len(pairs) > 40
    return max(abs(one - other) for one, other in pairs)


@unittest.skipUnless(HAS_TORCH, "torch is not installed")
class AgainstTorch(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.source = Path(temporary.name) / "source"
        self.target = Path(temporary.name) / "target"

    def known_answers(self, config: Mapping[str, Any]) -> Mapping[str, Any]:
        write_random_model(self.source, config)
        with contextlib.redirect_stderr(io.StringIO()):
            convert(Request(self.source, self.target, "fp32"))
        manifest: dict[str, Any] = json.loads((self.target / "manifest.json").read_text())
        answers: dict[str, Any] = manifest["selfTest"]
        return answers

    def assertAgrees(self, config: Mapping[str, Any]) -> None:
        answers = self.known_answers(config)
        weights = random_weights(config, self.source)
        self.assertLess(largest_error(answers, config, weights), LARGEST_ERROR)

    def test_both_shapes_with_real_vocabularies(self) -> None:
        for config in (LLAMA, QWEN3):
            with self.subTest(config["model_type"]):
                self.assertAgrees(config)

    def test_heads_that_are_filled_with_zeros(self) -> None:
        for config in (LLAMA, QWEN3):
            for width in (10, 20, 24, 100, 120):
                with self.subTest(config["model_type"], width=width):
                    self.assertAgrees({**config, "vocab_size": 512, "head_dim": width})

    def test_other_numbers_of_heads_and_an_output_of_its_own(self) -> None:
        for config in (LLAMA, QWEN3):
            for heads, groups in ((4, 1), (4, 4), (6, 3)):
                own = {"num_attention_heads": heads, "num_key_value_heads": groups, "head_dim": 32}
                own |= {"vocab_size": 512, "tie_word_embeddings": False}
                with self.subTest(config["model_type"], heads=heads, groups=groups):
                    self.assertAgrees({**config, **own})

    def test_it_would_be_seen_if_a_norm_or_a_turn_were_another(self) -> None:
        config = {**QWEN3, "vocab_size": 512}
        answers = self.known_answers(config)
        weights = random_weights(config, self.source)
        for changed in ({"rms_norm_eps": 1e-2}, {"rope_theta": 10000.0}):
            self.assertGreater(largest_error(answers, {**config, **changed}, weights), 0.01)

    def test_the_models_that_the_engines_are_tested_with(self) -> None:
        """Every weight of theirs is kept exactly by each form, so that one computation tells of all."""
        folders = [path for path in sorted(FOLDER.iterdir()) if (path / "embedding.json").exists()]
        self.assertGreaterEqual(len(folders), 9)
        for folder in folders:
            with self.subTest(folder.name):
                config = json.loads((folder / "config.json").read_text())
                answers = json.loads((folder / "manifest.json").read_text())["selfTest"]
                error = largest_error(answers, config, weights_of(folder))
                self.assertLess(error, LARGEST_ERROR)


if __name__ == "__main__":
    unittest.main()
