"""`python3 -m unittest discover -s training/convert`; needs numpy and onnx.

The graphs themselves are run by lib/engine/local/converted.test.ts and e2e/converted.spec.ts, on models that fixtures.py made.
"""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
import unittest
from pathlib import Path

import numpy as np
import onnx

from architecture import read_architecture
from checkpoint import Checkpoint
from convert import Request, convert
from decoder import Layer, Reference
from forms import BLOCK, BlockMatrix, FloatMatrix, forms
from random_model import LLAMA, QWEN3, random_weights, write_random_model, write_safetensors
from refusal import Refusal

SMALL_LLAMA = {**LLAMA, "vocab_size": 512}
SMALL_QWEN3 = {**QWEN3, "vocab_size": 512}


class InFolder(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.source = Path(temporary.name) / "source"
        self.target = Path(temporary.name) / "target"

    def convert(self, form: str = "fp32", **options: int) -> dict[str, object]:
        with contextlib.redirect_stderr(io.StringIO()):
            return convert(Request(self.source, self.target, form, **options))

    def assertRefused(self, *words: str) -> None:
        with self.assertRaises(Refusal) as raised:
            self.convert("q4")
        said = str(raised.exception)
        self.assertNotIn("\n", said)
        for word in words:
            self.assertIn(word, said)
        self.assertFalse((self.target / "manifest.json").exists())


class Reading(InFolder):
    def test_every_type_gives_the_values_that_it_can_hold(self) -> None:
        exact = {"a": np.array([[1.5, -2.0], [0.0, 2.0**-10]], np.float32)}
        self.source.mkdir()
        for kind in ("F32", "F16", "BF16"):
            write_safetensors(self.source / "model.safetensors", exact, kind)
            np.testing.assert_array_equal(Checkpoint.open(self.source).read("a"), exact["a"])

    def test_shards_are_read_through_their_index(self) -> None:
        write_random_model(self.source, SMALL_QWEN3)
        whole = self.convert()
        split_in_two(self.source)
        self.assertEqual(self.convert()["selfTest"], whole["selfTest"])


class Refusing(InFolder):
    def setUp(self) -> None:
        super().setUp()
        write_random_model(self.source, SMALL_LLAMA)
        self.file = self.source / "model.safetensors"

    def configure(self, **fields: object) -> None:
        (self.source / "config.json").write_text(json.dumps({**SMALL_LLAMA, **fields}))

    def rewrite(self, **changed: np.ndarray | None) -> None:
        weights = random_weights(SMALL_LLAMA, self.source)
        weights.update({name: value for name, value in changed.items() if value is not None})
        kept = {
            name: value
            for name, value in weights.items()
            if name not in changed or changed[name] is not None
        }
        write_safetensors(self.file, kept)

    def test_truncated_files(self) -> None:
        content = self.file.read_bytes()
        for length in (4, 100, len(content) // 2, len(content) - 1):
            self.file.write_bytes(content[:length])
            self.assertRefused("model.safetensors", "cut short")

    def test_a_missing_shard(self) -> None:
        split_in_two(self.source)
        (self.source / "model-2.safetensors").unlink()
        self.assertRefused("model-2.safetensors", "missing")

    def test_a_tensor_of_another_shape(self) -> None:
        name = "model.layers.1.mlp.up_proj.weight"
        self.rewrite(**{name: np.zeros((96, 32), np.float32)})
        self.assertRefused("model.safetensors", name, "[96, 32]", "[96, 64]")

    def test_a_missing_and_a_superfluous_tensor(self) -> None:
        name = "model.layers.0.self_attn.k_proj.weight"
        self.rewrite(**{name: None})
        self.assertRefused(name)
        bias = "model.layers.0.self_attn.k_proj.bias"
        self.rewrite(**{bias: np.zeros(32, np.float32)})
        self.assertRefused(bias, "no place")

    def test_a_value_that_is_no_number(self) -> None:
        name = "model.norm.weight"
        self.rewrite(**{name: np.full(64, np.nan, np.float32)})
        self.assertRefused(name, "no number")

    def test_a_type_that_is_not_understood(self) -> None:
        content = self.file.read_bytes().replace(b'"dtype": "F32"', b'"dtype": "F64"', 1)
        self.file.write_bytes(content)
        self.assertRefused("model.embed_tokens.weight", "F64")

    def test_a_vocabulary_smaller_than_the_tokenizer(self) -> None:
        self.rewrite(**{"model.embed_tokens.weight": np.zeros((100, 64), np.float32)})
        self.configure(vocab_size=100)
        self.assertRefused("tokenizer.json", "255", "100")

    def test_what_the_graph_does_not_compute(self) -> None:
        refused: tuple[tuple[dict[str, object], str], ...] = (
            ({"model_type": "gemma3"}, "gemma3"),
            ({"attention_bias": True}, "attention_bias"),
            ({"hidden_act": "gelu"}, "gelu"),
            ({"rope_scaling": {"rope_type": "yarn"}}, "yarn"),
            ({"num_key_value_heads": 3}, "3 key-value heads"),
            ({"hidden_size": None}, "hidden_size"),
            ({"head_dim": 15}, "15 wide"),
            ({"partial_rotary_factor": 0.5}, "partial_rotary_factor"),
            (
                {"rope_parameters": {"rope_theta": 1e4, "partial_rotary_factor": 0.5}},
                "partial_rotary_factor",
            ),
            ({"layer_types": ["full_attention", "sliding_attention"]}, "layer_types"),
        )
        for fields, word in refused:
            self.configure(**fields)
            self.assertRefused("config.json", word)

    def test_a_context_that_the_model_does_not_have(self) -> None:
        for context in (16, 257):
            with self.assertRaises(Refusal):
                self.convert(context=context)


class Converting(InFolder):
    def test_all_files_are_listed_with_their_sizes_and_none_is_above_the_limit(self) -> None:
        write_random_model(self.source, SMALL_LLAMA)
        manifest = self.convert("fp32", largest_file=150_000)
        files = manifest["files"]
        assert isinstance(files, list)
        data = [file for file in files if "_data" in file["path"]]
        self.assertEqual(
            [file["path"] for file in data[:2]], ["onnx/model.onnx_data", "onnx/model.onnx_data_1"]
        )
        self.assertTrue(all(file["bytes"] <= 150_000 for file in data))
        for file in files:
            self.assertEqual((self.target / file["path"]).stat().st_size, file["bytes"])

    def test_constants_lie_where_the_graph_says(self) -> None:
        write_random_model(self.source, SMALL_QWEN3)
        self.convert("fp32", largest_file=150_000)
        graph = onnx.load(str(self.target / "onnx/model.onnx")).graph
        found = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in graph.initializer}
        kept = Checkpoint.open(self.source)
        np.testing.assert_array_equal(found["embedding"], kept.read("model.embed_tokens.weight").T)
        name = "layers.1.self_attn.q_proj"
        np.testing.assert_array_equal(found[name], kept.read(f"model.{name}.weight").T)

    def test_a_base_model_gets_a_template_and_a_tuned_one_keeps_its_own(self) -> None:
        write_random_model(self.source, SMALL_LLAMA)
        self.convert()
        self.assertIn("<think>", (self.target / "chat_template.jinja").read_text())
        (self.source / "chat_template.jinja").write_text("own")
        self.convert()
        self.assertEqual((self.target / "chat_template.jinja").read_text(), "own")

    def test_heads_are_as_wide_as_the_run_time_takes_them(self) -> None:
        for width, filled in ((10, 16), (16, 16), (20, 32), (100, 112)):
            write_random_model(self.source, {**SMALL_QWEN3, "head_dim": width})
            self.convert("q4")
            graph = onnx.load(str(self.target / "onnx/model_q4.onnx"), load_external_data=False)
            caches = [
                value.type.tensor_type.shape.dim[3].dim_value
                for value in graph.graph.input
                if value.name.startswith("past_key_values.")
            ]
            self.assertEqual(caches, [filled] * 4)

    def test_an_output_matrix_of_its_own_is_used(self) -> None:
        write_random_model(self.source, SMALL_LLAMA)
        tied = self.convert()
        write_random_model(self.source, {**SMALL_LLAMA, "tie_word_embeddings": False})
        self.assertNotEqual(self.convert()["selfTest"], tied["selfTest"])


class Computing(unittest.TestCase):
    def test_blocks_keep_weights_within_half_a_step(self) -> None:
        values = np.random.default_rng(2).standard_normal((48, 64)).astype(np.float32)
        for bits in (4, 8):
            kept = BlockMatrix(values, bits, 0).exact(slice(None))
            largest = np.abs(values.reshape(48, -1, BLOCK)).max(-1)
            step = np.repeat(largest / 2 ** (bits - 1), BLOCK, -1)
            # The end opposite to the largest weight is one step short.
            self.assertTrue(np.all(np.abs(kept - values) <= step * 1.001))
            self.assertLess(np.mean(np.abs(kept - values) / step), 0.3)

    def test_a_block_of_zeros_stays_zero(self) -> None:
        self.assertTrue(
            np.all(BlockMatrix(np.zeros((2, 32), np.float32), 4, 0).exact(slice(None)) == 0)
        )

    def test_a_product_does_not_depend_on_how_rows_are_grouped(self) -> None:
        values = np.random.default_rng(3).standard_normal((40_000, 32)).astype(np.float32)
        x = np.random.default_rng(4).standard_normal((2, 32))
        np.testing.assert_allclose(
            FloatMatrix(values, np.float32).product(x), x @ values.T.astype(float)
        )

    def test_positions_stretch_as_llama_3_does(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "config.json"
            path.write_text(json.dumps({**LLAMA, "head_dim": 64}))
            stretched = read_architecture(path).frequencies()
            path.write_text(json.dumps({**LLAMA, "head_dim": 64, "rope_scaling": None}))
            plain = read_architecture(path).frequencies()
        # Wavelengths below 64/4 tokens stay, those above 64/1 are 32 times as long, those between lie between.
        lengths = 2 * np.pi / plain
        np.testing.assert_allclose(stretched[lengths < 16], plain[lengths < 16])
        np.testing.assert_allclose(stretched[lengths > 64], plain[lengths > 64] / 32)
        between = (lengths > 16) & (lengths < 64)
        self.assertTrue(between.any())
        self.assertTrue(np.all((stretched < plain)[between] & (stretched > plain / 32)[between]))

    def test_a_token_does_not_see_those_after_it(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            weights = random_weights(SMALL_QWEN3, Path(folder))
            architecture = read_architecture(Path(folder) / "config.json")
        keep = forms(0)["fp32"].keep
        layers: list[Layer] = [
            {
                name.removeprefix(f"model.layers.{index}.").removesuffix(".weight"): (
                    keep(value) if value.ndim == 2 else value
                )
                for name, value in weights.items()
                if name.startswith(f"model.layers.{index}.")
            }
            for index in range(2)
        ]
        embedding = keep(weights["model.embed_tokens.weight"])

        def logits(ids: list[int]) -> np.ndarray:
            reference = Reference(architecture, np.array(ids))
            reference.begin(embedding)
            for layer in layers:
                reference.layer(layer)
            return reference.logits(weights["model.norm.weight"], embedding, slice(None))

        whole = logits([5, 17, 300, 4, 99])
        np.testing.assert_allclose(logits([5, 17, 300]), whole[:3])
        self.assertGreater(np.abs(logits([6, 17, 300])[2] - whole[2]).max(), 0.01)


def split_in_two(folder: Path) -> None:
    """Writes a model's one file as two with an index."""
    checkpoint = Checkpoint.open(folder)
    weights = {name: checkpoint.read(name) for name in checkpoint.tensors}
    (folder / "model.safetensors").unlink()
    places: dict[str, str] = {}
    for number in (1, 2):
        file = f"model-{number}.safetensors"
        names = list(weights)[number - 1 :: 2]
        write_safetensors(folder / file, {name: weights[name] for name in names})
        places.update(dict.fromkeys(names, file))
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": places}))


if __name__ == "__main__":
    unittest.main()
