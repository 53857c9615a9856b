"""The tagger: a small encoder, piece labels, pointers from content to source, cue and start."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import AutoModel

from stancedesk.nlp.quotes.windows import TYPES

LABELS = {"content": 5, "source": 3, "cue": 3}
POINTERS = 3
WIDTH = 96


class Tagger(nn.Module):
    """Token ids and types in; labels (n x 11), and queries and keys of the pointers out.

    A pointer's score from piece i to piece j is query[i] . key[j]; piece 0 (the mark before the
    window) stands for "nowhere".
    """

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        hidden = self.encoder.config.hidden_size
        old = self.encoder.embeddings.token_type_embeddings.weight.data
        table = nn.Embedding(TYPES, hidden)
        table.weight.data = old[:1].repeat(TYPES, 1)
        self.encoder.embeddings.token_type_embeddings = table
        self.encoder.config.type_vocab_size = TYPES
        self.dropout = nn.Dropout(0.1)
        self.labels = nn.Linear(hidden, sum(LABELS.values()))
        self.queries = nn.Linear(hidden, POINTERS * WIDTH)
        self.keys = nn.Linear(hidden, POINTERS * WIDTH)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tensors of shape (batch, n) in; (batch, n, 11), (batch, n, 288) twice out."""
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            states = self.encoder(
                input_ids=ids, token_type_ids=types, attention_mask=mask
            ).last_hidden_state
        states = self.dropout(states.float())
        return self.labels(states), self.queries(states), self.keys(states)
