//! How much a spot hurts: a range that knows "not rated".

use leptos::{html::Input, prelude::*};

use super::{
    facts,
    numbered_spot::{NumberedSpot, share},
    row_focus::take_focus,
    ui_state::{LegUiState, set_if_changed},
};
use crate::{
    app::context::use_app,
    domain::{Event, event::MarkEvent, spot::Pain},
};

/// The keys that lead to where "not rated" begins.
const DOWN: [&str; 4] = ["Home", "ArrowLeft", "ArrowDown", "PageDown"];

/// Pain from 0 to 10, or none: one tap rates, one clears.
#[component]
pub fn PainRange(
    /// The state of the screen.
    ui: LegUiState,
    /// The mark.
    id: u32,
    /// Its number and spot.
    mark: Memo<NumberedSpot>,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    // While the thumb is being moved, its score is shown; each rating that is released is one step of Undo.
    let moving = move || ui.rating.get().filter(|(of, _)| *of == id).map(|(_, score)| score);
    let shown = Memo::new(move |_| moving().or_else(|| mark.get().spot.pain.map(Pain::score)));
    let range = NodeRef::<Input>::new();
    let rate = move |pain: Option<Pain>| {
        set_if_changed(ui.rating, None);
        app.dispatch(Event::Mark(MarkEvent::Rated(id, pain)));
    };
    // A browser sends no `change` when the thumb stays at 0, which is where "not rated" begins.
    let rate_zero = move || {
        if untrack(moving).is_none() && mark.get_untracked().spot.pain.is_none() {
            rate(Pain::new(0));
        }
    };
    let clear = move |_| {
        rate(None);
        if let Some(range) = range.get_untracked() {
            take_focus(&range);
        }
    };
    view! {
        <div class="spot-pain" class:is-unrated=move || shown.get().is_none()>
            <label class="spot-range">
                <span>{t.pain}</span>
                <input
                    node_ref=range
                    type="range"
                    min="0"
                    max="10"
                    step="1"
                    aria-label=move || t.pain_of.n(mark.get().number)
                    aria-valuetext=move || facts::pain_spoken(t, shown.get())
                    prop:value=move || shown.get().unwrap_or(0).to_string()
                    style=("--share", move || share(shown.get().unwrap_or(0) * 10))
                    on:input:target=move |event| {
                        let score = event.target().value().parse().ok();
                        set_if_changed(ui.rating, score.map(|score| (id, score)));
                    }
                    on:change:target=move |event| {
                        rate(event.target().value().parse().ok().and_then(Pain::new));
                    }
                    on:click=move |_| rate_zero()
                    // A finger on a range is no click everywhere.
                    on:pointerup=move |_| rate_zero()
                    on:keydown=move |event| {
                        if DOWN.contains(&event.key().as_str()) {
                            rate_zero();
                        }
                    }
                />
            </label>
            <div class="spot-rating">
                <span aria-hidden="true">
                    {move || shown.get().map_or_else(|| t.not_rated.to_owned(), |score| score.to_string())}
                </span>
                <button
                    type="button"
                    class="quiet"
                    hidden=move || shown.get().is_none()
                    aria-label=move || t.clear_of.n(mark.get().number)
                    on:click=clear
                >
                    {t.clear}
                </button>
            </div>
        </div>
    }
}
