# `make run` builds and serves the app, `make dev` rebuilds and reloads it at every change, `make test` checks everything.
# Each installs what is missing first (tools/setup.sh). Versions of tools: tools/versions.env.

include tools/versions.env

ifeq ($(EASED_TOOLS),)
EASED_TOOLS := $(if $(XDG_CACHE_HOME),$(XDG_CACHE_HOME),$(HOME)/.cache)/eased-tools
endif
export EASED_TOOLS

NPM := node_modules/.bin
export PATH := $(EASED_TOOLS)/trunk-$(TRUNK_VERSION)/bin:$(EASED_TOOLS)/binaryen-$(BINARYEN_VERSION)/$(NPM):$(EASED_TOOLS)/esbuild-$(ESBUILD_VERSION)/$(NPM):$(EASED_TOOLS)/lightningcss-cli-$(LIGHTNINGCSS_VERSION)/$(NPM):$(EASED_TOOLS)/cargo-deny-$(CARGO_DENY_VERSION)/bin:$(PATH)

# What the browser tests and the benchmark are told.
export EASED_DIST := $(CURDIR)/dist
export EASED_GECKODRIVER := $(EASED_TOOLS)/geckodriver-$(GECKODRIVER_VERSION)/bin/geckodriver
export EASED_AXE := $(EASED_TOOLS)/axe-core-$(AXE_VERSION)/node_modules/axe-core/axe.min.js
export EASED_LIGHTHOUSE := $(EASED_TOOLS)/lighthouse-$(LIGHTHOUSE_VERSION)/node_modules/.bin/lighthouse

# The native tools have a profile of their own, because every build of the app runs them.
TOOLS := cargo run --quiet --locked --profile tools -p eased-tools --
WASM := --target wasm32-unknown-unknown
STEP := @sh tools/timed.sh

.PHONY: run dev test browsers soak bench profile dist screenshots repro-check build locale pseudo-locale setup-run setup-dev setup-test setup-bench draw clean

run: build
	@$(TOOLS) serve dist

build: setup-run
	$(STEP) "release build (about 5 minutes the first time)" $(TOOLS) build

# A debug build at http://127.0.0.1:4174, built anew at every change of a source; the page reloads itself.
dev: setup-dev
	@trunk serve --release=false

# In the order in which something is most likely wrong; the first failure stops.
# Engines are chromium, firefox and webkit, more than one with commas; EASED_ONLY is any piece of a scenario's name.
test: setup-test
	@echo 'One test of the core:       cargo test --no-default-features NAME'
	@echo 'One test of the tools:      cargo test --profile tools -p eased-tools NAME'
	@echo 'One scenario, one engine:   EASED_ONLY="offline:" EASED_ENGINES=firefox make browsers'
	$(STEP) "formatting" cargo fmt --all --check
	$(STEP) "lints: core" cargo clippy --quiet --locked -p eased --no-default-features --all-targets -- -D warnings
	$(STEP) "lints: app" cargo clippy --quiet --locked -p eased --lib --bins --features split $(WASM) -- -D warnings
	$(STEP) "lints: tools and browser tests" cargo clippy --quiet --locked -p eased-tools -p eased-browser --all-targets -- -D warnings
	$(STEP) "the core compiles neither Leptos nor web-sys" sh tools/core_is_free.sh
	$(STEP) "licences and sources of every crate" sh tools/deny.sh
	$(STEP) "tests: core" cargo test --quiet --locked -p eased --no-default-features
	$(STEP) "tests: tools" cargo test --quiet --locked --profile tools -p eased-tools
	$(STEP) "release build" $(TOOLS) build
	$(STEP) "sizes" $(TOOLS) sizes dist
	$(STEP) "three browsers" cargo run --quiet --locked --profile tools -p eased-browser

# The browser tests alone, against dist/ as it was built last.
browsers: setup-test
	@cargo run --quiet --locked --profile tools -p eased-browser

# Chromium and Firefox killed at 100 random moments each: about half an hour, both at once. EASED_SOAK_SEED repeats a run.
soak: build setup-test
	@cargo run --quiet --locked --profile tools -p eased-browser -- soak

bench: build setup-bench
	@$(TOOLS) bench dist
	@cargo run --quiet --locked --profile tools -p eased-browser -- bench

# Where the time goes, by function. What it leaves in dist/ has the names of all functions: no size of it means anything.
profile: setup-test
	$(STEP) "release build with names" env EASED_NAMES=1 $(TOOLS) build
	@cargo run --quiet --locked --profile tools -p eased-browser -- profile

# What the language file locales/TAG.json still lacks (CONTRIBUTING.md).
locale:
	@$(TOOLS) locale $(TAG)

# English with accents and 40 % longer, or with RTL=rtl from right to left.
pseudo-locale:
	@$(TOOLS) locale pseudo $(TAG) $(RTL)

# One folder for any static host: dist-site.
dist: build
	@$(TOOLS) publish dist-site

# The pictures that the manifest names, which a browser shows before it installs.
screenshots: build setup-test
	@EASED_SHOTS=$(CURDIR)/public/screenshots EASED_ENGINES=chromium EASED_ONLY=screenshots: cargo run --quiet --locked --profile tools -p eased-browser

# Are two builds of one commit the same? Takes as long as a first build.
repro-check: setup-run
	@sh tools/repro-check.sh

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
