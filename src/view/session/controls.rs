//! The buttons of each phase.

use super::{
    control::control,
    pause::{reasons, stop_question},
    sight::{Stand, stand},
};
use crate::{
    domain::{Event, Model, phase::Name},
    view::{
        ctx::Ctx,
        dom::{El, el},
    },
};

/// What can stand among the buttons.
#[derive(Clone, Copy)]
enum Part {
    Wrong,
    Card,
    AtKnee,
    TooMuch,
    MoveOn,
    Enough,
    StopQuestion,
    Reasons,
    Resume,
    Stop,
    Turn,
    Ten,
    Undo,
    Pause,
}

/// All of them, each at its own number.
const PARTS: [Part; 14] = [
    Part::Wrong,
    Part::Card,
    Part::AtKnee,
    Part::TooMuch,
    Part::MoveOn,
    Part::Enough,
    Part::StopQuestion,
    Part::Reasons,
    Part::Resume,
    Part::Stop,
    Part::Turn,
    Part::Ten,
    Part::Undo,
    Part::Pause,
];

/// The buttons of the phase.
pub fn controls(ctx: Ctx) -> El {
    el("div")
        .class("controls")
        .each(move || ctx.read(names), move |name| part(ctx, PARTS[usize::from(name.to_le_bytes()[0])]))
}

/// What stands there now, from the first to the last.
///
/// The name is the part's number, with that of the phase: a button that two phases share is made anew
/// between them, so that no focus stays on it. Undo and Pause are the same throughout.
fn names(model: &Model) -> Vec<u32> {
    let stand = Stand::of(model);
    let (phase, parts): (u32, &[Part]) = match stand.name {
        Name::Position | Name::Switch => (1, &[Part::Card]),
        Name::Roll => (2, &[Part::Wrong, Part::Card, Part::AtKnee, Part::MoveOn]),
        Name::Hold => (3, &[Part::Wrong, Part::TooMuch, Part::Enough]),
        Name::Paused if stand.asks_stop => (4, &[Part::StopQuestion]),
        Name::Paused => (5, &[Part::Reasons, Part::Resume, Part::Stop, Part::Turn, Part::Ten, Part::Card]),
        Name::Done => (6, &[]),
    };
    let there = |part: &Part| match part {
        Part::MoveOn => stand.can_move_on,
        Part::Reasons => stand.asks_reason,
        Part::Ten => stand.can_add_ten,
        Part::Undo => stand.can_undo && !stand.asks_stop,
        Part::Pause => stand.name != Name::Paused,
        Part::Wrong
        | Part::Card
        | Part::AtKnee
        | Part::TooMuch
        | Part::Enough
        | Part::StopQuestion
        | Part::Resume
        | Part::Stop
        | Part::Turn => true,
    };
    let of_phase = parts.iter().copied().map(|part| (phase, part));
    let all = of_phase.chain([(0, Part::Undo), (0, Part::Pause)]);
    all.filter(|(_, part)| there(part)).map(|(phase, part)| phase << 8 | part as u32).collect()
}

fn part(ctx: Ctx, part: Part) -> El {
    let t = &ctx.words().mat;
    let (classes, words, event): (_, _, fn() -> Event) = match part {
        Part::StopQuestion => return stop_question(ctx),
        Part::Reasons => return reasons(ctx),
        Part::Wrong => ("control is-wrong", t.feels_wrong, || Event::FeltWrong),
        Part::Card => ("control is-card", t.red_card, || Event::RedCard(true)),
        Part::AtKnee => ("control is-knee", t.at_knee, || Event::AtKnee),
        Part::TooMuch => ("control is-too-much", t.too_much, || Event::TooMuchAsked),
        Part::MoveOn | Part::Enough => ("control is-move-on", t.move_on, || Event::MovedOn),
        Part::Resume => ("control is-resume is-main", t.resume, || Event::Resumed),
        Part::Stop => ("control is-stop", t.stop, || Event::StopAsked),
        Part::Turn => ("control is-turn", t.turn, || Event::Turned),
        Part::Ten => ("control is-ten", t.ten_more, || Event::TenAdded),
        Part::Undo => ("control is-undo", t.undo, || Event::Undone),
        Part::Pause => ("control is-pause", t.pause, || Event::Paused),
    };
    let button = control(ctx, classes, words, event);
    match part {
        // It stands out once the spot has had enough.
        Part::Enough => button.class_if("is-main", move || stand(ctx).past_cap),
        // The keyboard is offered to it first.
        Part::Resume => button.attr("data-first", ""),
        _ => button,
    }
}
