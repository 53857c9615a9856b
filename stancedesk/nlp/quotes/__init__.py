"""Finds statements in text: what was said, in which words, by which source phrase."""

from stancedesk.nlp.quotes.extractor import Extractor

__all__ = ["Extractor"]
