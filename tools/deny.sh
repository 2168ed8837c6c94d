#!/bin/sh
# Checks the crates that are locked, without the network once they are here.
set -eu
cd "$(dirname "$0")/.."
cargo fetch --quiet --locked
exec cargo deny --offline --locked --workspace check --hide-inclusion-graph bans licenses sources
