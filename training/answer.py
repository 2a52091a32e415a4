"""Reads what the embedded model wrote after `<think>`: its form, its diagnosis, its differential and what it cites."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass

ABSTENTION = "No diagnosis can be given"
"""Begins every answer that gives no diagnosis; the same as in lib/engine/prompt/undecided.ts."""

NO_FINDING = "None in the case"
"""What stands where a list of findings has none; the same as in lib/engine/prompt/embedded-form.ts."""

MOST_ARGUED = 5
"""Lines of a differential with probability and evidence; the same as in lib/engine/prompt/embedded-form.ts."""
MOST_BARE = 16
"""Lines that only name a condition; the same as in training/cases/target.ts, as answer-limits.test.ts there checks."""

LEAST_STEPS, MOST_STEPS = 3, 12
MOST_CHARACTERS = 500
"""Of one line. No target comes near either limit; they keep an answer from being filled up."""

LABELS = ("Primary Diagnosis", "Confidence", "Differential", "Reasoning", "Next step")
LABELS_OF_SHORT = tuple(label for label in LABELS if label != "Reasoning")
"""Short reasoning gives no findings for and against: neither in a section nor in the differential."""
LABELS_OF_ABSTENTION = (
    ("Primary Diagnosis", "Differential", "Next step"),
    ("Primary Diagnosis", "Next step"),
)

WHOLE = re.compile(
    r"\n?(?P<steps>(?:Step \d+: [^\n]+\n)+)</think>\n\n## Clinical Assessment\n\n(?P<sections>.+)",
    re.DOTALL,
)
STEP = re.compile(r"Step (\d+): [^\n]+\n")
SECTION = re.compile(r"\*\*([A-Z][a-z]+(?: [A-Za-z]+)?)\*\*:(.*)", re.DOTALL)
LETTERED = re.compile(r"(.+) \(([A-J])\)")
PERCENT = re.compile(r"(\d{1,2})%")
ARGUED = re.compile(r"(\d)\. (.+?) \((\d{1,2})%\)( - for: (?:.+) - against: (?:.+))?")
BARE = re.compile(r"\* (.+)")
CITATION = re.compile(r" \[(\d+)\]")
LIST_START = re.compile(r"(?:^|[:.] |\bwith )$")
REASON = re.compile(r"(?:: [a-z ]+)?")
NUMBERS = re.compile(r"Step \d+: |^\d\. | \(\d+%\)")

Differential = tuple[tuple[tuple[str, float], ...], tuple[str, ...]]
"""The argued names with their probabilities, and the bare ones."""


@dataclass(frozen=True)
class Answer:
    """What an answer says; probabilities and confidence in 0 to 1."""

    diagnosis: str
    letter: str | None
    confidence: float | None
    argued: tuple[tuple[str, float], ...]
    bare: tuple[str, ...]

    @property
    def abstains(self) -> bool:
        """Whether it gives no diagnosis."""
        return self.diagnosis.startswith(ABSTENTION)

    @property
    def named(self) -> tuple[str, ...]:
        """The conditions of the differential, the surest first."""
        return (*(name for name, _ in self.argued), *self.bare)

    @property
    def repeats(self) -> bool:
        """Whether the differential names a condition twice."""
        return len(set(self.named)) < len(self.named)


def read_differential(body: str) -> Differential | None:
    """The argued and the bare lines; None where they are out of order or too many."""
    argued: list[tuple[str, float]] = []
    bare: list[str] = []
    with_findings: set[bool] = set()
    for line in body.removeprefix("\n").split("\n"):
        line_argued, line_bare = ARGUED.fullmatch(line), BARE.fullmatch(line)
        if line_argued is not None and not bare:
            number, name, percent = line_argued.group(1, 2, 3)
            if int(number) != len(argued) + 1:
                return None
            argued.append((name, int(percent) / 100))
            with_findings.add(line_argued[4] is not None)
        elif line_bare is not None:
            bare.append(line_bare[1])
        else:
            return None
    if not argued or len(argued) > MOST_ARGUED or len(bare) > MOST_BARE or len(with_findings) > 1:
        return None
    return tuple(argued), tuple(bare)


def read_sections(text: str) -> dict[str, str] | None:
    """The sections by label in their order; None where one has another form or stands twice."""
    sections: dict[str, str] = {}
    for block in text.split("\n\n"):
        matched = SECTION.fullmatch(block)
        if matched is None or matched[1] in sections:
            return None
        label, body = matched[1], matched[2]
        if "\n" in body.strip() and label != "Differential":
            return None
        if max(map(len, body.split("\n"))) > MOST_CHARACTERS or not body.strip():
            return None
        sections[label] = body
    return sections


@dataclass(frozen=True)
class Outline:
    """A text that has steps and sections in a valid order: how many steps, and the sections by label."""

    steps: int
    sections: dict[str, str]

    @property
    def diagnosis(self) -> str:
        """The stated diagnosis, letter included, or the abstention."""
        return self.sections["Primary Diagnosis"].strip()

    @property
    def has_valid_labels(self) -> bool:
        """Whether the sections are those of an abstention, or of an answer with or without findings for and against."""
        labels = tuple(self.sections)
        if self.diagnosis.startswith(ABSTENTION):
            return labels in LABELS_OF_ABSTENTION
        argued = " - against: " in self.sections.get("Differential", "")
        return labels == (LABELS if argued else LABELS_OF_SHORT)


def read_outline(text: str) -> Outline | None:
    """The outline of a text; None where steps are out of order or too many, or a section stands twice or is too long."""
    whole = WHOLE.fullmatch(text)
    if whole is None:
        return None
    steps = STEP.findall(whole["steps"])
    if [int(number) for number in steps] != list(range(1, len(steps) + 1)):
        return None
    if len(steps) > MOST_STEPS or max(map(len, whole["steps"].split("\n"))) > MOST_CHARACTERS:
        return None
    sections = read_sections(whole["sections"])
    if sections is None or "Primary Diagnosis" not in sections:
        return None
    return Outline(len(steps), sections)


def read_agreement(
    outline: Outline, differential: Differential, candidates: Set[str], letters: Mapping[str, str]
) -> Answer | None:
    """The answer, where diagnosis, confidence and differential agree and every name is a candidate's."""
    argued, bare = differential
    stated = outline.diagnosis
    if not {name for name, _ in argued}.union(bare) <= candidates:
        return None
    if stated.startswith(ABSTENTION):
        reasoned = REASON.fullmatch(stated, len(ABSTENTION)) is not None
        return Answer(stated, None, None, argued, bare) if reasoned else None
    lettered = LETTERED.fullmatch(stated) if letters else None
    diagnosis, letter = (lettered[1], lettered[2]) if lettered is not None else (stated, None)
    percent = PERCENT.fullmatch(outline.sections.get("Confidence", "").strip())
    if percent is None or outline.steps < LEAST_STEPS:
        return None
    if diagnosis not in candidates or letters.get(diagnosis) != letter:
        return None
    confidence = int(percent[1]) / 100
    agrees = argued[:1] == ((diagnosis, confidence),)
    return Answer(diagnosis, letter, confidence, argued, bare) if agrees else None


def differential_of(outline: Outline) -> Differential | None:
    """The differential of an outline, empty where it has none; None where it cannot be read."""
    if "Differential" not in outline.sections:
        return (), ()
    return read_differential(outline.sections["Differential"])


def read_readable(text: str, candidates: Set[str], letters: Mapping[str, str]) -> Answer | None:
    """The answer of a text that keeps the form except that its differential may name a condition twice."""
    outline = read_outline(text)
    if outline is None or not outline.has_valid_labels:
        return None
    differential = differential_of(outline)
    if differential is None:
        return None
    return read_agreement(outline, differential, candidates, letters)


def read_answer(text: str, candidates: Set[str], letters: Mapping[str, str]) -> Answer | None:
    """The answer, or None where its form is not valid.

    `candidates` are the names that a diagnosis and a line of the differential may have, `letters` gives each option's
    letter by its text (empty: an open question). Valid: numbered steps, then the sections in their order, each once;
    the diagnosis one of the candidates (with its letter) or an abstention; the first line of the differential the
    diagnosis, with the stated confidence; no condition twice in the differential.
    """
    answer = read_readable(text, candidates, letters)
    return None if answer is None or answer.repeats else answer


def form_share(text: str, candidates: Set[str], letters: Mapping[str, str]) -> float:
    """How far a text keeps the form: 0 without an outline, then by quarters for labels, agreement, and no repetition.

    1 only for a valid form. A model that seldom keeps the whole form can so be told better from worse.
    """
    outline = read_outline(text)
    if outline is None:
        return 0.0
    if not outline.has_valid_labels:
        return 0.25
    answer = read_readable(text, candidates, letters)
    if answer is None:
        return 0.5
    return 0.75 if answer.repeats else 1.0


def findings_of(prompt: str) -> dict[int, tuple[str, ...]]:
    """The findings that the prompt gives, as worded there (the absent ones with their "no"), by number."""
    found: dict[int, list[str]] = {}
    for line in re.split(r"\n|<\|", prompt):
        if not line.startswith("- "):
            continue
        start = 2
        for citation in CITATION.finditer(line):
            found.setdefault(int(citation[1]), []).append(line[start : citation.start()])
            start = citation.end() + len("; ")
    return {number: tuple(words) for number, words in found.items()}


@dataclass(frozen=True)
class Cited:
    """One item of a list of findings: the words that head the list, and the finding, None where the case has it not."""

    head: str
    finding: tuple[int, str] | None


def citations(text: str, findings: Mapping[int, tuple[str, ...]]) -> list[Cited]:
    """Every item of the lists of findings in a text.

    An item is grounded where the prompt has those words, polarity included, under that number, and where nothing stands
    between the item and the beginning of its list. Heads are freed of numbering and percentages, so that they compare.
    """
    items: list[Cited] = []
    for line in text.split("\n"):
        lead, *lists = line.split(" - ")
        for part in [lead, *(f"{lead} - {listed}" for listed in lists)]:
            items += items_of(part, findings)
    return items


def items_of(line: str, findings: Mapping[int, tuple[str, ...]]) -> list[Cited]:
    """The items of a line that holds one list."""
    items: list[Cited] = []
    head, start = "", 0
    for citation in CITATION.finditer(line):
        chunk, number = line[start : citation.start()], int(citation[1])
        start = citation.end()
        words = findings.get(number, ())
        if chunk.startswith("; "):
            item = chunk[2:]
            items.append(Cited(head, (number, item) if item in words else None))
            continue
        fitting = (
            word
            for word in words
            if chunk.endswith(word) and LIST_START.search(chunk[: len(chunk) - len(word)])
        )
        word = max(fitting, key=len, default=None)
        heading = chunk if word is None else chunk[: len(chunk) - len(word)]
        head = NUMBERS.sub("", heading).strip(" .:-")
        items.append(Cited(head, None if word is None else (number, word)))
    # What follows a citation after the separator claims a finding without citing it.
    if start > 0 and line.startswith("; ", start):
        items.append(Cited(head, None))
    return items
