//! The history entry of an open dialog: Back closes the dialog and does nothing else.
//!
//! However many dialogs lie on top of each other, they share one entry. This type decides when it is pushed and when it is
//! left; the browser's history is asynchronous, so a step back is under way until the browser says that it has arrived.

/// Where the entry is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogEntry {
    /// The page stands on an entry of a screen.
    #[default]
    Absent,
    /// The page stands on the entry of a dialog.
    Current,
    /// The browser was asked to go back from the entry of a dialog, and has not arrived.
    Leaving,
}

/// What the browser's history is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryStep {
    /// Push an entry with the address of the present one.
    Push,
    /// Go one entry back.
    Back,
}

impl DialogEntry {
    /// Brings the entry in line with whether a dialog is open. To be called after every change of either.
    pub fn settle(&mut self, is_dialog_open: bool) -> Option<HistoryStep> {
        match (*self, is_dialog_open) {
            (Self::Absent, true) => {
                *self = Self::Current;
                Some(HistoryStep::Push)
            }
            (Self::Current, false) => {
                *self = Self::Leaving;
                Some(HistoryStep::Back)
            }
            (Self::Absent, false) | (Self::Current, true) | (Self::Leaving, _) => None,
        }
    }

    /// The browser went to another entry. Returns whether the topmost dialog is to be closed.
    ///
    /// `is_dialogs`: that entry is one of a dialog. Without an open dialog that is one to leave again: Forward came to it.
    pub fn went(&mut self, is_dialogs: bool) -> bool {
        let was_current = *self == Self::Current;
        *self = if is_dialogs { Self::Current } else { Self::Absent };
        was_current && !is_dialogs
    }

    /// The present entry is not one of a dialog: the app replaced it by one of a screen, or the browser did not push it.
    pub fn replaced(&mut self) {
        *self = Self::Absent;
    }
}
