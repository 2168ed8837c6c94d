//! Changes a setting from a control of this screen.

use leptos::prelude::*;

use crate::{
    app::context::AppContext,
    domain::{Event, settings::Settings},
};

/// Changes one setting and leaves the others unchanged.
pub fn change_setting(app: AppContext, set: impl FnOnce(&mut Settings)) {
    let mut settings = app.settings.get_untracked();
    set(&mut settings);
    app.dispatch(Event::SettingsChanged(settings));
}
