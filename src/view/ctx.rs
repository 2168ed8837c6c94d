//! What every view can reach: the model to read, the phrases, and the ways to say that something happened.

use leptos::prelude::*;

use crate::{
    domain::{Event, Model, effect::Said},
    text::Text,
};

/// A wish that only the shell can fulfil, since it needs the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Start a session: the shell gives it its name and wakes the sound.
    Start,
    /// Hand everything known to the person as a file.
    Backup,
    /// Go over to the app's new version, which waits.
    Update,
    /// Go back one screen, as the browser's own button does.
    Back,
}

/// What the shell knows of the device.
#[expect(clippy::struct_excessive_bools, reason = "facts that have nothing to do with each other")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// A new version of the app waits.
    pub update_waits: bool,
    /// Everything needed offline is stored.
    pub offline_ready: bool,
    /// The screen may go dark: keeping it awake was refused or is not possible.
    pub may_sleep: bool,
    /// This phone or tablet is an iPhone or iPad, and the app is not on its Home Screen.
    pub ios_browser: bool,
}

/// What every view can reach.
#[derive(Clone, Copy)]
pub struct Ctx {
    /// Everything the app knows.
    pub model: ReadSignal<Model>,
    /// The phrases of the language in use.
    pub text: Memo<&'static Text>,
    /// The last thing told, with a count so that the same words twice are two announcements.
    pub said: ReadSignal<(u32, Option<Said>)>,
    /// What the shell knows of the device.
    pub device: ReadSignal<Device>,
    /// Says that something happened.
    pub send: UnsyncCallback<Event>,
    /// Asks the shell.
    pub ask: UnsyncCallback<Ask>,
}

/// The context that the shell provided.
pub fn ctx() -> Ctx {
    expect_context()
}

impl Ctx {
    /// Says that something happened.
    pub fn send(&self, event: Event) {
        self.send.run(event);
    }

    /// Asks the shell.
    pub fn ask(&self, ask: Ask) {
        self.ask.run(ask);
    }

    /// The phrases of the language in use; read inside a reactive scope, it follows the language.
    pub fn t(&self) -> &'static Text {
        self.text.get()
    }

    /// A part of the model that changes only when it really changes.
    pub fn part<T: Clone + PartialEq + Send + Sync + 'static>(
        &self,
        read: impl Fn(&Model) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let model = self.model;
        Memo::new(move |_| model.with(&read))
    }
}
