# `make run` builds and serves the app, `make dev` rebuilds and reloads it after every change, `make test` runs all
# checks. Each installs missing tools first (tools/setup.sh). The versions of the tools are in tools/versions.env.

include tools/versions.env

ifeq ($(EASED_TOOLS),)
EASED_TOOLS := $(if $(XDG_CACHE_HOME),$(XDG_CACHE_HOME),$(HOME)/.cache)/eased-tools
endif
export EASED_TOOLS

NPM := node_modules/.bin
export PATH := $(EASED_TOOLS)/trunk-$(TRUNK_VERSION)/bin:$(EASED_TOOLS)/binaryen-$(BINARYEN_VERSION)/$(NPM):$(EASED_TOOLS)/esbuild-$(ESBUILD_VERSION)/$(NPM):$(EASED_TOOLS)/lightningcss-cli-$(LIGHTNINGCSS_VERSION)/$(NPM):$(EASED_TOOLS)/cargo-deny-$(CARGO_DENY_VERSION)/bin:$(PATH)

# Environment variables for the browser tests and the benchmark.
export EASED_DIST := $(CURDIR)/dist
export EASED_GECKODRIVER := $(EASED_TOOLS)/geckodriver-$(GECKODRIVER_VERSION)/bin/geckodriver
export EASED_AXE := $(EASED_TOOLS)/axe-core-$(AXE_VERSION)/node_modules/axe-core/axe.min.js
export EASED_LIGHTHOUSE := $(EASED_TOOLS)/lighthouse-$(LIGHTHOUSE_VERSION)/node_modules/.bin/lighthouse

# The native tools use the Cargo profile `tools`, which compiles faster than `release`.
TOOLS := cargo run --quiet --locked --profile tools -p eased-tools --
WASM := --target wasm32-unknown-unknown
TIMED := @sh tools/timed.sh

.PHONY: run dev check test browsers soak bench profile dist screenshots repro-check build locale pseudo-locale setup-run setup-dev setup-test setup-bench draw clean

run: build
	@$(TOOLS) serve dist

build: setup-run
	$(TIMED) "release build (about 5 minutes the first time)" $(TOOLS) build

# A debug build at http://127.0.0.1:4174, rebuilt after every change of a source; the page reloads itself.
dev: setup-dev
	@trunk serve --release=false

# For every save: about two minutes once everything is compiled. Needs only the Rust toolchain.
check:
	$(TIMED) "formatting" cargo fmt --all --check
	$(TIMED) "lints: core" cargo clippy --quiet --locked -p eased --no-default-features --all-targets -- -D warnings
	$(TIMED) "lints: app" cargo clippy --quiet --locked -p eased --lib --bins --features split $(WASM) -- -D warnings
	$(TIMED) "lints: tools and browser tests" cargo clippy --quiet --locked -p eased-tools -p eased-browser --all-targets -- -D warnings
	$(TIMED) "the core depends on neither Leptos nor web-sys" sh tools/check-core-dependencies.sh
	$(TIMED) "tests: core" cargo test --quiet --locked -p eased --no-default-features

# The checks that fail most often come first; the first failure stops.
# EASED_ENGINES: chromium, firefox or webkitgtk, separated by commas. EASED_ONLY: any part of a scenario's name.
test: setup-test check
	$(TIMED) "licences and sources of every crate" sh tools/deny.sh
	$(TIMED) "tests: tools" cargo test --quiet --locked --profile tools -p eased-tools
	$(TIMED) "release build" $(TOOLS) build
	$(TIMED) "sizes" $(TOOLS) sizes dist
	$(TIMED) "tests: three browsers" cargo run --quiet --locked --profile tools -p eased-browser

# Only the browser tests, with the last build in dist/.
browsers: setup-test
	@cargo run --quiet --locked --profile tools -p eased-browser

# Kills Chromium and Firefox at 100 random moments each, in parallel: about half an hour. EASED_SOAK_SEED repeats a run.
soak: build setup-test
	@cargo run --quiet --locked --profile tools -p eased-browser -- soak

bench: build setup-bench
	@$(TOOLS) bench dist
	@cargo run --quiet --locked --profile tools -p eased-browser -- bench

# CPU profiles by function. The build that it leaves in dist/ contains all function names, so its sizes mean nothing.
profile: setup-test
	$(TIMED) "release build with function names" env EASED_NAMES=1 $(TOOLS) build
	@cargo run --quiet --locked --profile tools -p eased-browser -- profile

# Lists what is missing in the language file locales/TAG.json (see CONTRIBUTING.md).
locale:
	@$(TOOLS) locale $(TAG)

# Writes a pseudo-locale: English with accents and 40 % longer, or with RTL=rtl from right to left.
pseudo-locale:
	@$(TOOLS) locale pseudo $(TAG) $(RTL)

# Builds a folder for any static host: dist-site.
dist: build
	@$(TOOLS) publish dist-site

# The screenshots in the web app manifest, which a browser shows before it installs the app.
screenshots: build setup-test
	@EASED_SHOTS=$(CURDIR)/public/screenshots EASED_ENGINES=chromium EASED_ONLY=screenshots: cargo run --quiet --locked --profile tools -p eased-browser

# Checks that two builds of one commit are identical. Takes as long as a first build.
repro-check: setup-run
	@sh tools/repro-check.sh

# Regenerates the drawings from their tables.
draw:
	@$(TOOLS) draw

clean:
	rm -rf dist dist-site bench-out target

setup-run:
	@sh tools/setup.sh run

setup-dev:
	@sh tools/setup.sh dev

setup-test:
	@sh tools/setup.sh test

setup-bench:
	@sh tools/setup.sh bench
