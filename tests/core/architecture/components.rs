//! Views are Leptos views: made by `view!`, never element by element.

use super::{no_complaints, views};

/// Ways to build a page element by element, which no view uses.
const BY_HAND: [&str; 4] = ["create_element", "append_child", "insert_adjacent", "set_inner_html"];

#[test]
fn what_renders_uses_the_view_macro() {
    let renders = |text: &str| text.contains("impl IntoView {") || text.contains("-> AnyView {");
    let bad = views().into_iter().filter(|file| renders(&file.text) && !file.text.contains("view! {"));
    no_complaints(&bad.map(|file| format!("{}: renders without `view!`", file.path)).collect::<Vec<_>>());
}

#[test]
fn no_view_makes_elements_by_hand() {
    let mut complaints = Vec::new();
    for file in views() {
        let found = BY_HAND.iter().filter(|name| file.text.contains(**name));
        complaints.extend(found.map(|name| format!("{}: {name}", file.path)));
    }
    no_complaints(&complaints);
}
