//! Rooms and doors: which folder of `src/` may use which.

use super::{Source, lexer::lex, no_complaints, sources};

/// What each room may use, itself included. `app` may use all.
const DOORS: [(&str, &[&str]); 5] = [
    ("domain", &["domain"]),
    ("text", &["text", "domain"]),
    ("store", &["store", "domain"]),
    ("effect", &["effect", "domain", "store"]),
    ("view", &["view", "domain", "text"]),
];

/// Words that would mean that the browser is asked, or a crate that only a browser needs.
const BROWSER: [&str; 5] = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo_timers"];

/// Words that would mean that the time is asked; it comes in with the event.
const CLOCKS: [&str; 4] = ["Instant", "SystemTime", "Date", "performance"];

/// All rooms, so that an unknown one is noticed.
const ROOMS: [&str; 6] = ["app", "domain", "effect", "store", "text", "view"];

#[test]
fn each_room_uses_only_its_doors() {
    let mut complaints = Vec::new();
    for (room, doors) in DOORS {
        for file in room_files(room) {
            for used in rooms_used(&file) {
                if !doors.contains(&used.as_str()) {
                    complaints.push(format!("{}: {room} may not use {used}", file.path));
                }
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn only_app_effect_and_view_know_the_browser() {
    let mut complaints = Vec::new();
    for room in ["domain", "store", "text"] {
        for file in room_files(room) {
            let code = lex(&file.text).code;
            let mut words = words(&code);
            let found = words.find(|word| BROWSER.contains(word) || CLOCKS.contains(word));
            complaints.extend(found.map(|word| format!("{}: {word}", file.path)));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn the_domain_needs_nothing_but_std() {
    let mut complaints = Vec::new();
    for file in room_files("domain") {
        let code = lex(&file.text).code;
        for line in code.lines().map(str::trim) {
            let Some(path) = line.strip_prefix("use ").or_else(|| line.strip_prefix("pub use ")) else {
                continue;
            };
            let root = words(path).next().unwrap_or_default();
            let inside = file.path == "src/domain/mod.rs";
            if !inside && !["std", "crate", "super", "self"].contains(&root) {
                complaints.push(format!("{}: {line}", file.path));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn every_room_is_known() {
    for file in sources("src", ".rs") {
        let name = file.path.split('/').nth(1).unwrap_or_default().trim_end_matches(".rs");
        let known = ROOMS.contains(&name) || ["main", "lib"].contains(&name);
        assert!(known, "{}: a room that has no doors yet", file.path);
    }
}

/// Rooms of the rest of the program, which comes later than its beginning.
const REST: [&str; 6] = ["session", "history", "files", "learn", "settings", "welcome"];
/// Its groups of phrases.
const PHRASES: [&str; 10] =
    ["mat", "files", "history", "install", "learn", "settings", "hold", "sound", "gate", "welcome"];

#[test]
fn only_the_door_leads_to_the_rest() {
    let mut complaints = Vec::new();
    for file in room_files("view") {
        let of_the_rest = |room: &&str| file.path.starts_with(&format!("src/view/{room}/"));
        if REST.iter().any(of_the_rest) || file.path.starts_with("src/view/rest/") {
            continue;
        }
        let code = lex(&file.text).code;
        // Where views are named, and where phrases are: only the rest has those.
        let screens =
            REST.map(|room| format!("{room}::screen")).into_iter().chain(["welcome::welcome".to_owned()]);
        let places = [" t.", "(t.", "&t.", "words().", "t()."];
        let phrases = PHRASES.iter().flat_map(|group| places.map(|place| format!("{place}{group}")));
        for named in screens.chain(phrases) {
            let is_word =
                |at: usize| words(&code[at + named.len() - 1..]).next().is_some_and(|w| named.ends_with(w));
            if code.match_indices(&named).any(|(at, _)| is_word(at)) {
                complaints.push(format!("{}: {named} is of the rest", file.path));
            }
        }
    }
    no_complaints(&complaints);
}

fn room_files(room: &str) -> Vec<Source> {
    let mut files = sources(&format!("src/{room}"), ".rs");
    let single = format!("src/{room}.rs");
    files.extend(sources("src", ".rs").into_iter().filter(|f| f.path == single));
    files
}

/// The rooms that a file names by `crate::`, or by so many `super::` that it leaves its own.
fn rooms_used(file: &Source) -> Vec<String> {
    let code = lex(&file.text).code;
    let mut rooms = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        rooms.extend(first_names(&code[at + "crate::".len()..]));
    }
    let module = file.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let depth = module.split('/').count();
    let way_out = "super::".repeat(depth);
    for (at, _) in code.match_indices(&way_out) {
        let longer = code[..at].ends_with("super::");
        if !longer {
            rooms.extend(first_names(&code[at + way_out.len()..]));
        }
    }
    rooms
}

/// The name that a path begins with, or those of the group that it begins with.
fn first_names(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else {
        return words(path).next().map(str::to_owned).into_iter().collect();
    };
    let mut names = Vec::new();
    let mut depth = 0;
    let mut starts = true;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => starts = true,
            c if starts && !c.is_whitespace() => {
                names.extend(words(&group[at..]).next().map(str::to_owned));
                starts = false;
            }
            _ => {}
        }
    }
    names
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty())
}

#[test]
fn groups_and_ways_out_are_understood() {
    let used = |path: &str, text: &str| rooms_used(&Source { path: path.into(), text: text.into() });
    let group = "use crate::{\n domain::{Event, store},\n text::EN,\n};";
    assert_eq!(used("src/view/leg/mod.rs", group), ["domain", "text"]);
    assert_eq!(used("src/view/leg/list.rs", "use super::super::super::effect::page;"), ["effect"]);
    assert_eq!(used("src/view/leg/list.rs", "use super::super::ui;"), [""; 0]);
    assert_eq!(used("src/view/mod.rs", "use super::app; // crate::effect"), ["app"]);
}
