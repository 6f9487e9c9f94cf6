# Nabo. Needs only Python 3.11 or later and make; everything else is installed into .venv/ from the lock files.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: chat test check format lock audit benchmark clean

chat: $(VENV)/.runtime  ## Talk with Nabo in the terminal: no token, no network
	@$(BIN)/nabo chat

test: $(VENV)/.development  ## Run all tests
	@$(BIN)/python -m pytest

check: $(VENV)/.development  ## Format, lint, types, import rules, content, generated pages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/nabo check
	$(BIN)/python -m docs.generate --check

format: $(VENV)/.development  ## Put code and generated pages in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m docs.generate

benchmark: $(VENV)/.development  ## Accuracy, time and memory, printed as tables
	$(BIN)/python -m tests.benchmarks.decision

audit: $(VENV)/.development  ## Look whether a locked library has a known weakness (asks the Python package index)
	$(BIN)/pip-audit --strict --requirement requirements.lock --require-hashes --disable-pip --progress-spinner off

lock: $(VENV)/.development  ## Renew the lock files from pyproject.toml
	$(BIN)/uv pip compile --quiet pyproject.toml --group build --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header -o requirements.lock
	$(BIN)/uv pip compile --quiet pyproject.toml --group build --group dev --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header -o requirements-dev.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Nabo needs Python 3.11 or later; call: make PYTHON=/path/to/python3.11")'
	@echo "Making a virtual environment in $(VENV)/ (once) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what Nabo needs, about 400 MB (once) ..."
	@$(PIP) install --quiet --require-hashes -r requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.development: requirements-dev.lock $(VENV)/.runtime
	@echo "Installing what the tests need (once) ..."
	@$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
