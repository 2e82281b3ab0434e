# One recipe stands behind the hook, CI and every contributor: `just check`.
set shell := ["bash", "-euo", "pipefail", "-c"]

export PATH := justfile_directory() / ".venv/bin:" + env("PATH")

# Show the recipes
default:
    @just --list

# Everything that must hold before a change lands
check: lint types imports test

# Style, docstrings, size of functions
lint:
    ruff check .
    ruff format --check .

# Types, strict
types:
    mypy

# Which room may open which
imports:
    lint-imports

# All tests, with coverage; `just test -n 0` in one process, for a debugger
test *ARGS:
    pytest --cov --numprocesses auto --maxprocesses 8 --dist loadfile {{ ARGS }}

# Write what the program can write itself: reference pages
docs:
    python -m tocsin.show.reference

# Speed and accuracy against peers, as tables
bench:
    for file in benchmarks/*.py; do python "$file"; done

# Lock every dependency with its hash, no addresses
lock:
    uv pip compile pyproject.toml --extra dev --generate-hashes --no-header --no-annotate --no-emit-index-url --python-version 3.11 --universal --output-file requirements.lock --quiet
