#!/usr/bin/env bash
# The whole recipe of the embedded model, from the patients to the exported files. Usage:
#   training/recipe.sh PATIENTS.csv WORK_FOLDER OUT_FOLDER [BRANCH]
# PATIENTS.csv is the DDXPlus file (see NOTICE). BRANCH (short, long or hybrid; hybrid unless given) is the decay branch that
# fine-tuning starts from. A stage that has run is not run again and one that was interrupted goes on, so that the same
# command resumes the recipe. What each stage took on this machine is appended to WORK_FOLDER/logs/times.txt.
# From the environment, the size of the recipe: CASES told by findings, short and long, and notes, short and long (60000 30000
# 10000 10000); LENGTHS of mid-training, each decay branch, fine-tuning and GRPO (240 40 60 60: a night on two cores) in the UNIT
# minutes or steps (minutes); EVALUATED cases of each form (150) at the TEMPERATURES (0 0.7); ASKED patients about whom each stage
# is asked as the product asks (40); SHAPE options of the model (none: the shape that ships); OPTIONS of the stages that train;
# GRPO_OPTIONS.
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
read -ra grpo_options <<<"${GRPO_OPTIONS:-}"
read -ra temperatures <<<"${TEMPERATURES:-0 0.7}"
read -r findings_short findings_long notes_short notes_long <<<"${CASES:-60000 30000 10000 10000}"
read -r mid_length decay_length sft_length grpo_length <<<"${LENGTHS:-240 40 60 60}"
unit="${UNIT:-minutes}"
evaluated="${EVALUATED:-150}"

once() { # NAME COMMAND...: runs a command unless it has ended well before, and notes how long it took
  local name="$1" started="$SECONDS"
  shift
  if grep -qs "^$name " "$work/logs/times.txt"; then return; fi
  "$@"
  echo "$name $((SECONDS - started)) s" | tee -a "$work/logs/times.txt"
}
generate() { # NAME COUNT SEED findings|notes short|long
  (cd "$here/.." && npx tsx training/cases/generate.ts "$patients" "$work/cases/$1.jsonl" "${@:2}")
}
generate_form() { # short|long, COUNTS of findings and of notes, SEEDS of findings, of notes and of notes held out
  once "generate-findings-$1" generate "findings-$1" "$2" "$4" findings "$1"
  once "generate-notes-$1" generate "notes-$1" "$3" "$5" notes "$1"
  once "generate-held-out-$1" generate "held-out-$1" "$evaluated" "$6" notes "$1"
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
stage() { # STAGE LENGTH [OPTIONS]
  train "$1" "--$unit" "$2" $(resumed "$1") ${shape[@]+"${shape[@]}"} "${@:3}" ${options[@]+"${options[@]}"}
}
grpo() { # LENGTH
  "$here/run.sh" "$here/grpo.py" "$work" --init "$work/sft.pt" --cases "${notes[@]}" \
    --steps 1000000 "--$unit" "$1" $(resumed grpo) ${grpo_options[@]+"${grpo_options[@]}"}
}
write_evidence() { # what each finding says of each condition
  (cd "$here/.." && npx tsx training/cases/write-evidence.ts "$work/evidence.json")
}
measure() { # NAME OF WEIGHTS: on notes that no stage was trained on, greedily and sampled
  local cases=("$work"/cases/held-out-{short,long}.jsonl) of=("${temperatures[@]}") temperature
  local count=$((2 * evaluated))
  if [ "$1" = start ]; then of=(0) count=10; fi # untrained weights write nonsense either way
  for temperature in "${of[@]}"; do
    "$here/run.sh" "$here/evaluate_stage.py" "$work" "$work/$1.pt" --cases "${cases[@]}" \
      --count "$count" --budget 448 --temperature "$temperature"
  done
}
measure_restricted() { # NAMES OF WEIGHTS: exported and asked as the product asks, decoding restricted
  local name pid folders=() pids=() half=$((($# + 1) / 2))
  for name in "$@"; do
    "$here/run.sh" "$here/export.py" "$work" "$work/exported/$name" --weights "$work/$name.pt"
    folders+=("$work/exported/$name")
  done
  mkdir -p "$work/logs/restricted"
  ask "${folders[@]:0:half}" &
  pids+=("$!")
  ask "${folders[@]:half}" &
  pids+=("$!")
  for pid in "${pids[@]}"; do wait "$pid"; done
}
ask() { # MODEL FOLDERS
  (cd "$here/.." && npx tsx training/evaluate-restricted.ts "$patients" "${ASKED:-40}" "$work/logs/restricted" "$@")
}

generate_form short "$findings_short" "$notes_short" 1 3 5 & # one process takes one core
short_form="$!"
generate_form long "$findings_long" "$notes_long" 2 4 6 &
long_form="$!"
wait "$short_form"
wait "$long_form"

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

once measure-start measure start
once mid-train stage mid-train "$mid_length" --rate 0.5 --init "$work/start.pt"
once measure-mid-train measure mid-train
for decay in decay-short decay-long decay-hybrid; do
  once "$decay" stage "$decay" "$decay_length"
  once "measure-$decay" measure "$decay"
done
once sft stage sft "$sft_length" --init "$work/decay-$branch.pt"
once measure-sft measure sft
once grpo grpo "$grpo_length"
once measure-grpo measure grpo
once export "$here/run.sh" "$here/export.py" "$work" "$out" --weights "$work/grpo.pt"
once measure-restricted measure_restricted start mid-train decay-{short,long,hybrid} sft grpo
once ablation "$here/run.sh" "$here/ablation.py" "$work" "$work/ablation"
cat "$work/logs/times.txt"
