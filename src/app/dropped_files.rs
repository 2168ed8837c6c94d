//! Drag and drop of files, for components.

use leptos::prelude::*;
use web_sys::FileList;

use super::context::AppContext;
use crate::platform::file_drop::DropTarget;

impl AppContext {
    /// Calls `on_drop` with files that are dropped anywhere on the page, for as long as the current reactive owner
    /// lives.
    pub fn on_files_dropped(self, on_drop: impl Fn(&FileList) + 'static) {
        // The owner drops the value, and with it the listeners, when it is cleaned up.
        StoredValue::new_local(DropTarget::new(on_drop));
    }
}
