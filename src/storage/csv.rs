//! The CSV export (RFC 4180): one row per hold. `docs/csv.md` documents the columns.
//!
//! Without the `csv` crate, which adds 24 kB (18 kB compressed) for the ten lines of [`Row::push_quoted`] and does not
//! protect texts from spreadsheets.

use std::fmt::Write as _;

use super::file::{ExportFile, file_name, format_date};
use crate::domain::{
    Model, Now,
    history_list::local_ms,
    hold::{Ending, Hold, StopReason},
    leg::Leg,
    session::{Session, Sport, Tag},
    settings::Advance,
    spot::{Pain, PositionSource},
    time::DAY_MS,
};

/// The header row. Names and order of columns do not change; new columns are appended.
const HEADER: &str = concat!(
    "session,revision,date,time,utc_offset_min,build,advance_s,tag,sport,roller,knee_before,knee_before_min,",
    "knee_after,knee_after_min,pass,leg,hold,position_percent,found,start_ms,held_ms,paused_ms,gap_ms,ending,",
    "reason,changed_afterwards,pain_at_press,pain_at_ease,track,rolling_felt_wrong",
);

/// The character between two columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// The standard of RFC 4180.
    #[default]
    Comma,
    /// Expected by spreadsheets in languages with a decimal comma.
    Semicolon,
}

/// Writes the file: oldest session first, holds in the order they were made. Sessions without holds have no row.
pub fn write(model: &Model, separator: Separator, now: Now) -> ExportFile {
    let separator = if separator == Separator::Comma { ',' } else { ';' };
    let mut text = HEADER.replace(',', separator.encode_utf8(&mut [0; 4]));
    for session in model.history.sessions_newest_first().iter().rev() {
        let rev = model.history.get(session.id).map_or(0, |entry| entry.rev);
        for (number, hold) in (1..).zip(&session.holds) {
            let mut row = Row { text: &mut text, separator, is_first_cell: true };
            session_cells(&mut row, rev, session);
            hold_cells(&mut row, session, number, hold);
        }
    }
    text.push_str("\r\n");
    // Excel needs the byte order mark to detect UTF-8. Other programs may show it as part of the first column's name,
    // so it is written only if the text has characters beyond ASCII.
    if !text.is_ascii() {
        text.insert(0, '\u{feff}');
    }
    ExportFile { name: file_name("holds", "csv", now), text }
}

fn session_cells(row: &mut Row, rev: u32, session: &Session) {
    let local = local_ms(session.start_unix_ms, session.utc_offset_min);
    row.push_text(session.id.as_str());
    row.push_number(rev);
    match format_date(local.div_euclid(DAY_MS), "-") {
        // Spreadsheets have no negative years.
        date if date.starts_with('-') => row.push_text(&date),
        date => row.push_unquoted(&date),
    }
    row.push_unquoted(&format_time(local.rem_euclid(DAY_MS)));
    row.push_number(session.utc_offset_min);
    row.push_text(&session.build);
    row.push_optional_number(match session.advance {
        Advance::Timed(seconds) => Some(seconds.get()),
        Advance::UntilEased => None,
    });
    row.push_unquoted(match session.tag {
        Some(Tag::Before) => "before a workout",
        Some(Tag::After) => "after a workout",
        Some(Tag::RestDay) => "rest day",
        None => "",
    });
    row.push_unquoted(match session.sport {
        Some(Sport::Run) => "run",
        Some(Sport::Ride) => "ride",
        Some(Sport::Other) => "other sport",
        None => "",
    });
    row.push_text(&session.roller);
    for knee in [session.knee_before, session.knee_after] {
        row.push_optional_number(knee.map(|knee| knee.pain.score()));
        row.push_optional_number(knee.map(|knee| knee.minutes));
    }
}

fn hold_cells(row: &mut Row, session: &Session, number: u32, hold: &Hold) {
    row.push_number(hold.pass + 1);
    row.push_unquoted(match session.passes.get(usize::from(hold.pass)).map(|pass| pass.leg) {
        Some(Leg::Left) => "left",
        Some(Leg::Right) => "right",
        None => "",
    });
    row.push_number(number);
    row.push_number(hold.position.percent());
    row.push_unquoted(match hold.position_source {
        PositionSource::Tapped => "tapped",
        PositionSource::List => "list",
        PositionSource::Plan => "plan",
        PositionSource::EarlierSpot => "ring",
        PositionSource::Estimated => "paced",
        PositionSource::Confirmed => "confirmed",
        PositionSource::Corrected => "corrected",
    });
    for ms in [hold.start_ms, hold.held_ms, hold.paused_ms, hold.gap_ms] {
        row.push_number(ms);
    }
    let (ending, reason) = match hold.ending {
        Ending::Eased => ("eased", None),
        Ending::MovedOn => ("moved on", None),
        Ending::Limit => ("limit", None),
        Ending::Timed => ("timed", None),
        Ending::Stopped(reason) => ("stopped", reason),
        Ending::Interrupted => ("interrupted", None),
    };
    row.push_unquoted(ending);
    row.push_unquoted(reason.map_or("", reason_label));
    row.push_number(u8::from(hold.edited));
    row.push_optional_number(hold.pain_at_press.map(Pain::score));
    row.push_optional_number(hold.pain_at_ease.map(Pain::score));
    let track = hold.pinned_track.map(|track| format!("{}/{}", track.session.as_str(), track.hold));
    row.push_text(&track.unwrap_or_default());
    let pass = session.passes.get(usize::from(hold.pass));
    let felt_wrong = pass.into_iter().flat_map(|pass| &pass.felt_wrong);
    let felt_wrong: Vec<&str> = felt_wrong.map(|reason| reason.map_or("not given", reason_label)).collect();
    row.push_unquoted(&felt_wrong.join(" + "));
}

const fn reason_label(reason: StopReason) -> &'static str {
    match reason {
        StopReason::Sharp => "sharp pain",
        StopReason::Numb => "numbness",
        StopReason::Tingling => "tingling",
        StopReason::Other => "something else",
        StopReason::StopButton => "stop button",
    }
}

/// `HH:MM` of a time of day in milliseconds.
fn format_time(of_day_ms: i64) -> String {
    let minutes = of_day_ms.unsigned_abs() / 60_000;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Characters that start a formula in spreadsheets, also in their full-width forms.
const FORMULA_STARTS: [char; 9] = ['=', '+', '-', '@', '|', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
/// Characters that may end a cell or a line, depending on the program.
const DELIMITERS: [char; 5] = [',', ';', '\t', '\r', '\n'];

/// Appends a row to a text.
struct Row<'a> {
    text: &'a mut String,
    separator: char,
    is_first_cell: bool,
}

impl Row<'_> {
    /// Appends a value that needs no protection: a fixed word, a date or a time.
    fn push_unquoted(&mut self, text: &str) {
        if std::mem::take(&mut self.is_first_cell) {
            self.text.push_str("\r\n");
        } else {
            self.text.push(self.separator);
        }
        self.text.push_str(text);
    }

    /// Appends a text of a person, a device or a file. An apostrophe in front keeps a spreadsheet from converting it
    /// to a number or a date (`1e9`, `dec2024`) or from running a formula, also after a delimiter within the text. A
    /// leading apostrophe is doubled, so that removing one restores the text.
    fn push_text(&mut self, text: &str) {
        let may_be_converted = text.contains(char::is_numeric) || text.starts_with(['\'', '\t', '\r', '\n']);
        let mut safe = String::from(if may_be_converted { "'" } else { "" });
        let mut is_start = !may_be_converted;
        for c in text.chars() {
            if is_start && FORMULA_STARTS.contains(&c) {
                safe.push('\'');
            }
            is_start = DELIMITERS.contains(&c) || is_start && matches!(c, '"' | ' ');
            safe.push(c);
        }
        self.push_unquoted("");
        self.push_quoted(&safe);
    }

    /// Appends to the cell, quoted if it contains delimiters or quotes or starts with an apostrophe.
    fn push_quoted(&mut self, text: &str) {
        if !text.starts_with('\'') && !text.contains(DELIMITERS) && !text.contains('"') {
            return self.text.push_str(text);
        }
        self.text.push('"');
        self.text.push_str(&text.replace('"', "\"\""));
        self.text.push('"');
    }

    /// Appends a number without protection: a negative number is not a formula.
    fn push_number(&mut self, number: impl Into<i64>) {
        self.push_unquoted("");
        // Writing to a `String` cannot fail.
        let _ = write!(self.text, "{}", number.into());
    }

    fn push_optional_number(&mut self, number: Option<impl Into<i64>>) {
        match number {
            Some(number) => self.push_number(number),
            None => self.push_unquoted(""),
        }
    }
}
