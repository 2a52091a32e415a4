#!/usr/bin/env bash
# Runs a Python stage with the fast BLAS and allocator that the CPU needs (docs/embedded-model.md says what they bring).
set -euo pipefail
for library in /usr/lib/*/libtcmalloc_minimal.so.4; do
  if [ -e "$library" ]; then export LD_PRELOAD="$library"; fi
done
export OMP_WAIT_POLICY=passive GOMP_SPINCOUNT=0 ATEN_CPU_CAPABILITY="${ATEN_CPU_CAPABILITY:-avx512}"
exec /usr/bin/python3 "$@"
