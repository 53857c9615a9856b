"""Opens a trained network with onnxruntime, as every part of the analysis uses it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_SLOWER = "SkipLayerNormFusion"
"""onnxruntime 1.32 adds and normalises faster in two steps than in its fused one (9 % of all)."""


def open_network(path: Path, threads: int = 1) -> Any:
    """A session that runs a network on `threads` of the processor.

    Raises:
        onnxruntime's own errors where the file is missing or damaged.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOWER]
    )
