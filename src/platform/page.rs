//! The page: its `html` element, its boot script, and its events.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, EventTarget, HtmlElement, PageTransitionEvent, StorageEvent};

use super::{device, navigation};
use crate::domain::{leg::Leg, screen::Screen, settings::Theme};

/// A tap on the static page, before the app was running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlyTap {
    /// The choice of the leg.
    Leg(Leg),
    /// The thigh of a leg, in thousandths of a percent down the zone.
    Zone(Leg, i32),
    /// The Start button.
    Start,
    /// The button that opens the safety page.
    SafetyPage,
}

/// Reloads the page.
pub fn reload() {
    if let Some(window) = device::window() {
        window.location().reload().ok();
    }
}

/// The element in which the app is mounted.
pub fn mount_point() -> Option<HtmlElement> {
    device::document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// Removes the static page, which the app replaces.
pub fn remove_shell() {
    if let Some(shell) = device::document().and_then(|d| d.get_element_by_id("shell")) {
        shell.remove();
    }
}

/// Sets `data-ready`: from now on the app handles taps.
pub fn set_ready() {
    set_attribute("data-ready", Some("true"));
}

/// The language tag of the page.
pub fn language() -> Option<String> {
    device::root()?.get_attribute("lang")
}

/// Sets the attributes of the `html` element for language, text direction, theme and session.
pub fn set_appearance(tag: &str, is_rtl: bool, in_session: bool, theme: Theme) {
    set_attribute("lang", Some(tag));
    set_attribute("dir", Some(if is_rtl { "rtl" } else { "ltr" }));
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

/// An event of the page, its document or its boot script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageEvent {
    /// It was hidden, or is about to be unloaded.
    Hidden,
    /// It is about to enter the back/forward cache.
    EnteringBfcache,
    /// It is visible again, or was restored from the back/forward cache.
    Shown,
    /// Its window got the focus.
    Focused,
    /// The URL fragment changed.
    Navigated(Screen),
    /// Another tab wrote this key of localStorage; `None` stands for all keys.
    StorageChanged(Option<String>),
    /// A new version of the app is downloaded.
    UpdateReady,
    /// Whether everything needed offline is stored.
    OfflineReadyChanged(bool),
    /// The way to install the app changed.
    InstallMethodChanged,
    /// The network is available again.
    Online,
    /// The app has started and the browser is idle.
    Idle,
}

/// Calls `handle` with every event of the page, for its lifetime.
pub fn on_event(handle: impl Fn(PageEvent) + 'static) {
    let (Some(window), Some(document)) = (device::window(), device::document()) else {
        return;
    };
    let handle: Rc<dyn Fn(PageEvent)> = Rc::new(handle);
    let listen = |target: &EventTarget, name: &'static str| {
        let handle = handle.clone();
        let listener = EventListener::new(target, name, move |event| {
            if let Some(event) = page_event(event) {
                handle(event);
            }
        });
        listener.forget();
    };
    for name in ["visibilitychange", "eased-update", "eased-offline", "eased-install", "eased-idle"] {
        listen(&document, name);
    }
    for name in ["pagehide", "pageshow", "focus", "hashchange", "storage", "online"] {
        listen(&window, name);
    }
}

fn page_event(event: &Event) -> Option<PageEvent> {
    Some(match event.type_().as_str() {
        "visibilitychange" if !device::is_hidden() => PageEvent::Shown,
        "pagehide" if event.dyn_ref().is_some_and(PageTransitionEvent::persisted) => {
            PageEvent::EnteringBfcache
        }
        "visibilitychange" | "pagehide" => PageEvent::Hidden,
        "pageshow" => PageEvent::Shown,
        "focus" => PageEvent::Focused,
        "hashchange" => PageEvent::Navigated(navigation::screen()),
        "storage" => PageEvent::StorageChanged(event.dyn_ref().and_then(StorageEvent::key)),
        "eased-update" => PageEvent::UpdateReady,
        "eased-offline" => PageEvent::OfflineReadyChanged(is_offline_ready()),
        "eased-install" => PageEvent::InstallMethodChanged,
        "online" => PageEvent::Online,
        "eased-idle" => PageEvent::Idle,
        _ => return None,
    })
}

/// A global variable that the page's scripts have set for the app.
pub fn global(name: &str) -> Option<JsValue> {
    Reflect::get(&device::window()?.into(), &name.into()).ok()
}

/// A function of the boot script, if it exists.
fn boot_function(name: &str) -> Option<Function> {
    global(name)?.dyn_into().ok()
}

/// Calls a function of the boot script with a callback as its last argument, and returns the value that it passes to
/// the callback; undefined if there is no such function.
pub async fn call_boot_with_callback(name: &str, arguments: &[JsValue]) -> JsValue {
    let Some(function) = boot_function(name) else {
        return JsValue::UNDEFINED;
    };
    let promise = Promise::new(&mut |resolve, reject| {
        let arguments: Array = arguments.iter().chain([resolve.as_ref()]).collect();
        if let Err(error) = function.apply(&JsValue::NULL, &arguments) {
            reject.call1(&JsValue::NULL, &error).ok();
        }
    });
    JsFuture::from(promise).await.unwrap_or_default()
}

/// Calls a function of the boot script immediately, and awaits the promise that it returns; undefined if there is no
/// such function, or if the promise is rejected.
fn call_boot_async(name: &str, argument: &JsValue) -> impl Future<Output = JsValue> + use<> {
    let returned = boot_function(name).and_then(|f| f.call1(&JsValue::NULL, argument).ok());
    async move {
        match returned.map(JsCast::dyn_into::<Promise>) {
            Some(Ok(promise)) => JsFuture::from(promise).await.unwrap_or_default(),
            Some(Err(_)) | None => JsValue::UNDEFINED,
        }
    }
}

/// Adds the style sheets of a lazy part to the page; completes when they are applied, or could not be loaded. The
/// requests start with this call.
pub fn load_lazy_styles(name: &str) -> impl Future<Output = JsValue> + use<> {
    call_boot_async("easedLoadPartStyles", &name.into())
}

/// Asks the service worker to check all files that it stores. Returns whether it replaced a damaged one.
pub async fn repair_stored_files() -> bool {
    call_boot_async("easedRepair", &JsValue::UNDEFINED).await.is_truthy()
}

/// Sets `data-part`: the lazy part is loaded.
pub fn set_lazy_part_loaded() {
    set_attribute("data-part", Some("loaded"));
}

/// Calls a function of the boot script, if it exists.
pub fn call_boot(name: &str) {
    if let Some(function) = boot_function(name) {
        function.call0(&JsValue::NULL).ok();
    }
}

/// The taps on the static page, in order. `to_milli_percent` converts a height on the plate to thousandths of a
/// percent down the zone.
pub fn early_taps(to_milli_percent: impl Fn(f64) -> i32) -> Vec<EarlyTap> {
    let Some(window) = device::window() else {
        return Vec::new();
    };
    let taps = property(&window, "easedTaps").dyn_into::<Array>().unwrap_or_default();
    let read = |tap: JsValue| {
        let leg = if property(&tap, "leg") == "left" { Leg::Left } else { Leg::Right };
        match property(&tap, "kind").as_string()?.as_str() {
            "leg" => Some(EarlyTap::Leg(leg)),
            "spot" => Some(EarlyTap::Zone(leg, to_milli_percent(property(&tap, "unitY").as_f64()?))),
            "start" => Some(EarlyTap::Start),
            "safety" => Some(EarlyTap::SafetyPage),
            _ => None,
        }
    };
    taps.iter().filter_map(read).collect()
}

/// A property of a JavaScript object; undefined if it does not exist.
fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// An attribute of the `html` element.
pub fn root_attribute(name: &str) -> Option<String> {
    device::root()?.get_attribute(name)
}

/// Whether everything needed offline is stored.
pub fn is_offline_ready() -> bool {
    root_attribute("data-offline").as_deref() == Some("ready")
}

/// Calls `handle` on every pointer or key press for the lifetime of the page, before all other listeners: audio that it
/// unlocks can play the sound of the press itself.
pub fn on_gesture(handle: impl Fn() + 'static) {
    let Some(document) = device::document() else { return };
    let handle = Rc::new(handle);
    for name in ["pointerup", "keydown"] {
        let handle = handle.clone();
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&document, name, options, move |_| handle()).forget();
    }
}
