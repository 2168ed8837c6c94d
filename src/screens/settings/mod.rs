//! The choices that hold for all sessions, what is kept where, and what the app says about itself.

mod choice;
mod height;
mod language;
mod number_slider;
mod settings_access;
mod sound;
mod switch;
mod voice;

use leptos::prelude::*;

use self::{
    choice::{Choice, ChoiceGroup},
    height::HeightField,
    language::{LanguageChoice, NotReviewed},
    number_slider::{NumberSetting, NumberSlider},
    sound::SoundSection,
};
use crate::{
    app::context::use_app,
    components::{
        files::{BackupLine, MoreFiles, Reminder, SetAsideTexts, use_backup_reminder},
        install_card::InstallSection,
    },
    domain::settings::{HoldSeconds, PacerSeconds, Theme},
    i18n::{
        formats::{self, Unit},
        hold,
    },
};

static ADVANCE: [Choice; 2] = [
    Choice {
        label: |t| t.settings.until_eased,
        note: Some(|t| t.settings.until_eased_note),
        is: |s| !s.by_itself,
        set: |s| s.by_itself = false,
    },
    Choice {
        label: |t| t.settings.timed,
        note: Some(|t| t.settings.timed_note),
        is: |s| s.by_itself,
        set: |s| s.by_itself = true,
    },
];

static HOLD: NumberSetting = NumberSetting {
    label: |t| t.settings.hold_seconds,
    note: None,
    range: HoldSeconds::RANGE,
    format: in_seconds,
    get: |s| s.hold_seconds.get(),
    set: |s, seconds| s.hold_seconds = HoldSeconds::new(seconds).unwrap_or(s.hold_seconds),
};

static PACER: NumberSetting = NumberSetting {
    label: |t| t.settings.pacer,
    note: Some(|t| t.settings.pacer_note),
    range: PacerSeconds::RANGE,
    format: in_seconds,
    get: |s| s.pacer.get(),
    set: |s, seconds| s.pacer = PacerSeconds::new(seconds).unwrap_or(s.pacer),
};

static THEME: [Choice; 3] = [
    Choice::plain(|t| t.settings.auto, |s| s.theme == Theme::Auto, |s| s.theme = Theme::Auto),
    Choice::plain(|t| t.settings.light, |s| s.theme == Theme::Light, |s| s.theme = Theme::Light),
    Choice::plain(|t| t.settings.dark, |s| s.theme == Theme::Dark, |s| s.theme = Theme::Dark),
];

fn in_seconds(seconds: u8) -> String {
    hold::seconds(seconds.into())
}

/// The Settings screen. The language is chosen here: the screen stays mounted when it changes, so that the person does
/// not lose their place, and its phrases follow.
#[component]
pub fn SettingsScreen() -> impl IntoView {
    let app = use_app();
    view! {
        <main class="settings">
            <header class="masthead">
                <h1 class="title" tabindex="-1">{app.phrase(|t| t.shell.nav_settings)}</h1>
            </header>
            <SessionSection/>
            <SoundSection/>
            <LookSection/>
            <section>
                <h2>{app.phrase(|t| t.settings.data)}</h2>
                <BackupLine reminder=use_backup_reminder()/>
                <p class="settings-words">{app.phrase(|t| t.settings.data_loss)}</p>
                <SetAsideTexts/>
                <MoreFiles/>
            </section>
            <Reminder/>
            <InstallSection/>
            <AboutSection/>
        </main>
    }
}

/// How a session runs.
#[component]
fn SessionSection() -> impl IntoView {
    let app = use_app();
    let is_timed = Memo::new(move |_| app.settings.with(|settings| settings.by_itself));
    view! {
        <section>
            <h2>{app.phrase(|t| t.settings.session)}</h2>
            <ChoiceGroup name="advance" legend=|t| t.settings.advance choices=&ADVANCE/>
            {move || is_timed.get().then(|| view! { <NumberSlider id="hold-seconds" setting=&HOLD/> })}
            <NumberSlider id="pacer" setting=&PACER/>
            <HeightField/>
        </section>
    }
}

/// Language and colours.
#[component]
fn LookSection() -> impl IntoView {
    let app = use_app();
    let missing = move || {
        let is_missing = app.device.get().missing_language.is_some();
        if is_missing { app.text.get().settings.needs_network } else { "" }
    };
    view! {
        <section>
            <h2>{app.phrase(|t| t.settings.look)}</h2>
            <LanguageChoice/>
            // The paragraph is always there, so that a screen reader announces what comes into it.
            <p class="field-wrong" role="status" translate="no">{missing}</p>
            <NotReviewed/>
            <ChoiceGroup name="theme" legend=|t| t.settings.theme choices=&THEME/>
        </section>
    }
}

/// What the app says about itself.
#[component]
fn AboutSection() -> impl IntoView {
    let app = use_app();
    let is_ready = move || app.device.get().offline_ready;
    let offline = move || {
        let t = &app.text.get().settings;
        if is_ready() { t.offline } else { t.not_offline }
    };
    let version = move || {
        let t = app.text.get();
        let version = t.settings.version.with(&[env!("CARGO_PKG_VERSION").into(), app.build.into()]);
        match app.files().storage.get().used_tenths_mb {
            Some(tenths) => format!(
                "{version}. {}",
                t.settings.space.words(&formats::current().unit(tenths, Unit::TenthMegabyte))
            ),
            None => version,
        }
    };
    view! {
        <section class="about">
            <h2>{app.phrase(|t| t.settings.about)}</h2>
            <p class="offline" class:is-ready=is_ready translate="no">{offline}</p>
            <p>{app.phrase(|t| t.settings.privacy)}</p>
            <p>{app.phrase(|t| t.settings.medical.text)}</p>
            <p class="soft">{version}</p>
        </section>
    }
}
