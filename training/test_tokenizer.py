"""The vocabulary: texts come back, and a damaged file is no vocabulary."""

from __future__ import annotations

import random
import tempfile
import unittest
from pathlib import Path

from faults import StageFault
from tokenizer import ADDED_TOKENS, Tokenizer

NAMES = [" fever", " hay fever", " chills"]
TEXTS = ["<|user|>A naïve test, 38.5 °C [2].\n- fever [1]; chills [1]<|end|>", "fever, chills"] * 9


class TokenizerTest(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.path = Path(temporary.name) / "merges.json"
        self.tokenizer = Tokenizer.train(TEXTS, 360, NAMES)

    def test_any_text_comes_back_and_its_bytes_are_counted(self) -> None:
        draw = random.Random(1)
        lengths = self.tokenizer.byte_lengths()
        pieces = [*ADDED_TOKENS, "é", "€", "𝛼", " ", "\n", "fever", "7", "_", "'s", "[1]"]
        for _ in range(200):
            text = "".join(draw.choices(pieces, k=draw.randrange(12)))
            ids = self.tokenizer.encode(text)
            self.assertEqual(self.tokenizer.decode(ids), text)
            self.assertEqual(sum(lengths[token] for token in ids), len(text.encode("utf-8")))

    def test_a_citation_is_one_token(self) -> None:
        self.assertEqual(len(self.tokenizer.encode(" [12]")), 1)

    def test_a_name_is_one_token_and_the_longest_counts(self) -> None:
        ids = self.tokenizer.encode("- hay fever [1]; fever [2]; feverish")
        self.assertEqual(ids.count(self.tokenizer.ids[" hay fever"]), 1)
        self.assertEqual(ids.count(self.tokenizer.ids[" fever"]), 2)

    def test_the_file_holds_the_whole_vocabulary(self) -> None:
        self.tokenizer.save_merges(self.path)
        loaded = Tokenizer.load(self.path)
        self.assertEqual(loaded.tokens, self.tokenizer.tokens)
        self.assertEqual(loaded.digest, self.tokenizer.digest)
        self.assertNotEqual(Tokenizer(self.tokenizer.merges[:-1], NAMES).digest, loaded.digest)

    def test_a_missing_or_damaged_file(self) -> None:
        with self.assertRaisesRegex(StageFault, "merges.json: is missing. Make the vocabulary"):
            Tokenizer.load(self.path)
        for content in (b"", b"[[1]]", b'{"a": 1}', b"\xff", b"7"):
            self.path.write_bytes(content)
            with self.assertRaisesRegex(StageFault, "merges.json: is no list of merges"):
                Tokenizer.load(self.path)
        self.path.write_text('{"names": [], "merges": [["never", "made"]]}')
        with self.assertRaisesRegex(StageFault, "joins a token that is not made before"):
            Tokenizer.load(self.path)


if __name__ == "__main__":
    unittest.main()
