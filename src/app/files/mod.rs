//! Files that go and come, and the browser's promise to keep the data. All of it comes with the rest of the program:
//! it is asked for where that is here, through `door`.

pub mod door;

use std::cell::RefCell;

use super::App;
use crate::{
    domain::{
        Event,
        bring::Refusal,
        history::{Body, Kept},
    },
    effect::{
        clock,
        file::{self, Kind, NotRead},
        shelf::{Found, Spoilt, bring, spoilt},
    },
    store::{
        backup::{self, File},
        calendar::{self, Reminder},
        import::{self, Backup},
        table,
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
    file::space(Box::new(move |tenths| board.takes(tenths)));
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
        let own = own.clone();
        let taken = move |taken| {
            board.handed(if taken { Handed::Yes } else { Handed::No });
            if taken {
                own.send(Event::BackedUp);
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
    if wish.settings {
        app.send(Event::SettingsChanged(backup.settings));
    }
    let (history, any) =
        ctx().peek(|m| (import::merged(&backup, m, wish), m.history.entries().next().is_some()));
    board.set(Stage::Taking);
    let own = app.clone();
    let taken = move |found: Found| {
        let full = |kept: Kept, body: &Body| kept != Kept::Both && matches!(body, Body::Full(_));
        let missing = found.entries.iter().filter(|(_, e)| full(e.kept, &e.body)).count();
        own.united(found);
        HELD.with_borrow_mut(|held| held.spoilt = None);
        prepare(&own, board);
        board.set(Stage::Taken(missing, any));
        file::promise(true, Box::new(move |kept| board.promised(kept)));
    };
    bring(&app.0.shelves, history, backup.aside, Box::new(taken));
}

fn hand(board: Board, file: &File, kind: Kind) {
    let taken = move |taken| board.handed(if taken { Handed::Yes } else { Handed::No });
    file::hand(&file.name, kind, &file.text, Box::new(taken));
}
