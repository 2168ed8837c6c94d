//! Files that the app hands over and takes in.

use super::Kind;
use crate::browser::{Browser, until};
use crate::failure::{Outcome, fail};
use serde_json::json;

/// Keeps what would be downloaded, and lets none of it go.
const CATCH: &str = "window.caught = [];\
    const made = new Map(), make = URL.createObjectURL;\
    URL.createObjectURL = (blob) => { const url = make.call(URL, blob); made.set(url, blob); return url; };\
    const press = HTMLElement.prototype.click;\
    HTMLElement.prototype.click = function () {\
        if (!(this instanceof HTMLAnchorElement) || !this.download) return press.call(this);\
        const blob = made.get(this.href), name = this.download, type = blob.type;\
        blob.text().then((text) => caught.push([name, text, type]));\
    };";

/// Chooses a file as the browser's own dialog does.
const CHOOSE: &str = "const field = document.querySelector('input[type=file]'), files = new DataTransfer();\
    files.items.add(new File([arguments[0]], 'chosen.json', { type: 'application/json' }));\
    field.files = files.files;\
    field.dispatchEvent(new Event('change', { bubbles: true }));";

/// The same with bytes.
const CHOOSE_BYTES: &str = "const field = document.querySelector('input[type=file]'), files = new DataTransfer();\
    files.items.add(new File([new Uint8Array(arguments[0])], 'chosen.json'));\
    field.files = files.files;\
    field.dispatchEvent(new Event('change', { bubbles: true }));";

/// A page that was just left may keep its connection for a moment: the deletion waits for it.
const WIPE: &str = "const done = arguments[arguments.length - 1]; localStorage.clear(); (async () => {\
    for (const { name } of await indexedDB.databases())\
        await new Promise((yes, no) => { const ask = indexedDB.deleteDatabase(name); ask.onsuccess = yes; ask.onerror = no; });\
    return true; })().then(done, () => done(false));";

/// A file: its name, what is in it, its kind.
pub type Caught = (String, String, String);

impl Browser {
    /// Presses a button and gives back the file that it hands over. The page has to be told to keep files first.
    pub async fn file_of(&self, button: &str) -> Outcome<Caught> {
        self.js(&format!("if (!window.caught) {{ {CATCH} }} caught.length = 0"), vec![]).await?;
        self.press(Kind::Button, button).await?;
        let file = until(format!("a file from \"{button}\""), async || {
            let caught: Vec<Caught> = serde_json::from_value(self.js("return caught", vec![]).await?)?;
            Ok(caught.into_iter().next())
        });
        file.await
    }

    /// Chooses a file to be imported.
    pub async fn choose_file(&self, text: &str) -> Outcome {
        self.wait_for(Kind::Button, "Import backup").await?;
        self.js(CHOOSE, vec![json!(text)]).await.map(|_| ())
    }

    /// Chooses a file of these bytes to be imported.
    pub async fn choose_bytes(&self, bytes: &[u8]) -> Outcome {
        self.wait_for(Kind::Button, "Import backup").await?;
        self.js(CHOOSE_BYTES, vec![json!(bytes)]).await.map(|_| ())
    }

    /// Takes a file in and says yes.
    pub async fn import(&self, text: &str) -> Outcome {
        self.choose_file(text).await?;
        self.wait_to_read(&["Import this backup?"]).await?;
        self.button("Import").await?;
        self.wait_to_read(&["Everything is saved."]).await?;
        self.button("Close").await?;
        self.wait_gone(Kind::Button, "Close").await
    }

    /// Takes both stores away, from a file of the site that is not the app.
    pub async fn wipe(&self, url: &str) -> Outcome {
        self.open_bare(url).await?;
        if self.js_async(WIPE, vec![]).await? != true {
            fail!("the stores cannot be taken away");
        }
        Ok(())
    }
}
