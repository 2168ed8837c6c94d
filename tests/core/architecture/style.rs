//! Rules for the style sheets: every class is used, every used class exists, both dark themes are the same.

use std::collections::{BTreeMap, BTreeSet};

use super::{lexer::lex, no_complaints, sources, views};

/// Classes that are set outside views and scripts, each with the place.
const SET_ELSEWHERE: [(&str, &str); 0] = [];

/// The folders of `src/screens` that are not in the lazy part `session_and_history`, apart from [`LAZY_FILES`].
const INITIAL_SCREENS: [&str; 3] = ["src/screens/leg/", "src/screens/safety/", "src/screens/welcome/"];

/// Files in the lazy part, apart from the folders of `src/screens`.
const LAZY_FILES: [&str; 12] = [
    "src/screens/safety/gate.rs",
    "src/screens/safety/seen_items.rs",
    "src/components/answer_chips.rs",
    "src/components/files/",
    "src/components/hold_editor.rs",
    "src/components/hold_line.rs",
    "src/components/install_card.rs",
    "src/components/leg_results.rs",
    "src/components/pass_remarks.rs",
    "src/components/save_status_line.rs",
    "src/components/select_field.rs",
    "src/components/session_questions.rs",
];

/// Whether a file is in the lazy part.
fn is_lazy(path: &str) -> bool {
    let starts_with = |start: &&str| path.starts_with(*start);
    let is_in_screen_folder = path.strip_prefix("src/screens/").is_some_and(|rest| rest.contains('/'));
    LAZY_FILES.iter().any(starts_with) || is_in_screen_folder && !INITIAL_SCREENS.iter().any(starts_with)
}

#[test]
fn every_class_in_a_view_exists_in_style() {
    let styled = styled();
    let mut complaints = Vec::new();
    for (class, paths) in named() {
        if !styled.contains_key(&class) {
            complaints
                .push(format!("{paths:?}: class {class:?} is in no style sheet; style it or remove it"));
        }
    }
    no_complaints(&complaints);
}

/// Otherwise an element would change its appearance when the lazy part and its style sheets are loaded.
#[test]
fn elements_outside_the_lazy_part_do_not_depend_on_its_style_sheets() {
    let lazy_sheets: BTreeSet<String> = page()
        .flat_map(|page| page.text.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|line| {
            let (_, link) = line.split_once("data-eased=\"session_and_history\" href=\"")?;
            Some(link.split_once('"')?.0.to_owned())
        })
        .collect();
    assert!(lazy_sheets.len() > 5, "index.html names the style sheets of the lazy part: {lazy_sheets:?}");
    let styled = styled();
    let mut complaints = Vec::new();
    for (class, paths) in named() {
        let initial: Vec<&String> = paths.iter().filter(|path| !is_lazy(path)).collect();
        let sheets = styled.get(&class).cloned().unwrap_or_default();
        if !initial.is_empty() && !sheets.is_empty() && sheets.is_subset(&lazy_sheets) {
            complaints.push(format!(
                "{initial:?}: class {class:?} is styled only by {sheets:?}, which are loaded with the lazy part. \
                 Link one of them as \"late\" in index.html; or, if only the lazy part uses the file, add it to \
                 LAZY_FILES in tests/core/architecture/style.rs"
            ));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn every_class_in_style_is_used() {
    let mut used: BTreeSet<String> = named().into_keys().collect();
    // Computed classes are literals in views; scripts set some classes too.
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
            complaints.push(format!("{paths:?}: .{class} is not used"));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn the_dark_theme_is_the_same_by_setting_and_by_device() {
    for file in sources("style", ".css") {
        let css = without_comments(&file.text);
        let chosen = properties_after(&css, "[data-theme=\"dark\"]");
        let device = properties_after(&css, ":not([data-theme=\"light\"])");
        assert_eq!(chosen, device, "{}", file.path);
    }
}

/// Classes that views and index.html name in a class attribute, with the files.
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
                    // Computed classes are skipped; `every_class_in_style_is_used` finds them as literals.
                    for class in list.split_whitespace().filter(|class| !class.contains('{')) {
                        named.entry(class.to_owned()).or_default().insert(file.path.clone());
                    }
                }
            }
        }
    }
    named
}

/// `index.html`, as a source file.
fn page() -> impl Iterator<Item = super::Source> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("index.html")).ok();
    text.into_iter().map(|text| super::Source { path: "index.html".into(), text })
}

/// Classes that style sheets select, with the sheets.
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

/// The declarations of the first block after a selector that contains this text.
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
