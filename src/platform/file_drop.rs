//! Files that are dropped on the page. A browser would open them in place of the app.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Event, FileList};

use super::device;

/// Refuses dropped files for as long as the page lives, but where a [`DropTarget`] takes them.
pub fn refuse_files() {
    let Some(window) = device::window() else { return };
    for name in ["dragover", "drop"] {
        let options = EventListenerOptions::enable_prevent_default();
        let refuse = move |event: &Event| {
            if let Some(transfer) = files_of(event).filter(|_| !event.default_prevented()) {
                event.prevent_default();
                transfer.set_drop_effect("none");
            }
        };
        EventListener::new_with_options(&window, name, options, refuse).forget();
    }
}

/// Takes files that are dropped anywhere on the page, until it is dropped itself.
pub struct DropTarget {
    _listeners: Vec<EventListener>,
}

impl DropTarget {
    /// Calls `take` with the files.
    pub fn new(take: impl Fn(&FileList) + 'static) -> Self {
        let take = move |event: &Event| {
            let Some(transfer) = files_of(event) else { return };
            // It comes to the document before the window, where it would be refused.
            event.prevent_default();
            match transfer.files().filter(|files| event.type_() == "drop" && files.length() > 0) {
                Some(files) => take(&files),
                None => transfer.set_drop_effect("copy"),
            }
        };
        let take = Rc::new(take);
        let document = device::document();
        let listen = |name: &'static str| {
            let (take, target) = (take.clone(), document.as_ref()?);
            let options = EventListenerOptions::enable_prevent_default();
            Some(EventListener::new_with_options(target, name, options, move |event| take(event)))
        };
        Self { _listeners: ["dragover", "drop"].into_iter().filter_map(listen).collect() }
    }
}

/// What is dragged, where it holds files: texts may be dragged into a field.
fn files_of(event: &Event) -> Option<DataTransfer> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    transfer.types().iter().any(|kind| kind == "Files").then_some(transfer)
}
