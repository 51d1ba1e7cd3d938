# One door for everything: `make help` lists the targets.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
# The lock is complete, so nothing is resolved: --no-deps; every file is checked against its hash.
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-annotate --extra demo --extra search --group build --constraint constraints.txt \
	--override overrides.txt pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run demo up test trial smoke lint format bench eval lock clean

help: ## This list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: $(VENV)/.runtime ## Install the locked versions into .venv

setup-dev: $(VENV)/.development

run: $(VENV)/.runtime ## One monitoring run in this process, no server needed
	$(BIN)/herewith run

demo: $(VENV)/.runtime ## The same run against a stand-in for the outside world
	$(BIN)/herewith demo

up: $(VENV)/.runtime ## Prefect server, worker and schedules on this machine, until Ctrl-C
	$(BIN)/herewith up

# Three on two cores, since some wait for servers.
test: $(VENV)/.development ## All tests
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

trial: $(VENV)/.development ## The long rounds: kills, crowds of readers, fuzzing (an hour or so)
	$(BIN)/python -m pytest -m trial

lint: $(VENV)/.development ## ruff, mypy --strict over everything, import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.development ## Put the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.development ## Figures as ratios against a peer or a limit of the same run
	$(BIN)/python -m bench

eval: $(VENV)/.development ## How many fields are read right, over samples and corpus
	$(BIN)/python -m bench.eval

lock: ## Resolve the locked versions again (needs uv)
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group dev --constraint requirements.txt --output-file requirements-dev.txt

clean: ## Remove what was installed and built (not data/)
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "herewith needs Python 3.11, 3.12 or 3.13"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: $(BIN)/python requirements.txt pyproject.toml
	@echo "Installing the locked versions into $(VENV) (a minute or two) …"
	@$(INSTALL) -r requirements.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.development: $(VENV)/.runtime requirements-dev.txt
	@echo "Installing the development tools …"
	@$(INSTALL) -r requirements-dev.txt
	@touch $@
