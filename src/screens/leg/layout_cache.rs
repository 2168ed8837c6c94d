//! A memoized diagram layout, computed once per change for all its readers.

use leptos::prelude::*;

use super::{
    layout::{Layout, LayoutInput, MarkLayout},
    ui_state::LegUiState,
};
use crate::app::context::AppContext;

/// The layout of the diagram for the current marks.
#[derive(Clone, Copy)]
pub struct LayoutCache {
    layout: Memo<Option<Layout>>,
    mark_ids: Memo<Vec<u32>>,
}

impl LayoutCache {
    /// Lazy: nothing is computed until it is read.
    pub fn new(app: AppContext, ui: LegUiState) -> Self {
        let layout = Memo::new_owning(move |last: Option<Option<Layout>>| {
            let input = input(ui);
            app.draft.with(|draft| match (last.flatten(), input) {
                (Some(layout), Some(input)) if layout.is_current_for(draft, input) => (Some(layout), false),
                (_, input) => (input.map(|input| Layout::new(draft, input)), true),
            })
        });
        let mark_ids = Memo::new(move |_| {
            let mark_ids = |layout: &Layout| layout.marks.iter().map(|mark_layout| mark_layout.id).collect();
            layout.with(|layout| layout.as_ref().map(mark_ids)).unwrap_or_default()
        });
        Self { layout, mark_ids }
    }

    /// Reads the layout; `None` until the size of the diagram is known. Tracked.
    pub fn with<T>(self, read: impl FnOnce(&Layout) -> T) -> Option<T> {
        self.layout.with(|layout| layout.as_ref().map(read))
    }

    /// The same, untracked, for event handlers.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Layout) -> T) -> Option<T> {
        self.layout.with_untracked(|layout| layout.as_ref().map(read))
    }

    /// The ids of the marks that are shown, in the order of their numbers. Tracked.
    pub fn mark_ids(self) -> Vec<u32> {
        self.mark_ids.get()
    }

    /// The layout of one mark. The memo changes only if this mark changes. After the mark is removed it keeps
    /// its last value until its view is unmounted.
    pub fn mark_layout(self, id: u32) -> Memo<Option<MarkLayout>> {
        Memo::new(move |last: Option<&Option<MarkLayout>>| {
            let now = self.with(|layout| layout.mark(id).copied()).flatten();
            now.or_else(|| last.copied().flatten())
        })
    }
}

/// The inputs of the layout besides the marks. Tracked.
fn input(ui: LegUiState) -> Option<LayoutInput> {
    let active_mark = ui.dragged.get().or_else(|| ui.selected.get());
    Some(LayoutInput { crop: ui.crop.get(), size: ui.size.get()?, active_mark })
}
