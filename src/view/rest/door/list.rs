//! A list that drops down, of facts that may be left ungiven: its first choice is none of them.

use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlSelectElement};

use crate::{
    domain::{
        digits::{digits, small},
        spot::Pain,
    },
    text::history::HistoryText,
    view::dom::{El, el},
};

/// The list. `words` begin with the name of no choice; both functions take places among them.
pub fn list(
    label: String,
    words: Vec<String>,
    chosen: impl Fn() -> u8 + Clone + 'static,
    choose: impl Fn(u8) + 'static,
) -> El {
    let option = |(at, word): (u8, String)| {
        let chosen = chosen.clone();
        el("option").attr("value", at).flag("selected", move || chosen() == at).text(word)
    };
    let select = el("select").children((0..).zip(words).map(option));
    let field = select.clone();
    let select = select.on("change", move |_: &Event| {
        if let Some(at) = small(&field.unchecked_ref::<HtmlSelectElement>().value()) {
            choose(at);
        }
    });
    el("label").class("correct-field").child(el("span").text(label)).child(select)
}

/// The words of a list: the name of no choice, then the others.
pub fn words(none: &str, others: &[&str]) -> Vec<String> {
    [none].iter().chain(others).map(|word| (*word).to_owned()).collect()
}

/// The place in the list of what is chosen among its kind.
pub fn place<T: PartialEq + Copy>(all: &[T], chosen: Option<T>) -> u8 {
    let at = all.iter().position(|one| Some(*one) == chosen).map_or(0, |at| at + 1);
    u8::try_from(at).unwrap_or(0)
}

/// And back.
pub fn chosen<T: Copy>(all: &[T], at: u8) -> Option<T> {
    all.get(usize::from(at).checked_sub(1)?).copied()
}

/// A score of 0 to 10, or none.
pub fn score(
    label: String,
    t: &HistoryText,
    said: impl Fn() -> Option<Pain> + Clone + 'static,
    say: impl Fn(Option<Pain>) + 'static,
) -> El {
    let score = |score: u8| match score {
        0 => t.no_pain.to_owned(),
        Pain::MAX => t.worst_pain.to_owned(),
        _ => digits(score),
    };
    let scores = [t.unsaid.to_owned()].into_iter().chain((0..=Pain::MAX).map(score)).collect();
    let place = move || said().map_or(0, |pain| pain.score() + 1);
    list(label, scores, place, move |at| say(at.checked_sub(1).and_then(Pain::new)))
}
