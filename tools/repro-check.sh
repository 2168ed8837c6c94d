#!/bin/sh
# repro-check.sh: are two builds of one commit the same, byte for byte? Builds here, and from a clean checkout elsewhere
# with nothing that was compiled before, and compares every file that is served.
set -eu
cd "$(dirname "$0")/.."
[ -z "$(git status --porcelain)" ] || { echo "there are changes that are not committed" >&2; exit 1; }
away=$(mktemp -d)
trap 'rm -rf "$away"' EXIT
git archive HEAD | tar -x -C "$away"
build() { cargo run --quiet --locked --profile tools -p eased-tools -- build; }
build
(cd "$away" && CARGO_TARGET_DIR="$away/target" build)
sums() { (cd "$1/dist" && find . -type f | LC_ALL=C sort | xargs sha256sum); }
sums . >"$away/here"
sums "$away" >"$away/there"
if diff "$away/here" "$away/there"; then
    echo "two builds of $(git rev-parse --short HEAD) are the same: $(wc -l <"$away/here") files"
else
    echo "two builds of one commit differ" >&2
    exit 1
fi
