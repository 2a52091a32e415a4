#!/usr/bin/env bash
# The whole recipe of the embedded model, from the patients to the exported files. Usage:
#   training/recipe.sh PATIENTS.csv WORK_FOLDER OUT_FOLDER [BRANCH]
# PATIENTS.csv is the DDXPlus file (see NOTICE). BRANCH (short, long or hybrid; hybrid unless given) is the decay branch that
# fine-tuning starts from. A stage that has run is not run again and one that was interrupted goes on, so that the same
# command resumes the recipe. What each stage took on this machine is appended to WORK_FOLDER/logs/times.txt.
# From the environment: SHARE of the cases and minutes of a run overnight on two cores (1), EVALUATED cases of each form (150),
# SHAPE options of the model (none: the shape that ships), OPTIONS of the stages that train.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
usage="Usage: training/recipe.sh PATIENTS.csv WORK_FOLDER OUT_FOLDER [short|long|hybrid]"
patients="$(realpath "${1:?$usage}")"
mkdir -p "${2:?$usage}/cases" "$2/logs"
work="$(realpath "$2")"
out="${3:?$usage}"
branch="${4:-hybrid}"
read -ra shape <<<"${SHAPE:-}"
read -ra options <<<"${OPTIONS:-}"
evaluated="${EVALUATED:-150}"

once() { # NAME COMMAND...: runs a command unless it has ended well before, and notes how long it took
  local name="$1" started="$SECONDS"
  shift
  if grep -qs "^$name " "$work/logs/times.txt"; then return; fi
  "$@"
  echo "$name $((SECONDS - started)) s" | tee -a "$work/logs/times.txt"
}
share() { # NUMBER: as much of it as SHARE says
  awk -v number="$1" -v share="${SHARE:-1}" 'BEGIN { print number * share }'
}
generate() { # NAME COUNT SEED findings|notes short|long
  local count
  count="$(printf '%.0f' "$2")"
  (cd "$here/.." && npx tsx training/cases/generate.ts "$patients" "$work/cases/$1.jsonl" "$count" "$3" "$4" "$5")
}
train() { # STAGE [OPTIONS]
  "$here/run.sh" "$here/train.py" "$1" "$work" "${@:2}"
}
shards() { # FOLDER FILES: anew, also where an interruption left some
  rm -rf "$work/shards/$1"
  train shards --into "$1" --cases "${@:2}"
}
resumed() { # STAGE: the option to go on where there is a checkpoint
  if [ -e "$work/checkpoints/$1.pt" ]; then echo --resume; fi
}
stage() { # STAGE MINUTES [OPTIONS]
  train "$1" --minutes "$(share "$2")" $(resumed "$1") ${shape[@]+"${shape[@]}"} ${options[@]+"${options[@]}"} "${@:3}"
}
grpo() { # MINUTES
  "$here/run.sh" "$here/grpo.py" "$work" --init "$work/sft.pt" --cases "${notes[@]}" \
    --steps 1000000 --minutes "$(share "$1")" $(resumed grpo)
}
write_evidence() { # what each finding says of each condition
  (cd "$here/.." && npx tsx training/cases/write-evidence.ts "$work/evidence.json")
}
measure() { # NAME OF WEIGHTS: on notes that no stage was trained on, greedily and sampled
  local weights="$work/$1.pt" cases=("$work"/cases/held-out-{short,long}.jsonl) temperatures=(0 0.7) temperature
  if [ "$1" = base ]; then weights=base temperatures=(0); fi # untrained weights write nonsense either way
  for temperature in "${temperatures[@]}"; do
    "$here/run.sh" "$here/evaluate_stage.py" "$work" "$weights" --cases "${cases[@]}" \
      --count $((2 * evaluated)) --temperature "$temperature"
  done
}

once generate-findings-short generate findings-short "$(share 60000)" 1 findings short
once generate-findings-long generate findings-long "$(share 30000)" 2 findings long
once generate-notes-short generate notes-short "$(share 10000)" 3 notes short
once generate-notes-long generate notes-long "$(share 10000)" 4 notes long
once generate-held-out-short generate held-out-short "$evaluated" 5 notes short
once generate-held-out-long generate held-out-long "$evaluated" 6 notes long

once tokenizer train tokenizer --cases "$work"/cases/{findings,notes}-{short,long}.jsonl --sample 2000
once evidence write_evidence
once known-start "$here/run.sh" "$here/known_start.py" "$work" --evidence "$work/evidence.json" ${shape[@]+"${shape[@]}"}
once shards shards mid-train "$work"/cases/findings-{short,long}.jsonl
# The notes for fine-tuning are of the form that the chosen branch writes.
case "$branch" in
  hybrid) notes=("$work"/cases/notes-{short,long}.jsonl) ;;
  *) notes=("$work/cases/notes-$branch.jsonl") ;;
esac
once shards-of-notes shards sft "${notes[@]}"

once measure-base measure base
once mid-train stage mid-train 240 --rate 0.5 --init "$work/start.pt"
once measure-mid-train measure mid-train
for decay in decay-short decay-long decay-hybrid; do
  once "$decay" stage "$decay" 40
  once "measure-$decay" measure "$decay"
done
once sft stage sft 60 --init "$work/decay-$branch.pt"
once measure-sft measure sft
once grpo grpo 60
once measure-grpo measure grpo
once export "$here/run.sh" "$here/export.py" "$work" "$out" --weights "$work/grpo.pt"
once ablation "$here/run.sh" "$here/ablation.py" "$work" "$work/ablation"
cat "$work/logs/times.txt"
