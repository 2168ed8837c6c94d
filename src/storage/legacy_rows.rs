//! Rows, which builds before the first release wrote in place of objects. Backups that they made can still be read.
//!
//! A row is turned into the text of the object that is written today; whether its values make sense is for the reader of
//! that object to say. `None` when it has no such shape.

use std::borrow::Cow;

use serde_json::value::RawValue;

/// The record as it is written today: a row is converted, everything else stays as it is.
pub fn converted(text: &str, from_row: fn(&str) -> Option<String>) -> Cow<'_, str> {
    let row = Some(text).filter(|text| text.starts_with('['));
    row.and_then(from_row).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The settings, of which one had another name.
pub fn settings(text: &str) -> Cow<'_, str> {
    Cow::Owned(text.replacen("\"by_itself\":", "\"timed\":", 1))
}

/// `[v, id, rev, start, end, offset, build, advance, gate, tag, sport, roller, knee before, knee after, passes, holds]`
pub fn session(row: &str) -> Option<String> {
    let row = fields(row).filter(|row| row.len() == 16)?;
    let names = ["v", "id", "r", "s", "e", "o", "b", "a", "g", "t", "w", "f", "kb", "ka"];
    let mut values: Vec<(&str, Cow<str>)> =
        names.into_iter().zip(row.iter().map(|v| Cow::from(*v))).collect();
    values.push(("p", each(row[14], pass)?.into()));
    values.push(("h", each(row[15], hold)?.into()));
    Some(object(values))
}

/// `[v, id, rev, epoch, seq, written, start, offset, advance, pacer, gate, knee before, legs, clock, phase, marks, passes,
/// holds]`
pub fn live(row: &str) -> Option<String> {
    let row = fields(row).filter(|row| row.len() == 18)?;
    let legs = letters(row[12]);
    let phase = fields(row[14])?;
    let phase = match phase[..] {
        [r#""d""#] => r#""done""#.to_owned(),
        [r#""z""#, why, asks_stop, ms, from] => {
            let from = active(from)?;
            format!(r#"{{"paused":{{"why":{why},"asks_stop":{asks_stop},"paused_ms":{ms},"from":{from}}}}}"#)
        }
        _ => format!(r#"{{"active":{}}}"#, active(row[14])?),
    };
    let course = object([
        ("leg", letter(legs, 0)),
        ("next_leg", letter(legs, 1)),
        ("clock_ms", row[13].into()),
        ("phase", phase.into()),
        ("marks", each(row[15], mark)?.into()),
        ("p", each(row[16], pass)?.into()),
        ("h", each(row[17], hold)?.into()),
    ]);
    let names = ["id", "r", "epoch", "s", "o", "a", "pacer_s", "g", "kb"];
    let values = [1, 2, 3, 6, 7, 8, 9, 10, 11].map(|at| Cow::from(row[at]));
    let time = |at: usize| row[at].parse::<i64>().ok();
    let elapsed_ms = time(5)?.saturating_sub(time(6)?).max(0).to_string();
    let more = [("elapsed_ms", elapsed_ms.into()), ("course", course.into())];
    let session = object(names.into_iter().zip(values).chain(more));
    Some(object([
        ("v", row[0].into()),
        ("seq", row[4].into()),
        ("written", row[5].into()),
        ("session", session.into()),
    ]))
}

/// `[leg and end, active, paused]`
fn pass(row: &str) -> Option<String> {
    let [code, active, paused] = fields(row)?[..] else { return None };
    let code = letters(code);
    Some(object([("l", letter(code, 0)), ("m", active.into()), ("q", paused.into()), ("e", letter(code, 1))]))
}

/// `[pass, percent, code, start, held, pain at press, pain at ease, track, paused, gap]`, the last ones left out where they
/// are empty. The code is how the place was found, how the hold ended (a capital where that was edited) and why.
fn hold(row: &str) -> Option<String> {
    let row = fields(row).filter(|row| row.len() >= 5)?;
    let code = letters(row[2]);
    let (placed, ending) = code.split_at_checked(1)?;
    let edited = if ending.starts_with(|c: char| c.is_ascii_uppercase()) { "1" } else { "0" };
    let ending = format!("\"{}\"", ending.to_lowercase());
    let head = [
        ("p", row[0].into()),
        ("x", row[1].into()),
        ("w", letter(placed, 0)),
        ("e", ending.into()),
        ("d", edited.into()),
        ("s", row[3].into()),
        ("h", row[4].into()),
    ];
    let tail = ["a", "b", "k", "q", "g"].into_iter().zip(row[5..].iter().map(|value| Cow::from(*value)));
    Some(object(head.into_iter().chain(tail)))
}

/// `[percent, how it was found, pain, track]`; a mark's code has a second letter for what became of it.
fn spot(row: &str) -> Option<String> {
    let row = fields(row).filter(|row| row.len() >= 2)?;
    let names = ["a", "k"].into_iter().zip(row[2..].iter().map(|value| Cow::from(*value)));
    let head = [("x", row[0].into()), ("w", letter(letters(row[1]), 0))];
    Some(object(head.into_iter().chain(names)))
}

fn mark(row: &str) -> Option<String> {
    let code = *fields(row)?.get(1)?;
    Some(object([("spot", spot(row)?.into()), ("status", letter(letters(code), 1))]))
}

fn aim(row: &str) -> Option<String> {
    let row = fields(row)?;
    let mark = row.get(1).copied().unwrap_or_default();
    Some(object([("spot", spot(row.first()?)?.into()), ("mark", mark.into())]))
}

fn active(row: &str) -> Option<String> {
    let row = fields(row)?;
    Some(match row[..] {
        [r#""p""#, left, from] => {
            format!(r#"{{"position":{{"left_ms":{left},"then":{{"roll":{from}}}}}}}"#)
        }
        [r#""q""#, left, then] => {
            format!(r#"{{"position":{{"left_ms":{left},"then":{{"hold":{}}}}}}}"#, aim(then)?)
        }
        [r#""r""#, from, run, waited] => {
            format!(r#"{{"roll":{{"pacer":{{"from":{from},"run_ms":{run}}},"waited_ms":{waited}}}}}"#)
        }
        [r#""h""#, of, ref times @ ..] if times.len() == 6 => {
            // The sixth, whether advice was shown, is left out: the advice of today has a time of its own.
            let names = ["start_ms", "held_ms", "paused_ms", "gap_ms", "end_ms"];
            let times = names.into_iter().zip(times.iter().map(|time| Cow::from(*time)));
            let hold = object([("aim", aim(of)?.into())].into_iter().chain(times));
            object([("hold", hold.into())])
        }
        [r#""s""#, off, left] => format!(r#"{{"switch":{{"off_ms":{off},"left_ms":{left}}}}}"#),
        _ => return None,
    })
}

/// The texts of the fields of a row.
fn fields(row: &str) -> Option<Vec<&str>> {
    let fields: Vec<&RawValue> = serde_json::from_str(row).ok()?;
    Some(fields.into_iter().map(RawValue::get).collect())
}

/// An object; what is empty is left out.
fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Cow<'a, str>)>) -> String {
    let mut text = String::from("{");
    for (name, value) in fields {
        if !matches!(&*value, "" | "\"\"" | "[]") || matches!(name, "b" | "p" | "h" | "marks") {
            for part in [if text.len() > 1 { ",\"" } else { "\"" }, name, "\":", &value] {
                text.push_str(part);
            }
        }
    }
    text + "}"
}

fn each(list: &str, convert: fn(&str) -> Option<String>) -> Option<String> {
    let all = fields(list)?.into_iter().map(convert).collect::<Option<Vec<_>>>()?;
    Some(["[", &all.join(","), "]"].concat())
}

/// What stands between the quotes of a code.
fn letters(code: &str) -> &str {
    code.trim_matches('"')
}

/// One letter of it as a code of its own, empty where there is none.
fn letter(letters: &str, at: usize) -> Cow<'_, str> {
    letters.chars().nth(at).map_or(Cow::Borrowed(""), |letter| Cow::Owned(format!("\"{letter}\"")))
}
