//! The page: what it shows before the app, and what the browser tells it.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, EventTarget, HtmlElement, PageTransitionEvent, StorageEvent};

use super::{device, navigation};
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
    /// On the button for safety.
    Card,
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = device::window() {
        window.location().reload().ok();
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

/// The tag of the language that the page is in.
pub fn language() -> Option<String> {
    device::root()?.get_attribute("lang")
}

/// Writes language and colours where the style sheet and screen readers look for them.
pub fn set_look(tag: &str, is_rtl: bool, in_session: bool, theme: Theme) {
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
    /// It was hidden, or is about to go.
    Hidden,
    /// It is about to be put away whole, and may be shown again as it is now.
    PutAway,
    /// It is seen again.
    Shown,
    /// Its window has the focus again.
    Focused,
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
    /// The app has started and the browser has nothing else to do.
    Idle,
}

/// Calls `handle` with every event of the page, for as long as it lives.
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
        "pagehide" if event.dyn_ref().is_some_and(PageTransitionEvent::persisted) => PageEvent::PutAway,
        "visibilitychange" | "pagehide" => PageEvent::Hidden,
        "pageshow" => PageEvent::Shown,
        "focus" => PageEvent::Focused,
        "hashchange" => PageEvent::Went(navigation::screen()),
        "storage" => PageEvent::Stored(event.dyn_ref().and_then(StorageEvent::key)),
        "eased-update" => PageEvent::UpdateWaits,
        "eased-offline" => PageEvent::Offline(offline_ready()),
        "eased-install" => PageEvent::Install,
        "online" => PageEvent::Online,
        "eased-idle" => PageEvent::Idle,
        _ => return None,
    })
}

/// What the page's own scripts have left for the app under this name.
pub fn global(name: &str) -> Option<JsValue> {
    Reflect::get(&device::window()?.into(), &name.into()).ok()
}

/// A function of the page's own boot script, if it is there.
fn boot_function(name: &str) -> Option<Function> {
    global(name)?.dyn_into().ok()
}

/// Asks the page's own boot script for something, and returns what it has come to: nothing where there is no such
/// script. The script calls back once, with the result.
pub async fn ask_boot(name: &str, with: &[JsValue]) -> JsValue {
    let Some(function) = boot_function(name) else {
        return JsValue::UNDEFINED;
    };
    let answered = Promise::new(&mut |resolve, reject| {
        let with: Array = with.iter().chain([resolve.as_ref()]).collect();
        if let Err(error) = function.apply(&JsValue::NULL, &with) {
            reject.call1(&JsValue::NULL, &error).ok();
        }
    });
    JsFuture::from(answered).await.unwrap_or_default()
}

/// What a promise comes to that a function of the page's own boot script returns. Undefined where there is no such
/// function, or where the promise is rejected. The function is called at once.
fn await_boot(name: &str, argument: &JsValue) -> impl Future<Output = JsValue> + use<> {
    let returned = boot_function(name).and_then(|f| f.call1(&JsValue::NULL, argument).ok());
    async move {
        match returned.map(JsCast::dyn_into::<Promise>) {
            Some(Ok(promise)) => JsFuture::from(promise).await.unwrap_or_default(),
            Some(Err(_)) | None => JsValue::UNDEFINED,
        }
    }
}

/// Adds the style sheet of a lazy part to the page; completes when it is applied, or could not be loaded. The request
/// starts with this call.
pub fn part_styles(name: &str) -> impl Future<Output = JsValue> + use<> {
    await_boot("easedPartStyles", &name.into())
}

/// Asks the service worker to check all files that it stores; says whether it replaced a damaged one.
pub async fn repair_stored_files() -> bool {
    await_boot("easedRepair", &JsValue::UNDEFINED).await.is_truthy()
}

/// Says that the lazy part is loaded.
pub fn set_part_loaded() {
    set_attribute("data-part", Some("loaded"));
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
    let taps = property(&window, "easedTaps").dyn_into::<Array>().unwrap_or_default();
    let read = |tap: JsValue| {
        let leg = if property(&tap, "leg") == "left" { Leg::Left } else { Leg::Right };
        match property(&tap, "kind").as_string()?.as_str() {
            "leg" => Some(EarlyTap::Leg(leg)),
            "spot" => Some(EarlyTap::Zone(leg, milli(property(&tap, "unitY").as_f64()?))),
            "start" => Some(EarlyTap::Start),
            "card" => Some(EarlyTap::Card),
            _ => None,
        }
    };
    taps.iter().filter_map(read).collect()
}

/// A property of what a script has made; undefined where there is none.
fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// An attribute of the `html` element.
pub fn flag(name: &str) -> Option<String> {
    device::root()?.get_attribute(name)
}

/// Whether everything needed offline is stored.
pub fn offline_ready() -> bool {
    flag("data-offline").as_deref() == Some("ready")
}

/// Calls `handle` on every pointer or key press for as long as the page lives, before any other listener: sound that
/// it wakes is there for what the press itself sounds.
pub fn on_gesture(handle: impl Fn() + 'static) {
    let Some(document) = device::document() else { return };
    let handle = Rc::new(handle);
    for name in ["pointerup", "keydown"] {
        let handle = handle.clone();
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&document, name, options, move |_| handle()).forget();
    }
}
