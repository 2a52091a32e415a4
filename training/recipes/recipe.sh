#!/usr/bin/env bash
# The whole recipe for a large base model on one server. Usage: training/recipes/recipe.sh WORK PATIENTS.csv
set -euo pipefail
work=$1 patients=$2
base=${BASE_MODEL:-Qwen/Qwen3-32B}
here=$(dirname "$0")
launch() { accelerate launch --config_file "$here/zero3.yaml" "$@"; }
cases() { npx tsx training/cases/generate.ts "$patients" "$work/$1.jsonl" "$2" "$3" "$4" "$5"; }
mkdir -p "$work"

cases findings-short 40000 1 findings short
cases findings-long 40000 2 findings long
cases notes-long 20000 3 notes long
cases rewarded 10000 4 notes long

# Gazal-R1's first stage in two, as OctoThinker trains: a constant rate on short and long reasoning, then decay on notes.
launch "$here/sft.py" "$base" "$work/stable" "$work"/findings-{short,long}.jsonl --schedule constant_with_warmup
python "$here/merge_adapters.py" "$base" "$work/stable" "$work/stable-merged"
launch "$here/sft.py" "$work/stable-merged" "$work/decayed" "$work/notes-long.jsonl" --schedule linear
python "$here/merge_adapters.py" "$work/stable-merged" "$work/decayed" "$work/sft"

# Its second stage: GRPO, the budget growing from one run to the next.
model=$work/sft
for budget in 768 1024 1536; do
  launch "$here/grpo_large.py" "$model" "$work/grpo-$budget" "$work/rewarded.jsonl" --budget "$budget"
  python "$here/merge_adapters.py" "$model" "$work/grpo-$budget" "$work/grpo-$budget-merged"
  model=$work/grpo-$budget-merged
done
echo "$model"
