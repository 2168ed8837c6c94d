//! Tracks which items of the gate have been in view: the person cannot answer for items that were never
//! visible.

use leptos::{html::Dialog, prelude::*};
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Margin between a ticked item and the footer that would cover it, pixels.
const MARGIN_PX: i32 = 8;

/// Which items of a list in a dialog have been in view. The items have the attribute `data-item`, from 0.
#[derive(Clone, Copy)]
pub struct SeenItems {
    dialog: NodeRef<Dialog>,
    count: usize,
    /// One bit per item.
    seen_bits: RwSignal<u32>,
}

impl SeenItems {
    /// Tracks a list of `count` items, at most 32.
    pub fn new(dialog: NodeRef<Dialog>, count: usize) -> Self {
        let seen_items = Self { dialog, count, seen_bits: RwSignal::new(0) };
        // The dialog opens in the frame in which it is mounted.
        request_animation_frame(move || seen_items.update());
        let resized = window_event_listener(leptos::ev::resize, move |_| seen_items.update());
        on_cleanup(move || resized.remove());
        seen_items
    }

    /// The number of items that have not been in view. Tracked.
    pub fn unseen_count(self) -> usize {
        let seen_bits = self.seen_bits.get();
        (0..self.count).filter(|item| (seen_bits >> item) & 1 == 0).count()
    }

    /// Marks the items that are in view now.
    pub fn update(self) {
        let Some((top, bottom)) = self.visible_range() else { return };
        let is_in_view = |item: &usize| {
            self.item(*item).is_some_and(|element| {
                let rect = element.get_bounding_client_rect();
                // With large text an item may be higher than the view: then its vertical center has to be
                // visible.
                let fits = rect.height() < (bottom - top) / 2.0;
                let edge = if fits { rect.bottom() } else { rect.top().midpoint(rect.bottom()) };
                edge > top && edge <= bottom + 1.0
            })
        };
        let seen_bits = (0..self.count).filter(is_in_view).fold(0, |seen_bits, item| seen_bits | (1 << item));
        self.seen_bits.maybe_update(|before| {
            let merged = *before | seen_bits;
            std::mem::replace(before, merged) != merged
        });
    }

    /// Scrolls to the first item that has not been in view.
    pub fn scroll_to_next_unseen(self) {
        let seen_bits = self.seen_bits.get_untracked();
        let next = (0..self.count).find(|item| (seen_bits >> item) & 1 == 0);
        if let Some(next) = next.and_then(|item| self.item(item)) {
            let start = ScrollIntoViewOptions::new();
            start.set_block(ScrollLogicalPosition::Start);
            next.scroll_into_view_with_scroll_into_view_options(&start);
        }
        request_animation_frame(move || self.update());
    }

    /// Scrolls an item back into view, one frame later, if the growing footer covers it.
    pub fn keep_in_view(self, item: usize) {
        request_animation_frame(move || {
            if let (Some((_, bottom)), Some(element), Some(dialog)) =
                (self.visible_range(), self.item(item), self.dialog.try_get_untracked().flatten())
            {
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "`as` saturates, which is what is wanted"
                )]
                let hidden = (element.get_bounding_client_rect().bottom() - bottom).ceil() as i32;
                if hidden > 0 {
                    dialog.set_scroll_top(dialog.scroll_top() + hidden + MARGIN_PX);
                }
            }
            self.update();
        });
    }

    /// Top and bottom of the visible area: a sticky footer covers the end of the dialog.
    fn visible_range(self) -> Option<(f64, f64)> {
        let dialog = self.dialog.try_get_untracked().flatten()?;
        let dialog_rect = dialog.get_bounding_client_rect();
        let footer = dialog.query_selector("footer").ok().flatten();
        let footer_top =
            footer.map_or(dialog_rect.bottom(), |footer| footer.get_bounding_client_rect().top());
        Some((dialog_rect.top(), footer_top.min(dialog_rect.bottom())))
    }

    fn item(self, item: usize) -> Option<Element> {
        let dialog = self.dialog.try_get_untracked().flatten()?;
        dialog.query_selector(&format!("[data-item=\"{item}\"]")).ok()?
    }
}
