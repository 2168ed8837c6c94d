//! The app's page as a person uses it: controls by their accessible name, visible text, and points to tap.

mod accessibility;
mod dom_updates;
mod files;
mod history;
mod leg;
mod navigation;
mod phase;
mod presentation;
mod press;
mod sample_sessions;
mod service_worker;
mod session;
mod stored;
mod timer;
mod web_locks;

use crate::browser::{Browser, wait_until};
use crate::failure::{Failure, Outcome, fail};
use crate::pointer::{Key, Point};
use http::Method;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

pub use navigation::{lazy_screen_names, screen_names};
pub use phase::Phase;
pub use sample_sessions::{sample_backup, session_record};
pub use stored::{Ending, StoredTexts, only_sessions};
pub use timer::{ADJUSTABLE_CLOCK, DAY_MS, HOUR_MS};

/// Functions of the page object, prepended to every call of one.
const HELPERS: &str = include_str!("helpers.js");

/// The kind of a control, as assistive technology presents it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ControlKind {
    /// A button.
    Button,
    /// A button or a link.
    Control,
    /// A radio button.
    Radio,
    /// A range input.
    Range,
}

impl ControlKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Control => "control",
            Self::Radio => "radio",
            Self::Range => "range",
        }
    }
}

impl Browser {
    /// Calls a function of `helpers.js`.
    pub(crate) async fn call_helper<T: DeserializeOwned>(&self, helper: &str, args: Value) -> Outcome<T> {
        let args = args.as_array().cloned().unwrap_or_default();
        let answer = self.js(&format!("{HELPERS}; return eased.{helper}(...arguments);"), args).await?;
        Ok(serde_json::from_value(answer)?)
    }

    /// Opens a file of the site that is not the app, with the app's storage: the app does not run and writes nothing.
    pub async fn open_without_app(&self, url: &str) -> Outcome {
        self.open(&format!("{url}sw.js")).await
    }

    /// Opens the URL and waits until the app handles taps.
    pub async fn open_app(&self, url: &str) -> Outcome {
        self.open(url).await?;
        self.wait_ready().await
    }

    /// Loads the app repeatedly until everything is cached and the service worker controls the page: it does so from the second
    /// visit.
    pub async fn open_until_cached(&self, url: &str) -> Outcome {
        for _ in 0..2 {
            self.open_app(url).await?;
            self.wait_offline_ready().await?;
        }
        Ok(())
    }

    /// Reloads the page and waits until the app handles taps.
    pub async fn reload_app(&self) -> Outcome {
        self.reload().await?;
        self.wait_ready().await
    }

    /// Waits until the app handles taps.
    pub async fn wait_ready(&self) -> Outcome {
        self.wait_until_true("html[data-ready]", "return 'ready' in document.documentElement.dataset").await
    }

    /// Waits until everything that is needed offline is cached.
    pub async fn wait_offline_ready(&self) -> Outcome {
        self.wait_until_true(
            "html[data-offline=ready]",
            "return document.documentElement.dataset.offline === 'ready'",
        )
        .await
    }

    /// Waits until the body of a function returns true.
    pub async fn wait_until_true(&self, what: &str, body: &str) -> Outcome {
        wait_until(what, async || Ok((self.js(body, vec![]).await? == true).then_some(()))).await
    }

    /// Whether such a control can be used now.
    pub async fn has(&self, kind: ControlKind, name: &str) -> Outcome<bool> {
        self.call_helper("has", json!([kind.as_str(), name])).await
    }

    /// Waits for a control that can be used.
    pub async fn wait_for(&self, kind: ControlKind, name: &str) -> Outcome {
        let found = wait_until(format!("a {} named \"{name}\"", kind.as_str()), async || {
            Ok(self.has(kind, name).await?.then_some(()))
        })
        .await;
        match found {
            Ok(()) => Ok(()),
            Err(why) => fail!("{why}; there are {:?}", self.control_names(kind).await?),
        }
    }

    /// Waits until no such control can be used.
    pub async fn wait_gone(&self, kind: ControlKind, name: &str) -> Outcome {
        wait_until(format!("no {} named \"{name}\"", kind.as_str()), async || {
            Ok((!self.has(kind, name).await?).then_some(()))
        })
        .await
    }

    /// The names of all controls of a kind that can be used.
    pub async fn control_names(&self, kind: ControlKind) -> Outcome<Vec<String>> {
        self.call_helper("names", json!([kind.as_str()])).await
    }

    /// The value of a range input.
    pub async fn range_value(&self, name: &str) -> Outcome<i64> {
        let value: Option<String> = self.call_helper("value", json!(["range", name])).await?;
        let Some(value) = value.and_then(|text| text.parse().ok()) else {
            fail!(
                "no range input named \"{name}\"; there are {:?}",
                self.control_names(ControlKind::Range).await?
            );
        };
        Ok(value)
    }

    /// Chooses an option of the `<select>` whose label begins with `label`, with a `change` event; or presses the
    /// option's chip button, unless it is pressed already.
    pub async fn choose_option(&self, label: &str, option: &str) -> Outcome {
        let script = "const [label, option] = arguments;\
            const chips = [...document.querySelectorAll('.chips')].find((c) => c.firstElementChild.textContent.trim() === label);\
            const chip = [...(chips?.querySelectorAll('button') ?? [])].find((b) => b.textContent.trim() === option);\
            if (chip?.getAttribute('aria-pressed') === 'false') chip.click();\
            if (chip) return true;\
            const field = [...document.querySelectorAll('label')].find((l) => l.textContent.trim().startsWith(label));\
            const list = field?.querySelector('select');\
            const found = [...(list?.options ?? [])].find((o) => o.text === option);\
            if (!found) return false;\
            list.value = found.value;\
            list.dispatchEvent(new Event('change', { bubbles: true }));\
            return true;";
        wait_until(format!("the choice \"{option}\" of \"{label}\""), async || {
            let chosen = self.js(script, vec![json!(label), json!(option)]).await?;
            Ok((chosen == true).then_some(()))
        })
        .await
    }

    /// The visible text, without parts behind a modal dialog.
    pub async fn visible_text(&self) -> Outcome<String> {
        self.call_helper("text", json!([])).await
    }

    /// Waits until one of these phrases is visible, ignoring case; returns which.
    pub async fn wait_for_text<'a>(&self, phrases: &[&'a str]) -> Outcome<&'a str> {
        let read = wait_until(format!("one of {phrases:?} on the screen"), async || {
            let text = self.visible_text().await?.to_lowercase();
            Ok(phrases.iter().copied().find(|phrase| text.contains(&phrase.to_lowercase())))
        })
        .await;
        match read {
            Ok(phrase) => Ok(phrase),
            Err(why) => fail!("{why}; it reads: {}", self.visible_text().await?),
        }
    }

    /// Closes the open dialog, if there is one, by its button.
    pub async fn close_dialog(&self) -> Outcome {
        const OPEN: &str = "return !!document.querySelector('dialog:modal')";
        if self.js(OPEN, vec![]).await? == true && self.has(ControlKind::Button, "Close").await? {
            self.press(ControlKind::Button, "Close").await?;
            self.wait_until_true("the dialog to close", "return !document.querySelector('dialog:modal')")
                .await?;
        }
        Ok(())
    }

    /// Presses Tab, or Shift+Tab where the control comes before the focus, until the control has the focus, and waits
    /// until the focus is visible. Never past the end of the page, where Firefox continues with its own buttons.
    pub async fn tab_to(&self, name: &str) -> Outcome {
        let mut names = Vec::new();
        for _ in 0..80 {
            let focus: Value = self.call_helper("focus", json!([name])).await?;
            if focus["wanted"] == true {
                return wait_until(format!("the focus on \"{name}\" to be visible"), async || {
                    Ok((self.call_helper::<Value>("focus", json!([])).await?["seen"] == true).then_some(()))
                })
                .await;
            }
            names.push(focus["name"].as_str().unwrap_or("-").to_owned());
            let back: bool = self.call_helper("isBefore", json!([name])).await?;
            self.press_keys(&[if back { Key::ShiftTab } else { Key::Tab }]).await?;
        }
        fail!("Tab never reaches \"{name}\"; it reached {names:?}");
    }

    /// The role and name of every usable control, as the engine computes them for assistive technology.
    pub async fn computed_roles_and_names(&self) -> Outcome<Vec<(String, String)>> {
        let elements: Vec<Value> = self.call_helper("elements", json!([])).await?;
        let mut roles_and_names = Vec::new();
        for element in elements {
            let Some(id) =
                element.as_object().and_then(|object| object.values().next()).and_then(Value::as_str)
            else {
                fail!("unexpected element: {element}");
            };
            let role = self.command(Method::GET, &format!("element/{id}/computedrole"), None).await?;
            let name = self.command(Method::GET, &format!("element/{id}/computedlabel"), None).await?;
            roles_and_names.push((
                role.as_str().unwrap_or_default().to_owned(),
                name.as_str().unwrap_or_default().to_owned(),
            ));
        }
        Ok(roles_and_names)
    }

    /// Fails when the page can be scrolled sideways.
    pub async fn expect_no_horizontal_scroll(&self, screen: &str) -> Outcome {
        match self.call_helper::<Option<String>>("overflow", json!([])).await? {
            Some(why) => fail!("{screen} is {why}"),
            None => Ok(()),
        }
    }
}

/// Reads a point from a helper's result.
fn parse_point(answer: &Value) -> Outcome<Point> {
    match (answer["x"].as_i64(), answer["y"].as_i64()) {
        (Some(x), Some(y)) => Ok(Point { x, y }),
        _ => Err(Failure(format!("no point in {answer}"))),
    }
}
