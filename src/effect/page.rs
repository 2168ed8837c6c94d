//! The page: where it stands, what it shows before the app, and what the browser tells it.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, HtmlElement, StorageEvent};

use super::{call, device};
use crate::domain::{leg::Leg, model::Screen, settings::Theme};

/// A tap made before the app was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlyTap {
    /// On the choice of leg.
    Leg(Leg),
    /// On the thigh of a leg: thousandths of a percent down the zone.
    Zone(Leg, i32),
    /// On Start.
    Start,
    /// On the red card.
    Card,
}

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
pub const fn address(screen: Screen) -> &'static str {
    match screen {
        Screen::Leg => "#/",
        Screen::Session => "#/session",
        Screen::History => "#/history",
        Screen::Learn => "#/learn",
        Screen::Settings => "#/settings",
    }
}

/// Goes to a screen by its address, so that the browser's back button knows it.
pub fn go(to: Screen) {
    if screen() != to
        && let Some(window) = device::window()
    {
        window.location().set_hash(address(to)).ok();
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = device::window() {
        window.location().reload().ok();
    }
}

/// Goes back one step, as the browser's own button does.
pub fn back() {
    if let Some(history) = device::window().and_then(|w| w.history().ok()) {
        history.back().ok();
    }
}

/// The element into which the app mounts.
pub fn mount_point() -> Option<HtmlElement> {
    device::document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// Takes away what stood in for the app.
pub fn remove_shell() {
    if let Some(shell) = device::document().and_then(|d| d.get_element_by_id("shell")) {
        shell.remove();
    }
}

/// Says that taps are handled by the running app.
pub fn set_ready() {
    set_attribute("data-ready", Some("true"));
}

/// Writes language and colours where the style sheet and screen readers look for them.
pub fn set_look(tag: &str, theme: Theme, in_session: bool) {
    set_attribute("lang", Some(tag));
    let theme = match theme {
        Theme::Auto => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    };
    set_attribute("data-theme", theme);
    set_attribute("data-session", in_session.then_some("true"));
}

fn set_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = device::root() {
        match value {
            Some(value) => root.set_attribute(name, value).ok(),
            None => root.remove_attribute(name).ok(),
        };
    }
}

/// Listens for as long as the page lives.
fn listen(target: &EventTarget, name: &str, heard: &Function) {
    target.add_event_listener_with_callback(name, heard).ok();
}

/// What the browser tells a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It was hidden, or is about to go.
    Hidden,
    /// It is about to be put away whole, and may be shown again as it is now.
    PutAway,
    /// It is seen again.
    Shown,
    /// The address names another screen.
    Went(Screen),
    /// Another tab wrote this key.
    Stored(Option<String>),
    /// A new version of the app waits.
    UpdateWaits,
    /// Whether everything needed offline is stored.
    Offline(bool),
    /// How the app comes onto the Home Screen is another way now.
    Install,
    /// There is a network again.
    Online,
    /// The rest of the program is in its place.
    Rest,
}

/// Hears everything that the browser tells.
pub fn hear(heard: impl Fn(Told) + 'static) {
    let (Some(window), Some(document)) = (device::window(), device::document()) else {
        return;
    };
    let hearing = call::hearing(move |event| {
        let event: Event = event.unchecked_into();
        let told = match event.type_().as_str() {
            "visibilitychange" if !device::is_hidden() => Told::Shown,
            "pagehide" if call::get(&event, "persisted").is_truthy() => Told::PutAway,
            "visibilitychange" | "pagehide" => Told::Hidden,
            "pageshow" => Told::Shown,
            "hashchange" => Told::Went(screen()),
            "storage" => Told::Stored(event.unchecked_into::<StorageEvent>().key()),
            "eased-update" => Told::UpdateWaits,
            "eased-offline" => Told::Offline(offline_ready()),
            "eased-install" => Told::Install,
            "online" => Told::Online,
            "eased-rest" => Told::Rest,
            _ => return,
        };
        heard(told);
    });
    for name in ["visibilitychange", "eased-update", "eased-offline", "eased-install", "eased-rest"] {
        listen(&document, name, &hearing);
    }
    for name in ["pagehide", "pageshow", "hashchange", "storage", "online"] {
        listen(&window, name, &hearing);
    }
}

/// What the page's own scripts have left for the app under this name.
pub fn global(name: &str) -> Option<JsValue> {
    Reflect::get(&device::window()?.into(), &name.into()).ok()
}

/// A function of the page's own boot script, if it is there.
fn boot_function(name: &str) -> Option<Function> {
    global(name)?.dyn_into().ok()
}

/// Asks the page's own boot script for something; `then` hears what it has come to, and nothing where there is
/// no such script.
pub fn ask_boot(name: &str, with: &[JsValue], then: impl Fn(JsValue) + 'static) {
    let told = call::hearing(then);
    let with: Array = with.iter().chain([told.as_ref()]).collect();
    let asked = boot_function(name).and_then(|f| f.apply(&JsValue::NULL, &with).ok());
    if asked.is_none() {
        told.call0(&JsValue::NULL).ok();
    }
}

/// Calls a function of the page's own boot script, if it is there.
pub fn call_boot(name: &str) {
    if let Some(function) = boot_function(name) {
        function.call0(&JsValue::NULL).ok();
    }
}

/// Takes the taps that were made before the app was there; `milli` turns a height on the plate into
/// thousandths of a percent down the zone.
pub fn early_taps(milli: impl Fn(f64) -> i32) -> Vec<EarlyTap> {
    let Some(window) = device::window() else {
        return Vec::new();
    };
    let taps = call::get(&window, "easedTaps").dyn_into::<Array>().unwrap_or_default();
    let read = |tap: JsValue| {
        let leg = if call::get(&tap, "leg") == "left" { Leg::Left } else { Leg::Right };
        match call::get(&tap, "kind").as_string()?.as_str() {
            "leg" => Some(EarlyTap::Leg(leg)),
            "spot" => Some(EarlyTap::Zone(leg, milli(call::get(&tap, "unitY").as_f64()?))),
            "start" => Some(EarlyTap::Start),
            "card" => Some(EarlyTap::Card),
            _ => None,
        }
    };
    taps.iter().filter_map(read).collect()
}

/// An attribute of the `html` element.
pub fn flag(name: &str) -> Option<String> {
    device::root()?.get_attribute(name)
}

/// Whether everything needed offline is stored.
pub fn offline_ready() -> bool {
    flag("data-offline").as_deref() == Some("ready")
}

/// Hears every pointer or key press for as long as the page lives, before anyone else does: sound that it
/// wakes is there for what the press itself sounds.
pub fn on_gesture(heard: impl Fn() + 'static) {
    if let Some(document) = device::document() {
        let hearing = call::hearing(move |_| heard());
        for name in ["pointerup", "keydown"] {
            document.add_event_listener_with_callback_and_bool(name, &hearing, true).ok();
        }
    }
}
