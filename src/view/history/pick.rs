//! Choices on this screen: a few words side by side of which one holds.

use web_sys::Event;

use crate::view::dom::{El, Seen, el};

/// Which one was chosen, if any was.
pub type Chosen = Seen<Option<u8>>;

/// Words side by side, of which `first` holds until one is chosen; `name` tells its radio buttons from those of
/// other groups.
pub fn picks(
    name: &'static str,
    legend: &'static str,
    words: &[&'static str],
    chosen: &Chosen,
    first: u8,
) -> El {
    let pick = |(at, word): (u8, &&'static str)| {
        let (held, choosing) = (chosen.clone(), chosen.clone());
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", name)
            .flag("checked", move || held.get().unwrap_or(first) == at)
            .on("change", move |_: &Event| choosing.set(Some(at)));
        el("label").child(radio).child(el("span").text(*word))
    };
    el("fieldset")
        .class("legs picks")
        .child(el("legend").class("heard").text(legend))
        .children((0..).zip(words).map(pick))
}
