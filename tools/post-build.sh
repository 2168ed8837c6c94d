#!/bin/sh
# Trunk's post_build hook. Trunk passes the profile and the folder in TRUNK_PROFILE and TRUNK_STAGING_DIR.
set -eu
cd "$(dirname "$0")/.."
exec cargo run --quiet --locked --profile tools -p eased-tools -- post-build
