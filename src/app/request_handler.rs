//! What components request, carried out.

use super::{
    context::{AppRequest, FilesRequest, LazyState, Task},
    dispatcher::Dispatcher,
};
use crate::{
    domain::Event,
    platform::{device, page},
    screens::safety::is_free,
};

impl Dispatcher {
    /// Carries out what only the browser can do.
    pub(super) fn handle_request(&self, request: AppRequest) {
        match request {
            AppRequest::Do(task) => {
                if !matches!(task, Task::Backup | Task::Keep) {
                    // Sound may only be woken by a gesture, and this is the one that every session has.
                    self.wake_sound();
                }
                if self.device().lazy == LazyState::Loaded {
                    self.carry_out(task);
                } else {
                    // Without its screen no session may run: there would be no way to pause it.
                    self.update_device(|d| d.waits = Some(task));
                    self.handle_request(AppRequest::LoadPart);
                }
            }
            AppRequest::Forget => self.update_device(|d| d.waits = None),
            AppRequest::LoadPart => self.load_part(),
            AppRequest::Files(files) => self.handle_files(files),
            AppRequest::SoundCheck => self.check_sound(),
            AppRequest::VoiceSample => self.voice_sample(),
            AppRequest::Install => page::call_boot("easedInstall"),
            // No session is interrupted by it, whoever asks.
            AppRequest::Update => {
                if self.read(|m| is_free(&m.sitting)) {
                    page::call_boot("easedApplyUpdate");
                }
            }
            AppRequest::FetchLanguage => self.retry_language(),
        }
    }

    /// The lazy part is loaded and the sessions have been read: the task that waits for them is carried out.
    pub(super) fn history_is_loaded(&self) {
        // After the failure was told, nothing begins unasked.
        let device = self.device();
        let waits = device.waits.filter(|_| device.lazy != LazyState::Failed);
        self.update_device(|d| (d.lazy, d.waits) = (LazyState::Loaded, None));
        if let Some(task) = waits {
            self.carry_out(task);
        }
    }

    fn carry_out(&self, task: Task) {
        match task {
            Task::Start => self.dispatch(Event::StartPressed(device::new_session_id())),
            Task::Continue => self.dispatch(Event::Continued),
            Task::Keep => self.dispatch(Event::KeptInterrupted),
            Task::TakeOver => self.dispatch(Event::TakeOverAsked),
            Task::Backup => self.handle_files(FilesRequest::Backup),
        }
    }
}
