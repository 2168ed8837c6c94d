//! The style sheets: every class is used, every class used exists, and both nights are alike.

use std::collections::{BTreeMap, BTreeSet};

use super::{lexer::lex, no_complaints, sources, views};

/// Classes that a script or the browser sets, and where.
const SET_ELSEWHERE: [(&str, &str); 0] = [];

/// Folders and files of the lazy part.
const REST: [&str; 16] = [
    "src/screens/session/",
    "src/screens/history/",
    "src/screens/learn/",
    "src/screens/settings/",
    "src/screens/safety/gate.rs",
    "src/components/answer_chips.rs",
    "src/screens/safety/gate_reading.rs",
    "src/components/files/",
    "src/components/hold_editor.rs",
    "src/components/hold_line.rs",
    "src/components/install_card.rs",
    "src/components/leg_results.rs",
    "src/components/pass_note.rs",
    "src/components/save_status_line.rs",
    "src/components/select_field.rs",
    "src/components/session_facts.rs",
];

#[test]
fn every_class_in_a_view_exists_in_style() {
    let styled = styled();
    let mut complaints = Vec::new();
    for (class, paths) in named() {
        if !styled.contains_key(&class) {
            complaints.push(format!("{paths:?}: class {class:?} is in no style sheet"));
        }
    }
    no_complaints(&complaints);
}

/// What is shown before the lazy part would change its looks, and its place, when the part arrives.
#[test]
fn what_begins_is_dressed_by_what_begins() {
    let late: BTreeSet<String> = page()
        .flat_map(|page| page.text.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|line| {
            let (_, link) = line.split_once("data-eased=\"session_and_history\" href=\"")?;
            Some(link.split_once('"')?.0.to_owned())
        })
        .collect();
    assert!(late.len() > 5, "the page names the style sheets of the lazy part: {late:?}");
    let styled = styled();
    let mut complaints = Vec::new();
    for (class, paths) in named() {
        let begins = |path: &String| !REST.iter().any(|room| path.starts_with(room));
        let sheets = styled.get(&class).cloned().unwrap_or_default();
        if paths.iter().any(begins) && !sheets.is_empty() && sheets.is_subset(&late) {
            complaints
                .push(format!("{paths:?}: class {class:?} is dressed by {sheets:?}, which comes later"));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn every_class_in_style_is_used() {
    let mut used: BTreeSet<String> = named().into_keys().collect();
    // Computed classes stand in a view as literals; the early answer to a tap is set by the page.
    for folder in ["src/screens", "src/components", "src/app", "src/platform"] {
        for file in sources(folder, ".rs") {
            used.extend(lex(&file.text).literals.iter().flat_map(|l| words(&l.text)));
        }
    }
    for file in sources("public", ".js").into_iter().chain(page()) {
        used.extend(words(&file.text));
    }
    let mut complaints = Vec::new();
    for (class, paths) in styled() {
        let elsewhere = SET_ELSEWHERE.iter().any(|(name, _)| *name == class);
        if !used.contains(&class) && !elsewhere {
            complaints.push(format!("{paths:?}: .{class} is used by nobody"));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn night_by_choice_and_night_by_device_are_alike() {
    for file in sources("style", ".css") {
        let css = without_comments(&file.text);
        let chosen = properties_after(&css, "[data-theme=\"dark\"]");
        let device = properties_after(&css, ":not([data-theme=\"light\"])");
        assert_eq!(chosen, device, "{}", file.path);
    }
}

/// Classes that a view names outright, with the files that do.
fn named() -> BTreeMap<String, BTreeSet<String>> {
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in views().into_iter().chain(page()) {
        let lines = file.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in lines {
            for (opening, end) in [
                ("class=\"", '"'),
                ("class:", '='),
                ("class=(\"", '"'),
                (".class(\"", '"'),
                (".class_if(\"", '"'),
            ] {
                for (at, _) in line.match_indices(opening) {
                    let list = &line[at + opening.len()..];
                    let list = &list[..list.find(end).unwrap_or(0)];
                    // What is computed is looked at as a literal.
                    for class in list.split_whitespace().filter(|class| !class.contains('{')) {
                        named.entry(class.to_owned()).or_default().insert(file.path.clone());
                    }
                }
            }
        }
    }
    named
}

/// The page that is painted first.
fn page() -> impl Iterator<Item = super::Source> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("index.html")).ok();
    text.into_iter().map(|text| super::Source { path: "index.html".into(), text })
}

/// Classes that a style sheet selects, with the sheets.
fn styled() -> BTreeMap<String, BTreeSet<String>> {
    let mut styled: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in sources("style", ".css") {
        let css = without_comments(&file.text);
        for (at, _) in css.match_indices('{') {
            let selector = css[..at].rsplit(['{', '}', ';']).next().unwrap_or_default();
            for part in selector.split('.').skip(1) {
                let class = words(part)
                    .into_iter()
                    .next()
                    .filter(|_| part.starts_with(|c: char| is_name(c) && !c.is_ascii_digit()));
                if let Some(class) = class {
                    styled.entry(class).or_default().insert(file.path.clone());
                }
            }
        }
    }
    styled
}

/// The custom properties of the first block whose selector contains this.
fn properties_after(css: &str, selector: &str) -> Vec<String> {
    let block = css.find(selector).and_then(|at| {
        let open = at + css[at..].find('{')?;
        let close = open + css[open..].find('}')?;
        Some(&css[open + 1..close])
    });
    let declarations = block.unwrap_or_default().split(';').map(str::trim);
    declarations.filter(|d| !d.is_empty()).map(str::to_owned).collect()
}

fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut plain = String::new();
    while let Some((before, comment)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    plain + rest
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c| !is_name(c)).filter(|w| !w.is_empty());
    words.map(str::to_owned).collect()
}
