//! A finished hold as text: number, place, seconds and ending. Shared by history and summary.

use leptos::prelude::*;

use crate::{
    app::context::use_app,
    domain::{
        hold::{Ending, Hold},
        spot::PositionSource,
    },
    i18n::{formats, hold::held_seconds},
};

/// The content of an item of an `ol.hold-list`.
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
#[component]
pub fn HoldLine(
    /// The number of the hold on the leg, from 1.
    number: usize,
    /// The hold.
    hold: Hold,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let mut details = vec![t.hold.ending(hold.ending).to_owned()];
    details.extend(hold.edited.then(|| t.hold.edited.to_owned()));
    details.extend(hold.pain_at_press.map(|pain| t.leg.pain_short.with_number(pain.score())));
    details.extend(hold.pain_at_ease.map(|pain| t.hold.pain_at_ease.with_number(pain.score())));
    details.extend(
        (hold.position_source == PositionSource::Estimated).then(|| t.hold.place_estimated.to_owned()),
    );
    let mark = match hold.ending {
        Ending::Eased => "hold-number is-eased",
        Ending::Stopped(_) => "hold-number is-stopped",
        Ending::MovedOn | Ending::Limit | Ending::Timed | Ending::Interrupted => "hold-number",
    };
    view! {
        <span class=mark>{formats::number(number)}</span>
        <span class="hold-place">{t.positions.position(hold.position)}</span>
        <span class="hold-time">{held_seconds(&hold)}</span>
        <span class="hold-details">{formats::join_facts(&details)}</span>
    }
}
