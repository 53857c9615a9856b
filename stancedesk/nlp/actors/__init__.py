"""Who speaks for whom: a dated knowledge base of actors and a resolver over it."""

from stancedesk.nlp.actors.article import ArticleMemory
from stancedesk.nlp.actors.knowledge import KnowledgeBase
from stancedesk.nlp.actors.resolver import Resolver

__all__ = ["ArticleMemory", "KnowledgeBase", "Resolver"]
