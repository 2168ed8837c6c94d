#!/bin/sh
# timed.sh NAME COMMAND...: prints the name, runs the command without standard input, prints how long it took.
name="$1"
shift
printf '\n== %s\n' "$name"
start=$(date +%s)
"$@" </dev/null
code=$?
seconds=$(($(date +%s) - start))
if [ "$code" -eq 0 ]; then
    printf '== %s: done in %d s\n' "$name" "$seconds"
else
    printf '== %s: FAILED after %d s\n' "$name" "$seconds" >&2
fi
exit "$code"
