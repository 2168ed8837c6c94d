//! The rest of the program: what comes after its first part, which alone starts the app.

use super::page;

/// Has the rest fetched and put in its place, once however often this is asked. `then` is told whether it is
/// here.
pub fn fetch(then: impl Fn(bool) + 'static) {
    page::ask_boot("easedRest", &[], move |here| then(here.is_truthy()));
}
