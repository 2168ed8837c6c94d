#!/bin/sh
# Checks that the core (domain, storage, i18n) and its tests depend on neither Leptos nor web-sys, natively or for
# WebAssembly, so that they compile and run quickly.
set -eu
cd "$(dirname "$0")/.."
for target in "" "--target=wasm32-unknown-unknown"; do
    # shellcheck disable=SC2086 # empty or one argument
    tree=$(cargo tree --quiet --locked -p eased --no-default-features -e normal,dev --prefix none --format '{p}' $target)
    if printf '%s\n' "$tree" | grep -E '^(leptos|web-sys|js-sys|wasm-bindgen)'; then
        echo "the core must not depend on the crates above (cargo tree $target)" >&2
        exit 1
    fi
done
