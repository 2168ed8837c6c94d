#!/bin/sh
# finish.sh: Trunk's hook after the build. The native tools are built in the ordinary way.
set -eu
cd "$(dirname "$0")/.."
unset RUSTC_BOOTSTRAP CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES
exec cargo run --quiet --locked --profile tools -p eased-tools -- dist
