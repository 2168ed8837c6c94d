//! The style sheets: every class is used, every class used exists, and both nights are alike.

use std::collections::{BTreeMap, BTreeSet};

use super::{lexer::lex, no_complaints, sources};

/// Classes that a script or the browser sets, and where.
const SET_ELSEWHERE: [(&str, &str); 0] = [];

#[test]
fn every_class_in_a_view_exists_in_style() {
    let styled = styled();
    let mut complaints = Vec::new();
    for (class, path) in named() {
        if !styled.contains_key(&class) {
            complaints.push(format!("{path}: class {class:?} is in no style sheet"));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn every_class_in_style_is_used() {
    let mut used: BTreeSet<String> = named().into_keys().collect();
    // Computed classes stand in a view as literals; the early answer to a tap is set by the page.
    for folder in ["src/view", "src/app", "src/effect"] {
        for file in sources(folder, ".rs") {
            used.extend(lex(&file.text).literals.iter().flat_map(|l| words(&l.text)));
        }
    }
    for file in sources("public", ".js").into_iter().chain(page()) {
        used.extend(words(&file.text));
    }
    let mut complaints = Vec::new();
    for (class, path) in styled() {
        let elsewhere = SET_ELSEWHERE.iter().any(|(name, _)| *name == class);
        if !used.contains(&class) && !elsewhere {
            complaints.push(format!("{path}: .{class} is used by nobody"));
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

/// Classes that markup names outright, with a file that does.
fn named() -> BTreeMap<String, String> {
    let mut named = BTreeMap::new();
    let views = sources("src/view", ".rs").into_iter();
    for file in views.chain(page()) {
        let lines = file.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in lines {
            for (at, _) in line.match_indices("class=\"") {
                let list = &line[at + "class=\"".len()..];
                let list = &list[..list.find('"').unwrap_or(0)];
                for class in list.split_whitespace() {
                    named.insert(class.to_owned(), file.path.clone());
                }
            }
            for (at, _) in line.match_indices(" class:") {
                let rest = &line[at + " class:".len()..];
                let class = words(rest).into_iter().next().filter(|_| rest.starts_with(is_name));
                named.extend(class.map(|class| (class, file.path.clone())));
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

/// Classes that a style sheet selects, with the sheet.
fn styled() -> BTreeMap<String, String> {
    let mut styled = BTreeMap::new();
    for file in sources("style", ".css") {
        let css = without_comments(&file.text);
        for (at, _) in css.match_indices('{') {
            let selector = css[..at].rsplit(['{', '}', ';']).next().unwrap_or_default();
            for part in selector.split('.').skip(1) {
                let class = words(part)
                    .into_iter()
                    .next()
                    .filter(|_| part.starts_with(|c: char| is_name(c) && !c.is_ascii_digit()));
                styled.extend(class.map(|class| (class, file.path.clone())));
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
