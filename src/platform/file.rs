//! Hands a file to the person: by the share sheet of a phone, else as a download; and takes one in.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Intl::NumberFormat, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DomException, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement,
    Navigator, ShareData, StorageEstimate, StorageManager, Url,
};

use super::{
    clock, device,
    patience::{PATIENCE_MS, TimedOut, within},
};

/// What a file is to the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A backup.
    Backup,
    /// A table.
    Table,
    /// A calendar.
    Calendar,
    /// A text as it is.
    Text,
}

impl Kind {
    const fn mime(self) -> &'static str {
        match self {
            Self::Backup => "application/json",
            Self::Table => "text/csv; charset=utf-8",
            Self::Calendar => "text/calendar; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
        }
    }
}

/// Whether files go to the share sheet here: then one has to be ready when the button is pressed. Not where there
/// is a mouse: a computer's share sheet has no folder to put a file into.
pub fn has_share_sheet() -> bool {
    let is_coarse = || Some(device::window()?.match_media("(pointer: coarse)").ok()??.matches());
    let can_share = |navigator: Navigator| Reflect::has(&navigator, &"canShare".into()).unwrap_or(false);
    is_coarse().unwrap_or(false) && device::navigator().is_some_and(can_share)
}

/// Hands a text over as a file under `name`; to be called in a gesture. Returns whether it was taken. Calls `waits` when
/// only the share sheet knows that: a person may take theirs, and some sheets never say.
pub async fn hand_over(name: &str, kind: Kind, text: &str, waits: impl FnOnce()) -> bool {
    let file = file(name, kind, text);
    if let Some(shared) = file.as_ref().and_then(share) {
        let began_ms = clock::mono_ms();
        waits();
        match JsFuture::from(shared).await {
            Ok(_) => return true,
            Err(error) if is_named(&error, "AbortError") => return false,
            // By now a download would come unasked.
            Err(_) if clock::mono_ms() - began_ms > i64::from(PATIENCE_MS) => return false,
            // Some browsers find out only now that they do not share files of this kind.
            Err(_) => {}
        }
    }
    let blob = file.map(Blob::from).or_else(|| blob(kind, text));
    blob.is_some_and(|blob| download(name, &blob).is_ok())
}

/// Opens the share sheet, where the browser says that it takes this file.
fn share(file: &File) -> Option<js_sys::Promise> {
    if !has_share_sheet() {
        return None;
    }
    let navigator = device::navigator()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(file));
    navigator.can_share_with_data(&data).then(|| navigator.share_with_data(&data))
}

/// Lets the browser save it, under its name.
fn download(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = device::document().ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser reads the address some time after the click.
    Timeout::new(10_000, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}

/// `None` where the browser makes no files.
fn file(name: &str, kind: Kind, text: &str) -> Option<File> {
    let options = FilePropertyBag::new();
    options.set_type(kind.mime());
    File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options).ok()
}

/// What is downloaded where there are no files; its name is given then.
fn blob(kind: Kind, text: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind.mime());
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()
}

fn is_named(error: &JsValue, name: &str) -> bool {
    error.dyn_ref::<DomException>().is_some_and(|error| error.name() == name)
}

/// Why a chosen file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// It is larger than was allowed.
    TooLarge,
    /// The browser could not.
    Refused,
}

/// The file that was chosen in a field.
pub fn chosen(field: &JsValue) -> Option<File> {
    field.dyn_ref::<HtmlInputElement>()?.files()?.get(0)
}

/// How many bytes of a file are taken over at once: a few milliseconds.
const PART_BYTES: usize = 1 << 20;

/// Reads a file, if it has at most so many bytes.
///
/// # Errors
/// When it is larger, or the browser cannot read it in time: it may lie on another device.
pub async fn read(file: &File, most_bytes: usize) -> Result<Vec<u8>, NotRead> {
    let size = usize::try_from(clock::whole(file.size())).unwrap_or(usize::MAX);
    if size > most_bytes {
        return Err(NotRead::TooLarge);
    }
    let mut bytes = Vec::with_capacity(size);
    while bytes.len() < size {
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let [from, to] = [bytes.len(), bytes.len() + PART_BYTES].map(|at| at as f64);
        let part = file.slice_with_f64_and_f64(from, to).map_err(|_| NotRead::Refused)?;
        let buffer = within(PATIENCE_MS, JsFuture::from(part.array_buffer())).await;
        let part =
            Uint8Array::new(&buffer.map_err(|TimedOut| NotRead::Refused)?.map_err(|_| NotRead::Refused)?);
        if part.length() == 0 {
            // It has become shorter meanwhile.
            return Err(NotRead::Refused);
        }
        bytes.extend(part.to_vec());
    }
    Ok(bytes)
}

/// Whether numbers are written with a decimal comma in the language that the browser asks for.
pub fn writes_decimal_comma() -> bool {
    let languages = device::navigator().map(|navigator| navigator.languages()).unwrap_or_default();
    let format = NumberFormat::new(&languages, &Object::new()).format();
    let written = format.call1(&JsValue::UNDEFINED, &1.5.into()).ok().and_then(|text| text.as_string());
    written.is_some_and(|text| !text.contains('.'))
}

/// Whether the browser has promised to keep the data; `None` where it knows no such thing.
pub async fn is_persisted() -> Option<bool> {
    let answer = JsFuture::from(storage_manager()?.persisted().ok()?).await;
    Some(answer.is_ok_and(|yes| yes.is_truthy()))
}

/// Asks the browser to promise that it keeps the data, and returns whether it does; `None` where it knows no such
/// thing.
pub async fn request_persistence() -> Option<bool> {
    let answer = JsFuture::from(storage_manager()?.persist().ok()?).await;
    Some(answer.is_ok_and(|yes| yes.is_truthy()))
}

/// How many bytes of its stores the site uses, and how many it may; `None` where the browser does not tell.
pub async fn estimate() -> Option<[f64; 2]> {
    let answer = JsFuture::from(storage_manager()?.estimate().ok()?).await.ok()?;
    let estimate: StorageEstimate = answer.unchecked_into();
    Some([estimate.get_usage().unwrap_or_default(), estimate.get_quota().unwrap_or_default()])
}

/// `None` where the page is no secure context.
fn storage_manager() -> Option<StorageManager> {
    Some(device::navigator()?.storage()).filter(|storage| storage.is_object())
}
