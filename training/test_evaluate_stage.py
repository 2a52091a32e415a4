"""What an evaluation counts as right, as an abstention and as valid."""

from __future__ import annotations

import tempfile
import unittest
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from answer import ABSTENTION, read_answer
from evaluate_stage import Judged, append_line, figures, judge
from model import Decoder, Shape
from reward import Case, case_from
from rollout import Sampling
from stage_log import read_entries
from tokenizer import Tokenizer

CONDITIONS = ["Pneumonia", "Influenza", "Croup"]
ALIASES = {"flu": "Influenza"}
OPTIONS = [{"letter": "A", "text": "flu"}, {"letter": "B", "text": "Croup"}]
PROMPT = "<|user|>34-year-old woman.\n- fever [1]<|end|><|assistant|><think>"


def written(diagnosis: str, confidence: int | None, names: list[str]) -> str:
    """A completion in the short form."""
    lines = "\n".join(
        f"{place}. {name} ({confidence or 30}%)" for place, name in enumerate(names, start=1)
    )
    stated = "" if confidence is None else f"**Confidence**: {confidence}%\n\n"
    return (
        "\nStep 1: Problem representation. A 34-year-old woman with fever [1].\n"
        f"Step 2: Hypotheses. {' / '.join(names)}.\nStep 3: Conclusion. So it is.\n</think>\n\n"
        f"## Clinical Assessment\n\n**Primary Diagnosis**: {diagnosis}\n\n{stated}"
        f"**Differential**:\n{lines}\n\n**Next step**: Look again"
    )


COMMITTED = written("Pneumonia", 80, ["Pneumonia", "Influenza"])
SECOND = written("Influenza", 80, ["Influenza", "Pneumonia"])
SILENT = written(f"{ABSTENTION}: too few findings are known", None, ["Pneumonia", "Croup"])
CHOSEN = written("flu (A)", 90, ["flu", "Croup"])


def case_with(target: str, truth: str | None, options: Sequence[Mapping[str, str]] = ()) -> Case:
    belief = [[0, 0.8], [1, 0.2]]
    line: dict[str, object] = dict(
        prompt=PROMPT, target=target, truth=truth, options=list(options), beliefs=[belief]
    )
    return case_from(line, CONDITIONS, ALIASES)


def judged(case: Case, text: str) -> Judged:
    return Judged(case, text, len(text), True, read_answer(text, case.candidates, case.letters))


KNOWN, THIN = case_with(COMMITTED, "Pneumonia"), case_with(SILENT, "Croup")
OFFERED = case_with(CHOSEN, "Influenza", OPTIONS)


class FiguresTest(unittest.TestCase):
    def value(self, name: str, *items: Judged) -> tuple[float | None, int]:
        estimate = figures(items)[name]
        return estimate.value, estimate.n

    def test_targets_are_right_throughout(self) -> None:
        items = [judged(case, case.target) for case in (KNOWN, THIN, OFFERED)]
        found = figures(items)
        for name in ("top_1", "top_3", "as_target", "form_valid", "abstains_where_due"):
            self.assertEqual(found[name].value, 1, name)
        self.assertEqual(found["abstains_otherwise"].value, 0)
        self.assertEqual((found["top_1_open"].n, found["top_1_options"].n), (1, 1))

    def test_the_truth_in_second_place(self) -> None:
        item = judged(KNOWN, SECOND)
        self.assertEqual(self.value("top_1", item), (0, 1))
        self.assertEqual(self.value("top_3", item), (1, 1))
        self.assertEqual(self.value("target_top_1", item), (1, 1))
        self.assertEqual(self.value("calibration_error", item), (0.8, 1))

    def test_an_abstention_that_is_not_due(self) -> None:
        item = judged(KNOWN, SILENT)
        self.assertEqual(self.value("abstains_otherwise", item), (1, 1))
        self.assertEqual(self.value("top_3", item), (0, 1))
        self.assertEqual(self.value("calibration_error", item), (None, 0))

    def test_a_thin_case_counts_for_the_abstention_alone(self) -> None:
        item = judged(THIN, COMMITTED)
        self.assertEqual(self.value("abstains_where_due", item), (0, 1))
        self.assertEqual(self.value("top_1", item), (None, 0))

    def test_an_answer_outside_the_options_is_not_valid(self) -> None:
        item = judged(OFFERED, COMMITTED)
        self.assertEqual(self.value("form_valid", item), (0, 1))
        self.assertEqual(self.value("top_1_options", item), (0, 1))


class JudgeTest(unittest.TestCase):
    def test_a_completion_that_the_budget_cuts_is_not_valid(self) -> None:
        tokenizer = Tokenizer.train([PROMPT, COMMITTED] * 3, 340)
        torch.manual_seed(1)
        shape = Shape(len(tokenizer.tokens), width=32, layers=1, heads=2, head_width=16)
        (item,) = judge(Decoder(shape), tokenizer, [KNOWN], Sampling(8, 0.0), seed=1)
        self.assertEqual((item.tokens, item.ended, item.answer), (8, False, None))

    def test_lines_are_added_to_the_log(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "logs" / "evaluation.jsonl"
            append_line(path, dict(step=1))
            append_line(path, dict(step=2))
            self.assertEqual([entry["step"] for entry in read_entries(path)], [1, 2])


if __name__ == "__main__":
    unittest.main()
