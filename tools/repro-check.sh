#!/bin/sh
# Checks that builds are reproducible: builds in this folder and in a clean checkout with an empty target folder, and
# compares every file of the site byte by byte.
set -eu
cd "$(dirname "$0")/.."
[ -z "$(git status --porcelain)" ] || { echo "there are uncommitted changes" >&2; exit 1; }
checkout=$(mktemp -d)
trap 'rm -rf "$checkout"' EXIT
git archive HEAD | tar -x -C "$checkout"
build() { cargo run --quiet --locked --profile tools -p eased-tools -- build; }
build
(cd "$checkout" && CARGO_TARGET_DIR="$checkout/target" build)
sums() { (cd "$1/dist" && find . -type f | LC_ALL=C sort | xargs sha256sum); }
sums . >"$checkout/sums-here"
sums "$checkout" >"$checkout/sums-checkout"
if diff "$checkout/sums-here" "$checkout/sums-checkout"; then
    echo "two builds of $(git rev-parse --short HEAD) are identical: $(wc -l <"$checkout/sums-here") files"
else
    echo "two builds of one commit differ" >&2
    exit 1
fi
