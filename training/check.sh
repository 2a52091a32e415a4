#!/usr/bin/env bash
# Checks the Python of training/: its tests, its format and its types. What is not installed is passed over with a notice.
set -euo pipefail
cd "$(dirname "$0")/.."
python=/usr/bin/python3

if "$python" -c 'import numpy, onnx, torch' 2>/dev/null; then
  training/run.sh -m unittest discover -s training -p 'test_*.py'
  # A folder by itself: discovery does not go into folders that are no packages.
  training/run.sh -m unittest discover -s training/convert -p 'test_*.py'
else
  echo "training: tests not run; they need python3-torch, python3-numpy and python3-onnx (Debian)"
fi
if command -v black >/dev/null; then
  black --quiet --check --diff training
else
  echo "training: format not checked; it needs black (Debian)"
fi
if command -v mypy >/dev/null; then
  # Each folder by itself: modules of two folders may have the same name.
  mypy --config-file training/pyproject.toml training/*.py
  mypy --config-file training/pyproject.toml training/convert/*.py
  mypy --config-file training/pyproject.toml training/recipes/*.py
else
  echo "training: types not checked; they need mypy (Debian)"
fi
