"""The training stages: the same curve interrupted or not, and one line where something is wrong."""

from __future__ import annotations

import contextlib
import io
import json
import math
import resource
import subprocess
import sys
import tempfile
import unittest
from dataclasses import replace
from pathlib import Path
from signal import SIGTERM, raise_signal

import torch

from faults import StageFault
from fixtures import small_shape, work_folder
from optimiser import Muon
from stage_log import Entry, read_entries
from stage_run import Settings, StageRun, run_training
from stages import STAGES
from tokenizer import Tokenizer
from weights import read_weights

TRAIN = Path(__file__).parent / "train.py"


class SignalAtStep(io.StringIO):
    """Standard output on which the report of one step asks the process to end."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self.step = step

    def write(self, text: str) -> int:
        if text.startswith(f"step {self.step} "):
            raise_signal(SIGTERM)
        return super().write(text)


class StageTest(unittest.TestCase):
    """A work folder with shards and a small shape."""

    tokenizer: Tokenizer

    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.work = Path(temporary.name)
        torch.set_num_threads(1)
        with contextlib.redirect_stdout(io.StringIO()):
            self.tokenizer = work_folder(self.work)

    def settings(self, stage: str = "mid-train", steps: int = 8) -> Settings:
        return Settings(
            work=self.work,
            stage=STAGES[stage],
            steps=steps,
            minutes=math.inf,
            batch_tokens=400,
            belief_weight=1.0,
            seed=1,
            checkpoint_every=3,
            shape=small_shape(self.tokenizer),
        )

    def run_stage(self, settings: Settings) -> list[Entry]:
        """Runs a stage; gives its log without times."""
        with contextlib.redirect_stdout(io.StringIO()):
            run_training(settings, self.tokenizer)
        return self.entries(settings.stage.name)

    def entries(self, stage: str) -> list[Entry]:
        entries = read_entries(self.work / "logs" / f"{stage}.jsonl")
        return [{k: v for k, v in entry.items() if k != "seconds"} for entry in entries]

    def weights(self, stage: str) -> dict[str, torch.Tensor]:
        return read_weights(self.work / f"{stage}.pt", self.tokenizer).decoder.state_dict()


class CurveTest(StageTest):
    def test_the_same_seed_gives_the_same_curve_and_another_seed_another(self) -> None:
        first = self.run_stage(self.settings())
        self.assertEqual([entry["step"] for entry in first], list(range(8)))
        again = self.run_stage(replace(self.settings(), restart=True))
        self.assertEqual(first, again)
        other = self.run_stage(replace(self.settings(), restart=True, seed=2))
        self.assertNotEqual(first, other)

    def test_a_stage_that_goes_on_gives_the_curve_of_one_that_was_not_interrupted(self) -> None:
        whole, weights = self.run_stage(self.settings()), self.weights("mid-train")
        self.run_stage(replace(self.settings(steps=5), restart=True))
        # What was logged after the last checkpoint is done once more.
        log = self.work / "logs" / "mid-train.jsonl"
        log.write_text(log.read_text() + json.dumps({"step": 5, "loss": 0}) + '\n{"step"')
        self.assertEqual(self.run_stage(replace(self.settings(), resume=True)), whole)
        for name, value in self.weights("mid-train").items():
            self.assertTrue(torch.equal(value, weights[name]), name)

    def test_a_stage_stopped_by_a_signal_goes_on_to_the_same_curve(self) -> None:
        whole = self.run_stage(self.settings())
        settings = replace(self.settings(), restart=True, report_every=4)
        with contextlib.redirect_stdout(SignalAtStep(4)), self.assertRaises(StageFault) as raised:
            run_training(settings, self.tokenizer)
        self.assertIn("mid-train.pt: holds step 5", str(raised.exception))
        again = replace(settings, restart=False, resume=True)
        self.assertEqual(self.run_stage(again), whole)

    def test_learning_lowers_every_part_of_the_loss(self) -> None:
        entries = self.run_stage(replace(self.settings(steps=120), batch_tokens=1500))
        for part in ("prompt", "target", "decision", "belief"):
            self.assertLess(entries[-1][part], 0.65 * entries[0][part], part)

    def test_the_rate_is_constant_when_stable_and_falls_to_nothing_in_the_decay(self) -> None:
        stable = self.run_stage(self.settings(steps=70))
        self.assertEqual({entry["rate"] for entry in stable[60:]}, {1.0})
        decay = self.run_stage(self.settings("decay-short", steps=10))
        rates = [entry["rate"] for entry in decay]
        self.assertEqual(rates[0], 1.0)
        self.assertEqual(rates, sorted(rates, reverse=True))
        self.assertAlmostEqual(rates[-1], 0.1)

    def test_a_decay_begins_with_the_stable_weights_and_its_optimiser(self) -> None:
        self.run_stage(self.settings())
        run = StageRun(self.settings("decay-long"), self.tokenizer)
        for name, value in self.weights("mid-train").items():
            self.assertTrue(torch.equal(value, run.weights.decoder.state_dict()[name]), name)
        momenta = run.optimiser.muon.momenta
        self.assertTrue(all(float(momentum.abs().sum()) > 0 for momentum in momenta))

    def test_the_clock_ends_a_stage_and_its_decay(self) -> None:
        settings = replace(self.settings("sft", steps=sys.maxsize), minutes=0.1)
        rates = [entry["rate"] for entry in self.run_stage(settings)]
        self.assertLess(rates[-1], 0.5 * max(rates))


class FaultTest(StageTest):
    def assert_fault(self, settings: Settings, pattern: str) -> None:
        with self.assertRaisesRegex(StageFault, pattern):
            self.run_stage(settings)

    def test_a_checkpoint_is_not_overwritten_unasked(self) -> None:
        self.run_stage(self.settings())
        self.assert_fault(self.settings(), "mid-train.pt: is there already. Go on with --resume")

    def test_a_missing_or_damaged_checkpoint(self) -> None:
        resume = replace(self.settings(), resume=True)
        self.assert_fault(resume, "checkpoints/mid-train.pt: is missing")
        self.assert_fault(self.settings("decay-short"), "is missing. Run the stage mid-train first")
        self.run_stage(self.settings(steps=2))
        path = resume.checkpoint
        content = bytearray(path.read_bytes())
        content[-2000] ^= 1
        path.write_bytes(content)
        self.assert_fault(resume, "checkpoints/mid-train.pt: is damaged")

    def test_options_that_would_change_the_curve(self) -> None:
        self.run_stage(self.settings(steps=2))
        self.assert_fault(
            replace(self.settings(), resume=True, seed=2), "was made with seed 1, not 2"
        )

    def test_a_damaged_log(self) -> None:
        self.run_stage(self.settings(steps=2))
        log = self.work / "logs" / "mid-train.jsonl"
        log.write_text("?\n" + log.read_text())
        self.assert_fault(
            replace(self.settings(), resume=True), "mid-train.jsonl: line 1 is no entry of a log"
        )

    def test_weights_of_another_vocabulary(self) -> None:
        self.run_stage(self.settings(steps=2))
        other = Tokenizer(self.tokenizer.merges[:-1])
        with self.assertRaisesRegex(StageFault, "trained with another vocabulary"):
            read_weights(self.work / "mid-train.pt", other)

    def test_a_loss_that_is_not_finite(self) -> None:
        stage = replace(STAGES["mid-train"], rate=1e9)
        self.assert_fault(replace(self.settings(steps=30), stage=stage), "the loss is not finite")


class CommandTest(StageTest):
    def command(self, *options: str, limit: int | None = None) -> subprocess.CompletedProcess[str]:
        """Runs train.py; `limit` is the size of the largest file that it may write, as on a disk that fills."""

        def limit_files() -> None:
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        return subprocess.run(
            [sys.executable, str(TRAIN), *options],
            capture_output=True,
            text=True,
            preexec_fn=limit_files,
        )

    def assert_one_line(self, ended: subprocess.CompletedProcess[str], named: str) -> None:
        self.assertEqual(ended.returncode, 2, ended.stderr)
        self.assertEqual(ended.stderr.count("\n"), 1, ended.stderr)
        self.assertIn(named, ended.stderr)

    def test_a_full_disk_leaves_the_last_checkpoint(self) -> None:
        small = ["--width", "128", "--layers", "1", "--inner-width", "32", "--threads", "1"]
        small += ["--batch-tokens", "400", "--checkpoint-every", "1"]
        begun = self.command("mid-train", str(self.work), "--steps", "1", *small)
        self.assertEqual(begun.returncode, 0, begun.stderr)
        checkpoint = self.work / "checkpoints" / "mid-train.pt"
        before = checkpoint.read_bytes()
        full = self.command(
            "mid-train", str(self.work), "--steps", "3", *small, "--resume", limit=100_000
        )
        self.assert_one_line(full, f"{checkpoint}: cannot be written")
        self.assertEqual(checkpoint.read_bytes(), before)
        self.assertEqual([path.name for path in checkpoint.parent.iterdir()], [checkpoint.name])

    def test_a_damaged_vocabulary(self) -> None:
        (self.work / "merges.json").write_text('[["a"')
        ended = self.command("mid-train", str(self.work), "--steps", "1")
        self.assert_one_line(ended, "merges.json: is no list of merges. Make the vocabulary again")


class MuonTest(unittest.TestCase):
    def test_updates_are_nearly_orthogonal(self) -> None:
        torch.manual_seed(1)
        for rows, columns in ((24, 40), (40, 24)):
            values = torch.linalg.svdvals(Muon.orthogonalise(torch.randn(rows, columns)))
            self.assertGreater(float(values.min()), 0.5)
            self.assertLess(float(values.max()), 1.5)


if __name__ == "__main__":
    unittest.main()
