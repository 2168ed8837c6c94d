//! Files that the app saves and imports.

use super::ControlKind;
use crate::browser::{Browser, wait_until};
use crate::failure::{Outcome, fail};
use serde_json::json;

/// Records downloads and prevents them.
const CAPTURE_DOWNLOADS: &str = "window.caught = [];\
    const made = new Map(), make = URL.createObjectURL;\
    URL.createObjectURL = (blob) => { const url = make.call(URL, blob); made.set(url, blob); return url; };\
    const press = HTMLElement.prototype.click;\
    HTMLElement.prototype.click = function () {\
        if (!(this instanceof HTMLAnchorElement) || !this.download) return press.call(this);\
        const blob = made.get(this.href), name = this.download, type = blob.type;\
        blob.text().then((text) => caught.push([name, text, type]));\
    };";

/// Chooses a file as the browser's file dialog does.
const CHOOSE_FILE: &str = "const field = document.querySelector('input[type=file]'), files = new DataTransfer();\
    files.items.add(new File([arguments[0]], 'chosen.json', { type: 'application/json' }));\
    field.files = files.files;\
    field.dispatchEvent(new Event('change', { bubbles: true }));";

/// The same with bytes.
const CHOOSE_BYTES: &str = "const field = document.querySelector('input[type=file]'), files = new DataTransfer();\
    files.items.add(new File([new Uint8Array(arguments[0])], 'chosen.json'));\
    field.files = files.files;\
    field.dispatchEvent(new Event('change', { bubbles: true }));";

/// Deletes both stores. A page that was just left may keep its connection for a moment: the deletion waits for it.
const DELETE_STORES: &str = "const done = arguments[arguments.length - 1]; localStorage.clear(); (async () => {\
    for (const { name } of await indexedDB.databases())\
        await new Promise((yes, no) => { const ask = indexedDB.deleteDatabase(name); ask.onsuccess = yes; ask.onerror = no; });\
    return true; })().then(done, () => done(false));";

/// A saved file: its name, content and media type.
pub type SavedFile = (String, String, String);

impl Browser {
    /// Presses a button and returns the file that it saves.
    pub async fn file_from_button(&self, button: &str) -> Outcome<SavedFile> {
        self.js(&format!("if (!window.caught) {{ {CAPTURE_DOWNLOADS} }} caught.length = 0"), vec![]).await?;
        self.press(ControlKind::Button, button).await?;
        let file = wait_until(format!("a file from \"{button}\""), async || {
            let caught: Vec<SavedFile> = serde_json::from_value(self.js("return caught", vec![]).await?)?;
            Ok(caught.into_iter().next())
        });
        file.await
    }

    /// Chooses a file to be imported.
    pub async fn choose_file(&self, text: &str) -> Outcome {
        self.wait_for(ControlKind::Button, "Import backup").await?;
        self.js(CHOOSE_FILE, vec![json!(text)]).await.map(|_| ())
    }

    /// Chooses a file of these bytes to be imported.
    pub async fn choose_bytes(&self, bytes: &[u8]) -> Outcome {
        self.wait_for(ControlKind::Button, "Import backup").await?;
        self.js(CHOOSE_BYTES, vec![json!(bytes)]).await.map(|_| ())
    }

    /// Imports a file and confirms.
    pub async fn import_file(&self, text: &str) -> Outcome {
        self.choose_file(text).await?;
        self.wait_for_text(&["Import this backup?"]).await?;
        self.press_button("Import").await?;
        self.wait_for_text(&["Everything is saved."]).await?;
        self.press_button("Close").await?;
        self.wait_gone(ControlKind::Button, "Close").await
    }

    /// Deletes both stores from a file of the site that is not the app.
    pub async fn delete_stores(&self, url: &str) -> Outcome {
        self.open_without_app(url).await?;
        if self.js_async(DELETE_STORES, vec![]).await? != true {
            fail!("the stores cannot be deleted");
        }
        Ok(())
    }
}
