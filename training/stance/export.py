"""Exports a trained network, or the mean of several, to ONNX and quantises it to int8.

    python -m training.stance.export NETWORK.pt [NETWORK.pt ...] resources/models/stance/model.onnx

Weights of networks that went on from one another may be averaged (Wortsman et al., ICML 2022).

Weights keep seven bits (`reduce_range`): processors without VNNI would saturate on eight and give
another score.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training.stance.network import StanceNet, base_folder, depth_of


class Shipped(nn.Module):
    """The two heads that the product uses."""

    def __init__(self, net: StanceNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, attention: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor]:
        """Level and act logits."""
        levels, acts = self.net(ids, attention, kinds)
        return levels, acts


def mean(networks: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of the weights of networks of one shape."""
    loaded = [torch.load(network) for network in networks]
    return {
        name: torch.stack([one[name].float() for one in loaded]).mean(0).to(value.dtype)
        for name, value in loaded[0].items()
    }


def export(networks: Sequence[Path], target: Path) -> None:
    """Write the mean of networks, and the tokenizer beside it."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    weights = mean(networks)
    net = StanceNet(base_folder(), depth=depth_of(weights))
    net.load_state_dict(weights, strict=False)
    net.encoder.config._attn_implementation = "eager"
    target.parent.mkdir(parents=True, exist_ok=True)
    example = torch.ones(2, 12, dtype=torch.long)
    axes = {0: "items", 1: "tokens"}
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            Shipped(net).eval(),
            (example, example, example),
            str(plain),
            input_names=["ids", "attention", "kinds"],
            output_names=["levels", "acts"],
            dynamic_axes=dict.fromkeys(("ids", "attention", "kinds"), axes),
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            target,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )
    shutil.copy(base_folder() / "tokenizer.json", target.parent / "tokenizer.json")


if __name__ == "__main__":
    export([Path(each) for each in sys.argv[1:-1]], Path(sys.argv[-1]))
