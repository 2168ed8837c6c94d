#!/bin/sh
# build.sh: builds the optimised app into dist/.
#
# The standard library is built along with the app, for size, and a panic is a bare trap: its message, its
# place and everything that would write them are a tenth of the program, and the page itself tells of a trap
# (index.html). These switches of the pinned compiler are not stable, hence RUSTC_BOOTSTRAP; another compiler
# than rust-toolchain.toml's may want others. Tests and lints run without any of this.
#
# Names in the compiler's newer form say what a generic function was made for, and functions that look alike are
# not merged here: the program is cut in two by these names (tools/src/split.rs), and what two rooms share by
# chance would go with one of them. wasm-opt merges what looks alike in each part.
#
# A stack of 128 KiB instead of 1 MiB (nothing here recurses deeply) lets data begin at addresses that are a byte
# shorter in every instruction that names one.
set -eu
cd "$(dirname "$0")/.."
export RUSTC_BOOTSTRAP=1
export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Clink-arg=-zstack-size=131072 -Csymbol-mangling-version=v0 -Zmerge-functions=disabled"
exec trunk build
