"""Says whom a source phrase stands for within its article."""

from stancedesk.nlp.speakers.identity import Identity, identify

__all__ = ["Identity", "identify"]
