#!/bin/sh
# post-build.sh: Trunk's hook. Which profile is built and where, TRUNK_PROFILE and TRUNK_STAGING_DIR say.
set -eu
cd "$(dirname "$0")/.."
exec cargo run --quiet --locked --profile tools -p eased-tools -- post-build
