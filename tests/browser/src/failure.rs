//! Why a scenario failed: the error type, the macros that return it, and what the page showed at that moment.

use crate::browser::Browser;
use serde_json::Value;
use std::fmt;

/// One sentence for the reader of the report: what was expected and what was found.
#[derive(Debug, Clone)]
pub struct Failure(pub String);

/// The result of every step of a scenario.
pub type Outcome<T = ()> = Result<T, Failure>;

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl From<thirtyfour::error::WebDriverError> for Failure {
    fn from(error: thirtyfour::error::WebDriverError) -> Self {
        Self(format!("WebDriver: {error}"))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(format!("input/output: {error}"))
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self(format!("JSON: {error}"))
    }
}

/// Returns a [`Failure`] with a formatted sentence.
macro_rules! fail {
    ($($sentence:tt)*) => {
        return Err($crate::failure::Failure(format!($($sentence)*)))
    };
}

/// Returns a [`Failure`] with a formatted sentence unless the condition holds.
macro_rules! ensure {
    ($condition:expr, $($sentence:tt)*) => {
        if !$condition {
            $crate::failure::fail!($($sentence)*);
        }
    };
}

pub(crate) use {ensure, fail};

/// Maximum number of characters of the page's text that are printed.
const MAX_TEXT_CHARS: usize = 900;
/// Maximum number of characters of the page's text in a line.
const TEXT_LINE_CHARS: usize = 110;
/// Maximum number of storage keys that are printed.
const MAX_KEYS: usize = 12;
/// Maximum number of console errors that are printed.
const MAX_CONSOLE_ERRORS: usize = 4;
/// Maximum number of characters of a console error that are printed.
const MAX_ERROR_CHARS: usize = 240;

/// The address, the session's phase and leg, the attributes of `<html>`, and the app's keys in localStorage, where the
/// scenario has not blocked it.
const STATE: &str = "const root = document.documentElement, session = document.querySelector('[data-phase]');\
    const attributes = [...root.attributes].map((one) => `${one.name}=\"${one.value}\"`).join(' ');\
    let keys = null; try { keys = Object.keys(localStorage).filter((key) => key.startsWith('eased.')).sort(); } catch {}\
    return [location.href, session?.dataset.phase ?? 'none', session?.dataset.leg ?? 'none', attributes.slice(0, 300), keys]";

/// Adds what the page shows to the report of a failure, at most about 16 lines. Each piece may be missing: the page may
/// be broken, or the browser ended.
pub async fn describe_page(page: &Browser, lines: &mut Vec<String>) {
    match page.js(STATE, vec![]).await {
        Ok(state) => {
            let text = |at: usize| state[at].as_str().unwrap_or_default();
            lines.push(format!("      url: {}", text(0)));
            lines.push(format!("      data-phase: {}   data-leg: {}", text(1), text(2)));
            lines.push(format!("      <html {}>", text(3)));
            lines.push(format!("      localStorage: {}", keys_line(&state[4])));
        }
        // A page that runs no scripts still has an address.
        Err(why) => match page.url().await {
            Ok(url) => lines.push(format!("      url: {url} (no script runs: {why})")),
            Err(why) => lines.push(format!("      the page cannot be read: {why}")),
        },
    }
    if let Ok(text) = page.visible_text().await {
        let text: Vec<char> = text.chars().collect();
        let shown = &text[..text.len().min(MAX_TEXT_CHARS)];
        let rows: Vec<String> = shown.chunks(TEXT_LINE_CHARS).map(|row| row.iter().collect()).collect();
        let more = if text.len() > shown.len() { " ..." } else { "" };
        lines.push(format!("      visible text: {}{more}", rows.join("\n        ")));
    }
    let errors = page.console_errors().await.unwrap_or_default();
    for error in errors.iter().take(MAX_CONSOLE_ERRORS) {
        let error: String = error.replace('\n', " ").chars().take(MAX_ERROR_CHARS).collect();
        lines.push(format!("      console: {error}"));
    }
    if errors.len() > MAX_CONSOLE_ERRORS {
        lines.push(format!("      console: {} errors in all", errors.len()));
    }
}

/// The keys of localStorage in one line.
fn keys_line(keys: &Value) -> String {
    let Some(keys) = keys.as_array() else { return "localStorage cannot be read".into() };
    let shown: Vec<&str> = keys.iter().take(MAX_KEYS).filter_map(Value::as_str).collect();
    match keys.len() {
        0 => "the app has no keys".into(),
        count if count > MAX_KEYS => format!("{} and {} more keys", shown.join(", "), count - MAX_KEYS),
        _ => shown.join(", "),
    }
}
