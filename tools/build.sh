#!/bin/sh
# build.sh: builds the optimised app into dist/.
#
# The standard library is built along with the app, for size, and a panic is a bare trap: its message, its
# place and everything that would write them are a tenth of the program, and the page itself tells of a trap
# (index.html). These switches of the pinned compiler are not stable, hence RUSTC_BOOTSTRAP; another compiler
# than rust-toolchain.toml's may want others. Tests and lints run without any of this.
#
# A stack of 128 KiB instead of 1 MiB (nothing here recurses deeply) lets data begin at addresses that are a byte
# shorter in every instruction that names one.
set -eu
cd "$(dirname "$0")/.."
export RUSTC_BOOTSTRAP=1
export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Clink-arg=-zstack-size=131072 -Csymbol-mangling-version=v0"
exec trunk build
