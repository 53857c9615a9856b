"""The left side: what narrows the selection, each with live counts and a mean stance."""
