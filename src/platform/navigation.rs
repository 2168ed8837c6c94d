//! Navigation: the URL fragment, which selects the screen, and the browser's session history, in which an open dialog
//! has an entry.

use std::{cell::RefCell, rc::Rc};

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::History;

use super::device;
use crate::domain::{
    dialog_entry::{BrowserHistoryAction, DialogEntry},
    screen::Screen,
};

/// `history.state` of the entry of a dialog.
const DIALOG_STATE: &str = "dialog";

/// The screen at the current URL fragment. An unknown fragment, and none, open the leg screen.
pub fn screen() -> Screen {
    let fragment = device::window().and_then(|w| w.location().hash().ok());
    fragment.and_then(|fragment| Screen::at_address(&fragment)).unwrap_or(Screen::Leg)
}

fn history() -> Option<History> {
    device::window()?.history().ok()
}

/// Whether the current history entry is a dialog's.
fn is_on_dialog_entry() -> bool {
    history().and_then(|history| history.state().ok()).is_some_and(|state| state == DIALOG_STATE)
}

/// Navigates to screens, and manages the history entry of open dialogs. Clones share the same state.
#[derive(Clone, Default)]
pub struct PageHistory(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    entry: DialogEntry,
    /// The open dialogs, the topmost last: the id of each, and the function that closes it.
    open_dialogs: Vec<(u32, Rc<dyn Fn()>)>,
    last_id: u32,
    /// The screen to navigate to after the pending navigation back from a dialog's entry.
    next_screen: Option<Screen>,
}

impl PageHistory {
    /// Listens to Back and Forward for the lifetime of the page.
    pub fn listen(&self) {
        let page_history = self.clone();
        if let Some(window) = device::window() {
            EventListener::new(&window, "popstate", move |_| page_history.on_popstate()).forget();
        }
        // After a reload on a dialog's entry the dialog is closed, so the entry is left.
        if is_on_dialog_entry() {
            self.0.borrow_mut().entry.navigated(true);
            self.sync_dialog_entry();
        }
    }

    /// Navigates to a screen with a new history entry. The entry of an open dialog is replaced, so that Back does not
    /// return to it.
    pub fn navigate_to(&self, to: Screen) {
        let Some(window) = device::window().filter(|_| screen() != to) else { return };
        if self.0.borrow().entry == DialogEntry::Leaving {
            // The pending navigation back would undo it.
            self.0.borrow_mut().next_screen = Some(to);
            return;
        }
        let location = window.location();
        if !is_on_dialog_entry() {
            location.set_hash(to.address()).ok();
            return;
        }
        // In WebKit, `location.replace` keeps the state of the entry.
        if let Some(history) = history() {
            history.replace_state(&JsValue::NULL, "").ok();
        }
        location.replace(to.address()).ok();
        self.0.borrow_mut().entry.entry_replaced();
    }

    /// A dialog was opened. `close` is called on Back. Returns the id for [`PageHistory::dialog_closed`].
    pub fn dialog_opened(&self, close: impl Fn() + 'static) -> u32 {
        let id = {
            let state = &mut *self.0.borrow_mut();
            state.last_id = state.last_id.wrapping_add(1);
            state.open_dialogs.push((state.last_id, Rc::new(close)));
            state.last_id
        };
        self.sync_dialog_entry();
        id
    }

    /// A dialog was closed, by Back or otherwise.
    pub fn dialog_closed(&self, id: u32) {
        self.0.borrow_mut().open_dialogs.retain(|(other, _)| *other != id);
        // Later, because another dialog may open in the same task and reuse the entry.
        self.sync_dialog_entry_later();
    }

    fn on_popstate(&self) {
        let should_close_dialog = self.0.borrow_mut().entry.navigated(is_on_dialog_entry());
        let topmost = self.0.borrow().open_dialogs.last().map(|(_, close)| close.clone());
        if let Some(close) = topmost.filter(|_| should_close_dialog) {
            close();
        }
        let next_screen = self.0.borrow_mut().next_screen.take();
        if let Some(screen) = next_screen {
            self.navigate_to(screen);
        }
        self.sync_dialog_entry_later();
    }

    fn sync_dialog_entry_later(&self) {
        let page_history = self.clone();
        device::queue_microtask(move || page_history.sync_dialog_entry());
    }

    /// Pushes or leaves the dialogs' entry, depending on whether a dialog is open.
    fn sync_dialog_entry(&self) {
        let state = &mut *self.0.borrow_mut();
        let action = state.entry.sync(!state.open_dialogs.is_empty());
        let Some(history) = history() else { return };
        let is_done = match action {
            // Some browsers refuse to push many entries in a short time.
            Some(BrowserHistoryAction::Push) => history.push_state(&DIALOG_STATE.into(), "").is_ok(),
            // Going back from an entry that is not a dialog's would leave the screen.
            Some(BrowserHistoryAction::Back) => is_on_dialog_entry() && history.back().is_ok(),
            None => return,
        };
        if !is_done {
            state.entry.entry_replaced();
        }
    }
}
