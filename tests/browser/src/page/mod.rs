//! The app as a person meets it: controls by their name, what can be read, where a finger goes.

mod access;
mod files;
mod history;
mod leg;
mod locks;
mod look;
mod phase;
mod press;
mod seed;
mod session;
mod stored;
mod timer;
mod updates;
mod worker;

use crate::browser::{Browser, until};
use crate::failure::{Failure, Outcome, fail};
use crate::pointer::{Key, Place};
use http::Method;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

pub use phase::Phase;
pub use seed::{backup_of, revision_of};
pub use stored::{Ending, Texts};
pub use timer::{CLOCK, DAY_MS, HOUR_MS};

/// Prepended to every question.
const HELPERS: &str = include_str!("helpers.js");

/// What a control is to assistive technology.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A button.
    Button,
    /// A button or a link: whichever leads somewhere.
    Control,
    /// A radio button.
    Radio,
    /// A range input.
    Range,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Control => "control",
            Self::Radio => "radio",
            Self::Range => "range",
        }
    }
}

/// Screens with a name in the navigation and a hash of their own.
pub const SCREENS: [(&str, &str); 4] =
    [("Leg", "#/"), ("History", "#/history"), ("Learn", "#/learn"), ("Settings", "#/settings")];

impl Browser {
    /// Asks one of the helpers.
    pub(crate) async fn ask<T: DeserializeOwned>(&self, helper: &str, args: Value) -> Outcome<T> {
        let args = args.as_array().cloned().unwrap_or_default();
        let answer = self.js(&format!("{HELPERS}; return eased.{helper}(...arguments);"), args).await?;
        Ok(serde_json::from_value(answer)?)
    }

    /// Opens a file of the site without the app, whose storage is the app's.
    pub async fn open_bare(&self, url: &str) -> Outcome {
        self.open(&format!("{url}sw.js")).await
    }

    /// Opens the address and waits until the app handles taps.
    pub async fn open_app(&self, url: &str) -> Outcome {
        self.open(url).await?;
        self.ready().await
    }

    /// Loads the page again and waits until the app handles taps.
    pub async fn reload_app(&self) -> Outcome {
        self.reload().await?;
        self.ready().await
    }

    /// Waits until the app handles taps.
    pub async fn ready(&self) -> Outcome {
        self.until_true("html[data-ready]", "return 'ready' in document.documentElement.dataset").await
    }

    /// Waits until everything needed offline is stored.
    pub async fn offline_ready(&self) -> Outcome {
        self.until_true(
            "html[data-offline=ready]",
            "return document.documentElement.dataset.offline === 'ready'",
        )
        .await
    }

    /// Waits until the body of a function returns true.
    pub async fn until_true(&self, what: &str, body: &str) -> Outcome {
        until(what, async || Ok((self.js(body, vec![]).await? == true).then_some(()))).await
    }

    /// True when such a control can be reached now.
    pub async fn has(&self, kind: Kind, name: &str) -> Outcome<bool> {
        self.ask("has", json!([kind.word(), name])).await
    }

    /// Waits for a control that can be reached.
    pub async fn wait_for(&self, kind: Kind, name: &str) -> Outcome {
        let found = until(format!("a {} named \"{name}\"", kind.word()), async || {
            Ok(self.has(kind, name).await?.then_some(()))
        })
        .await;
        match found {
            Ok(()) => Ok(()),
            Err(why) => fail!("{why}; there are {:?}", self.names(kind).await?),
        }
    }

    /// Waits until no such control can be reached.
    pub async fn wait_gone(&self, kind: Kind, name: &str) -> Outcome {
        until(format!("no {} named \"{name}\"", kind.word()), async || {
            Ok((!self.has(kind, name).await?).then_some(()))
        })
        .await
    }

    /// Names of all controls of a kind that can be reached.
    pub async fn names(&self, kind: Kind) -> Outcome<Vec<String>> {
        self.ask("names", json!([kind.word()])).await
    }

    /// The value of a range input.
    pub async fn range(&self, name: &str) -> Outcome<i64> {
        let value: Option<String> = self.ask("value", json!(["range", name])).await?;
        let Some(value) = value.and_then(|text| text.parse().ok()) else {
            fail!("there is no range named \"{name}\"; there are {:?}", self.names(Kind::Range).await?);
        };
        Ok(value)
    }

    /// Chooses an option of the list whose label begins with `label`, as a person would: the list hears of it. An answer of
    /// chips is pressed, unless it is given already.
    pub async fn choose(&self, label: &str, option: &str) -> Outcome {
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
        until(format!("the choice \"{option}\" of \"{label}\""), async || {
            let chosen = self.js(script, vec![json!(label), json!(option)]).await?;
            Ok((chosen == true).then_some(()))
        })
        .await
    }

    /// Everything that can be read now.
    pub async fn text(&self) -> Outcome<String> {
        self.ask("text", json!([])).await
    }

    /// Waits until one of these phrases can be read, in any case of letters; gives back which.
    pub async fn wait_to_read<'a>(&self, phrases: &[&'a str]) -> Outcome<&'a str> {
        let read = until(format!("one of {phrases:?} on the screen"), async || {
            let text = self.text().await?.to_lowercase();
            Ok(phrases.iter().copied().find(|phrase| text.contains(&phrase.to_lowercase())))
        })
        .await;
        match read {
            Ok(phrase) => Ok(phrase),
            Err(why) => fail!("{why}; it reads: {}", self.text().await?),
        }
    }

    /// Goes to a screen by its link or button.
    pub async fn visit(&self, screen: &str) -> Outcome {
        let Some((_, hash)) = SCREENS.into_iter().find(|(name, _)| *name == screen) else {
            fail!("no screen is called {screen}");
        };
        self.press(Kind::Control, screen).await?;
        until(format!("the address to end with {hash}"), async || {
            let url = self.url().await?;
            let at = url.split_once('#').map_or("#/".to_owned(), |(_, at)| format!("#{at}"));
            Ok((at == hash).then_some(()))
        })
        .await
    }

    /// Closes the dialog that lies over the screen, if there is one, by its own button.
    pub async fn close_dialog(&self) -> Outcome {
        const OPEN: &str = "return !!document.querySelector('dialog:modal')";
        if self.js(OPEN, vec![]).await? == true && self.has(Kind::Button, "Close").await? {
            self.press(Kind::Button, "Close").await?;
            self.until_true("the dialog to close", "return !document.querySelector('dialog:modal')").await?;
        }
        Ok(())
    }

    /// Presses Tab or, where the control comes before the focus, Shift+Tab until the control has the focus, and waits until
    /// that can be seen. Never past the end: there Firefox goes on to its own buttons.
    pub async fn tab_to(&self, name: &str) -> Outcome {
        let mut met = Vec::new();
        for _ in 0..80 {
            let focus: Value = self.ask("focus", json!([name])).await?;
            if focus["wanted"] == true {
                return until(format!("the focus on \"{name}\" to show"), async || {
                    Ok((self.ask::<Value>("focus", json!([])).await?["seen"] == true).then_some(()))
                })
                .await;
            }
            met.push(focus["name"].as_str().unwrap_or("-").to_owned());
            let back: bool = self.ask("isBefore", json!([name])).await?;
            self.keys(&[if back { Key::ShiftTab } else { Key::Tab }]).await?;
        }
        fail!("Tab never comes to \"{name}\"; it met {met:?}");
    }

    /// Role and name of every control that can be reached, as the engine computes them for assistive technology.
    pub async fn told_names(&self) -> Outcome<Vec<(String, String)>> {
        let elements: Vec<Value> = self.ask("elements", json!([])).await?;
        let mut told = Vec::new();
        for element in elements {
            let Some(id) =
                element.as_object().and_then(|object| object.values().next()).and_then(Value::as_str)
            else {
                fail!("an element came as {element}");
            };
            let role = self.command(Method::GET, &format!("element/{id}/computedrole"), None).await?;
            let name = self.command(Method::GET, &format!("element/{id}/computedlabel"), None).await?;
            told.push((
                role.as_str().unwrap_or_default().to_owned(),
                name.as_str().unwrap_or_default().to_owned(),
            ));
        }
        Ok(told)
    }

    /// Fails when the page can be scrolled sideways.
    pub async fn fits_sideways(&self, screen: &str) -> Outcome {
        match self.ask::<Option<String>>("overflow", json!([])).await? {
            Some(why) => fail!("{screen} is {why}"),
            None => Ok(()),
        }
    }
}

/// Reads a place out of a helper's answer.
fn place(answer: &Value) -> Outcome<Place> {
    match (answer["x"].as_i64(), answer["y"].as_i64()) {
        (Some(x), Some(y)) => Ok(Place { x, y }),
        _ => Err(Failure(format!("no place in {answer}"))),
    }
}
