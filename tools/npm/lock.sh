#!/bin/sh
# Regenerates tools/npm/PACKAGE/package.json and package-lock.json from the versions in tools/versions.env. Run it
# after a version has changed there, review the diff, and commit it. tools/tests/supply_chain.rs tests that both agree.
#
# The lock files contain the hash of every package, including those for other systems, but no registry URL: npm uses the
# configured registry.
set -eu
cd "$(dirname "$0")"
. ../versions.env

lock() {
    mkdir -p "$1"
    printf '{\n  "name": "eased-tool-%s",\n  "private": true,\n  "dependencies": {\n    "%s": "%s"\n  }\n}\n' "$1" "$1" "$2" \
        >"$1/package.json"
    (cd "$1" && npm install --package-lock-only --omit-lockfile-registry-resolved --include=optional --ignore-scripts \
        --no-audit --no-fund --silent </dev/null)
}

lock binaryen "$BINARYEN_VERSION"
lock esbuild "$ESBUILD_VERSION"
lock lightningcss-cli "$LIGHTNINGCSS_VERSION"
lock axe-core "$AXE_VERSION"
lock lighthouse "$LIGHTHOUSE_VERSION"
