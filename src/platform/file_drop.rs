//! Drag and drop of files. By default, a browser opens a dropped file in place of the app.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Event, FileList};

use super::device;

/// Refuses dropped files that no [`DropTarget`] handles, for the lifetime of the page.
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

/// Handles files that are dropped anywhere on the page, until the value is dropped.
pub struct DropTarget {
    _listeners: Vec<EventListener>,
}

impl DropTarget {
    /// Calls `on_drop` with the files.
    pub fn new(on_drop: impl Fn(&FileList) + 'static) -> Self {
        let handle = move |event: &Event| {
            let Some(transfer) = files_of(event) else { return };
            // The event bubbles to the window, whose listener refuses it if the default is not prevented.
            event.prevent_default();
            match transfer.files().filter(|files| event.type_() == "drop" && files.length() > 0) {
                Some(files) => on_drop(&files),
                None => transfer.set_drop_effect("copy"),
            }
        };
        let handle = Rc::new(handle);
        let document = device::document();
        let listen = |name: &'static str| {
            let (handle, target) = (handle.clone(), document.as_ref()?);
            let options = EventListenerOptions::enable_prevent_default();
            Some(EventListener::new_with_options(target, name, options, move |event| handle(event)))
        };
        Self { _listeners: ["dragover", "drop"].into_iter().filter_map(listen).collect() }
    }
}

/// The dragged data, if it contains files. Text may be dragged into a field.
fn files_of(event: &Event) -> Option<DataTransfer> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    transfer.types().iter().any(|kind| kind == "Files").then_some(transfer)
}
