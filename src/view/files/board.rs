//! What views of files and the shell show each other.

use std::cell::{Cell, RefCell};

use crate::{
    domain::bring::{Preview, Refusal, Wish},
    view::dom::{El, Seen},
};

/// How far an import is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// There is none.
    #[default]
    Nothing,
    /// The file is not taken.
    Refused(Refusal),
    /// It would bring this.
    Asking(Preview),
    /// It is being taken in.
    Taking,
    /// It is done: so many sessions are kept in one place only, so many in none, and whether there is a copy of what was
    /// here before.
    Taken(usize, usize, bool),
}

/// What became of the last file that was handed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Handed {
    /// There was none.
    #[default]
    Nothing,
    /// It was taken.
    Yes,
    /// It was not.
    No,
}

struct Shown {
    stage: Cell<Stage>,
    handed: Cell<Handed>,
    /// Whether the browser has promised to keep the data, once that is known.
    promised: Cell<Option<bool>>,
    /// Tenths of a megabyte that everything takes, once that is known.
    space: Cell<Option<u32>>,
    /// Percent of the room that are used, where it is time to tell.
    crowded: Cell<Option<u8>>,
    wish: Cell<Wish>,
    /// Days of the week, a bit each, and minutes after midnight.
    reminder: Cell<(u8, u16)>,
    /// Where a file was chosen.
    field: RefCell<Option<El>>,
    changed: Seen<Option<u8>>,
}

/// The board. A copy is the same.
#[derive(Clone, Copy)]
pub struct Board(&'static Shown);

thread_local! {
    static BOARD: Cell<Option<Board>> = const { Cell::new(None) };
}

/// The one board.
pub fn board() -> Board {
    BOARD.get().unwrap_or_else(|| {
        let board = Board(Box::leak(Box::new(Shown {
            stage: Cell::default(),
            handed: Cell::default(),
            promised: Cell::default(),
            space: Cell::default(),
            crowded: Cell::default(),
            wish: Cell::default(),
            reminder: Cell::default(),
            field: RefCell::default(),
            changed: Seen::new(None),
        })));
        BOARD.set(Some(board));
        board
    })
}

impl Board {
    /// How far an import is; followed.
    pub fn stage(self) -> Stage {
        self.0.changed.get();
        self.0.stage.get()
    }

    /// Goes on with it.
    pub fn set(self, stage: Stage) {
        self.0.stage.set(stage);
        self.0.wish.take();
        self.tell();
    }

    /// What became of the last file; followed.
    pub fn last(self) -> Handed {
        self.0.changed.get();
        self.0.handed.get()
    }

    /// Says what became of a file.
    pub fn handed(self, handed: Handed) {
        self.0.handed.set(handed);
        self.tell();
    }

    /// Whether the browser has promised to keep the data; followed.
    pub fn has_promised(self) -> Option<bool> {
        self.0.changed.get();
        self.0.promised.get()
    }

    /// Says whether it has.
    pub fn promised(self, promised: bool) {
        self.0.promised.set(Some(promised));
        self.tell();
    }

    /// Tenths of a megabyte that everything takes, where the browser tells; followed.
    pub fn space(self) -> Option<u32> {
        self.0.changed.get();
        self.0.space.get()
    }

    /// Says how many.
    pub fn takes(self, tenths: u32) {
        self.0.space.set(Some(tenths));
        self.tell();
    }

    /// How full the stores are, in percent, where it is time to tell; followed.
    pub fn is_crowded(self) -> Option<u8> {
        self.0.changed.get();
        self.0.crowded.get()
    }

    /// Says how full they are.
    pub fn crowded(self, percent: Option<u8>) {
        if self.0.crowded.replace(percent) != percent {
            self.tell();
        }
    }

    /// What was answered to the preview.
    pub fn wish(self) -> Wish {
        self.0.wish.get()
    }

    /// Answers.
    pub fn set_wish(self, wish: Wish) {
        self.0.wish.set(wish);
    }

    /// The days and the minute of the reminder.
    pub fn reminder(self) -> (u8, u16) {
        self.0.reminder.get()
    }

    /// Chooses them.
    pub fn set_reminder(self, days: u8, minute: u16) {
        self.0.reminder.set((days, minute));
    }

    /// Where a file was chosen.
    pub fn set_field(self, field: El) {
        self.0.field.replace(Some(field));
    }

    /// Looks at where a file was chosen.
    pub fn with_field(self, look: impl FnOnce(&El)) {
        if let Some(field) = self.0.field.take() {
            look(&field);
        }
    }

    fn tell(self) {
        let count = self.0.changed.peek().unwrap_or_default();
        self.0.changed.set(Some(count.wrapping_add(1)));
    }
}
