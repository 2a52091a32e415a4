"""Exports trained weights as ONNX in the layout that Transformers.js reads: int8 weights, computed in fp32.

Usage: training/run.sh training/export.py WORK_FOLDER public/models/rationale-embedded [--weights WEIGHTS] [--random]

The int8 blocks are multiplied out when a session is created; MatMulNBits would be several times slower in WebAssembly.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from faults import StageFault, run_stage
from model import Decoder, Shape
from prepare import load_vocabulary
from storage import write_atomically
from tokenizer import END, PAD, Tokenizer
from weights import WEIGHTS_REMEDY, read_weights

CONTRIB = "com.microsoft"
BLOCK = 32
"""Weights that share one scale."""


class Graph:
    """Collects nodes and constants."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, values: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def integers(self, name: str, values: object) -> str:
        return self.constant(name, np.array(values, dtype=np.int64))

    def node(
        self,
        kind: str,
        inputs: list[str],
        outputs: list[str] | None = None,
        domain: str = "",
        **attributes: object,
    ) -> str:
        """Adds a node and returns the name of its first output."""
        name = f"{kind}_{len(self.nodes)}"
        outputs = outputs or [name]
        self.nodes.append(
            helper.make_node(kind, inputs, outputs, name=name, domain=domain, **attributes)
        )
        return outputs[0]

    def weight(self, name: str, values: np.ndarray) -> str:
        """A matrix [rows, columns] stored as int8 blocks with fp16 scales."""
        rows, columns = values.shape
        blocks = values.reshape(rows, columns // BLOCK, BLOCK).astype(np.float32)
        scales = np.abs(blocks).max(-1, keepdims=True) / 127
        scales = np.where(scales == 0, 1e-7, scales).astype(np.float16)
        quantised = np.clip(np.round(blocks / scales.astype(np.float32)), -127, 127)
        integers = self.constant(f"{name}.int8", quantised.astype(np.int8))
        factors = self.constant(f"{name}.scale", scales)
        product = self.node(
            "Mul",
            [
                self.node("Cast", [integers], to=TensorProto.FLOAT),
                self.node("Cast", [factors], to=TensorProto.FLOAT),
            ],
        )
        return self.node("Reshape", [product, self.integers(f"{name}.shape", [rows, columns])])

    def multiply(self, x: str, name: str, values: np.ndarray) -> str:
        """x times the transpose of a stored matrix."""
        return self.node(
            "MatMul", [x, self.node("Transpose", [self.weight(name, values)], perm=[1, 0])]
        )


def build(model: Decoder) -> onnx.ModelProto:
    """The whole decoder with a key-value cache as inputs and outputs."""
    shape = model.shape
    state = {name: value.detach().float().numpy() for name, value in model.state_dict().items()}
    graph = Graph()
    embedding = graph.weight("embedding", state["embedding.weight"])
    residual = graph.node("Gather", [embedding, "input_ids"], axis=0)
    total = graph.node("ReduceSum", ["attention_mask", graph.integers("axis", [1])], keepdims=0)
    last_key = graph.node(
        "Cast", [graph.node("Sub", [total, graph.integers("one", [1])])], to=TensorProto.INT32
    )
    mask_length = graph.node(
        "Gather", [graph.node("Shape", ["attention_mask"]), graph.integers("second", 1)], axis=0
    )
    length = graph.node("Cast", [mask_length], to=TensorProto.INT32)
    graph.constant("cosine", model.cosine.numpy())
    graph.constant("sine", model.sine.numpy())

    def norm_weight(name: str) -> str:
        return graph.constant(name, state[name].astype(np.float32))

    normed = graph.node(
        "SimplifiedLayerNormalization",
        [residual, norm_weight("blocks.0.attention_norm.weight")],
        axis=-1,
        epsilon=shape.epsilon,
        stash_type=1,
    )

    def add_and_norm(residual: str, update: str, weight: str, name: str) -> tuple[str, str]:
        """The normed sum and the sum itself."""
        graph.node(
            "SkipSimplifiedLayerNormalization",
            [residual, update, norm_weight(weight)],
            [f"{name}.normed", "", "", f"{name}.sum"],
            domain=CONTRIB,
            epsilon=shape.epsilon,
        )
        return f"{name}.normed", f"{name}.sum"

    for layer in range(shape.layers):
        prefix = f"blocks.{layer}"
        query_key_value = graph.multiply(
            normed, f"{prefix}.query_key_value", state[f"{prefix}.query_key_value.weight"]
        )
        attended = graph.node(
            "GroupQueryAttention",
            [
                query_key_value,
                "",
                "",
                f"past_key_values.{layer}.key",
                f"past_key_values.{layer}.value",
                last_key,
                length,
                "cosine",
                "sine",
            ],
            [f"{prefix}.attended", f"present.{layer}.key", f"present.{layer}.value"],
            domain=CONTRIB,
            num_heads=shape.heads,
            kv_num_heads=shape.key_value_heads,
            do_rotary=1,
            rotary_interleaved=0,
            scale=float(shape.head_width**-0.5),
            local_window_size=-1,
            softcap=0.0,
        )
        update = graph.multiply(
            attended, f"{prefix}.attention_out", state[f"{prefix}.attention_out.weight"]
        )
        normed, residual = add_and_norm(
            residual, update, f"{prefix}.feed_norm.weight", f"{prefix}.after_attention"
        )
        gate_up = state[f"{prefix}.gate_up.weight"]
        gate = graph.multiply(normed, f"{prefix}.gate", gate_up[: shape.inner_width])
        up = graph.multiply(normed, f"{prefix}.up", gate_up[shape.inner_width :])
        swish = graph.node("Mul", [gate, graph.node("Sigmoid", [gate])])
        update = graph.multiply(
            graph.node("Mul", [swish, up]), f"{prefix}.down", state[f"{prefix}.down.weight"]
        )
        following = (
            f"blocks.{layer + 1}.attention_norm.weight"
            if layer + 1 < shape.layers
            else "final_norm.weight"
        )
        normed, residual = add_and_norm(residual, update, following, f"{prefix}.after_feed")
    start = graph.node(
        "Reshape", [graph.node("Neg", ["num_logits_to_keep"]), graph.integers("flat", [1])]
    )
    kept = graph.node(
        "Slice",
        [
            normed,
            start,
            graph.integers("to_end", [np.iinfo(np.int64).max]),
            graph.integers("time_axis", [1]),
        ],
    )
    graph.node("MatMul", [kept, graph.node("Transpose", [embedding], perm=[1, 0])], ["logits"])
    return assemble(graph, shape)


def assemble(graph: Graph, shape: Shape) -> onnx.ModelProto:
    """The model around the nodes, with the inputs and outputs that the decode loop feeds and reads."""
    info = helper.make_tensor_value_info
    inputs = [
        info("input_ids", TensorProto.INT64, ["batch_size", "sequence_length"]),
        info("attention_mask", TensorProto.INT64, ["batch_size", "total_sequence_length"]),
        info("num_logits_to_keep", TensorProto.INT64, []),
    ]
    outputs = [info("logits", TensorProto.FLOAT, ["batch_size", "num_logits", shape.vocabulary])]
    for layer in range(shape.layers):
        for kind in ("key", "value"):
            heads = ["batch_size", shape.key_value_heads]
            inputs.append(
                info(
                    f"past_key_values.{layer}.{kind}",
                    TensorProto.FLOAT,
                    [*heads, "past_sequence_length", shape.head_width],
                )
            )
            outputs.append(
                info(
                    f"present.{layer}.{kind}",
                    TensorProto.FLOAT,
                    [*heads, "total_sequence_length", shape.head_width],
                )
            )
    made = helper.make_model(
        helper.make_graph(graph.nodes, "rationale-embedded", inputs, outputs, graph.constants),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(CONTRIB, 1)],
        producer_name="rationale",
    )
    made.ir_version = 8
    return made


def configuration(shape: Shape, tokenizer: Tokenizer) -> dict[str, object]:
    """`config.json` in the field names that Transformers.js expects of a Llama model."""
    return dict(
        architectures=["LlamaForCausalLM"],
        model_type="llama",
        vocab_size=shape.vocabulary,
        hidden_size=shape.width,
        intermediate_size=shape.inner_width,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        num_key_value_heads=shape.key_value_heads,
        head_dim=shape.head_width,
        max_position_embeddings=shape.context,
        rms_norm_eps=shape.epsilon,
        rope_theta=shape.rotary_base,
        hidden_act="silu",
        attention_bias=False,
        mlp_bias=False,
        tie_word_embeddings=True,
        bos_token_id=None,
        eos_token_id=tokenizer.ids[END],
        pad_token_id=tokenizer.ids[PAD],
        torch_dtype="float32",
        use_cache=True,
    )


def options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--weights", type=Path, help="WORK_FOLDER/sft.pt unless given")
    parser.add_argument("--random", action="store_true", help="untrained weights, to test the path")
    return parser.parse_args()


def exported_decoder(arguments: argparse.Namespace, tokenizer: Tokenizer) -> Decoder:
    """The decoder to export; faults where the weights do not fit the vocabulary or the form of the file."""
    if arguments.random:
        torch.manual_seed(1)
        return Decoder(Shape(vocabulary=len(tokenizer.tokens)))
    path = arguments.weights or arguments.work / "sft.pt"
    decoder = read_weights(path, tokenizer).decoder
    for name, value in decoder.state_dict().items():
        if value.dim() == 2 and value.shape[1] % BLOCK != 0:
            wrong = f"has {value.shape[1]} columns in {name}, not a multiple of {BLOCK}"
            raise StageFault(path, wrong, "Train a width that the blocks of int8 divide")
        if not bool(torch.isfinite(value).all()):
            raise StageFault(path, f"has values in {name} that are not finite", WEIGHTS_REMEDY)
    return decoder


def main() -> None:
    arguments = options()
    tokenizer = load_vocabulary(arguments.work)
    model = exported_decoder(arguments, tokenizer)
    built = build(model).SerializeToString()
    write_atomically(arguments.out / "onnx" / "model_quantized.onnx", built)
    tokenizer.write_files(arguments.out, model.shape.context)
    generation = dict(
        eos_token_id=tokenizer.ids[END],
        pad_token_id=tokenizer.ids[PAD],
        do_sample=False,
        max_new_tokens=512,
    )
    for name, content in (
        ("config.json", configuration(model.shape, tokenizer)),
        ("generation_config.json", generation),
    ):
        write_atomically(arguments.out / name, json.dumps(content, indent=1).encode("utf-8"))
    print(f"{len(built) / 1e6:.1f} MB")


if __name__ == "__main__":
    run_stage(main)
