"""Stance: how far a statement escalates or de-escalates, and why."""

from stancedesk.nlp.stance.scorer import Scorer
from stancedesk.nlp.stance.tone import tone

__all__ = ["Scorer", "tone"]
