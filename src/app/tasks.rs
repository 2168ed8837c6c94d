//! Runs the tasks that need the lazy part, once it is loaded.

use super::{
    context::{FilesRequest, LazyState, LazyTask},
    dispatcher::Dispatcher,
};
use crate::{domain::Event, platform::device};

/// Runs a task. Only if the lazy part is loaded.
pub(super) fn run(app: &Dispatcher, task: LazyTask) {
    match task {
        LazyTask::StartSession => app.dispatch(Event::StartPressed(device::new_session_id())),
        LazyTask::ContinueInterrupted => app.dispatch(Event::InterruptedContinued),
        LazyTask::KeepInterrupted => app.dispatch(Event::InterruptedKept),
        LazyTask::TakeOverSession => app.dispatch(Event::TakeOverPressed),
        LazyTask::ExportBackup => app.handle_files(FilesRequest::ExportBackup),
    }
}

/// The lazy part is loaded and the sessions have been read: its screens open, and the pending task runs.
pub(super) fn on_history_loaded(app: &Dispatcher) {
    let status = app.status();
    // After a failure was shown, the task needs a new press.
    let task = status.pending_task.filter(|_| status.lazy_state != LazyState::Failed);
    app.update_status(|status| (status.lazy_state, status.pending_task) = (LazyState::Loaded, None));
    if let Some(task) = task {
        run(app, task);
    }
}
