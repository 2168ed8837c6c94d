//! One hold of a finished session: its line opens the corrections.

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

/// A hold and what may be corrected of it. It follows what is stored, so that an edit shows at once and takes no
/// focus away.
#[component]
pub fn HoldEditor(
    /// The session.
    id: SessionId,
    /// The index of the hold in the session.
    index: usize,
    /// Its number on the leg, from 1.
    number: usize,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let words = &t.session_screen.summary;
    let stored =
        Memo::new(move |_| app.history.with(|history| history.session(id)?.holds.get(index).cloned()));
    let is_editable = Memo::new(move |_| stored.get().is_some_and(|hold| hold.ending.editable()));
    let [press, ease] = words.pains_of;
    view! {
        <li>
            <details class="correct">
                <summary>
                    {move || stored.get().map(|hold| view! { <HoldLine number hold/> })}
                    " "
                    <span class="heard">{words.correct.n(number)}</span>
                </summary>
                <PositionField id index number stored/>
                {move || is_editable.get().then(|| view! { <EndingSelect id index number stored/> })}
                <PainSelect
                    label=press.n(number)
                    score=move || stored.get().and_then(|hold| hold.pain_press)
                    on_rate=move |pain| app.dispatch(Event::Edited(id, Edit::PainPress(index, pain)))
                />
                <PainSelect
                    label=ease.n(number)
                    score=move || stored.get().and_then(|hold| hold.pain_ease)
                    on_rate=move |pain| app.dispatch(Event::Edited(id, Edit::PainEase(index, pain)))
                />
            </details>
        </li>
    }
}

/// Where the hold was. While the slider moves only the number beside it follows; letting go is the correction.
#[component]
fn PositionField(
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
    let text = app.text.get_untracked();
    let t = &text.leg;
    let sliding = RwSignal::new(None::<u8>);
    let shown = move || {
        let stored = || stored.get().map_or(Position::TOP, |hold| hold.position).percent();
        sliding.get().unwrap_or_else(stored)
    };
    view! {
        <label class="correct-field">
            <span>{t.position_of.n(number)}</span>
            <input
                type="range"
                min="0"
                max="100"
                prop:value=move || shown().to_string()
                aria-valuetext=move || text.place_spoken(shown(), None)
                on:input:target=move |event| sliding.set(event.target().value().parse().ok())
                on:change:target=move |event| {
                    sliding.set(None);
                    if let Some(position) = event.target().value().parse().ok().and_then(Position::new) {
                        app.dispatch(Event::Edited(id, Edit::Place(index, position)));
                    }
                }
            />
            <output>{move || text.place(shown(), None)}</output>
        </label>
    }
}

/// How the hold ended, among the endings that one may choose afterwards.
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
            label=t.session_screen.summary.ending_of.n(number)
            options=Ending::EDITABLE.map(|ending| t.hold.ending(ending).to_owned()).into()
            selected
            on_select=move |choice: u8| {
                if let Some(&ending) = Ending::EDITABLE.get(usize::from(choice)) {
                    app.dispatch(Event::Edited(id, Edit::Ending(index, ending)));
                }
            }
        />
    }
}
