"""Collects the nodes and constants of a graph, and writes large constants to files beside it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from refusal import Refusal

CONTRIB = "com.microsoft"
LARGEST_FILE = 2_000_000_000
"""Bytes. Browsers hold no buffer of 2 GiB or more, and a run-time takes each file as one buffer."""
LARGEST_INLINE = 1024
"""Bytes of a constant that stays within the graph."""
ALIGNMENT = 64
"""Bytes, so that a run-time can use a constant where it lies."""


class DataFiles:
    """Raw constants one after the other, in as few files as their largest size allows."""

    def __init__(self, graph: Path, largest: int = LARGEST_FILE) -> None:
        self.graph = graph
        self.largest = largest
        self.paths: list[Path] = []
        self.length = 0

    def write(self, name: str, values: np.ndarray) -> onnx.TensorProto:
        """Appends the values, and returns the constant that points to them. Raises `Refusal`."""
        if values.nbytes > self.largest:
            what = (
                f"the constant {name} has {values.nbytes} bytes; one file may hold {self.largest}"
            )
            raise Refusal(self.graph, what)
        padding = -self.length % ALIGNMENT
        if not self.paths or self.length + padding + values.nbytes > self.largest:
            suffix = f"_{len(self.paths)}" if self.paths else ""
            self.paths.append(self.graph.with_name(f"{self.graph.name}_data{suffix}"))
            self.paths[-1].write_bytes(b"")
            self.length, padding = 0, 0
        with self.paths[-1].open("ab") as stream:
            stream.write(bytes(padding))
            stream.write(np.ascontiguousarray(values).data)
        offset = self.length + padding
        self.length = offset + values.nbytes
        tensor = onnx.TensorProto()
        tensor.name = name
        tensor.data_type = onnx.mapping.NP_TYPE_TO_TENSOR_TYPE[values.dtype]
        tensor.dims.extend(values.shape)
        tensor.data_location = TensorProto.EXTERNAL
        place = {"location": self.paths[-1].name, "offset": offset, "length": values.nbytes}
        for key, value in place.items():
            tensor.external_data.add(key=key, value=str(value))
        return tensor


class Graph:
    """Nodes, constants, inputs and outputs. Every call that adds a node returns the name of its first output."""

    def __init__(self, data: DataFiles, activations: np.dtype) -> None:
        self.data = data
        self.activations = activations
        self.kind: int = onnx.mapping.NP_TYPE_TO_TENSOR_TYPE[activations]
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.inputs: list[onnx.ValueInfoProto] = []
        self.outputs: list[onnx.ValueInfoProto] = []

    def constant(self, name: str, values: np.ndarray) -> str:
        """A constant, of which one name has one value: asking again for the same name returns the first."""
        if name not in self.constants:
            inline = values.nbytes <= LARGEST_INLINE
            self.constants[name] = (
                numpy_helper.from_array(np.ascontiguousarray(values), name)
                if inline
                else self.data.write(name, values)
            )
        return name

    def floats(self, name: str, values: np.ndarray) -> str:
        """A constant in the type that the graph computes in."""
        return self.constant(name, values.astype(self.activations))

    def integers(self, values: list[int] | int) -> str:
        array = np.array(values, dtype=np.int64)
        return self.constant(f"int64{array.tolist()}".replace(" ", ""), array)

    def node(
        self,
        kind: str,
        inputs: list[str],
        outputs: list[str] | None = None,
        domain: str = "",
        **attributes: object,
    ) -> str:
        name = f"{kind}_{len(self.nodes)}"
        outputs = outputs or [name]
        self.nodes.append(
            helper.make_node(kind, inputs, outputs, name, domain=domain, **attributes)
        )
        return outputs[0]

    def cast(self, x: str, kind: int) -> str:
        return self.node("Cast", [x], to=kind)

    def input(self, name: str, kind: int, shape: list[object]) -> str:
        self.inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def output(self, name: str, kind: int, shape: list[object]) -> str:
        self.outputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def save(self, name: str) -> None:
        """Writes the graph; its constants have been written already."""
        body = helper.make_graph(
            self.nodes, name, self.inputs, self.outputs, list(self.constants.values())
        )
        operators = [helper.make_opsetid("", 17), helper.make_opsetid(CONTRIB, 1)]
        model = helper.make_model(body, opset_imports=operators, producer_name="rationale")
        model.ir_version = 8
        self.data.graph.write_bytes(model.SerializeToString(deterministic=True))
