"""The vocabulary of the domain as plain values; standard library and numpy only."""
