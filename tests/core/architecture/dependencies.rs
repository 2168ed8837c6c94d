//! Dependencies inside `src/`: which layer may use which, and no cyclic dependencies between files.

use super::{
    Source,
    imports::{Imports, layer},
    lexer::lex,
    no_complaints, sources,
    tokens::tokens,
};

/// The layers whose dependencies are checked.
const LAYERS: [&str; 7] = ["app", "components", "domain", "i18n", "platform", "screens", "storage"];

/// What each layer may use besides itself. `app` may use all layers.
const ALLOWED: [(&str, &[&str]); 6] = [
    ("domain", &[]),
    ("i18n", &["domain"]),
    ("storage", &["domain"]),
    ("platform", &["domain", "storage"]),
    ("screens", &["components", "app::context", "domain", "i18n"]),
    ("components", &["app::context", "domain", "i18n"]),
];

/// Identifiers that access the browser, and crates that only work in a browser.
const BROWSER_NAMES: [&str; 9] = [
    "gloo_events",
    "gloo_timers",
    "js_sys",
    "leptos",
    "leptos_use",
    "reactive_graph",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web_sys",
];

/// Identifiers that read a clock. Pure code gets the time with each event instead.
const CLOCK_NAMES: [&str; 4] = ["Instant", "SystemTime", "Date", "performance"];

/// Pure crates that the domain may use besides std.
const PURE_CRATES: [&str; 0] = [];

#[test]
fn each_layer_uses_only_what_it_may() {
    let mut complaints = Vec::new();
    for (file, path) in Imports::of(&LAYERS).paths() {
        let this_layer = layer(file);
        let Some((_, allowed)) = ALLOWED.iter().find(|(layer, _)| *layer == this_layer) else { continue };
        let starts_with =
            |prefix: &str| path.iter().map(String::as_str).zip(prefix.split("::")).all(|(a, b)| a == b);
        if !starts_with(this_layer) && !allowed.iter().any(|prefix| starts_with(prefix)) {
            complaints.push(format!("{file}: {this_layer} may not use {}", path.join("::")));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn there_are_no_cyclic_dependencies_between_files() {
    no_complaints(&Imports::of(&LAYERS).cycles());
}

#[test]
fn domain_storage_and_i18n_use_neither_browser_nor_clock() {
    let mut complaints = Vec::new();
    for layer in ["domain", "storage", "i18n"] {
        for file in files_of(layer) {
            let code = lex(&file.text).code;
            let mut words = words(&code);
            let found = words.find(|word| BROWSER_NAMES.contains(word) || CLOCK_NAMES.contains(word));
            complaints.extend(found.map(|word| format!("{}: {word}", file.path)));
        }
    }
    no_complaints(&complaints);
}

/// The paths in clippy.toml depend on where Leptos and web-sys define these functions: a path that no longer exists is
/// ignored without a warning. So calls are also found by name, whatever the crate.
#[test]
fn only_platform_accesses_the_global_objects() {
    let mut complaints = Vec::new();
    for file in sources("src", ".rs").iter().filter(|file| layer(&file.path) != "platform") {
        for name in calls_of_global_objects(&lex(&file.text).code) {
            complaints.push(format!("{}: {name}() may be called only in src/platform", file.path));
        }
    }
    no_complaints(&complaints);
}

/// Calls of functions, not methods, that return the window or the document.
fn calls_of_global_objects(code: &str) -> Vec<String> {
    let tokens = tokens(code);
    let is_call = |part: &&[String]| {
        matches!(part[1].as_str(), "window" | "document")
            && part[0] != "."
            && part[2] == "("
            && part[3] == ")"
    };
    tokens.windows(4).filter(is_call).map(|part| part[1].clone()).collect()
}

#[test]
fn calls_of_global_objects_are_found() {
    let code =
        "f(window()); leptos::prelude::document().body(); element.owner_document(); w.document(); window.a()";
    assert_eq!(calls_of_global_objects(code), ["window", "document"]);
}

#[test]
fn the_domain_uses_only_std_and_pure_crates() {
    let mut complaints = Vec::new();
    for file in files_of("domain") {
        let code = lex(&file.text).code;
        for line in code.lines().map(str::trim) {
            let Some(path) = line.strip_prefix("use ").or_else(|| line.strip_prefix("pub use ")) else {
                continue;
            };
            let root = words(path).next().unwrap_or_default();
            let is_root = file.path == "src/domain/mod.rs";
            let is_allowed = ["std", "crate", "super", "self"].contains(&root) || PURE_CRATES.contains(&root);
            if !is_root && !is_allowed {
                complaints.push(format!("{}: {line}", file.path));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn every_layer_has_dependency_rules() {
    for file in sources("src", ".rs") {
        let name = layer(&file.path);
        let is_known = LAYERS.contains(&name) || ["main", "lib"].contains(&name);
        assert!(is_known, "{}: a layer without dependency rules", file.path);
    }
}

fn files_of(layer_name: &str) -> impl Iterator<Item = Source> {
    sources("src", ".rs").into_iter().filter(move |file| layer(&file.path) == layer_name)
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty())
}
