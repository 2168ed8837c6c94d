//! A finished hold in words: number, place, seconds and how it ended. History and summary show the same.

use leptos::prelude::*;

use crate::{
    app::context::use_app,
    domain::{
        hold::{Ending, Hold},
        spot::Placed,
    },
    i18n::{formats, hold::held},
};

/// The content of one item of an `ol.way`.
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
#[component]
pub fn HoldLine(
    /// Its number on the leg, from 1.
    number: usize,
    /// The hold.
    hold: Hold,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let mut how = vec![t.hold.ending(hold.ending).to_owned()];
    how.extend(hold.edited.then(|| t.hold.edited.to_owned()));
    how.extend(hold.pain_press.map(|pain| t.leg.pain_fact.n(pain.score())));
    how.extend(hold.pain_ease.map(|pain| t.hold.pain_ease.n(pain.score())));
    how.extend((hold.placed == Placed::Paced).then(|| t.hold.guessed.to_owned()));
    let mark = match hold.ending {
        Ending::Eased => "way-mark is-eased",
        Ending::Stopped(_) => "way-mark is-stopped",
        Ending::MovedOn | Ending::Limit | Ending::Timed | Ending::Interrupted => "way-mark",
    };
    view! {
        <span class=mark>{formats::number(number)}</span>
        <span class="way-place">{t.places.place(hold.position)}</span>
        <span class="way-time">{held(&hold)}</span>
        <span class="way-how">{formats::facts(&how)}</span>
    }
}
