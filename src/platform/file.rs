//! Files: shared or downloaded, and read when chosen. Also the `navigator.storage` API.

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
    timeout::{BROWSER_TIMEOUT_MS, TimedOut, with_timeout},
};

/// The type of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A backup.
    Backup,
    /// Holds as a table.
    Csv,
    /// A calendar reminder.
    Calendar,
    /// Plain text.
    Text,
}

impl FileKind {
    const fn mime(self) -> &'static str {
        match self {
            Self::Backup => "application/json",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Calendar => "text/calendar; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
        }
    }
}

/// Whether files are exported through the share sheet, which opens only directly in a user gesture. Not on devices
/// with a mouse: a computer's share sheet cannot save into a folder.
pub fn has_share_sheet() -> bool {
    let is_coarse = || Some(device::window()?.match_media("(pointer: coarse)").ok()??.matches());
    let can_share = |navigator: Navigator| Reflect::has(&navigator, &"canShare".into()).unwrap_or(false);
    is_coarse().unwrap_or(false) && device::navigator().is_some_and(can_share)
}

/// Shares a text as a file, or downloads it. Call it in a user gesture. Returns whether it was saved or shared. Calls
/// `on_share_sheet` when the share sheet opens: it may stay open for long, and some never report a result.
pub async fn share_or_download(
    name: &str,
    kind: FileKind,
    text: &str,
    on_share_sheet: impl FnOnce(),
) -> bool {
    let file = file(name, kind, text);
    if let Some(shared) = file.as_ref().and_then(share) {
        let start_mono_ms = clock::mono_ms();
        on_share_sheet();
        match JsFuture::from(shared).await {
            Ok(_) => return true,
            Err(error) if is_named(&error, "AbortError") => return false,
            // After so long, a download would be unexpected.
            Err(_) if clock::mono_ms() - start_mono_ms > i64::from(BROWSER_TIMEOUT_MS) => return false,
            // Some browsers detect only now that they cannot share this type of file.
            Err(_) => {}
        }
    }
    let blob = file.map(Blob::from).or_else(|| blob(kind, text));
    blob.is_some_and(|blob| download(name, &blob).is_ok())
}

/// Opens the share sheet, if the browser can share this file.
fn share(file: &File) -> Option<js_sys::Promise> {
    if !has_share_sheet() {
        return None;
    }
    let navigator = device::navigator()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(file));
    navigator.can_share_with_data(&data).then(|| navigator.share_with_data(&data))
}

/// Downloads a file.
fn download(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = device::document().ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser reads the URL some time after the click.
    Timeout::new(10_000, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}

/// `None` if the browser has no `File` constructor.
fn file(name: &str, kind: FileKind, text: &str) -> Option<File> {
    let options = FilePropertyBag::new();
    options.set_type(kind.mime());
    File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options).ok()
}

/// For a download if there is no `File` constructor.
fn blob(kind: FileKind, text: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind.mime());
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()
}

fn is_named(error: &JsValue, name: &str) -> bool {
    error.dyn_ref::<DomException>().is_some_and(|error| error.name() == name)
}

/// Why a chosen file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadFileError {
    /// It is larger than the limit.
    TooLarge,
    /// The browser could not read it.
    Failed,
}

/// The file that was chosen in an `<input type="file">`.
pub fn selected_file(field: &JsValue) -> Option<File> {
    field.dyn_ref::<HtmlInputElement>()?.files()?.get(0)
}

/// How many bytes of a file are read at once, which takes a few milliseconds.
const CHUNK_BYTES: usize = 1 << 20;

/// Reads a file of at most `max_bytes`.
///
/// # Errors
/// If it is larger, or if the browser cannot read it in time: it may be in cloud storage.
pub async fn read(file: &File, max_bytes: usize) -> Result<Vec<u8>, ReadFileError> {
    let size = usize::try_from(clock::floor_to_i64(file.size())).unwrap_or(usize::MAX);
    if size > max_bytes {
        return Err(ReadFileError::TooLarge);
    }
    let mut bytes = Vec::with_capacity(size);
    while bytes.len() < size {
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let [from, to] = [bytes.len(), bytes.len() + CHUNK_BYTES].map(|at| at as f64);
        let chunk = file.slice_with_f64_and_f64(from, to).map_err(|_| ReadFileError::Failed)?;
        let buffer = with_timeout(BROWSER_TIMEOUT_MS, JsFuture::from(chunk.array_buffer())).await;
        let chunk = Uint8Array::new(
            &buffer.map_err(|TimedOut| ReadFileError::Failed)?.map_err(|_| ReadFileError::Failed)?,
        );
        if chunk.length() == 0 {
            // The file has become shorter meanwhile.
            return Err(ReadFileError::Failed);
        }
        bytes.extend(chunk.to_vec());
    }
    Ok(bytes)
}

/// Whether the browser's language uses a decimal comma.
pub fn uses_decimal_comma() -> bool {
    let languages = device::navigator().map(|navigator| navigator.languages()).unwrap_or_default();
    let format = NumberFormat::new(&languages, &Object::new()).format();
    let written = format.call1(&JsValue::UNDEFINED, &1.5.into()).ok().and_then(|text| text.as_string());
    written.is_some_and(|text| !text.contains('.'))
}

/// Whether the storage is persistent; `None` if the browser does not support it.
pub async fn is_persisted() -> Option<bool> {
    let answer = JsFuture::from(storage_manager()?.persisted().ok()?).await;
    Some(answer.is_ok_and(|yes| yes.is_truthy()))
}

/// Requests persistent storage, and returns whether it is granted; `None` if the browser does not support it.
pub async fn request_persistence() -> Option<bool> {
    let answer = JsFuture::from(storage_manager()?.persist().ok()?).await;
    Some(answer.is_ok_and(|yes| yes.is_truthy()))
}

/// How many bytes of storage the origin uses, and its quota; `None` if the browser does not report them.
pub async fn estimate() -> Option<[f64; 2]> {
    let answer = JsFuture::from(storage_manager()?.estimate().ok()?).await.ok()?;
    let estimate: StorageEstimate = answer.unchecked_into();
    Some([estimate.get_usage().unwrap_or_default(), estimate.get_quota().unwrap_or_default()])
}

/// `None` outside a secure context.
fn storage_manager() -> Option<StorageManager> {
    Some(device::navigator()?.storage()).filter(|storage| storage.is_object())
}
