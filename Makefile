# Two commands for everyone: `make site` and `make test`. Each sets up .venv by itself.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
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
	$(PYTHON) -m venv --clear build/lock
	build/lock/bin/python -m pip --quiet --disable-pip-version-check install uv
	build/lock/bin/uv --quiet pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --output-file requirements.lock

.venv/.ready: requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo '找不到 $(PYTHON)，请先安装 Python 3.11 或更新的版本。' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo '$(PYTHON) 的版本太旧，需要 Python 3.11 或更新的版本；可以用 make PYTHON=python3.12 指明另一个。' >&2; exit 1; }
	@echo '正在准备运行环境（.venv），大约一分钟；以后只在依赖变了的时候重做。' >&2
	@$(PYTHON) -m venv --clear .venv
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf build .venv
