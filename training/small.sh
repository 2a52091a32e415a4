#!/usr/bin/env bash
# Every stage of the recipe in small, from an empty folder to an exported model that works, in under 15 minutes on two cores.
# Usage:
#   training/small.sh PATIENTS.csv [WORK_FOLDER]
# The exported model lies in WORK_FOLDER/model, the figures of every stage in WORK_FOLDER/ablation. Ends with 2 where the model
# does not work (training/working_model.py).
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
patients="${1:?Usage: training/small.sh PATIENTS.csv [WORK_FOLDER]}"
work="${2:-$here/work/small}"
if [ -n "$(ls -A "$work" 2>/dev/null)" ]; then
  echo "$work: is not empty. Name an empty folder." >&2
  exit 2
fi
# Ends by steps, not by the clock: beside other work the same model takes longer, it does not become a worse one. Smaller batches
# and higher rates learn the form sooner, but lose the order of the diagnoses with which the known start begins.
export CASES="1600 300 700 10" UNIT=steps LENGTHS="400 60 150 4" EVALUATED=20 TEMPERATURES=0 ASKED=20
export SHAPE="--layers 2 --inner-width 256" OPTIONS="--batch-tokens 1024 --rate 0.4"
export GRPO_OPTIONS="--prompts 6 --rate 1e-3 --budgets 160 192"
"$here/recipe.sh" "$patients" "$work" "$work/model" short
exec "$here/run.sh" "$here/working_model.py" "$work"
