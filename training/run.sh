#!/usr/bin/env bash
# Runs a Python stage with the fast BLAS and allocator that the CPU needs (docs/embedded-model.md says what they bring).
set -euo pipefail
for library in /usr/lib/*/libtcmalloc_minimal.so.4; do
  if [ -e "$library" ]; then export LD_PRELOAD="$library"; fi
done
export OMP_WAIT_POLICY=passive GOMP_SPINCOUNT=0
# torch would stop at AVX2 by itself; on a processor without AVX-512 the setting ends it with an illegal instruction.
if grep -qs avx512f /proc/cpuinfo; then export ATEN_CPU_CAPABILITY="${ATEN_CPU_CAPABILITY:-avx512}"; fi
exec /usr/bin/python3 "$@"
