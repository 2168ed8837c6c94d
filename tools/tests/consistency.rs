//! Tests that facts in two files agree.

use std::fs;

use crate::site;

fn text(path: &str) -> String {
    fs::read_to_string(site::root().join(path)).expect(path)
}

/// The text between the first occurrence of `open` and the next of `close`.
fn between<'a>(text: &'a str, open: &str, close: &str) -> &'a str {
    text.split(open).nth(1).and_then(|rest| rest.split(close).next()).expect(open)
}

#[test]
fn the_lazy_part_has_the_same_name_everywhere() {
    let (page, part, split) =
        (text("index.html"), text("src/app/lazy_part.rs"), text("src/app/session_and_history.rs"));
    let name = between(&part, "NAME: &str = \"", "\"");
    assert_eq!(between(&split, "wasm_split(", ","), name);
    assert!(page.contains(&format!("data-eased=\"{name}\"")), "index.html has no style sheets of {name}");
}

#[test]
fn both_dark_themes_have_the_same_declarations() {
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
fn theme_colours_in_page_and_manifest_match_the_style_sheet() {
    let (tokens, page, manifest) =
        (text("style/tokens.css"), text("index.html"), text("public/manifest.webmanifest"));
    let backgrounds = tokens.split("--ground: ").skip(1).filter_map(|rest| rest.split(';').next());
    // With forced colours, the background is a system colour.
    let backgrounds: Vec<&str> = backgrounds.filter(|background| background.starts_with('#')).collect();
    let [light, dark, _] = backgrounds[..] else { panic!("{backgrounds:?}") };
    assert!(page.contains(&format!("content=\"{light}\" media=\"(prefers-color-scheme: light)\"")));
    assert!(page.contains(&format!("content=\"{dark}\" media=\"(prefers-color-scheme: dark)\"")));
    assert_eq!(between(&manifest, "\"background_color\": \"", "\""), light);
    assert_eq!(between(&manifest, "\"theme_color\": \"", "\""), light);
}

#[test]
fn the_app_shell_shows_the_plate_like_the_app() {
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
