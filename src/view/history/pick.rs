//! Choices on this screen: a few words side by side of which one holds, and a list that drops down.

use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlInputElement};

use crate::{
    domain::digits::small,
    view::dom::{El, Seen, el},
};

/// Which one holds; the first if nothing was chosen.
pub type Chosen = Seen<Option<u8>>;

/// Words side by side; `name` tells its radio buttons from those of other groups.
pub fn picks(name: &'static str, legend: &'static str, words: &[&'static str], chosen: &Chosen) -> El {
    let pick = |(at, word): (u8, &&'static str)| {
        let (held, choosing) = (chosen.clone(), chosen.clone());
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", name)
            .flag("checked", move || held.get().unwrap_or(0) == at)
            .on("change", move |_: &Event| choosing.set(Some(at)));
        el("label").child(radio).child(el("span").text(*word))
    };
    el("fieldset")
        .class("legs picks")
        .child(el("legend").class("heard").text(legend))
        .children((0..).zip(words).map(pick))
}

/// A list that drops down.
pub fn list(
    label: &'static str,
    words: &[&'static str],
    chosen: impl Fn() -> u8 + Clone + 'static,
    choose: impl Fn(u8) + 'static,
) -> El {
    let option = |(at, word): (u8, &&'static str)| {
        let chosen = chosen.clone();
        el("option").attr("value", at).flag("selected", move || chosen() == at).text(*word)
    };
    let select = el("select");
    let field = select.clone();
    let select = select
        .on("change", move |_: &Event| {
            if let Some(at) = small(&field.unchecked_ref::<HtmlInputElement>().value()) {
                choose(at);
            }
        })
        .children((0..).zip(words).map(option));
    el("label").class("correct-field").child(el("span").text(label)).child(select)
}
