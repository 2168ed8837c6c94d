//! The state of the leg screen's interface: signals that live as long as the screen, nothing of it is stored.

use leptos::{html::ElementType, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{crop::Crop, layout::Size};
use crate::domain::leg::ZoneEnd;

/// An element that shall get the focus.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FocusRequest {
    /// The place of this mark, scrolled into view.
    Place(u32),
    /// The place of this mark, without scrolling: the person has tapped the mark, and the finger is still there.
    PlaceWithoutScroll(u32),
    /// The button that removes this mark.
    Remove(u32),
    /// The button "Add spot".
    Add,
}

/// The state of the leg screen's interface.
#[derive(Clone, Copy)]
pub struct LegUiState {
    /// How much of the leg is shown.
    pub crop: RwSignal<Crop>,
    /// How large the diagram is; unknown until it is in the page.
    pub size: RwSignal<Option<Size>>,
    /// The mark whose row has the focus.
    pub selected: RwSignal<Option<u32>>,
    /// The mark that is dragged.
    pub dragged: RwSignal<Option<u32>>,
    /// The mark whose row shows all of its controls.
    pub open: RwSignal<Option<u32>>,
    /// The end of the zone that the last tap was beyond.
    pub past_end: RwSignal<Option<ZoneEnd>>,
    /// How many taps were: each makes the hatching flash.
    pub kept_off: RwSignal<u32>,
    /// The element that shall get the focus next.
    pub focus_request: RwSignal<Option<FocusRequest>>,
}

impl LegUiState {
    /// The state of a screen that was just opened, owned by the current owner.
    pub fn new() -> Self {
        Self {
            crop: RwSignal::default(),
            size: RwSignal::default(),
            selected: RwSignal::default(),
            dragged: RwSignal::default(),
            open: RwSignal::default(),
            past_end: RwSignal::default(),
            kept_off: RwSignal::default(),
            focus_request: RwSignal::default(),
        }
    }

    /// That a tap was beyond an end of the zone is said until the person does something else.
    pub fn forget_past_end(self) {
        set_if_changed(self.past_end, None);
    }

    /// Says that a tap was beyond an end of the zone.
    pub fn keep_off(self, end: ZoneEnd) {
        set_if_changed(self.past_end, Some(end));
        self.kept_off.update(|taps| *taps += 1);
    }

    /// Whether the row of this mark shows all of its controls. Tracked.
    pub fn is_open(self, id: u32) -> bool {
        self.open.get() == Some(id)
    }

    /// Asks for the focus; [`LegUiState::focus_on_request`] gives it. What is hidden cannot have it, so its row opens.
    pub fn request_focus(self, request: FocusRequest) {
        match request {
            FocusRequest::Place(id) | FocusRequest::PlaceWithoutScroll(id) | FocusRequest::Remove(id) => {
                set_if_changed(self.open, Some(id));
            }
            FocusRequest::Add => {}
        }
        self.focus_request.set(Some(request));
    }

    /// Gives an element the focus, by the function that `focus_by` returns for the request, once the page is up to
    /// date and before it is painted.
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

/// Writes a signal only where the value is another one: whoever follows it runs again for nothing else.
pub fn set_if_changed<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    signal.maybe_update(|current| {
        let changed = *current != value;
        *current = value;
        changed
    });
}
