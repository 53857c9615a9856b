"""Charts: each kind draws itself with the same strokes on screen and in an exported file."""
