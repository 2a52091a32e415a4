#!/usr/bin/env bash
# Every stage of the recipe in small, from an empty folder to an exported model, in under 15 minutes on two cores. It shows that
# the stages run: a model of this size and training does not keep the form of an answer yet. Usage:
#   training/small.sh PATIENTS.csv [WORK_FOLDER]
# The exported model lies in WORK_FOLDER/model, the figures of every stage in WORK_FOLDER/ablation.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
patients="${1:?Usage: training/small.sh PATIENTS.csv [WORK_FOLDER]}"
work="${2:-$here/work/small}"
if [ -n "$(ls -A "$work" 2>/dev/null)" ]; then
  echo "$work: is not empty. Name an empty folder." >&2
  exit 2
fi
export SHARE=0.015 EVALUATED=16 SHAPE="--layers 3 --inner-width 512" OPTIONS="--batch-tokens 4096"
exec "$here/recipe.sh" "$patients" "$work" "$work/model" short
