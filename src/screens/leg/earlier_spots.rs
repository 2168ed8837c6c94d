//! The earlier spots of the leg that is looked at: faint rings on the diagram, and the same as buttons below the
//! list.

use leptos::prelude::*;

use super::{
    drawing,
    layout::{self, Given, REACH},
    selected_leg::selected_leg,
    ui_state::{FocusRequest, LegUiState},
};
use crate::{
    app::context::{AppContext, use_app},
    domain::{Event, draft::Draft, event::MarkEvent, leg::Position, spot::TrackId},
};

/// The earlier spots of the leg that is looked at.
#[derive(Clone, Copy)]
pub struct EarlierSpots {
    app: AppContext,
    /// Those that are shown. Where a mark stands there is none, and there is one per place.
    shown: Memo<Vec<(Position, TrackId)>>,
}

impl EarlierSpots {
    /// Nothing is computed until somebody reads it.
    pub fn new(app: AppContext) -> Self {
        let leg = Memo::new(move |_| selected_leg(app));
        let is_loaded = Memo::new(move |_| app.is_part_loaded());
        // The whole history is read for them, so only when it has changed.
        let tracks = Memo::new(move |_| {
            // `track` alone would not compute a memo that nobody has read.
            app.history_fingerprint.get();
            is_loaded.get();
            let leg = leg.get();
            untrack(|| app.history.with(|history| app.tracks(history, leg)))
        });
        let shown = Memo::new(move |_| {
            let mut shown: Vec<(Position, TrackId)> = Vec::new();
            tracks.with(|tracks| {
                app.draft.with(|draft| {
                    let marks = draft.marks(draft.leg);
                    for track in tracks.iter().filter(|track| !track.is_marked(marks)) {
                        if shown.iter().all(|(position, _)| *position != track.position) {
                            shown.push((track.position, track.id));
                        }
                    }
                });
            });
            shown
        });
        Self { app, shown }
    }

    /// Their places. Tracked.
    fn positions(self) -> Vec<Position> {
        self.shown.with(|shown| shown.iter().map(|(position, _)| *position).collect())
    }

    /// The place of the one that a tap here means, in pixels from the diagram's corner.
    pub fn hit(self, at: [f64; 2], given: Given) -> Option<Position> {
        let leg = self.app.draft.with_untracked(|draft| draft.leg);
        let distance =
            |position: Position| layout::distance(layout::middle(leg, position, given.crop, given.size), at);
        self.shown.with_untracked(|shown| {
            let positions = shown.iter().map(|(position, _)| *position);
            let near = positions.filter(|position| distance(*position) <= REACH);
            near.min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
        })
    }

    /// Makes a mark of the one at this place.
    pub fn adopt(self, ui: LegUiState, position: Position) {
        let found = self.shown.with_untracked(|shown| shown.iter().find(|(at, _)| *at == position).copied());
        if let Some((_, track)) = found {
            ui.forget_past_end();
            self.app.dispatch(Event::Mark(MarkEvent::Adopted(position, track)));
        }
    }
}

/// The rings, below the marks.
#[component]
pub fn EarlierSpotRings(
    /// The state of the screen.
    ui: LegUiState,
    /// The earlier spots.
    earlier: EarlierSpots,
) -> impl IntoView {
    let leg = Memo::new(move |_| selected_leg(earlier.app));
    let markup = move || {
        let (Some(size), crop, leg) = (ui.size.get(), ui.crop.get(), leg.get()) else {
            return String::new();
        };
        drawing::rings(&earlier.positions(), |position| layout::middle(leg, *position, crop, size))
    };
    view! { <g inner_html=markup></g> }
}

/// The same as buttons, with a heading, for as long as there are any.
#[component]
pub fn EarlierSpotList(
    /// The state of the screen.
    ui: LegUiState,
    /// The earlier spots.
    earlier: EarlierSpots,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().leg;
    let any = Memo::new(move |_| earlier.shown.with(|shown| !shown.is_empty()));
    view! {
        <div class="earlier">
            {move || any.get().then(|| view! {
                <h3>{t.earlier}</h3>
                <ul>
                    <For
                        each=move || earlier.positions()
                        key=|position| position.percent()
                        children=move |position| view! { <EarlierSpotButton ui earlier position/> }
                    />
                </ul>
            })}
        </div>
    }
}

#[component]
fn EarlierSpotButton(ui: LegUiState, earlier: EarlierSpots, position: Position) -> impl IntoView {
    let app = earlier.app;
    let t = app.text.get_untracked();
    let place = t.places.place(position);
    let name = t.leg.add_earlier.words(&place);
    let adopt = move |_| {
        let newest = || app.draft.with_untracked(newest_mark);
        let before = newest();
        earlier.adopt(ui, position);
        // The button is gone now, and the focus with it.
        if let Some(id) = newest().filter(|id| Some(*id) != before) {
            ui.request_focus(FocusRequest::Place(id));
        }
    };
    view! {
        <li>
            <button
                type="button"
                aria-label=name
                aria-disabled=move || app.draft.with(|draft| !draft.has_room(draft.leg)).then_some("true")
                on:click=adopt
            >
                {place}
            </button>
        </li>
    }
}

/// The mark of the leg that is looked at that was made last.
pub fn newest_mark(draft: &Draft) -> Option<u32> {
    draft.marks(draft.leg).iter().map(|mark| mark.id).max()
}
