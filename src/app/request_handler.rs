//! Handles the requests of components.

use super::{
    appearance,
    context::{AppRequest, LazyState, LazyTask},
    dispatcher::Dispatcher,
    session_and_history::load_lazy_part,
    sound, tasks,
};
use crate::{platform::page, screens::safety::may_update_app};

pub(super) fn handle(app: &Dispatcher, request: AppRequest) {
    match request {
        AppRequest::RunTask(task) => {
            if !matches!(task, LazyTask::ExportBackup | LazyTask::KeepInterrupted) {
                // Browsers allow sound only from a user gesture on; every session begins with this one.
                sound::unlock(app);
            }
            if app.status().lazy_state == LazyState::Loaded {
                tasks::run(app, task);
            } else {
                // A session must not run before its screen is loaded: it could not be paused.
                app.update_status(|status| status.pending_task = Some(task));
                load_lazy_part(app);
            }
        }
        AppRequest::CancelTask => app.update_status(|status| status.pending_task = None),
        AppRequest::LoadLazyPart => load_lazy_part(app),
        AppRequest::Files(request) => app.handle_files(request),
        AppRequest::PlaySoundCheck => sound::play_sound_check(app),
        AppRequest::PlayVoiceSample => sound::play_voice_sample(app),
        AppRequest::ShowInstallPrompt => page::call_boot("easedInstall"),
        // An update never interrupts a session.
        AppRequest::ApplyUpdate => {
            if app.read(|m| may_update_app(&m.session_state)) {
                page::call_boot("easedApplyUpdate");
            }
        }
        AppRequest::RetryLanguage => appearance::retry_language(app),
    }
}
