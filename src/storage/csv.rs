//! Every hold as a row of a table, for a spreadsheet: RFC 4180. `docs/table.md` names the columns.
//!
//! Written by hand: the `csv` crate costs 24 kB of program (18 kB compressed) for the ten lines of [`Row::quoted`], and
//! what a spreadsheet makes of a text would be ours all the same.

use std::fmt::Write as _;

use super::file::{File, date_of, file_name};
use crate::domain::{
    Model, Now,
    history_list::local_ms,
    hold::{Ending, Hold, Reason},
    leg::Leg,
    session::{Session, Sport, Tag},
    settings::Advance,
    spot::{Pain, Placed},
    time::DAY_MS,
};

/// The columns. Their names and their order stay; a new one comes last.
const HEAD: &str = concat!(
    "session,revision,date,time,utc_offset_min,build,advance_s,tag,sport,roller,knee_before,knee_before_min,",
    "knee_after,knee_after_min,pass,leg,hold,position_percent,found,start_ms,held_ms,paused_ms,gap_ms,ending,",
    "reason,changed_afterwards,pain_at_press,pain_at_ease,track,rolling_felt_wrong",
);

/// What stands between two columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// As in RFC 4180.
    #[default]
    Comma,
    /// What spreadsheets expect where numbers are written with a decimal comma.
    Semicolon,
}

/// Writes the table: oldest session first, holds in the order held. Sessions without a hold have no row.
pub fn write(model: &Model, separator: Separator, now: Now) -> File {
    let separator = if separator == Separator::Comma { ',' } else { ';' };
    let mut text = HEAD.replace(',', separator.encode_utf8(&mut [0; 4]));
    for session in model.history.newest_first().iter().rev() {
        let rev = model.history.get(session.id).map_or(0, |entry| entry.rev);
        for (number, hold) in (1..).zip(&session.holds) {
            let mut row = Row { text: &mut text, separator, first: true };
            session_cells(&mut row, rev, session);
            hold_cells(&mut row, session, number, hold);
        }
    }
    text.push_str("\r\n");
    // Excel takes a file for one of the system's old encoding unless it begins so; readers that do not know the mark
    // see it in the first name, so it is there only where it is needed.
    if !text.is_ascii() {
        text.insert(0, '\u{feff}');
    }
    File { name: file_name("holds", "csv", now), text }
}

fn session_cells(row: &mut Row, rev: u32, session: &Session) {
    let local = local_ms(session.start_unix_ms, session.utc_offset_min);
    row.text(session.id.as_str());
    row.number(rev);
    match date_of(local.div_euclid(DAY_MS), "-") {
        // No spreadsheet knows a year before the first.
        date if date.starts_with('-') => row.text(&date),
        date => row.cell(&date),
    }
    row.cell(&time(local.rem_euclid(DAY_MS)));
    row.number(session.utc_offset_min);
    row.text(&session.build);
    row.number_or_empty(match session.advance {
        Advance::ByItself(seconds) => Some(seconds.get()),
        Advance::UntilEased => None,
    });
    row.cell(match session.tag {
        Some(Tag::Before) => "before a workout",
        Some(Tag::After) => "after a workout",
        Some(Tag::Rest) => "rest day",
        None => "",
    });
    row.cell(match session.sport {
        Some(Sport::Run) => "run",
        Some(Sport::Ride) => "ride",
        Some(Sport::Other) => "other sport",
        None => "",
    });
    row.text(&session.roller);
    for knee in [session.knee_before, session.knee_after] {
        row.number_or_empty(knee.map(|knee| knee.pain.score()));
        row.number_or_empty(knee.map(|knee| knee.minutes));
    }
}

fn hold_cells(row: &mut Row, session: &Session, number: u32, hold: &Hold) {
    row.number(hold.pass + 1);
    row.cell(match session.passes.get(usize::from(hold.pass)).map(|pass| pass.leg) {
        Some(Leg::Left) => "left",
        Some(Leg::Right) => "right",
        None => "",
    });
    row.number(number);
    row.number(hold.position.percent());
    row.cell(match hold.placed {
        Placed::Tapped => "tapped",
        Placed::List => "list",
        Placed::Plan => "plan",
        Placed::Ring => "ring",
        Placed::Paced => "paced",
        Placed::Confirmed => "confirmed",
        Placed::Corrected => "corrected",
    });
    for ms in [hold.start_ms, hold.held_ms, hold.paused_ms, hold.gap_ms] {
        row.number(ms);
    }
    let (ending, reason) = match hold.ending {
        Ending::Eased => ("eased", None),
        Ending::MovedOn => ("moved on", None),
        Ending::Limit => ("limit", None),
        Ending::Timed => ("timed", None),
        Ending::Stopped(reason) => ("stopped", reason),
        Ending::Interrupted => ("interrupted", None),
    };
    row.cell(ending);
    row.cell(reason.map_or("", reason_words));
    row.number(u8::from(hold.edited));
    row.number_or_empty(hold.pain_press.map(Pain::score));
    row.number_or_empty(hold.pain_ease.map(Pain::score));
    let track = hold.track.map(|track| format!("{}/{}", track.session.as_str(), track.hold));
    row.text(&track.unwrap_or_default());
    let pass = session.passes.get(usize::from(hold.pass));
    let felt_wrong = pass.into_iter().flat_map(|pass| &pass.felt_wrong);
    let felt_wrong: Vec<&str> = felt_wrong.map(|reason| reason.map_or("not given", reason_words)).collect();
    row.cell(&felt_wrong.join(" + "));
}

const fn reason_words(reason: Reason) -> &'static str {
    match reason {
        Reason::Sharp => "sharp pain",
        Reason::Numb => "numbness",
        Reason::Tingling => "tingling",
        Reason::Other => "something else",
        Reason::StopButton => "stop button",
    }
}

/// Hours and minutes of a millisecond of a day.
fn time(of_day_ms: i64) -> String {
    let minutes = of_day_ms.unsigned_abs() / 60_000;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// What a spreadsheet takes for the beginning of a formula, also in the wide form of East Asian keyboards.
const RUNS: [char; 9] = ['=', '+', '-', '@', '|', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
/// What some reader takes for the end of a cell, or of a line.
const ENDS: [char; 5] = [',', ';', '\t', '\r', '\n'];

/// A row that is being written at the end of a text.
struct Row<'a> {
    text: &'a mut String,
    separator: char,
    first: bool,
}

impl Row<'_> {
    /// One of our own words, a date or a time: what a spreadsheet guesses of it is right.
    fn cell(&mut self, text: &str) {
        if std::mem::take(&mut self.first) {
            self.text.push_str("\r\n");
        } else {
            self.text.push(self.separator);
        }
        self.text.push_str(text);
    }

    /// A text of a person, a device or a file. An apostrophe before it keeps it a text where a spreadsheet would guess
    /// a number or a date (any digit may make one: `1e9`, `dec2024`) or run a formula, also in a reader that begins a
    /// new cell within it. Another apostrophe at its beginning is doubled: without the first one it is as it was.
    fn text(&mut self, text: &str) {
        let is_guessed = text.contains(char::is_numeric) || text.starts_with(['\'', '\t', '\r', '\n']);
        let mut safe = String::from(if is_guessed { "'" } else { "" });
        let mut begins = !is_guessed;
        for c in text.chars() {
            if begins && RUNS.contains(&c) {
                safe.push('\'');
            }
            begins = ENDS.contains(&c) || begins && matches!(c, '"' | ' ');
            safe.push(c);
        }
        self.cell("");
        self.quoted(&safe);
    }

    /// Between quotes, where a reader needs them; and where a spreadsheet may be told that they mean a text.
    fn quoted(&mut self, text: &str) {
        if !text.starts_with('\'') && !text.contains(ENDS) && !text.contains('"') {
            return self.text.push_str(text);
        }
        self.text.push('"');
        self.text.push_str(&text.replace('"', "\"\""));
        self.text.push('"');
    }

    /// A number stands as it is: one below nought is no formula.
    fn number(&mut self, number: impl Into<i64>) {
        self.cell("");
        // Writing to a `String` cannot fail.
        let _ = write!(self.text, "{}", number.into());
    }

    fn number_or_empty(&mut self, number: Option<impl Into<i64>>) {
        match number {
            Some(number) => self.number(number),
            None => self.cell(""),
        }
    }
}
