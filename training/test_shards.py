"""Shards: which tokens weigh what, where beliefs stand, and in what order batches come."""

from __future__ import annotations

import contextlib
import io
import tempfile
import unittest
from dataclasses import replace
from pathlib import Path

import numpy as np

from case_files import STYLES, read_cases
from faults import StageFault
from fixtures import case_line, made_cases, work_folder, write_cases
from shards import (
    DECISION_WEIGHT,
    PROMPT_WEIGHT,
    Batch,
    Position,
    Selection,
    Shard,
    ShardReader,
    ShardWriter,
)
from tokenizer import END, Tokenizer


class FolderTest(unittest.TestCase):
    """A work folder with 50 cases in three shards."""

    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.work = Path(temporary.name)
        with contextlib.redirect_stdout(io.StringIO()):
            self.tokenizer = work_folder(self.work)
        self.folder = self.work / "shards" / "mid-train"

    def selection(self, style: str | None = None, batch_tokens: int = 400) -> Selection:
        return Selection(self.folder, style, context=256, batch_tokens=batch_tokens, seed=1)


def written(tokenizer: Tokenizer, work: Path, cut: float, count: int) -> Shard:
    """A shard of made-up cases."""
    writer = ShardWriter(tokenizer, cut, seed=1)
    for case in made_cases(work, count):
        writer.add(case)
    writer.write(work / "one.npz")
    return Shard(work / "one.npz", tokenizer)


def row_of(batch: Batch, row: int) -> list[int]:
    """The tokens of a row without its padding."""
    return batch.ids[row][batch.weights[row] > 0].tolist()


class WeightTest(FolderTest):
    def test_tokens_spell_the_case(self) -> None:
        shard = written(self.tokenizer, self.work, cut=0.0, count=3)
        for place, case in enumerate(made_cases(self.work, 3)):
            ids = row_of(shard.batch([place]), 0)
            self.assertEqual(self.tokenizer.decode(ids), case.prompt + case.target + END)

    def test_the_diagnosis_weighs_more_and_the_prompt_less(self) -> None:
        shard = written(self.tokenizer, self.work, cut=0.0, count=1)
        batch = shard.batch([0])
        ids, weights = batch.ids[0], batch.weights[0]
        heavy = self.tokenizer.decode(ids[weights == DECISION_WEIGHT].tolist())
        self.assertEqual(heavy, " Condition 0 Condition 0")
        light = self.tokenizer.decode(ids[(weights > 0) & (weights < 1)].tolist())
        self.assertEqual(light, case_line(0)["prompt"])
        self.assertAlmostEqual(float(weights[0]), PROMPT_WEIGHT, places=3)

    def test_beliefs_stand_at_each_line_and_where_the_target_says_them(self) -> None:
        batch = written(self.tokenizer, self.work, cut=0.0, count=4).batch(range(4))
        marks = [
            self.tokenizer.decode([int(batch.ids[row, position])])
            for row, position in zip(batch.rows.tolist(), batch.positions.tolist())
        ]
        expected = [
            mark
            for number in range(4)
            for mark in [*(f" [{line}]" for line in range(1, 3 + number % 3)), ".", ":"]
        ]
        self.assertEqual(marks, expected)
        last = 1
        self.assertTrue(np.allclose(batch.beliefs[last : last + 3], batch.beliefs[last]))
        self.assertTrue(np.allclose(batch.beliefs.sum(-1).numpy(), 1))
        self.assertAlmostEqual(float(batch.beliefs[0, 0]), 0.75)

    def test_a_cut_case_ends_after_the_hypotheses(self) -> None:
        shard = written(self.tokenizer, self.work, cut=1.0, count=1)
        text = self.tokenizer.decode(row_of(shard.batch([0]), 0))
        self.assertTrue(text.endswith("Hypotheses. Condition 0 / Condition 7.\n"), text)


class ReaderTest(FolderTest):
    def drawn(self, reader: ShardReader, count: int) -> list[list[int]]:
        """The tokens of every row of so many batches."""
        batches = [reader.next_batch() for _ in range(count)]
        return [row_of(batch, row) for batch in batches for row in range(len(batch.ids))]

    def reader(self, selection: Selection, position: Position = Position()) -> ShardReader:
        return ShardReader(selection, self.tokenizer, position)

    def test_an_epoch_has_every_case_once(self) -> None:
        reader = self.reader(self.selection())
        seen: list[str] = []
        batch = reader.next_batch()
        while reader.position.epoch == 0:
            self.assertLessEqual(batch.ids.numel(), 400)
            seen += [self.tokenizer.decode(row_of(batch, row)) for row in range(len(batch.ids))]
            batch = reader.next_batch()
        cases = made_cases(self.work, 50)
        self.assertEqual(sorted(seen), sorted(case.prompt + case.target + END for case in cases))

    def test_a_place_in_the_data_is_found_again(self) -> None:
        reader = self.reader(self.selection())
        self.drawn(reader, 9)
        again = self.reader(self.selection(), reader.position)
        self.assertEqual(self.drawn(again, 12), self.drawn(reader, 12))

    def test_another_seed_gives_another_order(self) -> None:
        first = self.drawn(self.reader(self.selection()), 5)
        other = self.drawn(self.reader(replace(self.selection(), seed=2)), 5)
        self.assertNotEqual(first, other)

    def test_a_style_is_selected(self) -> None:
        reader = self.reader(self.selection("long"))
        for _ in range(8):
            batch = reader.next_batch()
            for row in range(len(batch.ids)):
                self.assertIn("Evidence for", self.tokenizer.decode(row_of(batch, row)))

    def test_a_style_without_cases_is_a_fault(self) -> None:
        with self.assertRaisesRegex(StageFault, "no shard with a hybrid case"):
            self.reader(self.selection("hybrid")).next_batch()

    def test_a_shard_added_meanwhile_is_read(self) -> None:
        reader = self.reader(self.selection())
        reader.next_batch()
        (self.folder / "00003.npz").write_bytes((self.folder / "00000.npz").read_bytes())
        names = set()
        while reader.position.epoch == 0:
            reader.next_batch()
            names.add(reader.position.name)
        self.assertIn("00003.npz", names)


class FaultTest(FolderTest):
    def test_a_changed_byte_is_noticed(self) -> None:
        path = self.folder / "00000.npz"
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
        with self.assertRaisesRegex(StageFault, "00000.npz: is damaged"):
            Shard(path, self.tokenizer)

    def test_half_a_shard_and_a_missing_one(self) -> None:
        path = self.folder / "00000.npz"
        path.write_bytes(path.read_bytes()[:500])
        with self.assertRaisesRegex(StageFault, "00000.npz: is damaged"):
            Shard(path, self.tokenizer)
        path.unlink()
        with self.assertRaisesRegex(StageFault, "00000.npz: is missing"):
            Shard(path, self.tokenizer)

    def test_a_shard_of_another_vocabulary(self) -> None:
        other = Tokenizer(self.tokenizer.merges[:-1])
        with self.assertRaisesRegex(StageFault, "another vocabulary"):
            Shard(self.folder / "00000.npz", other)

    def test_arrays_that_do_not_fit(self) -> None:
        path = self.folder / "00000.npz"
        with np.load(path) as data:
            arrays = dict(data)
        np.savez(path, **{**arrays, "tokens": arrays["tokens"][:-1]})
        with self.assertRaisesRegex(StageFault, "do not fit each other"):
            Shard(path, self.tokenizer)

    def test_a_line_that_is_no_case_is_named(self) -> None:
        path = write_cases(self.work / "bad.jsonl", 3)
        lines = path.read_text().split("\n")
        for bad in ("{", '{"prompt": 1}', lines[2].replace("0.75", "0.35"), lines[2][:-9] + "}"):
            path.write_text("\n".join([*lines[:2], bad, *lines[3:]]))
            with self.assertRaisesRegex(StageFault, "bad.jsonl: line 3 is no case"):
                list(read_cases(path))
        path.write_text("\n".join(lines[1:]))
        with self.assertRaisesRegex(StageFault, "line 1 does not name the conditions"):
            list(read_cases(path))

    def test_every_style_has_its_place(self) -> None:
        shard = Shard(self.folder / "00000.npz", self.tokenizer)
        counts = [len(shard.cases(style, 256)) for style in STYLES]
        self.assertEqual(sum(counts), len(shard.cases(None, 256)))


if __name__ == "__main__":
    unittest.main()
