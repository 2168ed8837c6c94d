//! One hold of a finished session, with an expandable form of corrections.

use leptos::prelude::*;

use super::{
    hold_line::HoldLine,
    select_field::{PainSelect, SelectField},
};
use crate::{
    app::context::use_app,
    domain::{
        Event,
        event::Edit,
        hold::{Ending, Hold},
        leg::Position,
        session::SessionId,
    },
};

/// A hold and its editable fields. It follows the stored hold, so that an edit is visible immediately and keeps
/// the focus.
#[component]
pub fn HoldEditor(
    /// The session.
    id: SessionId,
    /// The index of the hold in the session.
    index: usize,
    /// The number of the hold on the leg, from 1.
    number: usize,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let words = &t.session_screen.summary;
    let stored =
        Memo::new(move |_| app.history.with(|history| history.session(id)?.holds.get(index).cloned()));
    let is_editable = Memo::new(move |_| stored.get().is_some_and(|hold| hold.ending.is_editable()));
    let [press, ease] = words.spot_pain;
    view! {
        <li>
            <details class="hold-editor">
                <summary>
                    {move || stored.get().map(|hold| view! { <HoldLine number hold/> })}
                    " "
                    <span class="visually-hidden">{words.correct_spot.with_number(number)}</span>
                </summary>
                <PositionField id index number stored/>
                {move || is_editable.get().then(|| view! { <EndingSelect id index number stored/> })}
                <PainSelect
                    label=press.with_number(number)
                    score=move || stored.get().and_then(|hold| hold.pain_at_press)
                    on_rate=move |pain| app.dispatch(Event::SessionEdited(id, Edit::PainAtPress(index, pain)))
                />
                <PainSelect
                    label=ease.with_number(number)
                    score=move || stored.get().and_then(|hold| hold.pain_at_ease)
                    on_rate=move |pain| app.dispatch(Event::SessionEdited(id, Edit::PainAtEase(index, pain)))
                />
            </details>
        </li>
    }
}

/// The position of the hold. While the slider moves only the text beside it follows; releasing it stores the
/// correction.
#[component]
fn PositionField(
    /// The session.
    id: SessionId,
    /// The index of the hold in the session.
    index: usize,
    /// Its number on the leg.
    number: usize,
    /// The stored hold.
    stored: Memo<Option<Hold>>,
) -> impl IntoView {
    let app = use_app();
    let text = app.text.get_untracked();
    let t = &text.leg;
    let dragged_percent = RwSignal::new(None::<u8>);
    let shown = move || {
        let stored = || stored.get().map_or(Position::TOP, |hold| hold.position).percent();
        dragged_percent.get().unwrap_or_else(stored)
    };
    view! {
        <label class="edit-field">
            <span>{t.spot_position.with_number(number)}</span>
            <input
                type="range"
                min="0"
                max="100"
                prop:value=move || shown().to_string()
                aria-valuetext=move || text.position_spoken(shown(), None)
                on:input:target=move |event| dragged_percent.set(event.target().value().parse().ok())
                on:change:target=move |event| {
                    dragged_percent.set(None);
                    if let Some(position) = event.target().value().parse().ok().and_then(Position::new) {
                        app.dispatch(Event::SessionEdited(id, Edit::Position(index, position)));
                    }
                }
            />
            <output>{move || text.position(shown(), None)}</output>
        </label>
    }
}

/// The ending of the hold, among those that may be chosen afterwards.
#[component]
fn EndingSelect(
    /// The session.
    id: SessionId,
    /// The index of the hold in the session.
    index: usize,
    /// Its number on the leg.
    number: usize,
    /// The hold as it is stored.
    stored: Memo<Option<Hold>>,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let selected = move || {
        let ending = stored.get().map(|hold| hold.ending);
        let index = Ending::EDITABLE.iter().position(|choice| Some(*choice) == ending);
        index.and_then(|index| u8::try_from(index).ok()).unwrap_or_default()
    };
    view! {
        <SelectField
            label=t.session_screen.summary.spot_ending.with_number(number)
            options=Ending::EDITABLE.map(|ending| t.hold.ending(ending).to_owned()).into()
            selected
            on_select=move |choice: u8| {
                if let Some(&ending) = Ending::EDITABLE.get(usize::from(choice)) {
                    app.dispatch(Event::SessionEdited(id, Edit::Ending(index, ending)));
                }
            }
        />
    }
}
