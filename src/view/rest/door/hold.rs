//! A finished hold in words: number, place, seconds and how it ended. History and summary show the same.

use crate::{
    domain::{
        hold::{Ending, Hold},
        spot::Placed,
    },
    text::{Text, hold::held, leg::percent as percent_short},
    view::dom::{Els, el},
};

/// What stands in one item of an `ol.way`.
pub fn hold_line(number: usize, hold: &Hold, t: &'static Text) -> Els {
    let percent = hold.position.percent();
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
    let place = [t.leg.stretch(percent), &percent_short(percent)].join(", ");
    [
        el("span").class(mark).text(number),
        el("span").class("way-place").text(place),
        el("span").class("way-time").text(held(hold)),
        el("span").class("way-how").text(how.join(", ")),
    ]
    .into()
}
