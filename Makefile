# Two commands: `make run` builds and serves the app, `make test` checks everything. Both install what is
# missing first (tools/setup.sh). Versions of tools: tools/versions.env.

include tools/versions.env

ifeq ($(EASED_TOOLS),)
EASED_TOOLS := $(if $(XDG_CACHE_HOME),$(XDG_CACHE_HOME),$(HOME)/.cache)/eased-tools
endif
export EASED_TOOLS

export PATH := $(EASED_TOOLS)/trunk-$(TRUNK_VERSION)/bin:$(EASED_TOOLS)/wasm-bindgen-$(WASM_BINDGEN_VERSION)/bin:$(EASED_TOOLS)/binaryen-$(BINARYEN_VERSION)/node_modules/.bin:$(EASED_TOOLS)/cargo-deny-$(CARGO_DENY_VERSION)/bin:$(PATH)

# Trunk fetches a tool from the web unless the one on PATH has exactly the version it is told.
export TRUNK_TOOLS_WASM_BINDGEN := $(WASM_BINDGEN_VERSION)
export TRUNK_TOOLS_WASM_OPT := version_$(firstword $(subst ., ,$(BINARYEN_VERSION)))

# What the browser tests and the benchmark are told.
export EASED_DIST := $(CURDIR)/dist
export EASED_GECKODRIVER := $(EASED_TOOLS)/geckodriver-$(GECKODRIVER_VERSION)/bin/geckodriver
export EASED_AXE := $(EASED_TOOLS)/axe-core-$(AXE_VERSION)/node_modules/axe-core/axe.min.js
export EASED_LIGHTHOUSE := $(EASED_TOOLS)/lighthouse-$(LIGHTHOUSE_VERSION)/node_modules/.bin/lighthouse

# The native tools have a profile of their own, because every build of the app runs them.
TOOLS := cargo run --quiet --locked --profile tools -p eased-tools --
WASM := --target wasm32-unknown-unknown
STEP := @sh tools/step.sh

.PHONY: run test soak bench profile dist screenshots twice build setup-run setup-test setup-bench draw clean

run: build
	@$(TOOLS) serve dist

build: setup-run
	$(STEP) "release build (about 5 minutes the first time)" sh tools/build.sh

# In the order in which something is most likely wrong; the first failure stops.
test: setup-test
	$(STEP) "formatting" cargo fmt --all --check
	$(STEP) "lints: core" cargo clippy --quiet --locked -p eased --no-default-features --all-targets -- -D warnings
	$(STEP) "lints: app" cargo clippy --quiet --locked -p eased --lib --bins $(WASM) -- -D warnings
	$(STEP) "lints: tools and browser tests" cargo clippy --quiet --locked -p eased-tools -p eased-browser --all-targets -- -D warnings
	$(STEP) "the core compiles neither Leptos nor web-sys" sh tools/core_is_free.sh
	$(STEP) "licences and sources of every crate" sh tools/deny.sh
	$(STEP) "tests: core" cargo test --quiet --locked -p eased --no-default-features
	$(STEP) "tests: tools" cargo test --quiet --locked --profile tools -p eased-tools
	$(STEP) "release build" sh tools/build.sh
	$(STEP) "sizes" $(TOOLS) sizes dist
	$(STEP) "three browsers" cargo run --quiet --locked --profile tools -p eased-browser

# Chromium and Firefox killed at 100 random moments each: about half an hour, both at once. EASED_SOAK_SEED repeats a run.
soak: build setup-test
	@cargo run --quiet --locked --profile tools -p eased-browser -- soak

bench: build setup-bench
	@$(TOOLS) bench dist
	@cargo run --quiet --locked --profile tools -p eased-browser -- bench

# Where the time goes, by function. What it leaves in dist/ has the names of all functions: no size of it means anything.
profile: setup-test
	$(STEP) "release build with names" env EASED_NAMES=1 sh tools/build.sh
	@cargo run --quiet --locked --profile tools -p eased-browser -- profile

# One folder for any static host: dist-site.
dist: build
	@$(TOOLS) publish dist-site

# The pictures that the manifest names, which a browser shows before it installs.
screenshots: build setup-test
	@EASED_SHOTS=$(CURDIR)/public/screenshots EASED_ENGINES=chromium EASED_ONLY=screenshots: cargo run --quiet --locked --profile tools -p eased-browser

# Are two builds of one commit the same? Takes as long as a first build.
twice: setup-run
	@sh tools/twice.sh

draw:
	@$(TOOLS) draw

clean:
	rm -rf dist dist-site bench-out target

setup-run:
	@sh tools/setup.sh run

setup-test:
	@sh tools/setup.sh test

setup-bench:
	@sh tools/setup.sh bench
