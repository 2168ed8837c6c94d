#!/bin/sh
# Checks the licences and sources of all locked crates; needs no network once they are downloaded.
set -eu
cd "$(dirname "$0")/.."
cargo fetch --quiet --locked
exec cargo deny --offline --locked --workspace check --hide-inclusion-graph bans licenses sources
