"""What the decoder begins with: a finding already speaks for its conditions."""

from __future__ import annotations

import unittest

import torch

from known_start import place_average, place_evidence, place_reading
from model import Shape
from tokenizer import Tokenizer
from weights import BELIEFS, new_weights

CONDITIONS = [f" condition {index}" for index in range(BELIEFS - 1)]
FINDINGS = [" fever", " cough"]


class KnownStartTest(unittest.TestCase):
    def test_findings_speak_for_their_conditions_before_any_training(self) -> None:
        torch.manual_seed(1)
        tokenizer = Tokenizer.train(["- fever [1]; cough [2]\n"] * 3, 420, CONDITIONS + FINDINGS)
        weights = new_weights(Shape(vocabulary=len(tokenizer.tokens), layers=2))
        evidence = {
            name: [3.0 if index == favoured else 0.0 for index in range(BELIEFS)]
            for name, favoured in zip(FINDINGS, (7, 11))
        }
        with torch.no_grad():
            self.assertEqual(place_evidence(weights, tokenizer, evidence), 2)
            place_average(weights)
            place_reading(weights, tokenizer, CONDITIONS)
            for name, favoured in zip(FINDINGS, (7, 11)):
                ids = torch.tensor([tokenizer.encode(f"-{name} [1]\n")])
                hidden = weights.decoder.hidden(ids)[0, -1]
                self.assertEqual(int(weights.belief_head(hidden).argmax()), favoured)
                logits = weights.decoder(ids)[0, -1]
                names = torch.tensor([tokenizer.ids[condition] for condition in CONDITIONS])
                self.assertEqual(int(logits[names].argmax()), favoured)


if __name__ == "__main__":
    unittest.main()
