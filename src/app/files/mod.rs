//! Files that go and come, and the browser's promise to keep the data. All of it comes with the rest of the program:
//! it is asked for where that is here, through `door`.

pub mod door;
mod reading;

use std::cell::RefCell;

use super::App;
use crate::{
    domain::{
        Event, Model,
        bring::Refusal,
        history::{Body, History, Kept},
        prompt,
    },
    effect::{
        clock,
        file::{self, Kind, NotRead},
        shelf::{Found, Spoilt, bring, exported, make_room_when_full, make_some_room, spoilt, used},
    },
    store::{
        backup::{self, File},
        calendar::{self, Reminder},
        import::{self, Backup},
        room, table,
    },
    view::{
        ctx,
        files::{Board, Files, Handed, Stage, board},
    },
};

/// How the file is called that keeps what was here before an import.
const BEFORE: &str = "eased-before-import-";

/// What is held from one asking to the next.
#[derive(Default)]
struct Held {
    /// The texts that could not be read, found before a button is pressed: the share sheet opens only at once.
    spoilt: Option<Vec<Spoilt>>,
    /// The backup that is being looked at.
    backup: Option<Backup>,
    /// What was here when it was chosen.
    copy: Option<File>,
}

thread_local! {
    static HELD: RefCell<Held> = RefCell::default();
}

fn answer(app: &App, files: Files) {
    let board = board();
    match files {
        Files::Arrived => {
            make_room_when_full(&app.0.shelves);
            reading::read_history(app);
        }
        Files::Unite => reading::unite(app),
        Files::Prepare => prepare(app, board),
        Files::Backup => back_up(app, board),
        Files::Table => {
            let file = ctx().peek(|m| table::write(m, clock::now()));
            hand(board, &file, Kind::Table);
        }
        Files::Reminder => {
            let (days, minute) = board.reminder();
            let note = ctx().words().files.reminder.description;
            if let Some(file) = calendar::write(Reminder { days, minute }, note, clock::now()) {
                hand(board, &file, Kind::Calendar);
            }
        }
        Files::Read => read(app, board),
        Files::Copy => {
            let copy = HELD.with_borrow(|held| held.copy.clone());
            if let Some(copy) = copy {
                hand(board, &copy, Kind::Backup);
            }
        }
        Files::Import => import(app, board),
        Files::Close => {
            HELD.with_borrow_mut(|held| (held.backup, held.copy) = (None, None));
            board.set(Stage::Nothing);
        }
        Files::Promise => file::promise(true, Box::new(move |kept| board.promised(kept))),
    }
}

/// What takes the browser a while is done before it is wanted.
fn prepare(app: &App, board: Board) {
    file::promise(false, Box::new(move |kept| board.promised(kept)));
    let used = used(&app.0.shelves);
    board.crowded(room::crowded(used, None));
    file::estimate(Box::new(move |bytes| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "`as` saturates, which is what is wanted"
        )]
        board.takes((bytes[0] / 100_000.0).ceil() as u32);
        board.crowded(room::crowded(used, Some(bytes)));
    }));
    if file::has_sheet() {
        spoilt(
            &app.0.shelves,
            Box::new(|spoilt| {
                HELD.with_borrow_mut(|held| held.spoilt = Some(spoilt));
            }),
        );
    }
}

fn back_up(app: &App, board: Board) {
    let own = app.clone();
    let write = move |spoilt: &[Spoilt]| {
        let file = ctx().peek(|m| backup::write(m, spoilt, clock::now()));
        let (own, along) = (own.clone(), spoilt.to_vec());
        let taken = move |taken| {
            board.handed(if taken { Handed::Yes } else { Handed::No });
            if taken {
                own.send(Event::BackedUp(None));
                exported_along(&own, &along);
            }
        };
        file::hand(&file.name, Kind::Backup, &file.text, Box::new(taken));
    };
    match HELD.with_borrow_mut(|held| held.spoilt.take()) {
        Some(spoilt) => {
            write(&spoilt);
            HELD.with_borrow_mut(|held| held.spoilt = Some(spoilt));
        }
        None => spoilt(&app.0.shelves, Box::new(move |spoilt| write(&spoilt))),
    }
}

/// Reads the chosen file, and writes the copy that can be saved before anything of it is taken in.
///
/// The copy is offered as a file and not set aside in the stores: there it would fill the room that sessions
/// need, be lost together with what it copies, and go into every later backup. Nothing that was here is written
/// over by an import anyway; the copy is for who took in somebody else's file.
fn read(app: &App, board: Board) {
    let own = app.clone();
    let read = move |text: Result<String, NotRead>| {
        let backup = match text {
            Err(NotRead::None) => return board.set(Stage::Nothing),
            Err(NotRead::TooLarge) => Err(Refusal::TooLarge),
            Err(NotRead::Refused) => Err(Refusal::Unread),
            Ok(_) if ctx().peek(|m| m.trouble.newer) => Err(Refusal::HandsOff),
            Ok(text) => import::read(&text),
        };
        let backup = match backup {
            Ok(backup) => backup,
            Err(why) => return board.set(Stage::Refused(why)),
        };
        let written = move |spoilt: Vec<Spoilt>| {
            let now = clock::now();
            let (copy, preview) =
                ctx().peek(|m| (backup::write(m, &spoilt, now), import::preview(&backup, m)));
            let copy = File { name: [BEFORE, &backup::date(now), ".json"].concat(), ..copy };
            HELD.with_borrow_mut(|held| (held.backup, held.copy) = (Some(backup), Some(copy)));
            board.set(Stage::Asking(preview));
        };
        spoilt(&own.0.shelves, Box::new(written));
    };
    board.with_field(|field| file::chosen(field, import::MOST_BYTES, Box::new(read)));
}

fn import(app: &App, board: Board) {
    let Some(backup) = HELD.with_borrow_mut(|held| held.backup.take()) else { return };
    let wish = board.wish();
    let before = ctx().peek(|m| m.history.clone());
    let history = ctx().peek(|m| import::merged(&backup, m, wish));
    let any = before.entries().next().is_some();
    board.set(Stage::Taking);
    let (own, aside) = (app.clone(), backup.aside.clone());
    let taken = move |found: Found| {
        let kept = |kept: Kept| found.entries.iter().filter(move |(_, entry)| entry.kept == kept);
        let one = kept(Kept::One).filter(|(_, entry)| matches!(entry.body, Body::Full(_))).count();
        let nowhere = kept(Kept::Nowhere).count();
        reading::united(&own, found);
        own.brought(&backup, &before, nowhere == 0);
        // Last, so that nobody finds other choices and then no sessions.
        if wish.settings {
            own.send(Event::SettingsChanged(backup.settings));
        }
        HELD.with_borrow_mut(|held| held.spoilt = None);
        prepare(&own, board);
        board.set(Stage::Taken(one, nowhere, any));
        file::promise(true, Box::new(move |kept| board.promised(kept)));
    };
    bring(&app.0.shelves, history, aside, Box::new(taken));
}

impl App {
    /// What an import means beside the sessions.
    fn brought(&self, backup: &Backup, before: &History, all_kept: bool) {
        // The person evidently has this file.
        if all_kept && ctx().peek(|m| import::covers(backup, m)) {
            self.send(Event::BackedUp(Some(backup.made_unix_ms)));
        }
        if ctx().peek(|m| prompt::came_up(before, &m.history, m.meta.prompts_read_unix_ms)) {
            self.send(Event::PromptsCameUp);
        }
    }
}

/// Copies that a backup took along may go: what found no room because of them is tried again.
fn exported_along(app: &App, along: &[Spoilt]) {
    exported(along);
    let is_missing = |m: &Model| m.history.entries().any(|(_, entry)| entry.kept != Kept::Both);
    if ctx().peek(is_missing) {
        let own = app.clone();
        let made = move |any: bool| {
            if any {
                reading::unite(&own);
            }
        };
        make_some_room(&app.0.shelves, Box::new(made));
    }
}

fn hand(board: Board, file: &File, kind: Kind) {
    let taken = move |taken| board.handed(if taken { Handed::Yes } else { Handed::No });
    file::hand(&file.name, kind, &file.text, Box::new(taken));
}
