//! Dependencies inside `src/`: which layer may use which, and no file in a circle with another.

use super::{
    Source,
    imports::{Imports, layer},
    lexer::lex,
    no_complaints, sources,
};

/// The layers whose dependencies are checked.
const CHECKED: [&str; 7] = ["app", "components", "domain", "i18n", "platform", "screens", "storage"];

/// What each layer may use beside itself. `app` may use all.
const ALLOWED: [(&str, &[&str]); 6] = [
    ("domain", &[]),
    ("i18n", &["domain"]),
    ("storage", &["domain"]),
    ("platform", &["domain", "storage"]),
    ("screens", &["components", "app::context", "domain", "i18n"]),
    ("components", &["app::context", "domain", "i18n"]),
];

/// Words that would mean that the browser is asked, or a crate that only a browser needs.
const BROWSER: [&str; 9] = [
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

/// Words that would mean that the time is asked; it comes in with the event.
const CLOCKS: [&str; 4] = ["Instant", "SystemTime", "Date", "performance"];

/// The pure crates that the domain may use beside std.
const PURE_CRATES: [&str; 0] = [];

/// All layers, so that an unknown one is noticed.
const LAYERS: [&str; 7] = ["app", "components", "domain", "i18n", "platform", "screens", "storage"];

#[test]
fn each_layer_uses_only_what_it_may() {
    let mut complaints = Vec::new();
    for (file, path) in Imports::of(&CHECKED).paths() {
        let own = layer(file);
        let Some((_, allowed)) = ALLOWED.iter().find(|(layer, _)| *layer == own) else { continue };
        let begins =
            |prefix: &str| path.iter().map(String::as_str).zip(prefix.split("::")).all(|(a, b)| a == b);
        if !begins(own) && !allowed.iter().any(|prefix| begins(prefix)) {
            complaints.push(format!("{file}: {own} may not use {}", path.join("::")));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    no_complaints(&Imports::of(&CHECKED).cycles());
}

#[test]
fn only_app_platform_and_views_know_the_browser() {
    let mut complaints = Vec::new();
    for layer in ["domain", "storage", "i18n"] {
        for file in files_of(layer) {
            let code = lex(&file.text).code;
            let mut words = words(&code);
            let found = words.find(|word| BROWSER.contains(word) || CLOCKS.contains(word));
            complaints.extend(found.map(|word| format!("{}: {word}", file.path)));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn the_domain_needs_nothing_but_std_and_pure_crates() {
    let mut complaints = Vec::new();
    for file in files_of("domain") {
        let code = lex(&file.text).code;
        for line in code.lines().map(str::trim) {
            let Some(path) = line.strip_prefix("use ").or_else(|| line.strip_prefix("pub use ")) else {
                continue;
            };
            let root = words(path).next().unwrap_or_default();
            let inside = file.path == "src/domain/mod.rs";
            let known = ["std", "crate", "super", "self"].contains(&root) || PURE_CRATES.contains(&root);
            if !inside && !known {
                complaints.push(format!("{}: {line}", file.path));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn every_layer_is_known() {
    for file in sources("src", ".rs") {
        let name = layer(&file.path);
        let known = LAYERS.contains(&name) || ["main", "lib"].contains(&name);
        assert!(known, "{}: a layer that has no rules yet", file.path);
    }
}

fn files_of(name: &str) -> impl Iterator<Item = Source> {
    sources("src", ".rs").into_iter().filter(move |file| layer(&file.path) == name)
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty())
}
