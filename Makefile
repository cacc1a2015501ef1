# One environment in .venv, from one lock file with hashes; everything else is the `timeline` command.

PYTHON ?= python3
DATA ?= data
PORT ?= 8050
BIN := .venv/bin
STAMP := .venv/installed

.PHONY: run test test-fast test-full install lint bench lock clean help

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: install ## install, build the default timeline, serve it on http://127.0.0.1:8050
	$(BIN)/timeline build --data "$(DATA)"
	exec $(BIN)/timeline serve --data "$(DATA)" --port $(PORT)

install: $(STAMP) ## everything the run, the tests and the bench need, into .venv

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or later is needed; $(PYTHON) is older. Try: make PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

test: install ## every test but the long proofs, the browser's included
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not full"

test-fast: install ## the tests that take no second each and no browser
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not full and not slow and not browser"

test-full: install ## every test, the long proofs too
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: install ## ruff and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: install ## times and memory, printed; nothing is asserted
	$(BIN)/python -m tests.benchmarks

lock: ## write requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-header --no-annotate \
		--python-version 3.11 --quiet --output-file requirements.lock

clean: ## remove what a build derives, and the environment; never the editors' corrections.db
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@if [ -f "$(DATA)/build.json" ]; then cd "$(DATA)" && rm -rf documents.csv mentions.csv events.csv hidden.csv build.json texts .incoming .cache .lock; fi
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
