# make run     serve Rytme on this machine and its network
# make demo    open a workshop with simulated participants (DEMO="--participants 40 --language nb")
# make test    every test; make check: that and style, types and formatting, as CI runs it
# make help    all targets

PY := .venv/bin/python
PYTEST := $(PY) -m pytest --durations=10 --durations-min=0.5
# Two workers where everything runs; a part that is asked for runs in one, with its words as they come.
WORKERS := $(if $(TESTS),,-n 2 --dist loadscope --no-loadscope-reorder)
.DEFAULT_GOAL := help
.PHONY: help run demo setup setup-test assets system test check style matrix bench soak words pictures lock hooks

help:
	@sed -n "s/^# make/make/p" $(firstword $(MAKEFILE_LIST))
	@echo "make matrix  the live tests on every engine with every database"
	@echo "make bench   300 simulated phones for a minute; make soak: hours"
	@echo "make words   bring new words into the catalogues (LANGUAGES=\"nb sv\")"
	@echo "make pictures  take the pictures of README and guide again from the running product"
	@echo "make lock    compile requirements/*.in (UPGRADE=--upgrade for newer versions); make hooks: check before each commit"

run: setup
	@exec $(PY) run.py

demo: setup
	@exec $(PY) -m workshop.cli demo $(DEMO)

# What running needs. Each stamp lies inside what it speaks of, so removing that removes the stamp.
setup: .venv/run.stamp node_modules/.stamp
	@$(PY) scripts/vendor.py
	@$(PY) scripts/assets.py

setup-test: .venv/test.stamp setup

.venv/run.stamp: requirements/run.txt scripts/venv.sh
	@echo "Preparing the virtual environment ..."
	@PYTHON="$(PYTHON)" scripts/venv.sh requirements/run.txt
	@touch $@

.venv/test.stamp: requirements/test.txt .venv/run.stamp
	@echo "Bringing in what the tests need ..."
	@scripts/venv.sh requirements/test.txt
	@touch $@

node_modules/.stamp: package.json package-lock.json .npmrc scripts/browser_libraries.sh | .venv/run.stamp
	@echo "Bringing in the browser libraries ..."
	@scripts/browser_libraries.sh
	@touch $@

assets: setup

system: setup-test
	@scripts/system.sh

test: system
	@$(PYTEST) $(WORKERS) $(TESTS)

style: setup-test
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy

check: style test

matrix: system
	@RYTME_MATRIX=all $(PYTEST) $(WORKERS) $(TESTS)

bench: setup-test
	@exec $(PY) -m tests.bench $(BENCH)

soak: setup-test
	@exec $(PY) -m tests.bench soak $(BENCH)

words: setup
	@scripts/words.sh $(LANGUAGES)

pictures: system
	@$(PY) -m tests.browser.pictures

# Pins and hashes for every platform and Python 3.11 and newer, without the address of an index.
lock: .venv/test.stamp
	@scripts/venv.sh requirements/lock.txt
	@for list in run test node lock; do .venv/bin/uv pip compile --quiet --no-config --universal $(UPGRADE) \
		--python-version 3.11 --generate-hashes --custom-compile-command "make lock" \
		--output-file requirements/$$list.txt requirements/$$list.in || exit 1; done

hooks: setup-test
	@$(PY) -m pre_commit install
