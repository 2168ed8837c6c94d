//! The screens and their addresses.

use std::{collections::BTreeSet, fs, path::Path};

use eased::{domain::screen::Screen, i18n::tabs::tabs};

#[test]
fn every_address_selects_its_screen() {
    for screen in Screen::ALL {
        let address = screen.address();
        assert_eq!(Screen::at_address(address), Some(*screen), "two screens have the address {address:?}");
    }
}

#[test]
fn an_unknown_address_selects_no_screen() {
    for address in ["", "#", "#/unknown", "#/history/", "history"] {
        assert_eq!(Screen::at_address(address), None, "{address:?}");
    }
}

/// The tabs are in `index.html` too, so that they are visible before the app runs. `eased-tools` fills them in.
#[test]
fn the_static_page_has_the_tabs_of_the_app() {
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/index.html")).expect("index.html");
    let navigation = page
        .split_once("<nav class=\"tabs\"")
        .and_then(|(_, rest)| rest.split_once("</nav>"))
        .expect("navigation")
        .0;
    assert!(navigation.contains("{{tabs}}"), "no placeholder for the tabs in the navigation of index.html");
    assert!(
        !navigation.contains("<a "),
        "index.html: tabs are defined in src/i18n/tabs.rs, not in the template"
    );
}

#[test]
fn every_tab_has_a_phrase_of_its_own() {
    let mut keys = BTreeSet::new();
    for (screen, tab) in tabs() {
        for key in [Some(tab.name), tab.short].into_iter().flatten().map(|phrase| phrase.key) {
            assert!(keys.insert(key), "src/i18n/tabs.rs: {screen:?} has the phrase {key} of another tab");
        }
    }
}

#[test]
fn every_module_with_the_view_of_a_screen_is_listed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let list = fs::read_to_string(root.join("src/domain/screen.rs")).expect("screen.rs");
    for folder in fs::read_dir(root.join("src/screens")).expect("src/screens").flatten() {
        let module = folder.file_name().to_string_lossy().into_owned();
        let code = fs::read_to_string(folder.path().join("mod.rs")).unwrap_or_default();
        if code.contains("pub fn view()") {
            let is_listed = list.contains(&format!(", {module}, \"#/"));
            assert!(is_listed, "src/screens/{module} has no line in src/domain/screen.rs");
        }
    }
}
