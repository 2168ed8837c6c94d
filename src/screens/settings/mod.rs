//! The Settings screen: session, sound, language, theme, stored data, and information about the app.

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
        files::{BackupLine, CalendarReminder, CsvAndPersistence, QuarantinedTexts, use_backup_reminder},
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
        is_selected: |s| !s.timed_advance,
        set: |s| s.timed_advance = false,
    },
    Choice {
        label: |t| t.settings.timed,
        note: Some(|t| t.settings.timed_note),
        is_selected: |s| s.timed_advance,
        set: |s| s.timed_advance = true,
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
    label: |t| t.settings.pacer_seconds,
    note: Some(|t| t.settings.pacer_seconds_note),
    range: PacerSeconds::RANGE,
    format: in_seconds,
    get: |s| s.pacer_seconds.get(),
    set: |s, seconds| s.pacer_seconds = PacerSeconds::new(seconds).unwrap_or(s.pacer_seconds),
};

static THEME: [Choice; 3] = [
    Choice::plain(|t| t.settings.auto, |s| s.theme == Theme::Auto, |s| s.theme = Theme::Auto),
    Choice::plain(|t| t.settings.light, |s| s.theme == Theme::Light, |s| s.theme = Theme::Light),
    Choice::plain(|t| t.settings.dark, |s| s.theme == Theme::Dark, |s| s.theme = Theme::Dark),
];

fn in_seconds(seconds: u8) -> String {
    hold::seconds(seconds.into())
}

/// The view of the screen.
pub fn view() -> AnyView {
    view! { <SettingsScreen/> }.into_any()
}

/// The Settings screen. It stays mounted when the language changes, so that the person does not lose their place;
/// therefore its phrases are reactive.
#[component]
fn SettingsScreen() -> impl IntoView {
    let app = use_app();
    view! {
        <main class="settings">
            <header class="masthead">
                <h1 class="title" tabindex="-1">{app.phrase(|t| t.shell.nav_settings)}</h1>
            </header>
            <SessionSection/>
            <SoundSection/>
            <AppearanceSection/>
            <section>
                <h2>{app.phrase(|t| t.settings.data)}</h2>
                <BackupLine reminder=use_backup_reminder()/>
                <p class="settings-text">{app.phrase(|t| t.settings.data_loss)}</p>
                <QuarantinedTexts/>
                <CsvAndPersistence/>
            </section>
            <CalendarReminder/>
            <InstallSection/>
            <AboutSection/>
        </main>
    }
}

/// The settings of a session.
#[component]
fn SessionSection() -> impl IntoView {
    let app = use_app();
    let is_timed = Memo::new(move |_| app.settings.with(|settings| settings.timed_advance));
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

/// Language and theme.
#[component]
fn AppearanceSection() -> impl IntoView {
    let app = use_app();
    let missing = move || {
        let is_missing = app.status.get().missing_language.is_some();
        if is_missing { app.text.get().settings.language_needs_network } else { "" }
    };
    view! {
        <section>
            <h2>{app.phrase(|t| t.settings.appearance)}</h2>
            <LanguageChoice/>
            // The live region is always present, so that screen readers announce its changes.
            <p class="field-error" role="status" translate="no">{missing}</p>
            <NotReviewed/>
            <ChoiceGroup name="theme" legend=|t| t.settings.theme choices=&THEME/>
        </section>
    }
}

/// Information about the app.
#[component]
fn AboutSection() -> impl IntoView {
    let app = use_app();
    let is_ready = move || app.status.get().is_offline_ready;
    let offline = move || {
        let t = &app.text.get().settings;
        if is_ready() { t.offline_ready } else { t.offline_not_ready }
    };
    let version = move || {
        let t = app.text.get();
        let version = t.settings.version.with_values(&[env!("CARGO_PKG_VERSION").into(), app.build.into()]);
        match app.files().storage_usage.get().used_tenths_mb {
            Some(tenths) => format!(
                "{version}. {}",
                t.settings.space_used.with_text(&formats::current().unit(tenths, Unit::TenthMegabyte))
            ),
            None => version,
        }
    };
    view! {
        <section class="about">
            <h2>{app.phrase(|t| t.settings.about)}</h2>
            <p class="offline" class:is-ready=is_ready translate="no">{offline}</p>
            <p>{app.phrase(|t| t.settings.privacy)}</p>
            <p>{app.phrase(|t| t.settings.not_medical_device.text)}</p>
            <p class="secondary-text">{version}</p>
        </section>
    }
}
