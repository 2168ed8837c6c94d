//! Spots of earlier sessions on the selected leg: dashed rings on the diagram, and equivalent buttons below the
//! list.

use leptos::prelude::*;

use super::{
    layout::{self, HIT_RADIUS_PX, LayoutInput},
    selected_leg::selected_leg,
    svg_markup,
    ui_state::{FocusRequest, LegUiState},
};
use crate::{
    app::context::{AppContext, use_app},
    domain::{Event, draft::Draft, event::MarkEvent, leg::Position, spot::TrackId},
};

/// The earlier spots of the selected leg.
#[derive(Clone, Copy)]
pub struct EarlierSpots {
    app: AppContext,
    /// The visible spots, at most one per position, without those that are marked already.
    shown: Memo<Vec<(Position, TrackId)>>,
}

impl EarlierSpots {
    /// Lazy: nothing is computed until it is read.
    pub fn new(app: AppContext) -> Self {
        let leg = Memo::new(move |_| selected_leg(app));
        let is_loaded = Memo::new(move |_| app.is_lazy_part_loaded());
        // Tracks are computed from the whole history, so only when the history has changed.
        let tracks = Memo::new(move |_| {
            // `track` alone does not compute a memo that has not been read yet.
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

    /// The positions of the visible spots. Tracked.
    fn positions(self) -> Vec<Position> {
        self.shown.with(|shown| shown.iter().map(|(position, _)| *position).collect())
    }

    /// The visible spot nearest to a point within the hit radius; the point is in pixels from the top left of
    /// the diagram.
    pub fn hit_test(self, at: [f64; 2], input: LayoutInput) -> Option<Position> {
        let leg = self.app.draft.with_untracked(|draft| draft.leg);
        let distance = |position: Position| {
            layout::distance(layout::band_center(leg, position, input.crop, input.size), at)
        };
        self.shown.with_untracked(|shown| {
            let positions = shown.iter().map(|(position, _)| *position);
            let positions_in_reach = positions.filter(|position| distance(*position) <= HIT_RADIUS_PX);
            positions_in_reach.min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
        })
    }

    /// Adds a mark for the visible spot at this position.
    pub fn adopt(self, ui: LegUiState, position: Position) {
        let spot = self.shown.with_untracked(|shown| {
            shown.iter().find(|(shown_position, _)| *shown_position == position).copied()
        });
        if let Some((_, track)) = spot {
            ui.clear_outside_zone();
            self.app.dispatch(Event::Mark(MarkEvent::EarlierSpotAdopted(position, track)));
        }
    }
}

/// The rings, drawn below the marks.
#[component]
pub fn EarlierSpotRings(
    /// UI state of the leg screen.
    ui: LegUiState,
    /// The earlier spots.
    earlier: EarlierSpots,
) -> impl IntoView {
    let leg = Memo::new(move |_| selected_leg(earlier.app));
    let markup = move || {
        let (Some(size), crop, leg) = (ui.size.get(), ui.crop.get(), leg.get()) else {
            return String::new();
        };
        svg_markup::earlier_spot_rings(&earlier.positions(), |position| {
            layout::band_center(leg, *position, crop, size)
        })
    };
    view! { <g inner_html=markup></g> }
}

/// The same spots as buttons under a heading; nothing if there are none.
#[component]
pub fn EarlierSpotList(
    /// UI state of the leg screen.
    ui: LegUiState,
    /// The earlier spots.
    earlier: EarlierSpots,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().leg;
    let has_any = Memo::new(move |_| earlier.shown.with(|shown| !shown.is_empty()));
    view! {
        <div class="earlier-spots">
            {move || has_any.get().then(|| view! {
                <h3>{t.earlier_spots}</h3>
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
fn EarlierSpotButton(
    /// UI state of the leg screen.
    ui: LegUiState,
    /// The earlier spots.
    earlier: EarlierSpots,
    /// The position of the spot.
    position: Position,
) -> impl IntoView {
    let app = earlier.app;
    let t = app.text.get_untracked();
    let position_text = t.positions.position(position);
    let name = t.leg.add_earlier_spot.with_text(&position_text);
    let adopt = move |_| {
        let newest = || app.draft.with_untracked(newest_mark_id);
        let before = newest();
        earlier.adopt(ui, position);
        // The button has been removed together with the focus.
        if let Some(id) = newest().filter(|id| Some(*id) != before) {
            ui.request_focus(FocusRequest::PositionSlider(id));
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
                {position_text}
            </button>
        </li>
    }
}

/// The id of the mark that was added last on the selected leg.
pub fn newest_mark_id(draft: &Draft) -> Option<u32> {
    draft.marks(draft.leg).iter().map(|mark| mark.id).max()
}
