"""Byte-level BPE: trains a vocabulary, encodes, and writes the Hugging Face `tokenizer.json` form.

Byte-pair encoding after Sennrich et al. 2016 (arXiv 1508.07909), over bytes as in GPT-2.
"""

from __future__ import annotations

import collections
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from faults import StageFault
from storage import read_bytes, write_atomically

CITABLE_SENTENCES = 64
"""The same number as in lib/engine/prompt/embedded.ts."""

PAD, END = "<|pad|>", "<|end|>"
CONTROL_TOKENS = [PAD, END, "<|user|>", "<|assistant|>"]
# A citation takes the space before it along: the words before it then lead to it directly, which makes it easy to copy.
VISIBLE_TOKENS = ["<think>", "</think>"] + [
    f" [{number}]" for number in range(1, CITABLE_SENTENCES + 1)
]
ADDED_TOKENS = CONTROL_TOKENS + VISIBLE_TOKENS

# The same split twice: once for JavaScript's and Rust's expressions, once for Python's, which lack each other's classes.
SPLIT_FOR_FILE = r"'(?:s|t|re|ve|m|ll|d)| ?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
SPLIT = re.compile(r"'(?:s|t|re|ve|m|ll|d)| ?[^\W\d_]+|\d| ?(?:[^\s\w]|_)+|\s+(?!\S)|\s+")

CHAT_TEMPLATE = (
    "{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content'] + '<|end|>' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|assistant|><think>' }}{% endif %}"
)


def byte_characters() -> dict[int, str]:
    """A printable character for every byte, as GPT-2 assigns them."""
    printable = list(range(33, 127)) + list(range(161, 173)) + list(range(174, 256))
    assigned = {byte: chr(byte) for byte in printable}
    following = 256
    for byte in range(256):
        if byte not in assigned:
            assigned[byte] = chr(following)
            following += 1
    return assigned


BYTE_CHARACTERS = byte_characters()
CHARACTER_BYTES = {character: byte for byte, character in BYTE_CHARACTERS.items()}

VOCABULARY_REMEDY = (
    "Make the vocabulary again: training/run.sh training/train.py tokenizer WORK --cases FILES"
)


def added_expression(tokens: Iterable[str]) -> re.Pattern[str]:
    """Splits a text at tokens that are read where they stand, the longest first."""
    longest_first = sorted(tokens, key=len, reverse=True)
    return re.compile("(" + "|".join(re.escape(token) for token in longest_first) + ")")


def word_symbols(word: str) -> list[str]:
    """The byte characters of one word."""
    return [BYTE_CHARACTERS[byte] for byte in word.encode("utf-8")]


def join_pair(symbols: list[str], pair: tuple[str, str]) -> list[str]:
    """`symbols` with every occurrence of `pair` joined, left to right."""
    joined: list[str] = []
    index = 0
    while index < len(symbols):
        if tuple(symbols[index : index + 2]) == pair:
            joined.append(pair[0] + pair[1])
            index += 2
        else:
            joined.append(symbols[index])
            index += 1
    return joined


class Tokenizer:
    """A trained vocabulary: added tokens and names first, then the bytes, then one token for each merge."""

    def __init__(self, merges: list[tuple[str, str]], names: Sequence[str] = ()) -> None:
        self.merges = merges
        self.names = tuple(names)
        self.added_tokens = [*ADDED_TOKENS, *self.names]
        self.tokens = (
            self.added_tokens
            + [BYTE_CHARACTERS[byte] for byte in range(256)]
            + [left + right for left, right in merges]
        )
        self.ids = {token: index for index, token in enumerate(self.tokens)}
        self.ranks = {pair: rank for rank, pair in enumerate(merges)}
        self.added = added_expression(self.added_tokens)
        self.known_added = frozenset(self.added_tokens)
        self.known_words: dict[str, list[int]] = {}

    @classmethod
    def train(cls, texts: Iterable[str], size: int, names: Sequence[str] = ()) -> "Tokenizer":
        """Learns merges until the vocabulary has `size` tokens; ties go to the alphabetically later pair.

        `names` become one token each.
        """
        counts: collections.Counter[str] = collections.Counter()
        tokens = [*ADDED_TOKENS, *names]
        known, added = frozenset(tokens), added_expression(tokens)
        for text in texts:
            for part in added.split(text):
                if part not in known:
                    counts.update(SPLIT.findall(part))
        words = [word_symbols(word) for word in counts]
        frequencies = list(counts.values())
        pairs: collections.Counter[tuple[str, str]] = collections.Counter()
        holders: dict[tuple[str, str], set[int]] = collections.defaultdict(set)
        for index, symbols in enumerate(words):
            for pair in zip(symbols, symbols[1:]):
                pairs[pair] += frequencies[index]
                holders[pair].add(index)
        merges: list[tuple[str, str]] = []
        while len(tokens) + 256 + len(merges) < size and pairs:
            best, count = max(pairs.items(), key=lambda item: (item[1], item[0]))
            if count < 2:
                break
            merges.append(best)
            for index in list(holders[best]):
                before = words[index]
                after = join_pair(before, best)
                for pair in zip(before, before[1:]):
                    pairs[pair] -= frequencies[index]
                for pair in zip(after, after[1:]):
                    pairs[pair] += frequencies[index]
                    holders[pair].add(index)
                words[index] = after
            del pairs[best]
        return cls(merges, names)

    @classmethod
    def load(cls, path: Path) -> "Tokenizer":
        """Reads what `save_merges` wrote; faults where the file is missing or damaged."""
        content = read_bytes(path, VOCABULARY_REMEDY)
        try:
            fields = json.loads(content)
            names = [str(name) for name in fields["names"]]
            merges = [(str(left), str(right)) for left, right in fields["merges"]]
        except (ValueError, TypeError, KeyError) as error:
            raise StageFault(path, "is no list of merges", VOCABULARY_REMEDY) from error
        known = set(BYTE_CHARACTERS.values())
        for left, right in merges:
            if left not in known or right not in known:
                raise StageFault(path, "joins a token that is not made before", VOCABULARY_REMEDY)
            known.add(left + right)
        return cls(merges, names)

    def save_merges(self, path: Path) -> None:
        """Writes names and merges, enough to load the tokenizer again."""
        fields = dict(names=self.names, merges=self.merges)
        write_atomically(path, json.dumps(fields, ensure_ascii=False).encode("utf-8"))

    @property
    def digest(self) -> str:
        """Tells vocabularies apart: the SHA-256 of the tokens in order."""
        return hashlib.sha256("\n".join(self.tokens).encode("utf-8")).hexdigest()

    def byte_lengths(self) -> list[int]:
        """How many bytes of UTF-8 each token stands for, by id."""
        return [
            len(token.encode("utf-8")) if index < len(self.added_tokens) else len(token)
            for index, token in enumerate(self.tokens)
        ]

    def decode(self, ids: Iterable[int]) -> str:
        """The text of tokens; bytes that end within a character become replacement characters."""
        parts = []
        for token in ids:
            text = self.tokens[token]
            added = token < len(self.added_tokens)
            parts.append(text.encode("utf-8") if added else bytes(CHARACTER_BYTES[c] for c in text))
        return b"".join(parts).decode("utf-8", errors="replace")

    def encode_word(self, word: str) -> list[int]:
        """Token ids of one word of the split."""
        known = self.known_words.get(word)
        if known is not None:
            return known
        symbols = word_symbols(word)
        while len(symbols) > 1:
            best = min(
                zip(symbols, symbols[1:]),
                key=lambda pair: self.ranks.get(pair, len(self.ranks)),
            )
            if best not in self.ranks:
                break
            symbols = join_pair(symbols, best)
        self.known_words[word] = [self.ids[symbol] for symbol in symbols]
        return self.known_words[word]

    def encode(self, text: str) -> list[int]:
        """Token ids of a text; added tokens are read where they stand."""
        ids: list[int] = []
        for part in self.added.split(text):
            if part in self.known_added:
                ids.append(self.ids[part])
            else:
                for word in SPLIT.findall(part):
                    ids.extend(self.encode_word(word))
        return ids

    def write_files(self, folder: Path, context_length: int) -> None:
        """Writes `tokenizer.json` and `tokenizer_config.json` for Transformers.js."""
        byte_level = dict(
            type="ByteLevel", add_prefix_space=False, trim_offsets=False, use_regex=False
        )
        split = dict(
            type="Split",
            pattern=dict(Regex=SPLIT_FOR_FILE),
            behavior="Isolated",
            invert=False,
        )
        added = [
            dict(
                id=self.ids[token],
                content=token,
                single_word=False,
                lstrip=False,
                rstrip=False,
                normalized=False,
                special=token in CONTROL_TOKENS,
            )
            for token in self.added_tokens
        ]
        model = dict(
            type="BPE",
            dropout=None,
            unk_token=None,
            continuing_subword_prefix="",
            end_of_word_suffix="",
            fuse_unk=False,
            byte_fallback=False,
            ignore_merges=False,
            vocab=self.ids,
            merges=[f"{left} {right}" for left, right in self.merges],
        )
        tokenizer = dict(
            version="1.0",
            truncation=None,
            padding=None,
            added_tokens=added,
            normalizer=None,
            pre_tokenizer=dict(type="Sequence", pretokenizers=[split, byte_level]),
            post_processor=byte_level,
            decoder=byte_level,
            model=model,
        )
        content = json.dumps(tokenizer, ensure_ascii=False).encode("utf-8")
        write_atomically(folder / "tokenizer.json", content)
        config = dict(
            tokenizer_class="PreTrainedTokenizerFast",
            model_max_length=context_length,
            eos_token=END,
            pad_token=PAD,
            bos_token=None,
            unk_token=None,
            clean_up_tokenization_spaces=False,
            add_bos_token=False,
            chat_template=CHAT_TEMPLATE,
        )
        content = json.dumps(config, indent=1).encode("utf-8")
        write_atomically(folder / "tokenizer_config.json", content)
