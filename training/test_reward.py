"""The parts of the reward, and that every known way of gaming it earns less than the honest answer."""

from __future__ import annotations

import json
import unittest
from dataclasses import replace

from answer import ABSTENTION, Cited, citations, findings_of, read_answer
from reward import (
    WEIGHTS,
    Case,
    calibration,
    case_from,
    length_score,
    repeated_share,
    reward_parts,
    total,
)

CONDITIONS = ["Pneumonia", "Influenza", "Acute bronchitis", "Pulmonary embolism", "Tuberculosis"]
ALIASES = {"PE": "Pulmonary embolism"}
BUDGET = 400

PROMPT = (
    "<|user|>34-year-old woman.\n"
    "- fever [1]; chills or shivers [1]\n"
    "- no cough [2]\n"
    "- pain with breathing [4]; recent travel [4]; diabetes [4]\n"
    "<|end|><|assistant|><think>"
)
TARGET = """
Step 1: Problem representation. A 34-year-old woman with fever [1]; chills or shivers [1]; pain with breathing [4].
Step 2: Hypotheses. Pneumonia / Pulmonary embolism / Influenza.
Step 3: Evidence for Pneumonia. fever [1]; chills or shivers [1]; pain with breathing [4].
Step 4: Evidence against Pneumonia. no cough [2].
Step 5: Evidence for Pulmonary embolism. pain with breathing [4]; recent travel [4].
Step 6: Evidence against Pulmonary embolism. chills or shivers [1].
Step 7: Safety check. Pulmonary embolism must not be missed. Against it: chills or shivers [1].
Step 8: Conclusion. Pneumonia is the most likely.
</think>

## Clinical Assessment

**Primary Diagnosis**: Pneumonia

**Confidence**: 62%

**Differential**:
1. Pneumonia (62%) - for: fever [1]; chills or shivers [1]; pain with breathing [4] - against: no cough [2]
2. Pulmonary embolism (20%) - for: pain with breathing [4]; recent travel [4] - against: chills or shivers [1]
3. Influenza (8%) - for: fever [1] - against: no cough [2]
* Tuberculosis

**Reasoning**: fever [1]; chills or shivers [1]. This fits Pneumonia better than Pulmonary embolism.

**Next step**: Chest X-ray"""
BELIEF = [[0, 0.62], [3, 0.2], [1, 0.08], [2, 0.03], [4, 0.02], [5, 0.05]]
ALL_FINDINGS = (
    "fever [1]; chills or shivers [1]; no cough [2]; "
    "pain with breathing [4]; recent travel [4]; diabetes [4]"
)

THIN_PROMPT = "<|user|>34-year-old woman.\n- fever [1]\n<|end|><|assistant|><think>"
THIN_TARGET = f"""
Step 1: Problem representation. A 34-year-old woman with fever [1].
Step 2: Hypotheses. Influenza / Pneumonia / Tuberculosis.
Step 3: Conclusion. This does not decide.
</think>

## Clinical Assessment

**Primary Diagnosis**: {ABSTENTION}: the findings do not single out one condition

**Differential**:
1. Influenza (30%) - for: fever [1] - against: None in the case
2. Pneumonia (25%) - for: fever [1] - against: None in the case

**Next step**: Look for cough"""
THIN_BELIEF = [[1, 0.3], [0, 0.25], [4, 0.1], [5, 0.35]]


def case_of(
    prompt: str, target: str, truth: str | None, belief: object, options: object = ()
) -> Case:
    line = json.loads(
        json.dumps(
            dict(prompt=prompt, target=target, truth=truth, beliefs=[belief], options=options)
        )
    )
    return case_from(line, CONDITIONS, ALIASES)


SURE = case_of(PROMPT, TARGET, "Pneumonia", BELIEF)
THIN = case_of(THIN_PROMPT, THIN_TARGET, None, THIN_BELIEF)
OPTIONS = [
    {"letter": "A", "text": "Influenza"},
    {"letter": "B", "text": "PE"},
    {"letter": "C", "text": "Pneumonia"},
]


def earned(case: Case, text: str) -> float:
    """The reward, with words as tokens."""
    return total(reward_parts(case, text, len(text.split()), BUDGET))


def answer_with(text: str, **changes: str) -> str:
    """The text with sections replaced by label (underscores for spaces)."""
    for label, body in changes.items():
        start = text.index(f"**{label.replace('_', ' ')}**:")
        end = text.find("\n\n", start)
        replaced = f"**{label.replace('_', ' ')}**: {body}"
        text = text[:start] + replaced + (text[end:] if end >= 0 else "")
    return text


class PartsTest(unittest.TestCase):
    def test_the_target_earns_every_part(self) -> None:
        parts = reward_parts(SURE, TARGET, 300, BUDGET)
        for name in ("accuracy", "form", "citations", "evidence"):
            self.assertEqual(parts[name], 1.0, name)
        self.assertEqual(parts["repetition"], 0.0)
        self.assertGreater(parts["differential"], 0.95)
        self.assertAlmostEqual(parts["calibration"], 1 - 0.38**2)
        self.assertEqual(set(parts), set(WEIGHTS))

    def test_an_abstention_is_right_where_nothing_is_true_or_the_case_is_too_thin(self) -> None:
        for truth in (None, "Influenza"):
            parts = reward_parts(replace(THIN, truth=truth), THIN_TARGET, 100, BUDGET)
            self.assertEqual(parts["accuracy"], 1.0)
            self.assertEqual(parts["calibration"], 1.0)
            self.assertEqual(parts["form"], 1.0)

    def test_an_option_is_right_by_what_it_means_and_needs_its_letter(self) -> None:
        case = case_of(PROMPT, TARGET, "Pulmonary embolism", BELIEF, OPTIONS)
        text = answer_with(TARGET, Primary_Diagnosis="PE (B)", Confidence="62%")
        text = text.replace("Pulmonary embolism", "Influenza")
        text = text.replace("3. Influenza", "3. Pneumonia")
        text = text.replace("1. Pneumonia", "1. PE").replace("* Tuberculosis\n", "")
        self.assertEqual(reward_parts(case, text, 300, BUDGET)["accuracy"], 1.0)
        for stated in ("PE", "PE (A)", "Pulmonary embolism (B)", "Tuberculosis"):
            wrong = answer_with(text, Primary_Diagnosis=stated)
            parts = reward_parts(case, wrong, 300, BUDGET)
            self.assertEqual((parts["form"], parts["accuracy"]), (0.5, 0.0), stated)

    def test_form_tells_how_far_it_is_kept(self) -> None:
        twice = TARGET.replace("* Tuberculosis", "* Pneumonia")
        unlabelled = TARGET.replace("**Confidence**: 62%\n\n", "")
        unsure = TARGET.replace("**Confidence**: 62%", "**Confidence**: 61%")
        for text, share in (
            (TARGET, 1.0),
            (twice, 0.75),
            (unsure, 0.5),
            (unlabelled, 0.25),
            (TARGET[:500], 0.0),
        ):
            self.assertEqual(reward_parts(SURE, text, 300, BUDGET)["form"], share)
        self.assertIsNone(read_answer(twice, SURE.candidates, {}))
        self.assertEqual(reward_parts(SURE, twice, 300, BUDGET)["accuracy"], 1.0)

    def test_citations_need_the_words_the_number_and_the_polarity(self) -> None:
        findings = findings_of(PROMPT)
        self.assertEqual(findings[4], ("pain with breathing", "recent travel", "diabetes"))
        found = citations("Step 1: A woman with fever [1]; no cough [2].", findings)
        self.assertEqual([item.finding for item in found], [(1, "fever"), (2, "no cough")])
        wrong = ["cough [2]", "no fever [1]", "fever [2]", "rash [1]", "a fever [1]"]
        for listed in [*wrong, "fever [1]; chills"]:
            items = citations(f"Step 3: Evidence for Pneumonia. {listed}.", findings)
            self.assertEqual(items[-1].finding, None, listed)
        pain = citations("Against it: pain with breathing [4].", findings)
        self.assertEqual(pain, [Cited("Against it", (4, "pain with breathing"))])

    def test_the_same_list_under_another_number_or_percentage_is_the_same(self) -> None:
        findings = findings_of(PROMPT)
        first = citations("1. Pneumonia (62%) - for: fever [1] - against: no cough [2]", findings)
        second = citations("2. Pneumonia (7%) - for: fever [1] - against: no cough [2]", findings)
        self.assertEqual(first, second)
        self.assertEqual(len({item.head for item in first}), 2)

    def test_the_confidence_that_is_true_earns_most_on_average(self) -> None:
        answer = read_answer(TARGET, SURE.candidates, {})
        assert answer is not None
        for chance in (0.1, 0.35, 0.62, 0.9):
            earned_by = {
                percent: chance * calibration(True, replace(answer, confidence=percent / 100))
                + (1 - chance) * calibration(False, replace(answer, confidence=percent / 100))
                for percent in range(1, 100)
            }
            best = max(earned_by, key=lambda percent: earned_by[percent])
            self.assertAlmostEqual(best / 100, chance)

    def test_length_is_clamped_and_pays_only_right_answers(self) -> None:
        self.assertEqual(length_score(True, 0, BUDGET), 1.0)
        self.assertAlmostEqual(length_score(True, BUDGET, BUDGET), 0.5)
        self.assertAlmostEqual(length_score(True, 2 * BUDGET, BUDGET), 0.5)
        scores = [length_score(True, tokens, BUDGET) for tokens in range(0, 900, 50)]
        self.assertEqual(scores, sorted(scores, reverse=True))
        self.assertEqual({length_score(False, tokens, BUDGET) for tokens in (0, 200, 900)}, {0.0})

    def test_repetition_counts_runs_of_four_words(self) -> None:
        self.assertEqual(repeated_share("one two three"), 0.0)
        self.assertEqual(repeated_share("a b c d e f g"), 0.0)
        self.assertAlmostEqual(repeated_share("a b c d a b c d"), 0.2)


class HackTest(unittest.TestCase):
    """Each hack of the field (docs of the reward parts name the sources) against the honest answer to the same case."""

    def assert_pays_less(self, text: str, case: Case = SURE, honest: str = TARGET) -> None:
        self.assertNotEqual(text, honest)
        self.assertLess(earned(case, text), earned(case, honest) - 0.02)

    def test_every_finding_in_every_list(self) -> None:
        stuffed = TARGET
        for item in citations(TARGET, SURE.findings):
            assert item.finding is not None
            number, words = item.finding
            stuffed = stuffed.replace(f"{words} [{number}]", "@")
        while "@; @" in stuffed:
            stuffed = stuffed.replace("@; @", "@")
        self.assert_pays_less(stuffed.replace("@", ALL_FINDINGS))
        against = "Evidence against Pneumonia. "
        self.assert_pays_less(TARGET.replace(f"{against}no cough [2]", against + ALL_FINDINGS))

    def test_a_finding_repeated_in_a_list(self) -> None:
        self.assert_pays_less(TARGET.replace("Pneumonia. ", "Pneumonia. fever [1]; fever [1]; ", 1))

    def test_findings_that_the_case_has_not(self) -> None:
        self.assert_pays_less(TARGET.replace("no cough [2]", "cough [2]"))
        self.assert_pays_less(TARGET.replace("recent travel [4]", "smoking [4]"))
        self.assert_pays_less(TARGET.replace("fever [1]", "fever [3]"))
        self.assert_pays_less(TARGET.replace(" [1]", "").replace(" [2]", "").replace(" [4]", ""))

    def test_the_right_answer_without_reasoning(self) -> None:
        answer = TARGET[TARGET.index("</think>") :]
        self.assert_pays_less(answer)
        self.assert_pays_less("\n" + answer)
        hollow = "".join(f"\nStep {number}: Pneumonia is the most likely." for number in (1, 2, 3))
        self.assert_pays_less(hollow + "\n" + answer)

    def test_reasoning_outside_its_tags(self) -> None:
        steps, answer = TARGET.split("</think>")
        self.assert_pays_less("\nThe answer is Pneumonia." + TARGET)
        self.assert_pays_less("</think>" + answer + "\n" + steps)
        self.assert_pays_less(TARGET + "\n\nThe answer is Pneumonia.")

    def test_the_answer_repeated(self) -> None:
        answer = TARGET[TARGET.index("\n\n## Clinical") :]
        self.assert_pays_less(TARGET + answer)
        self.assert_pays_less(TARGET + "\n\n**Primary Diagnosis**: Pneumonia")
        conclusion = "Pneumonia is the most likely. "
        self.assert_pays_less(TARGET.replace("8: Conclusion. ", "8: " + 9 * conclusion))

    def test_two_answers_at_once(self) -> None:
        for hedged in ("Pneumonia or Influenza", "Pneumonia / Influenza", "Pneumonia, Influenza"):
            self.assert_pays_less(answer_with(TARGET, Primary_Diagnosis=hedged))
        self.assert_pays_less(TARGET + "\n\n**Primary Diagnosis**: Influenza")
        self.assert_pays_less(answer_with(TARGET, Primary_Diagnosis="Influenza"))
        self.assert_pays_less(TARGET.replace("* Tuberculosis", "* Pneumonia"))
        self.assert_pays_less(TARGET.replace("3. Influenza (8%)", "3. Pneumonia (8%)"))

    def test_padding_towards_the_budget(self) -> None:
        filler = "It is worth thinking about this once more with care and patience. "
        self.assert_pays_less(TARGET.replace("Step 8: ", "Step 8: " + 5 * filler))
        padded = TARGET.replace("</think>", "Step 9: " + filler * 4 + "\n</think>")
        self.assert_pays_less(padded)
        self.assert_pays_less(answer_with(TARGET, Next_step="Chest X-ray. " + 4 * filler))
        wrong = replace(SURE, truth="Influenza")
        self.assertLessEqual(earned(wrong, padded), earned(wrong, TARGET))

    def test_a_confidence_that_is_always_99(self) -> None:
        outcomes = [SURE] * 62 + [replace(SURE, truth="Influenza")] * 38
        honest = sum(earned(case, TARGET) for case in outcomes)
        sure = TARGET.replace("62%", "99%")
        others = [TARGET.replace("62%", f"{percent}%") for percent in (1, 30, 90)]
        for other in [sure, sure.replace("(20%)", "(1%)").replace("(8%)", "(1%)"), *others]:
            self.assertLess(sum(earned(case, other) for case in outcomes), honest)

    def test_a_differential_of_equal_or_of_too_many_conditions(self) -> None:
        equal = TARGET.replace("62%", "20%").replace("(8%)", "(20%)")
        self.assert_pays_less(equal)
        certain = TARGET.replace("62%", "90%").replace("(8%)", "(90%)")
        self.assert_pays_less(certain.replace("(20%)", "(90%)"))
        for more in ("Acute bronchitis", "Gout"):
            self.assert_pays_less(TARGET.replace("* Tuberculosis", f"* Tuberculosis\n* {more}"))

    def test_abstaining_always_and_never(self) -> None:
        assessment = THIN_TARGET[THIN_TARGET.index("**Primary") :]
        self.assert_pays_less(TARGET[: TARGET.index("**Primary")] + assessment)
        self.assert_pays_less(answer_with(TARGET, Primary_Diagnosis=ABSTENTION))
        committed = answer_with(THIN_TARGET, Primary_Diagnosis="Influenza\n\n**Confidence**: 30%")
        committed = committed.replace("\n\n**Next", "\n\n**Reasoning**: fever [1].\n\n**Next")
        self.assertIsNotNone(read_answer(committed, THIN.candidates, {}))
        self.assert_pays_less(committed, THIN, THIN_TARGET)

    def test_the_case_copied(self) -> None:
        lines = PROMPT.replace("<|user|>", "").split("<|end|>")[0]
        self.assert_pays_less(lines)
        self.assert_pays_less("\nStep 1: " + ALL_FINDINGS + ".\n</think>")
        self.assert_pays_less(TARGET.replace("Step 8: ", f"Step 8: {ALL_FINDINGS}. "))

    def test_nothing_at_all_and_an_answer_cut_short(self) -> None:
        self.assert_pays_less("")
        for share in (0.2, 0.5, 0.8, 0.95):
            self.assert_pays_less(TARGET[: int(share * len(TARGET))])

    def test_a_wrong_answer_in_good_form(self) -> None:
        swapped = TARGET.replace("Pneumonia", "@").replace("Influenza", "Pneumonia")
        self.assert_pays_less(swapped.replace("@", "Influenza"))


if __name__ == "__main__":
    unittest.main()
