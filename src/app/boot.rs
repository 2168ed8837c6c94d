//! The start: what the first view needs is read, the views are mounted, early taps are replayed, and the browser is
//! listened to. The sessions are read when the rest of the program is here.

use std::{cell::Cell, rc::Rc};

use super::{App, BUILD, files, sound::look_for_voice};
use crate::{
    domain::{Event, Model, event::MarkEvent, live::Live, model::Trouble},
    effect::{
        clock, device,
        lock::Answer,
        page::{self, EarlyTap, Told},
        shelf::Shelves,
        speech,
    },
    store::{heard::Heard, load::Singles},
    view::{Ask, Install, Rest, Task, ctx, dom::mount, files::Files, frame, zone_milli},
};

/// Starts the app in the page.
pub fn boot() {
    let Some(mount_point) = page::mount_point() else {
        page::call_boot("easedPanic");
        return;
    };
    let shelves = Shelves::open();
    let now = clock::now();
    let at_hand = shelves.at_hand();
    // A page that was not built by `eased-tools dist` does not know its build.
    let build = page::flag("data-build").map_or(BUILD, |build| Box::leak(build.into_boxed_str()));
    let mut model = Model::new(build);
    model.opened = now;
    model.settings = at_hand.singles.settings.unwrap_or_default();
    model.meta = at_hand.singles.meta.unwrap_or_default();
    model.trouble.newer = at_hand.newer;
    model.draft = at_hand.singles.draft.unwrap_or(model.draft);
    let live = at_hand.live;
    mount(mount_point.into(), move |app_element| {
        let app = App::new(model.settings.language, shelves);
        app.provide(model);
        app.follow_look();
        let started = app.clone();
        // After this turn the views stand; only then can anything be replayed into them.
        page::remove_shell();
        device::after_this_turn(move || started.started(live));
        frame(app_element);
    });
}

/// How the app comes onto the Home Screen, as the page's own script has found out.
fn install() -> Install {
    match page::flag("data-install").as_deref() {
        Some("offer") => Install::Offer,
        Some("menu") => Install::Menu,
        Some("share") => Install::Share,
        _ => Install::Nothing,
    }
}

impl App {
    fn started(&self, live: Option<Box<Live>>) {
        let app = self.clone();
        self.0.ticker.calls(move || app.send(Event::Ticked));
        self.send(Event::Went(page::screen()));
        if let Some(live) = live {
            // Offered at once, so that no new session is begun over it.
            self.send(Event::LiveFound(live));
        }
        self.ask_other_store();
        for tap in page::early_taps(zone_milli) {
            match tap {
                EarlyTap::Leg(leg) => self.send(Event::Mark(MarkEvent::LegChosen(leg))),
                EarlyTap::Zone(leg, milli) => {
                    self.send(Event::Mark(MarkEvent::LegChosen(leg)));
                    self.send(Event::Mark(MarkEvent::Tapped(milli)));
                }
                // Sound needs a gesture of its own; the first tap in the session wakes it.
                EarlyTap::Start => self.ask(Ask::Do(Task::Start)),
                EarlyTap::Card => self.send(Event::RedCard(true)),
            }
        }
        page::set_ready();
        self.listen();
    }

    /// The other store may know more: a killed browser has often lost what localStorage was told last.
    pub(super) fn ask_other_store(&self) {
        let app = self.clone();
        let read = move |live, later| {
            app.take_later(later);
            match live {
                Some(live) => app.claim(live),
                None => app.send(Event::GoneElsewhere),
            }
        };
        self.0.shelves.read_live(Box::new(read));
    }

    /// Takes in what the other store knows later.
    pub(super) fn take_later(&self, later: Singles) {
        if let Some(settings) = later.settings {
            self.send(Event::SettingsChanged(settings));
        }
        if let Some(meta) = later.meta {
            self.send(Event::MetaFound(meta));
        }
        // What the person marked in the meantime is newer.
        if let Some(draft) = later.draft.filter(|_| !ctx().peek(|m| m.draft.can_undo())) {
            self.send(Event::DraftFound(draft));
        }
    }

    /// A live record was found: it is this tab's to go on with, unless another tab holds the lock.
    fn claim(&self, live: Box<Live>) {
        let app = self.clone();
        let live = Cell::new(Some(live));
        let answered = move |answer| match (answer, live.take()) {
            (Answer::Granted, Some(live)) => app.send(Event::LiveFound(live)),
            (Answer::Refused, Some(live)) if ctx().peek(|m| m.running().is_none()) => {
                app.send(Event::SeenElsewhere(live));
            }
            (Answer::Refused | Answer::Lost, _) => app.lost_lock(),
            (Answer::Granted, None) => {}
        };
        self.0.lock.request(false, Rc::new(answered));
    }

    fn listen(&self) {
        let app = self.clone();
        page::hear(move |told| match told {
            Told::Hidden => app.send(Event::Hidden),
            Told::PutAway => app.put_away(),
            Told::Shown => app.shown(),
            Told::Went(screen) => app.send(Event::Went(screen)),
            Told::Stored(key) => app.other_tab_wrote(key.as_deref()),
            Told::UpdateWaits => ctx().note(&|d| d.update_waits = true),
            Told::Offline(ready) => ctx().note(&|d| d.offline_ready = ready),
            Told::Install => ctx().note(&|d| d.install = install()),
            // Views of the sessions open when those have been read.
            Told::Rest => files::door::fulfil(&app, Files::Arrived),
            Told::Online => {
                app.words_again();
                if ctx().device().rest == Rest::Refused {
                    app.ask(Ask::Rest);
                }
            }
        });
        ctx().note(&|d| {
            d.update_waits = page::flag("data-update").as_deref() == Some("waiting");
            d.offline_ready = page::offline_ready();
            d.install = install();
        });
        let app = self.clone();
        // Any gesture wakes the sound of a session: after a reload, or when the system cut it.
        page::on_gesture(move || app.wake_in_session());
        speech::on_voices(look_for_voice);
        look_for_voice();
    }

    /// A hint to read again, never the data itself.
    pub(super) fn other_tab_wrote(&self, key: Option<&str>) {
        match self.0.shelves.heard(key) {
            Heard::Session(id, entry) => self.send(Event::Found(vec![(id, *entry)])),
            Heard::Live(live) => self.send(Event::SeenElsewhere(live)),
            Heard::LiveGone => self.send(Event::GoneElsewhere),
            Heard::Draft(draft) => self.send(Event::DraftFound(*draft)),
            Heard::Settings(settings) => self.send(Event::SettingsChanged(settings)),
            Heard::Meta(meta) => self.send(Event::MetaFound(meta)),
            Heard::Newer => {
                let trouble = ctx().peek(|m| m.trouble);
                self.send(Event::TroubleFound(Trouble { newer: true, ..trouble }));
            }
            Heard::Everything if ctx().device().rest == Rest::Here => files::door::fulfil(self, Files::Unite),
            // All will be read when the rest has come, and is laid together with the other store after that.
            Heard::Nothing | Heard::Everything => {}
        }
    }
}
