//! The browser history entry of an open dialog: Back closes the dialog and does nothing else.
//!
//! Stacked dialogs share one entry. [`DialogEntry`] decides when to push it and when to go back from it.
//! `history.back()` is asynchronous: the navigation is pending until the `popstate` event.

/// Whether the dialog's entry is the current entry of the browser's history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogEntry {
    /// The current entry belongs to a screen.
    #[default]
    Absent,
    /// The current entry belongs to a dialog.
    Current,
    /// The current entry belongs to a dialog, and the navigation back from it is pending.
    Leaving,
}

/// A call of the History API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrowserHistoryAction {
    /// `history.pushState` with the current URL.
    Push,
    /// `history.back`.
    Back,
}

impl DialogEntry {
    /// The call that makes the current history entry match whether a dialog is open. Call this after every change of
    /// either.
    pub fn sync(&mut self, is_dialog_open: bool) -> Option<BrowserHistoryAction> {
        match (*self, is_dialog_open) {
            (Self::Absent, true) => {
                *self = Self::Current;
                Some(BrowserHistoryAction::Push)
            }
            (Self::Current, false) => {
                *self = Self::Leaving;
                Some(BrowserHistoryAction::Back)
            }
            (Self::Absent, false) | (Self::Current, true) | (Self::Leaving, _) => None,
        }
    }

    /// Handles `popstate`: another entry is current. Returns whether to close the topmost dialog.
    ///
    /// `is_dialog_entry`: the new entry belongs to a dialog. If no dialog is open, the person went Forward to it, and
    /// the next [`sync`](Self::sync) goes back again.
    pub fn navigated(&mut self, is_dialog_entry: bool) -> bool {
        let was_current = *self == Self::Current;
        *self = if is_dialog_entry { Self::Current } else { Self::Absent };
        was_current && !is_dialog_entry
    }

    /// The current entry does not belong to a dialog: the app replaced it with a screen's, or the push failed.
    pub fn entry_replaced(&mut self) {
        *self = Self::Absent;
    }
}
