//! Pointer gestures on the diagram: a tap adds or selects a mark, a drag moves one; scrolling and zooming are
//! left to the browser.

use leptos::{html::Div, prelude::*, svg::Rect};
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, MouseEvent, PointerEvent, TouchEvent};

use super::{
    coordinates,
    earlier_spots::EarlierSpots,
    layout::{self, HIT_RADIUS_PX},
    layout_cache::LayoutCache,
    ui_state::{FocusRequest, LegUiState, set_if_changed},
};
use crate::{
    app::context::AppContext,
    domain::{
        Event,
        event::MarkEvent,
        leg::{Position, ZoneEnd},
        spot::PositionSource,
    },
};

/// A press that moves at least this far is not a tap, pixels.
const TAP_SLOP_PX: f64 = 8.0;

/// A pressed pointer.
#[derive(Clone, Copy)]
struct Press {
    pointer_id: i32,
    start: [f64; 2],
    /// The mark under the pointer.
    mark_id: Option<u32>,
    /// Whether the press is close enough to the mark to drag it.
    can_drag: bool,
    /// Vertical distance from the pointer down to the anchor of the mark, pixels.
    offset_y_px: f64,
    /// The current position of the mark.
    position: Position,
    gesture: Gesture,
}

/// What a press has become.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gesture {
    /// A tap if it ends now.
    Tap,
    /// Not handled here: it moved too far and did not start on a mark.
    Ignored,
    /// The mark is being dragged but has not changed its position.
    Drag,
    /// The mark was moved: cancelling undoes it.
    Moved,
}

impl Press {
    fn is_far(&self, at: [f64; 2]) -> bool {
        layout::distance(at, self.start) >= TAP_SLOP_PX
    }
}

/// Handles the pointer events of the diagram.
#[derive(Clone, Copy)]
pub struct PointerGestures {
    app: AppContext,
    ui: LegUiState,
    layout: LayoutCache,
    earlier: EarlierSpots,
    plate: NodeRef<Div>,
    zone: NodeRef<Rect>,
    press: StoredValue<Option<Press>>,
    /// Whether the last press was on a mark.
    was_press_on_mark: StoredValue<bool>,
    /// Whether the last press was a tap whose `touchend` has not arrived yet.
    was_press_a_tap: StoredValue<bool>,
}

impl PointerGestures {
    /// Creates the handler of a diagram. The bounding box of `zone` runs from position 0 to 100 on the screen.
    pub fn new(
        app: AppContext,
        ui: LegUiState,
        layout: LayoutCache,
        earlier: EarlierSpots,
        plate: NodeRef<Div>,
        zone: NodeRef<Rect>,
    ) -> Self {
        Self {
            app,
            ui,
            layout,
            earlier,
            plate,
            zone,
            press: StoredValue::new(None),
            was_press_on_mark: StoredValue::new(false),
            was_press_a_tap: StoredValue::new(false),
        }
    }

    /// Handles `pointerdown`. A second pointer is left to the browser: two fingers zoom.
    pub fn pointer_down(self, event: &PointerEvent) {
        self.was_press_a_tap.set_value(false);
        // Buttons in the diagram handle their own events.
        if !event.is_primary() || event.button() != 0 || closest(event, "button").is_some() {
            self.was_press_on_mark.set_value(false);
            self.cancel();
            return;
        }
        let start = client_point(event);
        let mut press = Press {
            pointer_id: event.pointer_id(),
            start,
            mark_id: None,
            can_drag: false,
            offset_y_px: 0.0,
            position: Position::TOP,
            gesture: Gesture::Tap,
        };
        match self.mark_at(start) {
            Some((mark_layout, offset_y_px)) => {
                press.mark_id = Some(mark_layout.id);
                press.can_drag = true;
                press.offset_y_px = offset_y_px;
                press.position = mark_layout.spot.position;
            }
            None => press.mark_id = label_mark_id(event),
        }
        self.was_press_on_mark.set_value(press.mark_id.is_some());
        self.press.set_value(Some(press));
    }

    /// Handles `mousedown`, of a mouse or the compatibility event after a touch has ended. A tap on a mark has
    /// focused its row by then, and the default action would move the focus to the body.
    pub fn mouse_down(self, event: &MouseEvent) {
        if self.was_press_on_mark.get_value() {
            event.prevent_default();
        }
    }

    /// Handles `pointermove`.
    pub fn pointer_move(self, event: &PointerEvent) {
        let Some(mut press) = self.press_for(event) else { return };
        let point = client_point(event);
        if press.gesture == Gesture::Tap && press.is_far(point) {
            press.gesture = Gesture::Ignored;
            if press.can_drag {
                press.gesture = Gesture::Drag;
                set_if_changed(self.ui.dragged, press.mark_id);
                self.capture(press.pointer_id);
            }
        }
        if matches!(press.gesture, Gesture::Drag | Gesture::Moved)
            && let Some(id) = press.mark_id
            && let Some(milli) = self.milli_percent(point[1] + press.offset_y_px)
        {
            let position = Position::from_milli(milli);
            if press.position != position {
                press.position = position;
                press.gesture = Gesture::Moved;
                self.dispatch(MarkEvent::PositionInput(id, position, PositionSource::Tapped));
            }
        }
        self.press.set_value(Some(press));
    }

    /// Handles `pointerup`.
    pub fn pointer_up(self, event: &PointerEvent) {
        let Some(press) = self.press_for(event) else { return };
        self.press.set_value(None);
        self.was_press_a_tap.set_value(press.gesture == Gesture::Tap);
        let point = client_point(event);
        match (press.gesture, press.mark_id) {
            (Gesture::Tap, Some(id)) if !press.is_far(point) => {
                self.ui.request_focus(FocusRequest::PositionSliderWithoutScroll(id));
            }
            (Gesture::Tap, None) if !press.is_far(point) => self.add(point),
            (Gesture::Tap | Gesture::Ignored, _) => {}
            (Gesture::Drag | Gesture::Moved, mark_id) => {
                set_if_changed(self.ui.dragged, None);
                if let Some(id) = mark_id.filter(|_| press.gesture == Gesture::Moved) {
                    // As for a tap: the mark stops at the end of the zone, and the summary says why.
                    let outside_zone =
                        self.milli_percent(point[1] + press.offset_y_px).and_then(ZoneEnd::outside_zone);
                    set_if_changed(self.ui.outside_zone, outside_zone);
                    self.dispatch(MarkEvent::PositionCommitted(id, press.position, PositionSource::Tapped));
                }
            }
        }
    }

    /// Handles `touchend`. Prevents the click that the browser would send after a tap, when other elements may
    /// be under the finger.
    pub fn touch_end(self, event: &TouchEvent) {
        let was_press_a_tap = self.was_press_a_tap.get_value();
        self.was_press_a_tap.set_value(false);
        if was_press_a_tap && event.cancelable() {
            event.prevent_default();
        }
    }

    /// Handles `pointercancel`: the browser took the pointer to scroll or zoom.
    pub fn pointer_cancel(self, event: &PointerEvent) {
        if self.press_for(event).is_some() {
            self.cancel();
        }
    }

    /// A dragged mark that was not released returns to where it was.
    fn cancel(self) {
        let Some(press) = self.press.get_value() else { return };
        self.press.set_value(None);
        set_if_changed(self.ui.dragged, None);
        if press.gesture == Gesture::Moved {
            self.dispatch(MarkEvent::Undone);
        }
    }

    /// Adopts an earlier spot that is hit; otherwise adds a mark by the height of the tap, anywhere across the
    /// thigh.
    fn add(self, at: [f64; 2]) {
        let input = self.layout.with_untracked(|layout| layout.input);
        if let Some(position) = input.and_then(|input| self.earlier.hit_test(self.to_plate_point(at), input))
        {
            self.earlier.adopt(self.ui, position);
            return;
        }
        let Some(zone) = self.zone_rect() else { return };
        let target_x_px = zone.left() - HIT_RADIUS_PX..=zone.right() + HIT_RADIUS_PX;
        if !target_x_px.contains(&at[0]) {
            return;
        }
        if let Some(milli) = self.milli_percent(at[1]) {
            match ZoneEnd::outside_zone(milli) {
                Some(end) => self.ui.show_outside_zone(end),
                None => self.ui.clear_outside_zone(),
            }
            self.dispatch(MarkEvent::Tapped(milli));
        }
    }

    /// The position of a client y in thousandths of a percent down the zone.
    fn milli_percent(self, client_y: f64) -> Option<i32> {
        let zone = self.zone_rect()?;
        (zone.height() > 0.0).then(|| coordinates::milli_percent((client_y - zone.top()) / zone.height()))
    }

    /// The mark under a client point, and the vertical distance down to its anchor.
    fn mark_at(self, point: [f64; 2]) -> Option<(layout::MarkLayout, f64)> {
        let point = self.to_plate_point(point);
        let hit = self.layout.with_untracked(|layout| layout.hit_test(point).copied()).flatten()?;
        Some((hit, hit.anchor[1] - point[1]))
    }

    /// Converts a client point to pixels from the top left corner of the diagram.
    fn to_plate_point(self, client_point: [f64; 2]) -> [f64; 2] {
        let Some(plate) = self.plate.get_untracked() else { return client_point };
        let plate = plate.get_bounding_client_rect();
        [client_point[0] - plate.left(), client_point[1] - plate.top()]
    }

    fn zone_rect(self) -> Option<DomRect> {
        Some(self.zone.get_untracked()?.get_bounding_client_rect())
    }

    fn press_for(self, event: &PointerEvent) -> Option<Press> {
        self.press.get_value().filter(|press| press.pointer_id == event.pointer_id())
    }

    /// Captures the pointer, which may leave the diagram while it drags a mark.
    fn capture(self, pointer_id: i32) {
        if let Some(plate) = self.plate.get_untracked() {
            plate.set_pointer_capture(pointer_id).ok();
        }
    }

    fn dispatch(self, event: MarkEvent) {
        self.app.dispatch(Event::Mark(event));
    }
}

fn client_point(event: &PointerEvent) -> [f64; 2] {
    [f64::from(event.client_x()), f64::from(event.client_y())]
}

/// The mark whose label is under the pointer.
fn label_mark_id(event: &PointerEvent) -> Option<u32> {
    closest(event, "[data-label-of]")?.get_attribute("data-label-of")?.parse().ok()
}

/// The closest ancestor of the event target that matches the selector.
fn closest(event: &PointerEvent, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()?
}
