//! What a backup would bring to the history that is here, in numbers, and why one is not taken.

/// What a backup would bring. Each session of the file counts in one place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// When the file was made, unix milliseconds.
    pub made_unix_ms: i64,
    /// Not known here.
    pub new: usize,
    /// Here already, word for word.
    pub same: usize,
    /// Changed later in the file: the file's is read from now on, the one here stays as an older revision.
    pub newer: usize,
    /// Changed later here: nothing changes.
    pub older: usize,
    /// Changed on both sides: one is read, by the order of revisions, the other stays as an older one.
    pub conflicts: usize,
    /// Deleted here: stays so without an explicit yes.
    pub deleted_here: usize,
    /// Deleted in the file and not yet here: will be deleted here.
    pub deletes: usize,
    /// Texts that could not be read where the file was made.
    pub set_aside: usize,
    /// The file's choices are other ones.
    pub settings: bool,
    /// A store does not answer and may have more than the file was compared with; what is imported goes into the other one.
    pub unanswered: bool,
}

impl Preview {
    /// Whether it would change nothing, whatever is answered.
    pub fn is_nothing(&self) -> bool {
        let changes = self.new + self.newer + self.conflicts + self.deleted_here + self.deletes;
        changes + self.set_aside == 0 && !self.settings
    }
}

/// What may be answered to a preview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// What was deleted here is to come back.
    pub bring_back: bool,
    /// The file's choices are to hold here.
    pub settings: bool,
}

/// A list of the file, for naming an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Sessions.
    Sessions,
    /// Deleted sessions.
    Deleted,
    /// Texts that could not be read.
    SetAside,
    /// The session that was running.
    SessionSnapshot,
    /// Choices.
    Settings,
}

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A field is missing, of another kind, out of range, or left over.
    Unreadable,
    /// A newer app wrote it.
    Newer,
    /// Another entry is about the same session.
    Twice,
}

/// Why a file is not taken. Nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The browser could not read it.
    Unread,
    /// Larger than any backup.
    TooLarge,
    /// More entries than any backup has.
    TooMany,
    /// More texts that could not be read than any backup has.
    TooManySetAside,
    /// Nested deeper than any backup.
    TooDeep,
    /// It is in an encoding that is not read.
    Encoding,
    /// It is something else.
    NotOurs,
    /// It was a backup, and is damaged or cut off.
    Broken,
    /// A newer app made it.
    Newer,
    /// One store does not answer, and the other one has no room for all of it.
    NoRoom,
    /// One entry cannot be taken: of which list, its number from 1, and why.
    Entry(Part, usize, Wrong),
}

impl Refusal {
    /// Whether a newer version of the app would take it.
    pub fn asks_for_update(self) -> bool {
        matches!(self, Self::Newer | Self::Entry(_, _, Wrong::Newer))
    }
}
