//! The layout of the diagram, computed once per change however many views follow it.

use leptos::prelude::*;

use super::{
    layout::{Given, Layout, Placed},
    ui_state::LegUiState,
};
use crate::app::context::AppContext;

/// The layout of the diagram for the marks as they are now.
#[derive(Clone, Copy)]
pub struct LayoutCache {
    layout: Memo<Option<Layout>>,
    ids: Memo<Vec<u32>>,
}

impl LayoutCache {
    /// Nothing is computed until somebody reads it.
    pub fn new(app: AppContext, ui: LegUiState) -> Self {
        let layout = Memo::new_owning(move |last: Option<Option<Layout>>| {
            let given = given(ui);
            app.draft.with(|draft| match (last.flatten(), given) {
                (Some(layout), Some(given)) if layout.holds(draft, given) => (Some(layout), false),
                (_, given) => (given.map(|given| Layout::new(draft, given)), true),
            })
        });
        let ids = Memo::new(move |_| {
            let ids = |layout: &Layout| layout.marks.iter().map(|placed| placed.id).collect();
            layout.with(|layout| layout.as_ref().map(ids)).unwrap_or_default()
        });
        Self { layout, ids }
    }

    /// Reads something off the layout; `None` until the diagram's size is known. Tracked.
    pub fn with<T>(self, read: impl FnOnce(&Layout) -> T) -> Option<T> {
        self.layout.with(|layout| layout.as_ref().map(read))
    }

    /// The same, untracked: for event handlers.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Layout) -> T) -> Option<T> {
        self.layout.with_untracked(|layout| layout.as_ref().map(read))
    }

    /// The ids of the marks that are shown, in the order of their numbers. Tracked.
    pub fn ids(self) -> Vec<u32> {
        self.ids.get()
    }

    /// Where a mark is. It wakes its followers only when that changes, not when another mark does; a mark that is gone
    /// keeps its last place until its view is removed.
    pub fn placed(self, id: u32) -> Memo<Option<Placed>> {
        Memo::new(move |last: Option<&Option<Placed>>| {
            let now = self.with(|layout| layout.get(id).copied()).flatten();
            now.or_else(|| last.copied().flatten())
        })
    }
}

/// What the diagram is laid out for. Tracked.
fn given(ui: LegUiState) -> Option<Given> {
    let in_hand = ui.dragged.get().or_else(|| ui.selected.get());
    Some(Given { crop: ui.crop.get(), size: ui.size.get()?, in_hand })
}
