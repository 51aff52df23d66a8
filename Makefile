# Two commands for everyone: `make site` and `make test`. Each sets up .venv by itself.

PYTHON ?= python3
BIN := .venv/bin
N ?= 1000

.PHONY: site serve test check bench lock clean

site: .venv/.ready
	@$(BIN)/jixiao build

serve: .venv/.ready
	@$(BIN)/jixiao serve

test: .venv/.ready
	$(BIN)/python -m pytest

check: .venv/.ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/jixiao check
	$(BIN)/jixiao build --clean --build-dir build/strict

bench: .venv/.ready
	$(BIN)/python -m benchmarks.run $(N)

# The lock bears hashes and no index address; it is made anew when pyproject.toml changes its ranges.
lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --output-file requirements.lock

.venv/.ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("需要 Python 3.11 或更新版本") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf build .venv
