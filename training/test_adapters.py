"""The adapters: no change at first, only they train, and merged weights compute the same."""

from __future__ import annotations

import unittest

import torch

from adapters import (
    ADAPTER_PARTS,
    Adaptation,
    adapt,
    adapted_layers,
    adapter_state,
    load_adapters,
    merge,
    without_adapters,
)
from model import Decoder, Shape

SHAPE = Shape(
    vocabulary=50,
    width=32,
    layers=2,
    heads=4,
    key_value_heads=2,
    head_width=8,
    inner_width=48,
    context=32,
)
IDS = torch.randint(0, 50, (3, 20), generator=torch.Generator().manual_seed(2))


def decoder() -> Decoder:
    torch.manual_seed(1)
    return Decoder(SHAPE)


def train_a_little(model: Decoder, parameters: list[torch.nn.Parameter]) -> None:
    """Some steps that move every adapter."""
    optimiser = torch.optim.AdamW(parameters, lr=0.05)
    for _ in range(5):
        loss = torch.nn.functional.cross_entropy(model(IDS[:, :-1]).transpose(1, 2), IDS[:, 1:])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()


class AdaptersTest(unittest.TestCase):
    def test_change_nothing_at_first(self) -> None:
        model = decoder()
        before = model(IDS)
        adapt(model, Adaptation(rank=4))
        self.assertLess(float((model(IDS) - before).abs().max()), 1e-6)

    def test_merged_weights_compute_the_same(self) -> None:
        model = decoder()
        plain = {name: tuple(value.shape) for name, value in model.state_dict().items()}
        train_a_little(model, adapt(model, Adaptation(rank=4)))
        merged = merge(model)
        self.assertEqual({name: tuple(value.shape) for name, value in merged.items()}, plain)
        other = Decoder(SHAPE)
        other.load_state_dict(merged)
        self.assertLess(float((other(IDS) - model(IDS)).abs().max()), 1e-5)

    def test_only_the_adapters_train_and_all_of_them_do(self) -> None:
        model = decoder()
        before = {name: value.clone() for name, value in model.state_dict().items()}
        parameters = adapt(model, Adaptation(rank=4))
        start = adapter_state(model)
        self.assertEqual(len(parameters), 3 * 4 * SHAPE.layers)
        train_a_little(model, parameters)
        for name, value in model.state_dict().items():
            if name.endswith(ADAPTER_PARTS):
                self.assertGreater(float((value - start[name]).abs().max()), 0, name)
            else:
                self.assertTrue(torch.equal(value, before[name]), name)

    def test_the_gradient_reaches_both_factors_and_the_magnitude(self) -> None:
        model = decoder()
        adapt(model, Adaptation(rank=4))
        with torch.no_grad():
            for _, layer in adapted_layers(model):
                layer.upper.normal_(0, 0.02)
        model(IDS).pow(2).mean().backward()
        for name, parameter in model.named_parameters():
            if name.endswith(ADAPTER_PARTS):
                assert parameter.grad is not None, name
                self.assertGreater(float(parameter.grad.abs().max()), 0, name)
            else:
                self.assertIsNone(parameter.grad, name)

    def test_the_scaling_is_by_the_root_of_the_rank(self) -> None:
        model = decoder()
        adapt(model, Adaptation(rank=4, alpha=6.0))
        for _, layer in adapted_layers(model):
            self.assertAlmostEqual(layer.scale, 3.0)

    def test_the_magnitude_alone_sets_the_length_of_a_weight(self) -> None:
        model = decoder()
        train_a_little(model, adapt(model, Adaptation(rank=4)))
        for name, layer in adapted_layers(model):
            lengths = layer.merged().norm(dim=1)
            self.assertLess(float((lengths - layer.magnitude.abs()).abs().max()), 1e-5, name)

    def test_switched_off_they_leave_the_decoder_as_it_was(self) -> None:
        model = decoder()
        before = model(IDS)
        train_a_little(model, adapt(model, Adaptation(rank=4)))
        with without_adapters(model):
            self.assertTrue(torch.equal(model(IDS), before))
        self.assertFalse(torch.equal(model(IDS), before))

    def test_a_stored_state_comes_back(self) -> None:
        model, other = decoder(), decoder()
        train_a_little(model, adapt(model, Adaptation(rank=4)))
        adapt(other, Adaptation(rank=4))
        load_adapters(other, adapter_state(model))
        self.assertTrue(torch.equal(other(IDS), model(IDS)))

    def test_refuses_a_state_or_a_layer_that_does_not_fit(self) -> None:
        model, other = decoder(), decoder()
        adapt(model, Adaptation(rank=4))
        adapt(other, Adaptation(rank=8))
        with self.assertRaises(ValueError):
            load_adapters(other, adapter_state(model))
        with self.assertRaises(ValueError):
            adapt(decoder(), Adaptation(layers=("value",)))


if __name__ == "__main__":
    unittest.main()
