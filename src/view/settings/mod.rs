//! The choices that hold for all sessions, what is kept where, and what the app says about itself.

mod choice;
mod height;
mod seconds;

use leptos::prelude::*;

use self::{
    choice::{Choice, Pick},
    height::HeightField,
    seconds::{Seconds, Span},
};
use super::{
    ctx::{Ctx, ctx},
    ui::backup::BackupLine,
};
use crate::{
    domain::{
        Event,
        settings::{HoldSeconds, Language, PacerSeconds, Settings, Theme},
    },
    text::{DE, EN},
};

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

const HOLD: Span = Span {
    label: |t| t.settings.hold_seconds,
    note: None,
    range: HoldSeconds::RANGE,
    get: |s| s.hold_seconds.get(),
    set: |s, seconds| s.hold_seconds = HoldSeconds::new(seconds).unwrap_or(s.hold_seconds),
};

const PACER: Span = Span {
    label: |t| t.settings.pacer,
    note: Some(|t| t.settings.pacer_note),
    range: PacerSeconds::RANGE,
    get: |s| s.pacer.get(),
    set: |s, seconds| s.pacer = PacerSeconds::new(seconds).unwrap_or(s.pacer),
};

const LANGUAGE: [Pick; 3] = [
    Pick::plain(|t| t.settings.auto, |s| s.language == Language::Auto, |s| s.language = Language::Auto),
    Pick {
        lang: Some(EN.tag),
        ..Pick::plain(
            |_| EN.own_name,
            |s| s.language == Language::English,
            |s| s.language = Language::English,
        )
    },
    Pick {
        lang: Some(DE.tag),
        ..Pick::plain(|_| DE.own_name, |s| s.language == Language::German, |s| s.language = Language::German)
    },
];

const THEME: [Pick; 3] = [
    Pick::plain(|t| t.settings.auto, |s| s.theme == Theme::Auto, |s| s.theme = Theme::Auto),
    Pick::plain(|t| t.settings.light, |s| s.theme == Theme::Light, |s| s.theme = Theme::Light),
    Pick::plain(|t| t.settings.dark, |s| s.theme == Theme::Dark, |s| s.theme = Theme::Dark),
];

/// Changes one choice and leaves the others as they are now.
fn change(ctx: Ctx, set: impl FnOnce(&mut Settings)) {
    let mut settings = ctx.model.with_untracked(|m| m.settings);
    set(&mut settings);
    ctx.send(Event::SettingsChanged(settings));
}

/// The Settings screen.
#[component]
pub fn SettingsScreen() -> impl IntoView {
    let ctx = ctx();
    let settings = ctx.part(|m| m.settings);
    let by_itself = Memo::new(move |_| settings.get().by_itself);
    view! {
        <main class="settings">
            <header class="masthead">
                <h1 class="title" tabindex="-1">{move || ctx.t().shell.nav_settings}</h1>
            </header>
            <section>
                <h2>{move || ctx.t().settings.session}</h2>
                <Choice name="advance" legend=|t| t.settings.advance picks=&ADVANCE settings />
                {move || by_itself.get().then(|| view! { <Seconds id="hold-seconds" span=HOLD settings /> })}
                <Seconds id="pacer" span=PACER settings />
                <Chimes settings />
                <HeightField settings />
            </section>
            <section>
                <h2>{move || ctx.t().settings.look}</h2>
                <Choice name="language" legend=|t| t.settings.language picks=&LANGUAGE settings />
                <Choice name="theme" legend=|t| t.settings.theme picks=&THEME settings />
            </section>
            <section>
                <h2>{move || ctx.t().settings.data}</h2>
                <BackupLine />
                <p class="settings-words">{move || ctx.t().settings.data_loss}</p>
            </section>
            <About />
        </main>
    }
}

#[component]
fn Chimes(settings: Memo<Settings>) -> impl IntoView {
    let ctx = ctx();
    view! {
        <label class="switch">
            <input
                type="checkbox"
                prop:checked=move || settings.get().chimes
                on:change=move |_| change(ctx, |s| s.chimes = !s.chimes)
            />
            <span>
                <b>{move || ctx.t().settings.chimes}</b>
                <small>{move || ctx.t().settings.chimes_note}</small>
            </span>
        </label>
    }
}

/// What the app says about itself.
#[component]
fn About() -> impl IntoView {
    let ctx = ctx();
    let ready = Memo::new(move |_| ctx.device.get().offline_ready);
    let build = ctx.part(|m| m.build);
    view! {
        <section class="about">
            <h2>{move || ctx.t().settings.about}</h2>
            <p class="offline" class:is-ready=ready>
                {move || {
                    let t = ctx.t();
                    if ready.get() { t.settings.offline } else { t.settings.not_offline }
                }}
            </p>
            <p>{move || ctx.t().settings.privacy}</p>
            <p>{move || ctx.t().settings.medical.text}</p>
            <p class="soft">{move || (ctx.t().settings.version)(build.get())}</p>
        </section>
    }
}
