# Everything a newcomer needs. Each target does its own set-up; the work is in scripts/, plain Python without libraries.
PYTHON ?= python3
VENV = .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help messages process setup demo test lint deep bench assets

help:
	@echo "make demo    try the product: invented cases on http://127.0.0.1:8000 (PORT=… for another port)"
	@echo "make test    all checks and tests, on SQLite and on PostgreSQL; what CI runs"
	@echo "make lint    only the checks that read the code"
	@echo "make deep    the long versions of the property tests"
	@echo "make bench   speed and memory, served with gunicorn on PostgreSQL"
	@echo "make assets  the stylesheets and scripts from their sources, with npm; only after changing those"
	@echo "make process PROCESS.md anew from the steps"
	@echo "make messages every text to be translated, into one catalogue (TO=cy begins Welsh)"
	@echo "make setup   only install what all of these need, into .venv"

setup:
	@$(PYTHON) scripts/setup.py dev

demo:
	@$(PYTHON) scripts/setup.py base
	@$(VENV) scripts/demo.py

test: setup
	@$(VENV) scripts/check.py all

lint: setup
	@$(VENV) scripts/check.py lint

deep: setup
	@$(VENV) scripts/check.py deep

process: setup
	@$(VENV) manage.py process --write

messages: setup
	@TO="$(TO)" $(VENV) scripts/messages.py

bench: setup
	@$(VENV) scripts/postgres.py $(VENV) manage.py bench

assets:
	@sh casereview/components/assets/build.sh
