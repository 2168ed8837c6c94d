//! How a control of this screen changes a setting.

use leptos::prelude::*;

use crate::{
    app::context::AppContext,
    domain::{Event, settings::Settings},
};

/// Changes one setting and leaves the others as they are now.
pub fn change_setting(app: AppContext, set: impl FnOnce(&mut Settings)) {
    let mut settings = app.settings.get_untracked();
    set(&mut settings);
    app.dispatch(Event::SettingsChanged(settings));
}
