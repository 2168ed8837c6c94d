//! Files that are dropped on the page.

use leptos::prelude::*;
use web_sys::FileList;

use super::context::AppContext;
use crate::platform::file_drop::DropTarget;

impl AppContext {
    /// Calls `take` with files that are dropped anywhere on the page, for as long as the current owner lives.
    pub fn take_dropped_files(self, take: impl Fn(&FileList) + 'static) {
        // The owner keeps it, and drops it when it goes.
        StoredValue::new_local(DropTarget::new(take));
    }
}
