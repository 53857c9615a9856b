"""The coding of the chosen statement: what was judged, why, and how to overrule it."""
