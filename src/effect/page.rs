//! The page: where it stands, what it shows before the app, and what the browser tells it.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{EventTarget, HtmlElement, StorageEvent};

use super::device;
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
pub fn listen<E: JsCast + 'static>(target: &EventTarget, name: &str, mut heard: impl FnMut(E) + 'static) {
    let closure = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| heard(event.unchecked_into()));
    target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref()).ok();
    closure.forget();
}

/// What the browser tells a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It was hidden, or is about to go.
    Hidden,
    /// It is seen again.
    Shown,
    /// The address names another screen.
    Went(Screen),
    /// Another tab wrote this key.
    Stored(Option<String>),
    /// A new version of the app waits.
    UpdateWaits,
    /// Everything needed offline is stored.
    OfflineReady,
}

/// Hears everything that the browser tells.
pub fn hear(heard: impl Fn(Told) + Clone + 'static) {
    let (Some(window), Some(document)) = (device::window(), device::document()) else {
        return;
    };
    let tell = heard.clone();
    listen::<JsValue>(&document, "visibilitychange", move |_| {
        tell(if device::is_hidden() { Told::Hidden } else { Told::Shown });
    });
    let tell = heard.clone();
    listen::<JsValue>(&window, "pagehide", move |_| tell(Told::Hidden));
    let tell = heard.clone();
    listen::<JsValue>(&window, "pageshow", move |_| tell(Told::Shown));
    let tell = heard.clone();
    listen::<JsValue>(&window, "hashchange", move |_| tell(Told::Went(screen())));
    let tell = heard.clone();
    listen::<StorageEvent>(&window, "storage", move |event| tell(Told::Stored(event.key())));
    let tell = heard.clone();
    listen::<JsValue>(&document, "eased-update", move |_| tell(Told::UpdateWaits));
    listen::<JsValue>(&document, "eased-offline", move |_| heard(Told::OfflineReady));
}

/// Calls a function of the page's own boot script, if it is there.
pub fn call_boot(name: &str) {
    let function = device::window()
        .and_then(|w| Reflect::get(&w, &name.into()).ok())
        .and_then(|f| f.dyn_into::<Function>().ok());
    if let Some(function) = function {
        function.call0(&JsValue::NULL).ok();
    }
}

/// Takes the taps that were made before the app was there; `milli` turns a height on the plate into
/// thousandths of a percent down the zone.
pub fn early_taps(milli: impl Fn(f64) -> i32) -> Vec<EarlyTap> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    let Some(window) = device::window() else {
        return Vec::new();
    };
    let taps = get(&window, "easedTaps").dyn_into::<Array>().unwrap_or_default();
    let read = |tap: JsValue| {
        let leg = if get(&tap, "leg") == "left" { Leg::Left } else { Leg::Right };
        match get(&tap, "kind").as_string()?.as_str() {
            "leg" => Some(EarlyTap::Leg(leg)),
            "spot" => Some(EarlyTap::Zone(leg, milli(get(&tap, "unitY").as_f64()?))),
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

/// Hears every pointer or key press for as long as the page lives.
pub fn on_gesture(heard: impl Fn() + Clone + 'static) {
    if let Some(document) = device::document() {
        for name in ["pointerup", "keydown"] {
            let heard = heard.clone();
            listen::<JsValue>(&document, name, move |_| heard());
        }
    }
}

/// A dead app shows the plain bar that is already in the page, instead of standing still without a word.
pub fn show_panics() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        call_boot("easedPanic");
    }));
}
