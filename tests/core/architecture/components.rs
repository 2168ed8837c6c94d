//! Components render with the `view!` macro and do not build the DOM by hand.

use super::{no_complaints, views};

/// DOM methods that views must not use.
const DOM_METHODS: [&str; 4] = ["create_element", "append_child", "insert_adjacent", "set_inner_html"];

#[test]
fn every_component_uses_the_view_macro() {
    let renders = |text: &str| text.contains("impl IntoView {") || text.contains("-> AnyView {");
    let bad = views().into_iter().filter(|file| renders(&file.text) && !file.text.contains("view! {"));
    no_complaints(&bad.map(|file| format!("{}: renders without `view!`", file.path)).collect::<Vec<_>>());
}

#[test]
fn no_view_builds_dom_elements_by_hand() {
    let mut complaints = Vec::new();
    for file in views() {
        let found = DOM_METHODS.iter().filter(|name| file.text.contains(**name));
        complaints.extend(found.map(|name| format!("{}: {name}", file.path)));
    }
    no_complaints(&complaints);
}
