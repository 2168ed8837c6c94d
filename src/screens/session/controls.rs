//! The buttons of each phase.

use leptos::prelude::*;

use super::{
    control::Control,
    pause::{Reasons, StopQuestion},
    resume_button::Resume,
    view_model::{SessionView, use_session_view},
};
use crate::{
    app::context::use_app,
    domain::{Event, phase::Name},
};

/// What can be shown among the buttons of a phase, beside Undo and Pause.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    Wrong,
    Safety,
    AtKnee,
    TooMuch,
    SkipSpot,
    EndHold,
    StopQuestion,
    Reasons,
    Resume,
    Stop,
    Turn,
    AddTen,
}

/// The sets of buttons. A button of another set is another button.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Set {
    Countdown,
    Roll,
    Hold,
    StopQuestion,
    Paused,
    Done,
}

/// The buttons of the phase, then Undo and Pause.
///
/// A button that two phases share is made anew between them, so that no focus stays on it. Undo and Pause are the
/// same throughout: they stand outside the list, which would move them when it changes, and what is moved loses the
/// focus.
#[component]
pub fn Controls() -> impl IntoView {
    let t = &use_app().text.get_untracked().mat;
    let session = use_session_view();
    let parts = Memo::new(move |_| session.with(parts));
    let shows_undo = Memo::new(move |_| session.with(|s| s.can_undo && !s.asks_stop));
    let shows_pause = Memo::new(move |_| session.get().name != Name::Paused);
    view! {
        <div class="controls">
            <For each=move || parts.get() key=|part| *part children=|(_, part)| part_view(part)/>
            {move || shows_undo.get().then(|| view! {
                <Control class="control is-undo" words=t.undo event=Event::Undone/>
            })}
            {move || shows_pause.get().then(|| view! {
                <Control class="control is-pause" words=t.pause event=Event::Paused/>
            })}
        </div>
    }
}

/// What is shown now, from the first to the last, each with the set that it belongs to.
fn parts(session: &SessionView) -> Vec<(Set, Part)> {
    let (set, parts): (Set, &[Part]) = match session.name {
        Name::Position | Name::Switch => (Set::Countdown, &[Part::Safety]),
        Name::Roll => (Set::Roll, &[Part::Wrong, Part::Safety, Part::AtKnee, Part::SkipSpot]),
        Name::Hold => (Set::Hold, &[Part::Wrong, Part::TooMuch, Part::EndHold]),
        Name::Paused if session.asks_stop => (Set::StopQuestion, &[Part::StopQuestion]),
        Name::Paused => {
            (Set::Paused, &[Part::Reasons, Part::Resume, Part::Stop, Part::Turn, Part::AddTen, Part::Safety])
        }
        Name::Done => (Set::Done, &[]),
    };
    let is_shown = |part: &Part| match part {
        Part::SkipSpot => session.can_move_on,
        Part::Reasons => session.asks_reason,
        Part::AddTen => session.can_add_ten,
        Part::Wrong
        | Part::Safety
        | Part::AtKnee
        | Part::TooMuch
        | Part::EndHold
        | Part::StopQuestion
        | Part::Resume
        | Part::Stop
        | Part::Turn => true,
    };
    parts.iter().copied().filter(is_shown).map(|part| (set, part)).collect()
}

fn part_view(part: Part) -> AnyView {
    let t = &use_app().text.get_untracked().mat;
    let (class, words, event) = match part {
        Part::StopQuestion => return view! { <StopQuestion/> }.into_any(),
        Part::Reasons => return view! { <Reasons/> }.into_any(),
        Part::EndHold => return view! { <EndHold/> }.into_any(),
        Part::Resume => return view! { <Resume event=Event::Resumed/> }.into_any(),
        Part::Wrong => ("control is-wrong", t.feels_wrong, Event::FeltWrong),
        Part::Safety => ("control is-card", t.red_card, Event::RedCard(true)),
        Part::AtKnee => ("control is-knee", t.at_knee, Event::AtKnee),
        Part::TooMuch => ("control is-too-much", t.too_much, Event::TooMuchAsked),
        Part::SkipSpot => ("control is-move-on", t.move_on, Event::MovedOn),
        Part::Stop => ("control is-stop", t.stop, Event::StopAsked),
        Part::Turn => ("control is-turn", t.turn, Event::Turned),
        Part::AddTen => ("control is-ten", t.ten_more, Event::TenAdded),
    };
    view! { <Control class words event/> }.into_any()
}

/// Ends a hold without saying that it eased. It stands out once the spot has been held long enough.
#[component]
fn EndHold() -> impl IntoView {
    let t = &use_app().text.get_untracked().mat;
    let session = use_session_view();
    let past_cap = Signal::derive(move || session.get().past_cap);
    view! { <Control class="control is-move-on" words=t.move_on event=Event::MovedOn main=past_cap/> }
}
