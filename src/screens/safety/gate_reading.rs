//! How much of the gate's list has been in view: nobody can answer for what they have not seen.

use leptos::{html::Dialog, prelude::*};
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Room between a box that was ticked and what it would be hidden by, pixels.
const AIR: i32 = 8;

/// Which items of a list in a dialog have been in view. The items carry `data-item`, counted from 0.
#[derive(Clone, Copy)]
pub struct Reading {
    dialog: NodeRef<Dialog>,
    count: usize,
    /// A bit for each item.
    seen: RwSignal<u32>,
}

impl Reading {
    /// Of a list of so many items, at most 32.
    pub fn new(dialog: NodeRef<Dialog>, count: usize) -> Self {
        let reading = Self { dialog, count, seen: RwSignal::new(0) };
        // The dialog opens in the frame in which it is mounted.
        request_animation_frame(move || reading.look());
        let resized = window_event_listener(leptos::ev::resize, move |_| reading.look());
        on_cleanup(move || resized.remove());
        reading
    }

    /// How many items have not been in view yet. Tracked.
    pub fn left(self) -> usize {
        let seen = self.seen.get();
        (0..self.count).filter(|item| (seen >> item) & 1 == 0).count()
    }

    /// Notes what is in view now.
    pub fn look(self) {
        let Some((top, bottom)) = self.view() else { return };
        let is_in_view = |item: &usize| {
            self.item(*item).is_some_and(|element| {
                let area = element.get_bounding_client_rect();
                // With large text an item may be higher than the view: its middle has to do.
                let fits = area.height() < (bottom - top) / 2.0;
                let edge = if fits { area.bottom() } else { area.top().midpoint(area.bottom()) };
                edge > top && edge <= bottom + 1.0
            })
        };
        let seen = (0..self.count).filter(is_in_view).fold(0, |seen, item| seen | (1 << item));
        self.seen.maybe_update(|before| {
            let all = *before | seen;
            std::mem::replace(before, all) != all
        });
    }

    /// Scrolls to the first item that has not been in view.
    pub fn go_on(self) {
        let seen = self.seen.get_untracked();
        let next = (0..self.count).find(|item| (seen >> item) & 1 == 0);
        if let Some(next) = next.and_then(|item| self.item(item)) {
            let start = ScrollIntoViewOptions::new();
            start.set_block(ScrollLogicalPosition::Start);
            next.scroll_into_view_with_scroll_into_view_options(&start);
        }
        request_animation_frame(move || self.look());
    }

    /// Keeps an item in sight when the footer grows over it, one frame later.
    pub fn keep_in_sight(self, item: usize) {
        request_animation_frame(move || {
            if let (Some((_, bottom)), Some(element), Some(dialog)) =
                (self.view(), self.item(item), self.dialog.try_get_untracked().flatten())
            {
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "`as` saturates, which is what is wanted"
                )]
                let hidden = (element.get_bounding_client_rect().bottom() - bottom).ceil() as i32;
                if hidden > 0 {
                    dialog.set_scroll_top(dialog.scroll_top() + hidden + AIR);
                }
            }
            self.look();
        });
    }

    /// Upper and lower edge of what can be seen: the footer lies over the rest where it stays in place.
    fn view(self) -> Option<(f64, f64)> {
        let dialog = self.dialog.try_get_untracked().flatten()?;
        let whole = dialog.get_bounding_client_rect();
        let foot = dialog.query_selector("footer").ok().flatten();
        let foot_top = foot.map_or(whole.bottom(), |foot| foot.get_bounding_client_rect().top());
        Some((whole.top(), foot_top.min(whole.bottom())))
    }

    fn item(self, item: usize) -> Option<Element> {
        let dialog = self.dialog.try_get_untracked().flatten()?;
        dialog.query_selector(&format!("[data-item=\"{item}\"]")).ok()?
    }
}
