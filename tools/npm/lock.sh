#!/bin/sh
# lock.sh: writes tools/npm/PACKAGE/package.json and package-lock.json anew from the versions in tools/versions.env. Run it
# after a version there has changed, look at the difference, and commit it. A test compares both (tools/tests/supply_chain.rs).
#
# The lock files hold the hash of every package, also of those for other systems, and no registry's address: whoever
# installs from them uses the registry of their own configuration.
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
