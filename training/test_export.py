"""Export: the file's outputs are the decoder's shape, and weights that do not fit are refused."""

from __future__ import annotations

import argparse
import tempfile
import unittest
from dataclasses import replace
from pathlib import Path

import torch

from export import build, exported_decoder
from faults import StageFault
from fixtures import small_shape
from storage import Record, write_record
from tokenizer import Tokenizer
from weights import new_weights, weights_record, write_weights

TEXTS = ["fever and chills"] * 3


class ExportTest(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.path = Path(temporary.name) / "stage.pt"
        self.tokenizer = Tokenizer.train(TEXTS, 330)
        self.weights = new_weights(small_shape(self.tokenizer))

    def assert_refused(self, pattern: str) -> None:
        given = argparse.Namespace(weights=self.path, work=self.path.parent, random=False)
        with self.assertRaisesRegex(StageFault, pattern):
            exported_decoder(given, self.tokenizer)

    def test_the_graph_has_a_cache_for_each_layer(self) -> None:
        write_weights(self.path, self.weights, self.tokenizer)
        given = argparse.Namespace(weights=self.path, work=self.path.parent, random=False)
        built = build(exported_decoder(given, self.tokenizer))
        outputs = [output.name for output in built.graph.output]
        caches = [f"present.{layer}.{kind}" for layer in (0, 1) for kind in ("key", "value")]
        self.assertEqual(outputs, ["logits", *caches])
        self.assertLess(len(built.SerializeToString()), 500_000)

    def test_another_vocabulary(self) -> None:
        other = Tokenizer(self.tokenizer.merges[:-1])
        write_weights(self.path, new_weights(small_shape(other)), other)
        self.assert_refused("stage.pt: was trained with another vocabulary")

    def test_shapes_that_do_not_fit(self) -> None:
        record = weights_record(self.weights, self.tokenizer)
        down = "decoder.blocks.0.down.weight"
        for changed in (
            {**record.tensors, down: record.tensors[down][:, :-1]},
            {name: value for name, value in record.tensors.items() if name != down},
            {**record.tensors, "decoder.extra": torch.zeros(1)},
        ):
            write_record(self.path, Record(record.facts, changed))
            self.assert_refused("stage.pt: shapes do not fit the model: (blocks.0.down|extra)")

    def test_a_width_that_the_blocks_do_not_divide(self) -> None:
        shape = replace(small_shape(self.tokenizer), inner_width=40)
        write_weights(self.path, new_weights(shape), self.tokenizer)
        self.assert_refused("has 40 columns in blocks.0.down.weight, not a multiple of 32")

    def test_values_that_are_not_finite(self) -> None:
        with torch.no_grad():
            self.weights.decoder.final_norm.weight[3] = float("nan")
        write_weights(self.path, self.weights, self.tokenizer)
        self.assert_refused("has values in final_norm.weight that are not finite")

    def test_a_file_that_is_missing_or_of_another_kind(self) -> None:
        self.assert_refused("stage.pt: is missing. Run the stage that writes it again")
        torch.save(dict(self.weights.decoder.state_dict()), self.path)
        self.assert_refused("stage.pt: is damaged or of another kind")


if __name__ == "__main__":
    unittest.main()
