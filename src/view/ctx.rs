//! What every view can reach: the model to read, the phrases, and the ways to say that something happened.

use std::cell::{Cell, RefCell};

use leptos::prelude::{ArcTrigger, Notify};

use super::{dom::track, files::Files, rest::Rest};
use crate::{
    domain::{Event, Model, effect::Said, listing::print},
    text::Text,
};

/// A wish that only the shell can fulfil, since it needs the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Something that needs the rest of the program, which is fetched first if it is not here.
    Do(Task),
    /// What waits for the rest is not wanted any more.
    Forget,
    /// Fetch the rest of the program.
    Rest,
    /// Let the person hear what a session sounds like.
    SoundCheck,
    /// What the rest of the program asks of files and of the browser's promise; it has to be here.
    Files(Files),
    /// Take up the browser's offer to install the app.
    Install,
    /// Go over to the app's new version, which waits.
    Update,
    /// Go back one screen, as the browser's own button does.
    Back,
}

/// What is done with the rest of the program alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Start a session: the shell gives it its name and wakes the sound.
    Start,
    /// Go on with the session that the app was closed on.
    Continue,
    /// Keep what there is of it as interrupted.
    Keep,
    /// Bring the session here that another tab runs.
    TakeOver,
    /// Hand everything known to the person as a file.
    Backup,
}

/// How the app comes onto the Home Screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Install {
    /// It is there, or nothing is known about it.
    #[default]
    Nothing,
    /// The browser offers it.
    Offer,
    /// By the menu of Firefox on Android.
    Menu,
    /// By the share sheet of an iPhone or iPad.
    Share,
}

/// What the shell knows of the device.
#[expect(clippy::struct_excessive_bools, reason = "facts that have nothing to do with each other")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// A new version of the app waits.
    pub update_waits: bool,
    /// Everything needed offline is stored.
    pub offline_ready: bool,
    /// The words of the language that was chosen are not here and could not be fetched.
    pub words_missing: bool,
    /// Where the rest of the program is.
    pub rest: Rest,
    /// What is done as soon as it is here.
    pub waits: Option<Task>,
    /// The screen may go dark: keeping it awake was refused or is not possible.
    pub may_sleep: bool,
    /// A session is under way and its tones cannot be heard.
    pub sound_off: bool,
    /// The device has no voice of its own for the language in use.
    pub no_voice: bool,
    /// The browser can be asked to let the device shake.
    pub can_vibrate: bool,
    /// How the app comes onto the Home Screen.
    pub install: Install,
    /// This phone or tablet is an iPhone or iPad, and the app is not on its Home Screen.
    pub ios_browser: bool,
}

/// What every view can reach, and who wants to know when it changes: a Leptos trigger.
///
/// One trigger for everything and plain cells beside it, instead of a signal each: every type of signal is
/// compiled anew, and a guard of a signal costs more than most views do with it.
struct Known {
    model: RefCell<Model>,
    /// The history's print, once somebody has asked for it since the last change of the model.
    print: Cell<Option<u64>>,
    text: Cell<&'static Text>,
    said: RefCell<(u32, Vec<Said>)>,
    device: Cell<Device>,
    changed: ArcTrigger,
    send: Box<dyn Fn(Event)>,
    ask: Box<dyn Fn(Ask)>,
}

/// What every view can reach. A copy is the same.
#[derive(Clone, Copy)]
pub struct Ctx(&'static Known);

thread_local! {
    static CTX: Cell<Option<Ctx>> = const { Cell::new(None) };
}

/// What the shell gave the views. Only a page in which the app has not begun has none.
pub fn ctx() -> Ctx {
    CTX.get().expect("the shell gives this before it mounts the views")
}

impl Ctx {
    /// Gives the views what they can reach, for as long as the page lives.
    pub fn provide(
        model: Model,
        text: &'static Text,
        device: Device,
        send: impl Fn(Event) + 'static,
        ask: impl Fn(Ask) + 'static,
    ) -> Self {
        let ctx = Self(Box::leak(Box::new(Known {
            model: RefCell::new(model),
            print: Cell::default(),
            text: Cell::new(text),
            said: RefCell::default(),
            device: Cell::new(device),
            changed: ArcTrigger::new(),
            send: Box::new(send),
            ask: Box::new(ask),
        })));
        CTX.set(Some(ctx));
        ctx
    }

    /// Says that something happened.
    pub fn send(self, event: Event) {
        (self.0.send)(event);
    }

    /// Asks the shell.
    pub fn ask(self, ask: Ask) {
        (self.0.ask)(ask);
    }

    /// The phrases of the language in use; read inside a closure that a view follows, it follows the
    /// language.
    pub fn t(self) -> &'static Text {
        track(&self.0.changed);
        self.0.text.get()
    }

    /// The phrases of the language in use now.
    pub fn words(self) -> &'static Text {
        self.0.text.get()
    }

    /// A phrase that follows the language, as a closure of one kind whatever the phrase.
    pub fn phrase(self, phrase: fn(&'static Text) -> &'static str) -> impl Fn() -> &'static str {
        move || phrase(self.t())
    }

    /// What was told last, with a count so that the same words twice are two announcements.
    pub fn said(self) -> (u32, Vec<Said>) {
        track(&self.0.changed);
        self.0.said.borrow().clone()
    }

    /// What the shell knows of the device.
    pub fn device(self) -> Device {
        track(&self.0.changed);
        self.0.device.get()
    }

    /// Reads something off the model; inside a closure that a view follows, it follows the model.
    /// Nothing may be sent from within.
    pub fn read<T>(self, read: impl FnOnce(&Model) -> T) -> T {
        track(&self.0.changed);
        read(&self.0.model.borrow())
    }

    /// Reads something off the model as it is now. Nothing may be sent from within.
    pub fn peek<T>(self, read: impl FnOnce(&Model) -> T) -> T {
        read(&self.0.model.borrow())
    }

    /// A number that changes when the history does, looked for once per change of the model however many
    /// views ask: what is read off the whole history is kept under it.
    pub fn print(self) -> u64 {
        self.0.print.get().unwrap_or_else(|| {
            let print = self.peek(|m| print(&m.history));
            self.0.print.set(Some(print));
            print
        })
    }

    /// Changes the model. For the shell only, which is its one writer.
    pub fn change<T>(self, change: impl FnOnce(&mut Model) -> T) -> T {
        let out = change(&mut self.0.model.borrow_mut());
        self.0.print.set(None);
        self.0.changed.notify();
        out
    }

    /// Changes the language. For the shell.
    pub fn set_words(self, text: &'static Text) {
        self.0.text.set(text);
        self.0.changed.notify();
    }

    /// Tells what one moment brought. For the shell.
    pub fn say(self, all: Vec<Said>) {
        let count = self.0.said.borrow().0.wrapping_add(1);
        self.0.said.replace((count, all));
        self.0.changed.notify();
    }

    /// Changes what the views know of the device. For the shell.
    pub fn note(self, change: &dyn Fn(&mut Device)) {
        let mut device = self.0.device.get();
        change(&mut device);
        if self.0.device.replace(device) != device {
            self.0.changed.notify();
        }
    }
}
