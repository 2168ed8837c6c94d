#!/bin/sh
# timed.sh NAME COMMAND...: says what is being done, does it without standard input, says how long it took.
name="$1"
shift
printf '\n== %s\n' "$name"
start=$(date +%s)
"$@" </dev/null
code=$?
took=$(($(date +%s) - start))
if [ "$code" -eq 0 ]; then
    printf '== %s: done in %d s\n' "$name" "$took"
else
    printf '== %s: FAILED after %d s\n' "$name" "$took" >&2
fi
exit "$code"
