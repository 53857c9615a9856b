# Two commands do everything: `make run` (set up and open the desktop) and `make test` (set up and check).
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PROJECT ?= out/sample.stance

.PHONY: run test bench venv system lint unit format lock sample screenshots wheel clean

run: venv sample
	@packaging/run.sh $(PROJECT)

test: venv lint unit

venv: $(VENV)/.ready

bench: venv
	$(BIN)/python -m tests.benchmarks

# The stamp is newer than all it was made from; a failed step leaves none.
$(VENV)/.ready: requirements/base.txt requirements/dev.txt pyproject.toml packaging/system.sh
	@packaging/system.sh $(PYTHON)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit:
	QT_QPA_PLATFORM=offscreen OMP_NUM_THREADS=1 $(BIN)/python -m pytest -q

sample: venv
	@$(BIN)/python packaging/sample.py $(PROJECT)

screenshots: venv
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/screenshots.py resources/screenshots

format:
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# No index address may enter the locks: they carry names, versions and hashes. train.in pins by hand:
# builds of torch differ by platform, and nothing of it runs in the product or the checks.
lock: venv
	@for set in base dev package docs; do \
	  $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-options \
	    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	    --output-file requirements/$$set.txt requirements/$$set.in; done

wheel: venv
	$(BIN)/python -m build --no-isolation

clean:
	rm -rf build dist out .mypy_cache .ruff_cache .pytest_cache
