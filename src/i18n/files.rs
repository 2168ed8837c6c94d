//! What is kept elsewhere: backup files that come back, the table, the reminder, the browser's promise.

use super::{
    phrase::{Count, Entry, NameAndDate, Number, OnDate, Plural, Share, Template},
    read::phrases,
};
use crate::domain::import_preview::{Part, Refusal, Wrong};

phrases! {
    /// Phrases about files and promises; all of them belong to the lazy part.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct FilesText {
        /// It is time for a backup.
        pub due: &'static str,
        /// So many percent of the stores are used.
        pub crowded: Template<Share>,
        /// Button: choose a backup file.
        pub import: &'static str,
        /// Button: the table of holds.
        pub table: &'static str,
        /// What the table is.
        pub table_note: &'static str,
        /// Box: what stands between its columns.
        pub semicolons: &'static str,
        /// A file was handed over.
        pub handed: &'static str,
        /// It was not.
        pub not_handed: &'static str,
        /// It was, without what a store may have that has not answered.
        pub handed_in_part: &'static str,
        /// The share sheet has not said yet what became of it.
        pub handed_waits: &'static str,
        /// The stored sessions are still being read.
        pub reading: &'static str,
        /// Not all of them can be read.
        pub unread: &'static str,
        /// Why, and what can be done.
        pub unread_why: &'static str,
        /// When the last backup was made cannot be read.
        pub backup_unread: &'static str,
        /// On paper: not all of them could be read.
        pub unread_on_paper: &'static str,
        /// What the browser promised: that it keeps the data.
        pub promised: &'static str,
        /// It did not.
        pub not_promised: &'static str,
        /// Button: ask it.
        pub ask_promise: &'static str,
        /// It was asked and has not answered yet.
        pub promise_unanswered: &'static str,
        /// What a backup would bring.
        pub preview: PreviewText,
        /// Why a file is not taken.
        pub refused: RefusedText,
        /// Texts that could not be read.
        pub unreadable: UnreadableText,
        /// The reminder.
        pub reminder: ReminderText,
    }

    /// The dialog before anything is taken, and what came of it.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct PreviewText {
        /// Heading.
        pub title: &'static str,
        /// When the file was made.
        pub made: Template<OnDate>,
        /// A store does not answer.
        pub unanswered: &'static str,
        /// Nothing of it is new.
        pub nothing: &'static str,
        /// How many sessions are new, the same, later in the file, later here, changed on both sides, deleted by the
        /// file; and how many unreadable texts come along.
        pub counts: [Plural<Count>; 7],
        /// Box: bring back so many that were deleted here.
        pub bring_back: Plural<Count>,
        /// Box: take the file's choices.
        pub settings: &'static str,
        /// What the copy is for.
        pub copy_note: &'static str,
        /// Button: hand over a copy of what is here.
        pub copy: &'static str,
        /// Button, when it is done: hand over that copy.
        pub copy_before: &'static str,
        /// Button.
        pub go: &'static str,
        /// Button.
        pub cancel: &'static str,
        /// While it is being written.
        pub taking: &'static str,
        /// Heading when it is done.
        pub done: &'static str,
        /// All of it is kept in both places.
        pub all_kept: &'static str,
        /// So many sessions are kept in one of them only.
        pub not_all_kept: Plural<Count>,
        /// Heading when some of it is kept nowhere.
        pub not_done: &'static str,
        /// So many sessions are kept nowhere.
        pub nowhere: Plural<Count>,
        /// Button.
        pub close: &'static str,
    }

    /// Why a file is not taken.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct RefusedText {
        /// Heading.
        pub title: &'static str,
        /// Nothing has changed.
        pub nothing_changed: &'static str,
        /// What is wrong with the file: the browser could not read it, it is too large, has too many entries, or
        /// too many unreadable texts, is nested too deeply, in another encoding, is something else, is damaged, is of a
        /// newer app, or there is no room while one store does not answer.
        pub whys: [&'static str; 10],
        /// The name of an entry by its number: a session, a deleted one, an unreadable text.
        pub entries: [Template<Number>; 3],
        /// The session that was running.
        pub live: &'static str,
        /// The choices.
        pub settings: &'static str,
        /// What is wrong with the entry of this name: it cannot be read, a newer app wrote it, it is there twice.
        pub wrongs: [Template<Entry>; 3],
    }

    /// The list of texts that could not be read.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct UnreadableText {
        /// Opens it: how many there are.
        pub title: Plural<Count>,
        /// What they are good for.
        pub note: &'static str,
        /// One of them: under which name it stood, and when it was set aside.
        pub entry: Template<NameAndDate>,
        /// So many more are not shown.
        pub more: Plural<Count>,
        /// Button.
        pub save: &'static str,
        /// Button.
        pub save_all: &'static str,
        /// Button.
        pub delete: &'static str,
        /// Button.
        pub delete_all: &'static str,
        /// Heading, before so many are deleted.
        pub ask: Plural<Count>,
        /// What that means.
        pub warning: &'static str,
    }

    /// The reminder.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct ReminderText {
        /// Heading.
        pub title: &'static str,
        /// What it does.
        pub note: &'static str,
        /// Group of the days.
        pub days: &'static str,
        /// Field.
        pub time: &'static str,
        /// Button.
        pub save: &'static str,
        /// No day is chosen, or no time.
        pub incomplete: &'static str,
        /// What the calendar says below the title.
        pub description: &'static str,
    }
}

impl RefusedText {
    /// Why, and which entry.
    pub fn why(&self, refusal: Refusal) -> String {
        let [
            unread,
            too_large,
            too_many,
            too_many_aside,
            too_deep,
            encoding,
            not_ours,
            broken,
            newer,
            no_room,
        ] = self.whys;
        let why = match refusal {
            Refusal::Unread => unread,
            Refusal::TooLarge => too_large,
            Refusal::TooMany => too_many,
            Refusal::TooManySetAside => too_many_aside,
            Refusal::TooDeep => too_deep,
            Refusal::Encoding => encoding,
            Refusal::NotOurs => not_ours,
            Refusal::Broken => broken,
            Refusal::Newer => newer,
            Refusal::NoRoom => no_room,
            Refusal::Entry(part, number, wrong) => return self.entry(part, number, wrong),
        };
        why.to_owned()
    }

    fn entry(&self, part: Part, number: usize, wrong: Wrong) -> String {
        let [session, deleted, aside] = self.entries;
        let name = match part {
            Part::Sessions => session.n(number),
            Part::Deleted => deleted.n(number),
            Part::SetAside => aside.n(number),
            Part::SessionSnapshot => self.live.to_owned(),
            Part::Settings => self.settings.to_owned(),
        };
        let [unreadable, newer, twice] = self.wrongs;
        let wrong = match wrong {
            Wrong::Unreadable => unreadable,
            Wrong::Newer => newer,
            Wrong::Twice => twice,
        };
        wrong.words(&name)
    }
}
