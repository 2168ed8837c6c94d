//! The buttons of each phase: each in a place of its own, which never becomes that of one that ends something.

use leptos::prelude::*;

use super::{
    control::Control,
    pause::StopQuestion,
    resume_button::Resume,
    view_model::{SessionView, use_session_view},
};
use crate::{
    app::context::use_app,
    domain::{Event, phase::Name, phase::PressureAdvice},
};

/// A button of a phase, beside Undo and Pause.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    Wrong,
    AtKnee,
    TooMuch,
    MoveOn,
    StopQuestion,
    Resume,
    Stop,
    Turn,
    AddTen,
    Safety,
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
    let t = &use_app().text.get_untracked().session_screen;
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
        Name::Position | Name::Switch => (Set::Countdown, &[]),
        Name::Roll => (Set::Roll, &[Part::Wrong, Part::AtKnee, Part::MoveOn]),
        Name::Hold => (Set::Hold, &[Part::Wrong, Part::TooMuch, Part::MoveOn]),
        Name::Paused if session.asks_stop => (Set::StopQuestion, &[Part::StopQuestion]),
        Name::Paused => (Set::Paused, &[Part::Safety, Part::Turn, Part::Stop, Part::AddTen, Part::Resume]),
        Name::Done => (Set::Done, &[]),
    };
    let is_shown = |part: &Part| match part {
        Part::MoveOn => session.can_move_on,
        Part::AddTen => session.can_add_ten,
        Part::Wrong
        | Part::AtKnee
        | Part::TooMuch
        | Part::StopQuestion
        | Part::Resume
        | Part::Stop
        | Part::Turn
        | Part::Safety => true,
    };
    parts.iter().copied().filter(is_shown).map(|part| (set, part)).collect()
}

fn part_view(part: Part) -> AnyView {
    let t = &use_app().text.get_untracked().session_screen;
    let (class, words, event) = match part {
        Part::StopQuestion => return view! { <StopQuestion/> }.into_any(),
        Part::MoveOn => return view! { <MoveOn/> }.into_any(),
        Part::Resume => return view! { <Resume event=Event::Resumed/> }.into_any(),
        Part::Wrong => ("control is-wrong", t.feels_wrong, Event::FeltWrong),
        Part::Safety => ("control is-card", t.safety, Event::RedCard(true)),
        Part::AtKnee => ("control is-knee", t.at_knee, Event::AtKnee),
        Part::TooMuch => ("control is-too-much", t.too_much, Event::TooMuchAsked),
        Part::Stop => ("control is-stop", t.stop, Event::StopAsked),
        Part::Turn => ("control is-turn", t.turn, Event::Turned),
        Part::AddTen => ("control is-ten", t.ten_more, Event::TenAdded),
    };
    view! { <Control class words event/> }.into_any()
}

/// Ends a hold without saying that it eased, or passes over the next mark. It stands out once the spot has been held long
/// enough, or hurts so much that it is best left.
#[component]
fn MoveOn() -> impl IntoView {
    let t = &use_app().text.get_untracked().session_screen;
    let session = use_session_view();
    let main = Signal::derive(move || {
        let session = session.get();
        session.name == Name::Hold && (session.past_cap || session.advice == Some(PressureAdvice::LeaveSpot))
    });
    view! { <Control class="control is-move-on" words=t.move_on event=Event::MovedOn main/> }
}
