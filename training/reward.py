"""Rewards of a completion: pure functions of its text and its case, one number for each part, and their weighted sum.

The parts are those that Gazal-R1 (arXiv 2506.21594) names, accuracy, form and quality of the reasoning, made computable: the
cases are synthetic, so that the truth, the posterior and the weights of evidence are known exactly.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from answer import (
    ABSTENTION,
    Answer,
    Cited,
    citations,
    findings_of,
    form_share,
    read_answer,
    read_readable,
)

WEIGHTS: Mapping[str, float] = {
    "accuracy": 1.0,
    "form": 0.2,
    "citations": 0.4,
    "evidence": 0.3,
    "differential": 0.4,
    "calibration": 0.4,
    "length": 0.1,
    "repetition": 0.4,
}
"""How much each part counts. Accuracy weighs most, so that no polish pays for a wrong answer."""

SHORTEST, LONGEST = 1.0, 0.5
"""The length part of a right answer without tokens, and of one that fills the budget (open-r1's values)."""

GRAM = 4
"""Words in a row that count as repeated."""


@dataclass(frozen=True)
class Case:
    """A training case: what the model is asked and what is right.

    `belief` is the posterior of the whole case by name, that of none of them under ABSTENTION. `names` are all the known
    conditions, `resolved` gives the condition that an option's text means.
    """

    prompt: str
    target: str
    truth: str | None
    letters: Mapping[str, str]
    belief: Mapping[str, float]
    names: frozenset[str]
    resolved: Mapping[str, str]

    @cached_property
    def candidates(self) -> frozenset[str]:
        """What a diagnosis may be called: the options, else every condition."""
        return frozenset(self.letters) if self.letters else self.names

    @cached_property
    def findings(self) -> dict[int, tuple[str, ...]]:
        """The findings of the prompt by number."""
        return findings_of(self.prompt)

    @cached_property
    def reference(self) -> Answer | None:
        """The target as an answer."""
        return read_answer(self.target, self.candidates, self.letters)

    @cached_property
    def reference_citations(self) -> frozenset[Cited]:
        """Which findings the target lists where."""
        return frozenset(citations(self.target, self.findings))


def case_from(
    line: Mapping[str, object], conditions: Sequence[str], aliases: Mapping[str, str]
) -> Case:
    """A line of a file of cases; `conditions` in the order of its first line. Raises KeyError, TypeError or ValueError.

    `aliases` gives the condition's name by each other name that an option may have.
    """
    prompt, target, truth = line["prompt"], line["target"], line["truth"]
    options, beliefs = line["options"], line["beliefs"]
    if not (isinstance(prompt, str) and isinstance(target, str)):
        raise TypeError("prompt and target must be texts")
    if not (isinstance(options, list) and isinstance(beliefs, list)):
        raise TypeError("options and beliefs must be lists")
    if not (truth is None or isinstance(truth, str)):
        raise TypeError("truth must be a text or null")
    named = [*conditions, ABSTENTION]
    belief = {named[index]: float(probability) for index, probability in (beliefs or [[]])[-1]}
    letters = {str(option["text"]): str(option["letter"]) for option in options}
    resolved = {text: aliases.get(text, text) for text in letters}
    return Case(prompt, target, truth, letters, belief, frozenset(conditions), resolved)


def is_right(case: Case, answer: Answer) -> bool:
    """Whether the answer is the truth, or an abstention where the target abstains or nothing known is true.

    An abstention from a case too thin to decide is right although the patient has some disease.
    """
    if answer.abstains:
        reference = case.reference
        return case.truth is None or (reference is not None and reference.abstains)
    return case.truth == case.resolved.get(answer.diagnosis, answer.diagnosis)


def citation_share(case: Case, cited: Sequence[Cited]) -> float:
    """Share of the cited findings that stand in the case so, each counted once in a list.

    Where none is cited, 0, unless the target cites none either.
    """
    if not cited:
        return 0.0 if case.reference_citations else 1.0
    return len({item for item in cited if item.finding is not None}) / len(cited)


def evidence_agreement(case: Case, cited: Sequence[Cited]) -> float:
    """F1 of the findings listed for and against each condition against those of the exact weights of evidence.

    Precision keeps from listing every finding everywhere, recall from leaving the reasoning out.
    """
    found, expected = frozenset(cited), case.reference_citations
    if not found and not expected:
        return 1.0
    return 2 * len(found & expected) / (len(found) + len(expected))


def differential_agreement(case: Case, answer: Answer) -> float:
    """Mean of two: 1 less the total variation distance from the posterior, and F1 of the conditions named.

    With options the posterior is that among them, as the target states it. Conditions without a probability line share one
    remainder.
    """
    argued = case.reference.argued if case.reference is not None else ()
    if case.reference is None or not answer.argued or not argued:
        return float(not answer.argued and not argued)
    posterior = dict(argued) if case.letters else case.belief
    stated: defaultdict[str, float] = defaultdict(float)
    for name, probability in answer.argued:
        stated[name] += probability
    distance = sum(abs(p - posterior.get(name, 0.0)) for name, p in stated.items())
    remainder = abs(sum(stated.values()) - sum(posterior.get(name, 0.0) for name in stated))
    reference = case.reference.named
    common = len(set(answer.named) & set(reference))
    agreement = 2 * common / (len(answer.named) + len(reference))
    return (max(0.0, 1 - (distance + remainder) / 2) + agreement) / 2


def calibration(right: bool, answer: Answer) -> float:
    """1 less the Brier score of the stated confidence (Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2).

    It is a proper score: on average no other confidence earns more than the true probability of being right. An
    abstention states none and counts as if it were certain.
    """
    confidence = 1.0 if answer.confidence is None else answer.confidence
    return 1 - (confidence - float(right)) ** 2


def length_score(right: bool, tokens: int, budget: int) -> float:
    """Cosine-scaled length after arXiv 2502.03373 and open-r1: 1 for an empty right answer, 0.5 for one at the budget.

    Clamped at the budget, where the published form turns up again. A wrong answer earns 0 at any length: the published
    form pays it for growing, which padding exploits.
    """
    if not right:
        return 0.0
    share = min(1.0, max(0.0, tokens / budget))
    return LONGEST + 0.5 * (SHORTEST - LONGEST) * (1 + math.cos(math.pi * share))


def repeated_share(text: str) -> float:
    """Share of the runs of four words that occurred before (arXiv 2502.03373, appendix C.2); 0 for fewer words."""
    words = text.lower().split()
    grams = [tuple(words[start : start + GRAM]) for start in range(len(words) - GRAM + 1)]
    return 1 - len(set(grams)) / len(grams) if grams else 0.0


def repetition(case: Case, text: str) -> float:
    """Minus the share of repeated runs beyond the target's own, which its form makes."""
    return -max(0.0, repeated_share(text) - repeated_share(case.target))


def reward_parts(case: Case, text: str, tokens: int, budget: int) -> dict[str, float]:
    """Every part for the text after `<think>` without the end token; `tokens` is its length, `budget` the stage's.

    An answer that cannot be read earns nothing beside form and repetition, as malformed ones in HuatuoGPT-o1's reward
    (arXiv 2412.18925): else an answer without reasoning, or the case copied, would earn parts of it. One whose only
    fault is a condition named twice is read, since decoding forbids that where the model is used.
    """
    parts = dict.fromkeys(WEIGHTS, 0.0)
    parts["repetition"] = repetition(case, text)
    parts["form"] = form_share(text, case.candidates, case.letters)
    answer = read_readable(text, case.candidates, case.letters)
    if answer is None:
        return parts
    right, cited = is_right(case, answer), citations(text, case.findings)
    return {
        "accuracy": float(right),
        "form": parts["form"],
        "citations": citation_share(case, cited),
        "evidence": evidence_agreement(case, cited),
        "differential": differential_agreement(case, answer),
        "calibration": calibration(right, answer),
        "length": length_score(right, tokens, budget),
        "repetition": parts["repetition"],
    }


def total(parts: Mapping[str, float]) -> float:
    """The weighted sum of the parts."""
    return sum(weight * parts[name] for name, weight in WEIGHTS.items())
