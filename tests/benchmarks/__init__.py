"""Quality and speed on real text: `python -m tests.benchmarks`, or `make bench`."""
