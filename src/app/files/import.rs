//! A backup that comes back: the chosen file is read, shown, and taken in after a yes, in slices between which the browser
//! can paint.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{
    hand_over::{hand, naming_moment},
    prepare::{HELD, prepare, request_persistence},
    read_history,
};
use crate::{
    app::{
        context::{FilesState, ImportStage},
        dispatcher::Dispatcher,
    },
    domain::{
        Event, Model,
        history::{Body, History, SaveStatus},
        import_preview::{Preview, Refusal, Wish},
        referral,
        unknown_fields::UnknownFields,
    },
    platform::{
        self, clock,
        file::{self, Kind, NotRead},
        time_slice::TimeSlice,
    },
    storage::{
        backup,
        file::{File, file_name},
        import::{self, Backup, ImportReader},
        set_aside::{self, Unreadable},
    },
};

/// Reads the chosen file, and holds on to what is here: a copy can be saved before anything of the file is taken in.
///
/// The copy is offered as a file and not set aside in the stores: there it would fill the room that sessions
/// need, be lost together with what it copies, and go into every later backup. Nothing that was here is written
/// over by an import anyway; the copy is for who took in somebody else's file.
pub(super) fn read(app: &Dispatcher, files: FilesState) {
    let app = app.clone();
    let input = files.chosen_file.try_update_value(Option::take).flatten();
    let Some(file) = input.and_then(|input| file::chosen(&input)) else { return };
    let reading = HELD.with_borrow_mut(|held| {
        held.reading += 1;
        held.reading
    });
    files.import.set(ImportStage::Reading);
    spawn_local(async move {
        let read = read_file(&app, &file).await;
        // The person may have closed the dialog: then it does not come back.
        if HELD.with_borrow(|held| held.reading) == reading {
            files.import.set(match read {
                Err(why) => ImportStage::Refused(why),
                Ok((backup, before, preview)) => {
                    HELD.with_borrow_mut(|held| (held.backup, held.before) = (Some(backup), Some(before)));
                    ImportStage::Asking(preview)
                }
            });
        }
    });
}

/// How many sessions are taken into the model at once: what follows them on the screen runs each time.
const AT_ONCE: usize = 4_000;
/// How many bytes of a file are worked on before the clock is looked at: a millisecond or two.
const STEP_BYTES: usize = 16 << 10;

/// What was here, and the texts that could not be read.
type Before = (Model, Vec<Unreadable>);

async fn read_file(app: &Dispatcher, file: &web_sys::File) -> Result<(Backup, Before, Preview), Refusal> {
    // In UTF-16 a character of ours takes two bytes.
    let bytes = file::read(file, 2 * import::MOST_BYTES + 2).await.map_err(|why| match why {
        NotRead::TooLarge => Refusal::TooLarge,
        NotRead::Refused => Refusal::Unread,
    })?;
    let (mut reader, mut slice) = (ImportReader::of_bytes(bytes), TimeSlice::begin());
    let mut backup = loop {
        if let Some(backup) = reader.step(STEP_BYTES)? {
            break backup;
        }
        slice.yield_if_over().await;
    };
    let (unreadable, has_answered) = platform::storage::unreadable(&app.0.storage).await;
    let new = set_aside::unknown(std::mem::take(&mut backup.aside), &unreadable);
    let room = set_aside::MOST.saturating_sub(unreadable.len());
    backup.aside = set_aside::packed(new, room, clock::now().unix_ms);
    let (mut preview, mut next) = (Preview::default(), Some(0));
    while let Some(from) = next {
        next = app.read(|m| import::preview_some(&backup, m, from, &mut preview));
        slice.yield_if_over().await;
    }
    preview.unanswered |= !has_answered;
    Ok((backup, (app.read(Model::clone), unreadable), preview))
}

/// Saves what was here before.
pub(super) fn save_copy(app: &Dispatcher) {
    let file = HELD.with_borrow(|held| {
        let (model, unreadable) = held.before.as_ref()?;
        let now = naming_moment();
        Some(File { name: file_name("before-import", "json", now), ..backup::write(model, unreadable, now) })
    });
    if let Some(file) = file {
        hand(app, file, Kind::Backup);
    }
}

pub(super) fn import(app: &Dispatcher, files: FilesState, options: Wish) {
    let Some(backup) = HELD.with_borrow_mut(|held| held.backup.take()) else { return };
    let before = app.read(|m| m.history.clone());
    let has_copy = before.entries().next().is_some();
    files.import.set(ImportStage::Writing);
    let app = app.clone();
    spawn_local(async move {
        let (mut history, mut next, mut slice) = (History::default(), Some(0), TimeSlice::begin());
        while let Some(from) = next {
            next = app.read(|m| import::merge_some(&backup, m, options, from, &mut history));
            slice.yield_if_over().await;
        }
        let (aside, trouble) = (backup.aside.clone(), app.read(|m| m.trouble));
        let imported = platform::storage::import(&app.0.storage, history, aside, &before, trouble).await;
        let Some(mut found) = imported else {
            return files.import.set(ImportStage::Refused(Refusal::NoRoom));
        };
        let kept = |kept: SaveStatus| found.entries.iter().filter(move |(_, entry)| entry.kept == kept);
        let in_one_store =
            kept(SaveStatus::One).filter(|(_, entry)| matches!(entry.body, Body::Full(_))).count();
        let not_stored = kept(SaveStatus::Nowhere).count();
        for some in std::mem::take(&mut found.entries).chunks(AT_ONCE) {
            app.dispatch(Event::Found(some.to_vec()));
            slice.yield_if_over().await;
        }
        read_history::take_in_reconciled(&app, found);
        slice.yield_if_over().await;
        app.brought(&backup, &before, not_stored == 0);
        slice.yield_if_over().await;
        // Last, so that nobody finds other choices and then no sessions.
        if options.settings
            && let Some(mut settings) = backup.settings
        {
            // What a later version added here, the file may not know.
            if settings.unknown == UnknownFields::NONE {
                settings.unknown = app.read(|m| m.settings.unknown.clone());
            }
            app.dispatch(Event::SettingsChanged(settings));
        }
        HELD.with_borrow_mut(|held| held.unreadable = None);
        prepare(&app, files);
        files.import.set(ImportStage::Done { in_one_store, not_stored, has_copy });
        request_persistence(files);
    });
}

impl Dispatcher {
    /// What an import means beside the sessions.
    fn brought(&self, backup: &Backup, before: &History, all_kept: bool) {
        // The person evidently has this file.
        if all_kept && self.read(|m| import::covers(backup, m)) {
            self.dispatch(Event::BackedUp(Some(backup.made_unix_ms)));
        }
        if self.read(|m| referral::came_up(before, &m.history, m.meta.prompts_read_unix_ms, m.now.unix_ms)) {
            self.dispatch(Event::PromptsCameUp);
        }
    }
}
