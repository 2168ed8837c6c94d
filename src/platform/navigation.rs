//! The address, which names the screen, and the browser's history, in which an open dialog has an entry.

use std::{cell::RefCell, rc::Rc};

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::History;

use super::device;
use crate::domain::{
    dialog_entry::{DialogEntry, HistoryStep},
    model::Screen,
};

/// `history.state` of the entry of a dialog.
const DIALOG_STATE: &str = "dialog";

/// The screen that the address names; an unknown one is the leg.
pub fn screen() -> Screen {
    let hash = device::window().and_then(|w| w.location().hash().ok());
    match hash.as_deref() {
        Some("#/session") => Screen::Session,
        Some("#/history") => Screen::History,
        Some("#/learn") => Screen::Learn,
        Some("#/settings") => Screen::Settings,
        _ => Screen::Leg,
    }
}

/// The address of a screen.
const fn address(screen: Screen) -> &'static str {
    match screen {
        Screen::Leg => "#/",
        Screen::Session => "#/session",
        Screen::History => "#/history",
        Screen::Learn => "#/learn",
        Screen::Settings => "#/settings",
    }
}

fn history() -> Option<History> {
    device::window()?.history().ok()
}

/// Whether the page stands on the entry of a dialog.
fn is_on_dialog_entry() -> bool {
    history().and_then(|history| history.state().ok()).is_some_and(|state| state == DIALOG_STATE)
}

/// Goes to screens, and keeps the history entry of open dialogs. A clone is the same one.
#[derive(Clone, Default)]
pub struct PageHistory(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    entry: DialogEntry,
    /// The open dialogs, the topmost last: a number of each, and what closes it.
    open: Vec<(u32, Rc<dyn Fn()>)>,
    last: u32,
    /// Where to go once the entry of a dialog is left.
    next: Option<Screen>,
}

impl PageHistory {
    /// Listens to the browser's Back and Forward for as long as the page lives.
    pub fn listen(&self) {
        let page_history = self.clone();
        if let Some(window) = device::window() {
            EventListener::new(&window, "popstate", move |_| page_history.went()).forget();
        }
        // A page that is loaded anew on the entry of a dialog begins without the dialog: the entry is left.
        if is_on_dialog_entry() {
            self.0.borrow_mut().entry.went(true);
            self.settle();
        }
    }

    /// Goes to a screen by its address, so that the browser's Back knows it. It takes the place of an open dialog's entry:
    /// Back does not lead to the dialog again.
    pub fn go(&self, to: Screen) {
        let Some(window) = device::window().filter(|_| screen() != to) else { return };
        if self.0.borrow().entry == DialogEntry::Leaving {
            // A step back that is under way would undo it.
            self.0.borrow_mut().next = Some(to);
            return;
        }
        let location = window.location();
        if !is_on_dialog_entry() {
            location.set_hash(address(to)).ok();
            return;
        }
        // WebKit keeps the state of an entry whose address is replaced.
        if let Some(history) = history() {
            history.replace_state(&JsValue::NULL, "").ok();
        }
        location.replace(address(to)).ok();
        self.0.borrow_mut().entry.replaced();
    }

    /// A dialog was opened. `close` is called when the person goes back. Returns the number that [`PageHistory::closed`] wants.
    pub fn opened(&self, close: impl Fn() + 'static) -> u32 {
        let number = {
            let state = &mut *self.0.borrow_mut();
            state.last = state.last.wrapping_add(1);
            state.open.push((state.last, Rc::new(close)));
            state.last
        };
        self.settle();
        number
    }

    /// A dialog was closed, in whatever way.
    pub fn closed(&self, number: u32) {
        self.0.borrow_mut().open.retain(|(other, _)| *other != number);
        // Another one may open in its place in the same turn.
        let page_history = self.clone();
        device::after_this_turn(move || page_history.settle());
    }

    fn went(&self) {
        let closes = self.0.borrow_mut().entry.went(is_on_dialog_entry());
        let top = self.0.borrow().open.last().map(|(_, close)| close.clone());
        if let Some(close) = top.filter(|_| closes) {
            close();
        }
        let next = self.0.borrow_mut().next.take();
        if let Some(to) = next {
            self.go(to);
        }
        let page_history = self.clone();
        device::after_this_turn(move || page_history.settle());
    }

    fn settle(&self) {
        let state = &mut *self.0.borrow_mut();
        let step = state.entry.settle(!state.open.is_empty());
        let Some(history) = history() else { return };
        let done = match step {
            // Some browsers refuse to push many entries in a short time.
            Some(HistoryStep::Push) => history.push_state(&DIALOG_STATE.into(), "").is_ok(),
            // Never back from an entry that is none of a dialog: that would leave the screen.
            Some(HistoryStep::Back) => is_on_dialog_entry() && history.back().is_ok(),
            None => return,
        };
        if !done {
            state.entry.replaced();
        }
    }
}
