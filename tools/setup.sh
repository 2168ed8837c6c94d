#!/bin/sh
# Installs the missing tools for building (`run`), developing (`dev`), testing (`test`) or benchmarking (`bench`) Eased.
#
# Command-line tools are installed into a cache outside the clone, one folder per tool and version, so that clones share
# them and the person's own tools are not changed. EASED_TOOLS sets another folder.
# Each tool is installed beside its final folder and renamed when complete: interrupting is safe, and the next run
# continues with what was compiled.
set -eu

purpose="${1:-run}"
here=$(cd "$(dirname "$0")" && pwd)
# rust-toolchain.toml only applies inside the clone.
cd "$here/.."
. tools/versions.env

tools="${EASED_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/eased-tools}"
mkdir -p "$tools"

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# Two clones that run this at the same time would compile into the same folder: the second waits.
if has flock; then
    exec 9>"$tools/.lock"
    flock -n 9 || { say "another setup is running, waiting for it"; flock 9; }
fi

# cargo_tool CRATE VERSION BINARY MINUTES [ARGUMENT...]
#
# These tools mostly wait for files, browsers or the network, so they are compiled without optimisation.
cargo_tool() {
    folder="$tools/$1-$2"
    [ -x "$folder/bin/$3" ] && return 0
    say "compiling $1 $2 into $folder (about $4 minutes on two cores, once)"
    crate="$1" version="$2"
    shift 4
    part="$folder.part"
    mkdir -p "$part"
    # The person's own target folder and flags must not apply to this tool.
    env -u CARGO_TARGET_DIR -u CARGO_BUILD_TARGET -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS \
        CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        CARGO_PROFILE_RELEASE_DEBUG=false CARGO_PROFILE_RELEASE_PANIC=unwind \
        cargo install --quiet --locked --root "$part/root" --target-dir "$part/target" \
        --version "$version" "$@" "$crate" </dev/null
    rm -rf "$folder"
    mv "$part/root" "$folder"
    rm -rf "$part"
}

# npm_tool PACKAGE VERSION FILE SECONDS
#
# Installs the packages of tools/npm/PACKAGE/package-lock.json, verified by hash, without running their install scripts.
# A folder that was installed from another lock file is replaced.
npm_tool() {
    folder="$tools/$1-$2" lock="tools/npm/$1"
    [ -e "$folder/node_modules/$3" ] && cmp -s "$lock/package-lock.json" "$folder/package-lock.json" && return 0
    has npm || fail "npm is missing: install Node 20 or newer, then run this again"
    say "installing $1 $2 into $folder (about $4 seconds, once)"
    part="$folder.part"
    rm -rf "$part" "$folder.old"
    mkdir -p "$part"
    cp "$lock/package.json" "$lock/package-lock.json" "$part/"
    npm ci --silent --no-audit --no-fund --ignore-scripts --include=optional --prefix "$part" </dev/null ||
        fail "npm could not install $1 $2"
    [ "$1" = lightningcss-cli ] && link_lightningcss "$part/node_modules"
    [ -e "$part/node_modules/$3" ] || fail "$1 $2 has no $3"
    [ ! -e "$folder" ] || mv "$folder" "$folder.old"
    mv "$part" "$folder"
    rm -rf "$folder.old"
}

# link_lightningcss NODE_MODULES
#
# The install script, which is not run, would copy the executable out of the package for this system. npm installs one
# of these packages, or two where it does not know the system's C library: the one that runs is used. esbuild needs no
# such step, because its command finds the executable itself.
link_lightningcss() {
    for program in "$1"/lightningcss-cli-*/lightningcss; do
        "$program" --version >/dev/null 2>&1 || continue
        package=$(basename "$(dirname "$program")")
        ln -sf "../$package/lightningcss" "$1/.bin/lightningcss"
        return 0
    done
    fail "no package of lightningcss runs on this system"
}

rust_target() {
    has cargo || fail "cargo is missing: install Rust with rustup, then run this again"
    if has rustup; then
        # Also installs the toolchain of rust-toolchain.toml if it is missing.
        installed=$(rustup component list --installed 2>/dev/null || true)
        case "$installed" in
        *rust-std-wasm32-unknown-unknown*) return 0 ;;
        esac
        say "adding the Rust target wasm32-unknown-unknown (about 15 seconds, once)"
        rustup target add wasm32-unknown-unknown
    elif [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
        fail "this Rust lacks the target wasm32-unknown-unknown: install Rust with rustup, then run this again"
    fi
}

webkit_browser() {
    find /usr/lib /usr/libexec -maxdepth 4 -name MiniBrowser 2>/dev/null | grep -q .
}

browsers() {
    missing=""
    has chromium || missing="$missing chromium"
    has chromedriver || missing="$missing chromium-driver"
    has firefox-esr || has firefox || missing="$missing firefox-esr"
    { has WebKitWebDriver && webkit_browser; } || missing="$missing webkit2gtk-driver"
    has xvfb-run || missing="$missing xvfb"
    has xauth || missing="$missing xauth"
    [ -z "$missing" ] && return 0
    has apt-get || fail "the tests drive three real browsers; install:$missing (names as in Debian), then run this again"
    [ "$(id -u)" = 0 ] || fail "the tests drive three real browsers; as root run: apt-get install$missing"
    say "installing$missing with apt (about 3 minutes, once)"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq </dev/null
    # shellcheck disable=SC2086 # a list of package names
    apt-get install -y -qq --no-install-recommends $missing </dev/null >"$tools/apt.log" 2>&1 ||
        { tail -n 20 "$tools/apt.log" >&2; fail "apt-get could not install:$missing"; }
}

case "$purpose" in run | dev | test | bench) ;; *) fail "usage: tools/setup.sh run|dev|test|bench" ;; esac

rust_target
npm_tool binaryen "$BINARYEN_VERSION" .bin/wasm-opt 15
npm_tool esbuild "$ESBUILD_VERSION" .bin/esbuild 5
npm_tool lightningcss-cli "$LIGHTNINGCSS_VERSION" .bin/lightningcss 5

if [ "$purpose" = dev ]; then
    # Without the TLS features: Trunk does not need to check for updates or download anything.
    cargo_tool trunk "$TRUNK_VERSION" trunk 2 --no-default-features
fi

if [ "$purpose" = test ]; then
    cargo_tool geckodriver "$GECKODRIVER_VERSION" geckodriver 1
    cargo_tool cargo-deny "$CARGO_DENY_VERSION" cargo-deny 3
    npm_tool axe-core "$AXE_VERSION" axe-core/axe.min.js 10
    browsers
fi

if [ "$purpose" = bench ]; then
    npm_tool lighthouse "$LIGHTHOUSE_VERSION" .bin/lighthouse 60
    has chromium || has google-chrome || [ -n "${CHROME_PATH:-}" ] || browsers
    has chromedriver || browsers
fi
