//! Every hold as a row of a table, for a spreadsheet: RFC 4180. `docs/table.md` names the columns.

use super::{
    backup::{File, date, date_of},
    json::push_int,
};
use crate::domain::{
    Model, Now,
    digits::{digits, two_digits},
    hold::{Ending, Hold, Reason},
    listing::local_ms,
    session::{Session, Sport, Tag},
    settings::Advance,
    spot::{Pain, Placed},
    time::DAY_MS,
};

/// The columns. Their names and their order stay; a new one comes last.
#[rustfmt::skip] // On one line it goes with the rest of the program as one piece.
const HEAD: &str = "session,revision,date,time,utc_offset_min,build,advance_s,tag,sport,roller,knee_before,knee_before_min,knee_after,knee_after_min,pass,leg,hold,position_percent,found,start_ms,held_ms,paused_ms,gap_ms,ending,reason,changed_afterwards,pain_at_press,pain_at_ease,track";

// Words by the order of their kind, each list one text.
const FOUND: &str = "tapped,list,plan,ring,paced,confirmed,corrected";
const ENDED: &str = "eased,moved on,limit,timed,stopped,interrupted";
const REASON: &str = "sharp pain,numbness,tingling,something else,stop button";
const TAG: &str = "before a workout,after a workout,rest day";
const SPORT: &str = "run,ride,other sport";
const LEG: &str = "left,right";

/// Writes the table: oldest session first, holds in the order held. Sessions without a hold have no row.
pub fn write(model: &Model, now: Now) -> File {
    let mut text = String::from(HEAD);
    for session in model.history.newest_first().iter().rev() {
        let rev = model.history.get(session.id).map_or(0, |entry| entry.rev);
        for (number, hold) in (1..).zip(&session.holds) {
            let mut row = Row { text: &mut text, first: true };
            session_cells(&mut row, rev, session);
            hold_cells(&mut row, session, number, hold);
        }
    }
    text.push_str("\r\n");
    File { name: ["eased-holds-", &date(now), ".csv"].concat(), text }
}

fn session_cells(row: &mut Row, rev: u32, session: &Session) {
    let local = local_ms(session.start_unix_ms, session.utc_offset_min);
    row.cell(session.id.as_str());
    row.number(rev);
    row.cell(&date_of(local.div_euclid(DAY_MS), "-"));
    row.cell(&time(local.rem_euclid(DAY_MS)));
    row.number(session.utc_offset_min);
    row.cell(&session.build);
    row.number_or_empty(match session.advance {
        Advance::ByItself(seconds) => Some(seconds.get()),
        Advance::UntilEased => None,
    });
    row.word(
        TAG,
        session.tag.map(|tag| match tag {
            Tag::Before => 0,
            Tag::After => 1,
            Tag::Rest => 2,
        }),
    );
    row.word(
        SPORT,
        session.sport.map(|sport| match sport {
            Sport::Run => 0,
            Sport::Ride => 1,
            Sport::Other => 2,
        }),
    );
    row.cell(&session.roller);
    for knee in [session.knee_before, session.knee_after] {
        row.number_or_empty(knee.map(|knee| knee.pain.score()));
        row.number_or_empty(knee.map(|knee| knee.minutes));
    }
}

fn hold_cells(row: &mut Row, session: &Session, number: u32, hold: &Hold) {
    row.number(hold.pass + 1);
    row.word(LEG, session.passes.get(usize::from(hold.pass)).map(|pass| pass.leg.index()));
    row.number(number);
    row.number(hold.position.percent());
    let found = match hold.placed {
        Placed::Tapped => 0,
        Placed::List => 1,
        Placed::Plan => 2,
        Placed::Ring => 3,
        Placed::Paced => 4,
        Placed::Confirmed => 5,
        Placed::Corrected => 6,
    };
    row.word(FOUND, Some(found));
    for ms in [hold.start_ms, hold.held_ms, hold.paused_ms, hold.gap_ms] {
        row.number(ms);
    }
    let (ended, reason) = match hold.ending {
        Ending::Eased => (0, None),
        Ending::MovedOn => (1, None),
        Ending::Limit => (2, None),
        Ending::Timed => (3, None),
        Ending::Stopped(reason) => (4, reason),
        Ending::Interrupted => (5, None),
    };
    row.word(ENDED, Some(ended));
    row.word(
        REASON,
        reason.map(|reason| match reason {
            Reason::Sharp => 0,
            Reason::Numb => 1,
            Reason::Tingling => 2,
            Reason::Other => 3,
            Reason::StopButton => 4,
        }),
    );
    row.number(u8::from(hold.edited));
    row.number_or_empty(hold.pain_press.map(Pain::score));
    row.number_or_empty(hold.pain_ease.map(Pain::score));
    let track = hold.track.map(|track| [track.session.as_str(), "/", &digits(track.hold)].concat());
    row.cell(&track.unwrap_or_default());
}

/// Hours and minutes of a millisecond of a day.
fn time(of_day_ms: i64) -> String {
    let minutes = of_day_ms.unsigned_abs() / 60_000;
    [two_digits(minutes / 60), two_digits(minutes % 60)].join(":")
}

/// A row that is being written at the end of a text.
struct Row<'a> {
    text: &'a mut String,
    first: bool,
}

impl Row<'_> {
    /// A text.
    fn cell(&mut self, text: &str) {
        let separator = if std::mem::take(&mut self.first) { "\r\n" } else { "," };
        self.text.push_str(separator);
        // A spreadsheet runs what begins so, even between quotes.
        let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '|']);
        let quotes = runs || text.contains(['"', ',', ';', '\r', '\n', '\t']);
        if !quotes {
            return self.text.push_str(text);
        }
        self.text.push_str(if runs { "\"'" } else { "\"" });
        for c in text.chars() {
            self.text.push(c);
            if c == '"' {
                self.text.push(c);
            }
        }
        self.text.push('"');
    }

    /// A number stands as it is: one below nought is no formula.
    fn number(&mut self, number: impl Into<i64>) {
        self.cell("");
        push_int(self.text, number.into());
    }

    fn number_or_empty(&mut self, number: Option<impl Into<i64>>) {
        match number {
            Some(number) => self.number(number),
            None => self.cell(""),
        }
    }

    /// One word of a list.
    fn word(&mut self, list: &str, at: Option<usize>) {
        self.cell("");
        let mut commas = 0;
        for c in list.chars().filter(|_| at.is_some()) {
            if c == ',' {
                commas += 1;
            } else if Some(commas) == at {
                self.text.push(c);
            }
        }
    }
}
