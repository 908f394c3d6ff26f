# SPDX-License-Identifier: MIT
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
SCREEN := xvfb-run -a -s "-screen 0 1400x900x24"
# processes that share the tests out, file by file; a file is never split, so what it makes once is made once
WORKERS ?= 2
# a worker that dies fails its test and ends the run; begun anew it would die again, without end
SHARED := -n $(WORKERS) --dist loadfile --no-loadscope-reorder --max-worker-restart=0

.DEFAULT_GOAL := help
.PHONY: help run test check bench torture simulations setup screenshots lock clean

help: ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 22

setup: $(READY) ## the environment in .venv, nothing else

$(READY): pyproject.toml packaging/constraints.txt
	@echo "setup: making the environment in $(VENV) (once, about a minute)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "setup: Python 3.11 or later is needed"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "setup: on Debian: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c packaging/constraints.txt --upgrade pip
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c packaging/constraints.txt --group dev -e .
	@touch $@

run: $(READY) ## open the journal
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "run: there is no display here; use a desktop session, or a virtual one: xvfb-run make run"; exit 1; fi
	@sh packaging/linux/prepare.sh run
	@echo "run: opening the journal"
	@$(BIN)/ipnb-journal

test: $(READY) ## every test, as the build server runs them
	@sh packaging/linux/prepare.sh test
	@echo "test, 1 of 3: everything offscreen but what follows, in $(WORKERS) processes"
	@$(BIN)/python -m pytest -q $(SHARED) -m "not alone" --ignore=tests/journeys
	@echo "test, 2 of 3: what measures the time that passes, with nothing beside it"
	@$(BIN)/python -m pytest -q -m alone --ignore=tests/journeys
	@echo "test, 3 of 3: the journeys, in a real window under Xvfb"
	@QT_QPA_PLATFORM=xcb $(SCREEN) $(BIN)/python -m pytest -q tests/journeys
	@echo "test: all three parts passed"

check: $(READY) ## format, lint, types, import contracts, then the tests
	@$(BIN)/ruff format .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(MAKE) --no-print-directory test

bench: $(READY) ## speed and size, as ratios measured side by side
	@sh packaging/linux/prepare.sh test
	@$(BIN)/python -m tests.bench

torture: $(READY) ## every campaign (crashes, power loss, full disks, races, ...), each figure as "name: n of m"
	@sh packaging/linux/prepare.sh test
	@$(BIN)/python -m tests.torture $(TORTURE)

simulations: $(READY) ## how often the charts say what isn't so, for invented people (two minutes)
	@$(BIN)/python -m tests.simulations $(SIMULATIONS)

screenshots: $(READY) ## every page as a picture, in build/screenshots
	@$(BIN)/ipnb-journal screenshots build/screenshots

lock: $(READY) ## write the versions now in .venv to packaging/constraints.txt
	@$(BIN)/python -m pip freeze --all --exclude-editable --exclude setuptools > packaging/constraints.txt

clean: ## remove what was built, but not the environment
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
