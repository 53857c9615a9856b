"""Exports a trained tagger: ONNX with 8-bit encoder weights, its tokenizer and its settings."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

import torch
from network import LABELS, POINTERS, WIDTH, Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

HEADS = ("labels", "queries", "keys")


def export(weights: Path, out: Path) -> None:
    """Write `tagger.onnx`, `tokenizer.json` and `config.json` into `out`."""
    from train import base_folder

    model = Tagger(str(base_folder()))
    model.load_state_dict(torch.load(weights, map_location="cpu"))
    model.eval()
    model.encoder.config._attn_implementation = "eager"
    out.mkdir(parents=True, exist_ok=True)
    example = (
        torch.randint(1000, 2000, (2, 24)),
        torch.zeros((2, 24), dtype=torch.long),
        torch.ones((2, 24), dtype=torch.long),
    )
    axes = {0: "batch", 1: "length"}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            model,
            example,
            str(plain),
            input_names=["ids", "types", "mask"],
            output_names=list(HEADS),
            dynamic_axes=dict.fromkeys(("ids", "types", "mask", *HEADS), axes),
            opset_version=17,
            dynamo=False,
        )
        keep = Path(folder) / "kept.onnx"
        shutil.copy(plain, keep)
        quantize_dynamic(
            str(plain),
            str(out / "tagger.onnx"),
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=_heads(plain),
        )
        if "--plain" in sys.argv:
            shutil.copy(plain, out / "plain.onnx")
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    settings = {"version": "1", "labels": LABELS, "pointers": POINTERS, "width": WIDTH}
    path = out / "config.json"
    if path.exists():
        settings = json.loads(path.read_text()) | settings
    path.write_text(json.dumps(settings, indent=1) + "\n")


def _heads(path: Path) -> list[str]:
    """Names of the nodes of the heads, which stay in 32-bit floats."""
    import onnx

    graph = onnx.load(str(path)).graph
    return [n.name for n in graph.node if any(f"/{h}/" in n.name for h in HEADS)]


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[2]))
