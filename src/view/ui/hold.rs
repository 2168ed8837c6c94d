//! A finished hold in words: number, place, seconds and how it ended. History and summary show the same.

use leptos::prelude::*;

use crate::{
    domain::{
        hold::{Ending, Hold},
        spot::Placed,
    },
    text::{Text, history::held},
};

/// What stands in one item of an `ol.way`.
pub fn hold_line(number: usize, hold: &Hold, t: &'static Text) -> AnyView {
    let percent = hold.position.percent();
    let mut how = vec![(t.history.ending)(hold.ending).to_owned()];
    how.extend(hold.edited.then(|| t.history.edited.to_owned()));
    how.extend(hold.pain_press.map(|pain| (t.leg.pain_fact)(pain.score())));
    how.extend(hold.pain_ease.map(|pain| (t.history.pain_ease)(pain.score())));
    how.extend((hold.placed == Placed::Paced).then(|| t.history.guessed.to_owned()));
    let mark = match hold.ending {
        Ending::Eased => "way-mark is-eased",
        Ending::Stopped(_) => "way-mark is-stopped",
        Ending::MovedOn | Ending::Limit | Ending::Timed | Ending::Interrupted => "way-mark",
    };
    view! {
        <span class=mark>{number}</span>
        <span class="way-place">{(t.leg.stretch)(percent)} ", " {(t.leg.percent)(percent)}</span>
        <span class="way-time">{held(hold)}</span>
        <span class="way-how">{how.join(", ")}</span>
    }
    .into_any()
}
