#!/bin/sh
# The core (domain, store, text) must be testable in a second, so nothing that it or its tests compile may
# be Leptos or web-sys, natively or for the browser.
set -eu
cd "$(dirname "$0")/.."
for target in "" "--target=wasm32-unknown-unknown"; do
    # shellcheck disable=SC2086 # empty or one word
    tree=$(cargo tree --quiet --locked -p eased --no-default-features -e normal,dev --prefix none --format '{p}' $target)
    if printf '%s\n' "$tree" | grep -E '^(leptos|web-sys|js-sys|wasm-bindgen)'; then
        echo "the core compiles the crates above (cargo tree $target)" >&2
        exit 1
    fi
done
