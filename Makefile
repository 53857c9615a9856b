# Two commands do everything: `make run` (set up and open the desktop) and `make test` (set up and check).
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PROJECT ?= out/sample.stance

.PHONY: translations run test bench venv system lint unit format lock sample screenshots wheel package deb sbom audit docs clean

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
	$(BIN)/python packaging/licences.py --check

unit:
	QT_QPA_PLATFORM=offscreen OMP_NUM_THREADS=1 $(BIN)/python -m pytest -q

sample: venv
	@$(BIN)/python packaging/sample.py $(PROJECT)

screenshots: venv
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/screenshots.py resources/screenshots
	QT_QPA_PLATFORM=offscreen $(BIN)/python docs/pictures/make.py docs/pictures

# Texts of the desktop into resources/translations/*.ts, and compiled beside them.
translations: venv
	$(BIN)/python packaging/translations.py

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

# Building packages and pages needs more than developing does: each has a virtual environment of its own in build/.
build/venv/.ready: requirements/base.txt requirements/package.txt
	@test -x build/venv/bin/python || $(PYTHON) -m venv build/venv
	build/venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt -r requirements/package.txt
	@touch $@

build/docs/.ready: requirements/docs.txt
	@test -x build/docs/bin/python || $(PYTHON) -m venv build/docs
	build/docs/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/docs.txt
	@touch $@

wheel: build/venv/.ready
	rm -f dist/stancedesk-*.whl dist/stancedesk-*.tar.gz
	build/venv/bin/python -m build --no-isolation
	build/venv/bin/twine check --strict dist/stancedesk-*.whl dist/stancedesk-*.tar.gz
	build/venv/bin/check-wheel-contents dist/stancedesk-*.whl

package: build/venv/.ready
	packaging/package.sh build/package

deb: package
	PYTHON=build/venv/bin/python packaging/deb.sh build/package/stancedesk dist

sbom: build/venv/.ready
	packaging/sbom.sh build/venv/bin dist

# Strict: a package that the service doesn't know is not a package without weaknesses.
audit: build/venv/.ready
	build/venv/bin/pip-audit --strict --require-hashes --disable-pip -r requirements/base.txt

docs: build/docs/.ready
	NO_MKDOCS_2_WARNING=1 build/docs/bin/mkdocs build --strict --quiet

clean:
	rm -rf build dist out .mypy_cache .ruff_cache .pytest_cache
