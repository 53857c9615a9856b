"""StanceDesk: who said what to whom, and how far it escalates. See ARCHITECTURE.md."""

__version__ = "0.1.0"
