//! UI state of the leg screen: signals that live as long as the screen and are not stored.

use leptos::{html::ElementType, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{crop::Crop, layout::DiagramSize};
use crate::domain::leg::ZoneEnd;

/// A request to move the focus to an element.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FocusRequest {
    /// The range input of this mark, scrolled into view.
    PositionSlider(u32),
    /// The range input of this mark, without scrolling: the person has tapped the mark, and the finger is still
    /// there.
    PositionSliderWithoutScroll(u32),
    /// The button that removes this mark.
    Remove(u32),
    /// The button "Add spot".
    Add,
}

/// UI state of the leg screen.
#[derive(Clone, Copy)]
pub struct LegUiState {
    /// The visible part of the leg.
    pub crop: RwSignal<Crop>,
    /// The rendered size of the diagram; `None` until it is in the page.
    pub size: RwSignal<Option<DiagramSize>>,
    /// The mark whose row has the focus.
    pub selected: RwSignal<Option<u32>>,
    /// The mark that is being dragged.
    pub dragged: RwSignal<Option<u32>>,
    /// The mark whose row is expanded.
    pub expanded_row: RwSignal<Option<u32>>,
    /// The end beyond which the last tap lay, if it was outside the zone.
    pub outside_zone: RwSignal<Option<ZoneEnd>>,
    /// The number of taps outside the zone: each restarts the flash of the keep-off area.
    pub outside_zone_taps: RwSignal<u32>,
    /// The pending focus request.
    pub focus_request: RwSignal<Option<FocusRequest>>,
}

impl LegUiState {
    /// Creates the initial state, owned by the current owner.
    pub fn new() -> Self {
        Self {
            crop: RwSignal::default(),
            size: RwSignal::default(),
            selected: RwSignal::default(),
            dragged: RwSignal::default(),
            expanded_row: RwSignal::default(),
            outside_zone: RwSignal::default(),
            outside_zone_taps: RwSignal::default(),
            focus_request: RwSignal::default(),
        }
    }

    /// Clears the message about a tap outside the zone when the person does something else.
    pub fn clear_outside_zone(self) {
        set_if_changed(self.outside_zone, None);
    }

    /// Shows that a tap was outside the zone, beyond this end.
    pub fn show_outside_zone(self, end: ZoneEnd) {
        set_if_changed(self.outside_zone, Some(end));
        self.outside_zone_taps.update(|taps| *taps += 1);
    }

    /// Whether the row of this mark is expanded. Tracked.
    pub fn is_expanded(self, id: u32) -> bool {
        self.expanded_row.get() == Some(id)
    }

    /// Requests the focus; [`LegUiState::focus_on_request`] moves it. A hidden element cannot have the focus,
    /// so the row is expanded.
    pub fn request_focus(self, request: FocusRequest) {
        match request {
            FocusRequest::PositionSlider(id)
            | FocusRequest::PositionSliderWithoutScroll(id)
            | FocusRequest::Remove(id) => {
                set_if_changed(self.expanded_row, Some(id));
            }
            FocusRequest::Add => {}
        }
        self.focus_request.set(Some(request));
    }

    /// Focuses an element with the function that `focus_by` returns for the request, in a microtask: after the
    /// DOM update and before paint.
    pub fn focus_on_request<E>(
        self,
        node: NodeRef<E>,
        focus_by: impl Fn(FocusRequest) -> Option<fn(&HtmlElement)> + 'static,
    ) where
        E: ElementType,
        E::Output: JsCast + Clone + 'static,
    {
        Effect::new(move |_| {
            let Some(focus) = self.focus_request.get().and_then(&focus_by) else { return };
            let Some(element) = node.get() else { return };
            self.focus_request.set(None);
            queue_microtask(move || focus(element.unchecked_ref()));
        });
    }
}

/// Sets a signal only if the value differs, so that its subscribers do not run needlessly.
pub fn set_if_changed<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    signal.maybe_update(|current| {
        let changed = *current != value;
        *current = value;
        changed
    });
}
