//! Tests that facts written down in two places agree. No code.

use std::fs;

use crate::site;

fn text(path: &str) -> String {
    fs::read_to_string(site::root().join(path)).expect(path)
}

/// What stands between the two words, first time.
fn between<'a>(text: &'a str, open: &str, close: &str) -> &'a str {
    text.split(open).nth(1).and_then(|rest| rest.split(close).next()).expect(open)
}

#[test]
fn the_lazy_part_has_one_name() {
    let (page, part, split) =
        (text("index.html"), text("src/app/lazy_part.rs"), text("src/app/session_and_history.rs"));
    let name = between(&part, "NAME: &str = \"", "\"");
    assert_eq!(between(&split, "wasm_split(", ","), name);
    assert!(page.contains(&format!("data-eased=\"{name}\"")), "no style sheets of {name} in index.html");
}

#[test]
fn the_two_dark_themes_are_alike() {
    let tokens = text("style/tokens.css");
    let blocks: Vec<Vec<&str>> = tokens
        .split("color-scheme: dark;")
        .skip(1)
        .map(|rest| rest.split('}').next().unwrap_or_default().split_whitespace().collect())
        .collect();
    assert_eq!(blocks.len(), 2);
    assert_eq!(blocks[0], blocks[1]);
}

#[test]
fn the_browser_is_told_the_colour_of_the_page() {
    let (tokens, page, manifest) =
        (text("style/tokens.css"), text("index.html"), text("public/manifest.webmanifest"));
    let grounds = tokens.split("--ground: ").skip(1).filter_map(|rest| rest.split(';').next());
    // Where colours are forced, the system knows them.
    let grounds: Vec<&str> = grounds.filter(|ground| ground.starts_with('#')).collect();
    let [light, dark, _] = grounds[..] else { panic!("{grounds:?}") };
    assert!(page.contains(&format!("content=\"{light}\" media=\"(prefers-color-scheme: light)\"")));
    assert!(page.contains(&format!("content=\"{dark}\" media=\"(prefers-color-scheme: dark)\"")));
    assert_eq!(between(&manifest, "\"background_color\": \"", "\""), light);
    assert_eq!(between(&manifest, "\"theme_color\": \"", "\""), light);
}

#[test]
fn the_shell_shows_the_plate_as_the_app_does() {
    let (page, plate) = (text("index.html"), text("src/screens/leg/plate.rs"));
    assert!(page.contains(&format!("viewBox=\"{}\"", between(&plate, "THIGH_VIEW_BOX: &str = \"", "\""))));
    assert!(page.contains(&format!("mask=\"{}\"", between(&plate, "THIGH_MASK: &str = \"", "\""))));
    assert!(page.contains(&format!("transform=\"{}\"", between(&plate, "MIRROR: &str = \"", "\""))));
}

#[test]
fn every_style_sheet_is_linked_once() {
    let page = text("index.html");
    for entry in fs::read_dir(site::root().join("style")).expect("style/") {
        let name = entry.expect("an entry").file_name();
        let link = format!("href=\"style/{}\"", name.to_string_lossy());
        assert_eq!(page.matches(&link).count(), 1, "{link} in index.html");
    }
}
