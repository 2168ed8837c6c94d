//! The scenarios: what the app must do, one file per subject. A scenario's name begins with its file's name.

mod accessibility;
mod audio;
mod audio_stub;
mod bfcache;
mod boot;
mod cache_repair;
mod clock;
mod console;
mod corrupt_storage;
mod dates;
mod diagram;
mod dialogs;
mod dom_updates;
mod environment;
mod files;
mod forward_compatibility;
mod gate;
mod harness;
mod history;
mod hosting;
mod import;
mod install;
mod interrupted;
mod keyboard;
pub mod kill;
mod language;
mod large_text;
mod lazy_part;
mod leg;
mod leg_layout;
mod marks;
mod memory_leaks;
mod network;
mod offline;
mod page_translation;
mod pause;
mod platform_quirks;
mod quarantine;
mod reload;
mod screenshots;
mod service_worker;
mod session;
mod session_screen;
mod sound_settings;
mod speech;
mod startup_failure;
mod storage_errors;
mod tabs;
mod text_spacing;
mod touch;
mod translations;
mod trends;
mod undo;
mod unread_sessions;
mod unresponsive_browser;
mod unresponsive_storage;
mod update;
mod visual;

use crate::runner::Scenario;

/// Every scenario, the long ones first, so that the run ends earlier. With `screenshots`, also those that only take
/// screenshots.
pub fn all(screenshots: bool) -> Vec<Scenario> {
    [
        accessibility::all(),
        session::all(),
        interrupted::all(),
        clock::all(),
        memory_leaks::all(),
        session_screen::all(),
        kill::all(),
        reload::all(),
        bfcache::all(),
        lazy_part::all(),
        storage_errors::all(),
        unresponsive_storage::all(),
        unread_sessions::all(),
        unresponsive_browser::all(),
        text_spacing::all(),
        corrupt_storage::all(),
        gate::all(),
        forward_compatibility::all(),
        offline::all(),
        update::all(),
        cache_repair::all(),
        service_worker::all(),
        startup_failure::all(),
        dialogs::all(),
        page_translation::all(),
        environment::all(),
        platform_quirks::all(),
        hosting::all(),
        install::all(),
        network::all(),
        touch::all(),
        keyboard::all(),
        undo::all(),
        pause::all(),
        history::all(),
        import::all(),
        files::all(),
        quarantine::all(),
        trends::all(),
        tabs::all(),
        dates::all(),
        console::all(),
        audio::all(),
        sound_settings::all(),
        speech::all(),
        marks::all(),
        dom_updates::all(),
        large_text::all(),
        leg::all(),
        leg_layout::all(),
        diagram::all(),
        language::all(),
        translations::all(),
        boot::all(),
        harness::all(),
        if screenshots { [visual::all(), screenshots::all()].concat() } else { vec![] },
    ]
    .concat()
}
