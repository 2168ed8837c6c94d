//! Hands a file to the person: by the share sheet of a phone, else as a download; and takes one in. What not every
//! browser has is called by its name.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlAnchorElement, Url};

use super::{call, device};

/// What a file is to the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A backup.
    Backup,
    /// A table.
    Table,
    /// A calendar.
    Calendar,
}

impl Kind {
    const fn mime(self) -> &'static str {
        match self {
            Self::Backup => "application/json",
            Self::Table => "text/csv; charset=utf-8",
            Self::Calendar => "text/calendar; charset=utf-8",
        }
    }
}

/// Hears whether a file was taken.
pub type Told = Box<dyn FnOnce(bool)>;

/// Whether files go to the share sheet here: then one has to be ready when the button is pressed. Not where there
/// is a mouse: a computer's share sheet has no folder to put a file into.
pub fn has_sheet() -> bool {
    let coarse = || call::method(device::window()?.as_ref(), "matchMedia", &"(pointer: coarse)".into());
    let coarse = coarse().is_some_and(|query| call::get(&query, "matches").is_truthy());
    coarse && device::navigator().is_some_and(|navigator| call::get(&navigator, "canShare").is_truthy())
}

/// Hands a text over under `name`.
pub fn hand(name: &str, kind: Kind, text: &str, told: Told) {
    let Some(made) = made(name, kind, text) else {
        return told(false);
    };
    let Some(shared) = share(&made) else {
        return told(download(name, &made).is_ok());
    };
    let name = name.to_owned();
    call::settled(
        &shared,
        Box::new(move |end| match end {
            Ok(_) => told(true),
            Err(why) if call::get(&why, "name") == "AbortError" => told(false),
            // Some browsers find out only now that they do not share files of this kind.
            Err(_) => told(download(&name, &made).is_ok()),
        }),
    );
}

/// Opens the share sheet, where the browser says that it takes this file.
fn share(made: &Blob) -> Option<Promise> {
    if !has_sheet() {
        return None;
    }
    let navigator = device::navigator()?;
    let data = object(&[("files", list(&[made.into()]).into())]);
    let can = call::method(&navigator, "canShare", &data)?;
    if !can.is_truthy() {
        return None;
    }
    call::method(&navigator, "share", &data)?.dyn_into().ok()
}

/// Lets the browser save it, under its name.
fn download(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = device::document().ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser reads the address after the click; it may go once this turn is over.
    let revoke = call::hearing(move |_| {
        Url::revoke_object_url(&url).ok();
    });
    call::after(10_000, &revoke);
    Ok(())
}

/// A file, or where there are none a blob, whose name is given when it is downloaded.
fn made(name: &str, kind: Kind, text: &str) -> Option<Blob> {
    let window = device::window()?;
    let parts = list(&[text.into()]);
    let options = object(&[("type", kind.mime().into())]);
    let construct = |class: &str, with: &[JsValue]| {
        let class = call::get(&window, class);
        // `new`, by a way that the program has for other things.
        let reflect = call::get(&window, "Reflect");
        let new: Function = call::get(&reflect, "construct").dyn_into().ok()?;
        new.call3(&reflect, &class, &list(with), &class).ok()
    };
    let file = construct("File", &[parts.clone().into(), name.into(), options.clone().into()])
        .or_else(|| construct("Blob", &[parts.into(), options.into()]))?;
    Some(file.unchecked_into())
}

fn list(items: &[JsValue]) -> js_sys::Array {
    items.iter().collect()
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a plain object cannot fail.
        Reflect::set(&object, &(*name).into(), value).ok();
    }
    object
}

/// Why a chosen file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// None was chosen.
    None,
    /// It is larger than was allowed.
    TooLarge,
    /// The browser could not.
    Refused,
}

/// Reads the file that was chosen in a field, if it has at most so many bytes.
pub fn chosen(field: &JsValue, most_bytes: usize, told: Box<dyn FnOnce(Result<String, NotRead>)>) {
    let file = call::get(&call::get(field, "files"), "0");
    if file.is_undefined() {
        return told(Err(NotRead::None));
    }
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    let fits = call::get(&file, "size").as_f64().is_some_and(|size| size <= most_bytes as f64);
    if !fits {
        return told(Err(NotRead::TooLarge));
    }
    let Some(text) = call::method(&file, "text", &JsValue::UNDEFINED) else {
        return told(Err(NotRead::Refused));
    };
    call::settled(
        text.unchecked_ref(),
        Box::new(move |end| told(end.ok().and_then(|text| text.as_string()).ok_or(NotRead::Refused))),
    );
}

/// Asks the browser whether it has promised to keep the data, or to promise it; says nothing where it knows no such
/// thing.
pub fn promise(to_ask: bool, told: Told) {
    let storage = device::navigator().map(|navigator| call::get(&navigator, "storage")).unwrap_or_default();
    let name = if to_ask { "persist" } else { "persisted" };
    let answer = call::method(&storage, name, &JsValue::UNDEFINED);
    if let Some(answer) = answer.and_then(|answer| answer.dyn_into::<Promise>().ok()) {
        call::settled(&answer, Box::new(move |end| told(end.is_ok_and(|yes| yes.is_truthy()))));
    }
}

/// Asks the browser how many bytes of its stores the site uses, and how many it may; says nothing where it does not tell.
pub fn estimate(told: Box<dyn FnOnce([f64; 2])>) {
    let storage = device::navigator().map(|navigator| call::get(&navigator, "storage")).unwrap_or_default();
    let answer = call::method(&storage, "estimate", &JsValue::UNDEFINED);
    if let Some(answer) = answer.and_then(|answer| answer.dyn_into::<Promise>().ok()) {
        let number = |of: &JsValue, name| call::get(of, name).as_f64().unwrap_or_default();
        let heard = move |end: call::End| {
            if let Ok(of) = end {
                told([number(&of, "usage"), number(&of, "quota")]);
            }
        };
        call::settled(&answer, Box::new(heard));
    }
}
