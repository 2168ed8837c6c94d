//! The choices that hold for all sessions, what is kept where, and what the app says about itself.

mod choice;
mod height;
mod seconds;
mod sound;

use self::{
    choice::{Pick, choice},
    seconds::{Span, seconds},
};
use super::{
    ctx::{Ctx, ctx},
    dom::{El, el},
    files::{backup_line, board, more, reminder},
    rest::door::install,
};
use crate::{
    domain::{
        Event,
        digits::digits,
        settings::{HoldSeconds, Language, PacerSeconds, Settings, Theme},
    },
    text::{ENGLISH, GERMAN, Text, hold},
};

/// A phrase of the language in use.
type Phrase = fn(&'static Text) -> &'static str;

const ADVANCE: [Pick; 2] = [
    Pick {
        label: |t| t.settings.until_eased,
        note: Some(|t| t.settings.until_eased_note),
        lang: None,
        is: |s| !s.by_itself,
        set: |s| s.by_itself = false,
    },
    Pick {
        label: |t| t.settings.by_itself,
        note: Some(|t| t.settings.by_itself_note),
        lang: None,
        is: |s| s.by_itself,
        set: |s| s.by_itself = true,
    },
];

static HOLD: Span = Span {
    label: |t| t.settings.hold_seconds,
    note: None,
    range: HoldSeconds::RANGE,
    shown: in_seconds,
    get: |s| s.hold_seconds.get(),
    set: |s, seconds| s.hold_seconds = HoldSeconds::new(seconds).unwrap_or(s.hold_seconds),
};

static PACER: Span = Span {
    label: |t| t.settings.pacer,
    note: Some(|t| t.settings.pacer_note),
    range: PacerSeconds::RANGE,
    shown: in_seconds,
    get: |s| s.pacer.get(),
    set: |s, seconds| s.pacer = PacerSeconds::new(seconds).unwrap_or(s.pacer),
};

const LANGUAGE: [Pick; 3] = [
    Pick::plain(|t| t.settings.auto, |s| s.language == Language::Auto, |s| s.language = Language::Auto),
    Pick {
        lang: Some(ENGLISH.tag),
        ..Pick::plain(
            |_| ENGLISH.own,
            |s| s.language == Language::English,
            |s| s.language = Language::English,
        )
    },
    Pick {
        lang: Some(GERMAN.tag),
        ..Pick::plain(|_| GERMAN.own, |s| s.language == Language::German, |s| s.language = Language::German)
    },
];

const THEME: [Pick; 3] = [
    Pick::plain(|t| t.settings.auto, |s| s.theme == Theme::Auto, |s| s.theme = Theme::Auto),
    Pick::plain(|t| t.settings.light, |s| s.theme == Theme::Light, |s| s.theme = Theme::Light),
    Pick::plain(|t| t.settings.dark, |s| s.theme == Theme::Dark, |s| s.theme = Theme::Dark),
];

fn in_seconds(seconds: u8) -> String {
    hold::seconds(seconds.into())
}

/// Changes one choice and leaves the others as they are now.
fn change(ctx: Ctx, set: impl FnOnce(&mut Settings)) {
    let mut settings = ctx.peek(|m| m.settings);
    set(&mut settings);
    ctx.send(Event::SettingsChanged(settings));
}

/// A phrase that follows the language.
fn say(ctx: Ctx, phrase: Phrase) -> impl Fn() -> &'static str {
    ctx.phrase(phrase)
}

/// The Settings screen. The language is chosen here: it is not made anew in another one, as the other
/// screens are, and so its words follow.
pub fn screen() -> El {
    let ctx = ctx();
    let title = el("h1").class("title").attr("tabindex", "-1").text(say(ctx, |t| t.shell.nav_settings));
    let session = el("section")
        .child(el("h2").text(say(ctx, |t| t.settings.session)))
        .child(choice(ctx, "advance", |t| t.settings.advance, &ADVANCE))
        .when(move || ctx.read(|m| m.settings.by_itself), move || seconds(ctx, "hold-seconds", &HOLD))
        .child(seconds(ctx, "pacer", &PACER))
        .child(height::height(ctx));
    let look = el("section").children([
        el("h2").text(say(ctx, |t| t.settings.look)),
        choice(ctx, "language", |t| t.settings.language, &LANGUAGE),
        // The place is always there, so that a screen reader tells what comes into it.
        el("p")
            .class("field-wrong")
            .attr("role", "status")
            .text(move || ctx.device().words_missing.then(|| ctx.t().settings.needs_network)),
        choice(ctx, "theme", |t| t.settings.theme, &THEME),
    ]);
    let data = el("section").children([
        el("h2").text(say(ctx, |t| t.settings.data)),
        backup_line(),
        el("p").class("settings-words").text(say(ctx, |t| t.settings.data_loss)),
        more(),
    ]);
    el("main").class("settings").children([
        el("header").class("masthead").child(title),
        session,
        sound::sound(ctx),
        look,
        data,
        reminder(),
        install::section(ctx),
        about(ctx),
    ])
}

/// Tenths as people write them.
fn megabytes(ctx: Ctx, tenths: u32) -> String {
    let point = if ctx.t().tag == ENGLISH.tag { "." } else { "," };
    [&digits(tenths / 10), point, &digits(tenths % 10)].concat()
}

/// What the app says about itself.
fn about(ctx: Ctx) -> El {
    let ready = move || ctx.device().offline_ready;
    let build = ctx.peek(|m| m.build);
    let offline = el("p").class("offline").class_if("is-ready", ready).text(move || {
        let t = &ctx.t().settings;
        if ready() { t.offline } else { t.not_offline }
    });
    el("section").class("about").children([
        el("h2").text(say(ctx, |t| t.settings.about)),
        offline,
        el("p").text(say(ctx, |t| t.settings.privacy)),
        el("p").text(say(ctx, |t| t.settings.medical.text)),
        el("p").class("soft").text(move || {
            let version = ctx.t().settings.version.with(&[env!("CARGO_PKG_VERSION").into(), build.into()]);
            let space = board().space().map(|tenths| ctx.t().settings.space.words(&megabytes(ctx, tenths)));
            [version, space.unwrap_or_default()].join("  ")
        }),
    ])
}
