# Lontar: every command sets up what it needs and is safe to repeat.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PY := .venv/bin/python
PYTEST_WORKERS ?= 2

.PHONY: help demo gallery pages test test-all check format bench lock setup setup-dev clean

help: ## What each command does
	@echo "Lontar membuat dokumen kinerja resmi dan mengarsipkannya."
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12 | sed 's/^/  make /'

setup: ## Install what running needs: LibreOffice, fonts, Redis, .venv
	@bash deploy/setup/system.sh run
	@bash deploy/setup/venv.sh requirements.lock

setup-dev: ## Install also what tests need: PostgreSQL, Java, veraPDF, linters
	@bash deploy/setup/system.sh run test
	@bash deploy/setup/venv.sh requirements-dev.lock

demo: setup ## Make every sample through the real pipeline into var/ and show where it lies
	@.venv/bin/lontar demo

gallery: setup-dev ## Draw thirty generated SOPs through the real pipeline into var/gallery/ to be looked at
	@$(PY) -m bench.gallery

pages: setup-dev ## Walk every page of the demo as each sample person into var/pages/ to be looked at
	@$(PY) -m bench.pages

test: setup-dev ## Run the tests: Redis, PostgreSQL and LibreOffice for real
	@$(PY) -m pytest -n $(PYTEST_WORKERS) --dist loadfile -m "not slow"

test-all: setup-dev ## Run also the slow ones: kill -9, soak, many documents
	@$(PY) -m pytest -n $(PYTEST_WORKERS) --dist loadfile

check: setup-dev ## Formatting, lint, types, import contracts
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-cache

format: setup-dev ## Format the code
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

bench: setup-dev ## Documents a second against the usual ways, each stage, large SOPs, a large archive
	@bash deploy/setup/system.sh bench
	@$(PY) bench/pipeline.py
	@$(PY) -m bench.sop_layout
	@$(PY) -m bench.archive_search

lock: ## Pin all requirements anew from pyproject.toml
	@bash deploy/setup/lock.sh

clean: ## Remove the virtual environment and caches; var/ stays
	rm -rf .venv build *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
