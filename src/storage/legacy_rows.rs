//! Converts rows (JSON arrays), which builds before the first release wrote instead of objects, in their backups.
//!
//! A row is converted to the text of an object, whose reader validates the values. `None` if it has another shape.

use std::borrow::Cow;

use serde_json::value::RawValue;

/// Converts a record if it is a row; other texts are returned unchanged.
pub fn convert(text: &str, from_row: fn(&str) -> Option<String>) -> Cow<'_, str> {
    let row = Some(text).filter(|text| text.starts_with('['));
    row.and_then(from_row).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Renames the setting that had another name.
pub fn settings(text: &str) -> Cow<'_, str> {
    Cow::Owned(text.replacen("\"by_itself\":", "\"timed\":", 1))
}

/// `[v, id, rev, start, end, offset, build, advance, gate, tag, sport, roller, knee before, knee after, passes, holds]`
pub fn session(row: &str) -> Option<String> {
    let row = fields(row).filter(|row| row.len() == 16)?;
    let names = ["v", "id", "r", "s", "e", "o", "b", "a", "g", "t", "w", "f", "kb", "ka"];
    let mut values: Vec<(&str, Cow<str>)> =
        names.into_iter().zip(row.iter().map(|v| Cow::from(*v))).collect();
    values.push(("p", convert_list(row[14], pass)?.into()));
    values.push(("h", convert_list(row[15], hold)?.into()));
    Some(object(values))
}

/// `[v, id, rev, epoch, seq, written, start, offset, advance, pacer, gate, knee before, legs, clock, phase, marks,
/// passes, holds]`
pub fn snapshot(row: &str) -> Option<String> {
    let row = fields(row).filter(|row| row.len() == 18)?;
    let legs = unquoted(row[12]);
    let phase = fields(row[14])?;
    let phase = match phase[..] {
        [r#""d""#] => r#""done""#.to_owned(),
        [r#""z""#, why, is_confirming_stop, ms, from] => {
            let from = active(from)?;
            format!(
                r#"{{"paused":{{"why":{why},"asks_stop":{is_confirming_stop},"paused_ms":{ms},"from":{from}}}}}"#
            )
        }
        _ => format!(r#"{{"active":{}}}"#, active(row[14])?),
    };
    let progress = object([
        ("leg", quoted_letter(legs, 0)),
        ("next_leg", quoted_letter(legs, 1)),
        ("clock_ms", row[13].into()),
        ("phase", phase.into()),
        ("marks", convert_list(row[15], mark)?.into()),
        ("p", convert_list(row[16], pass)?.into()),
        ("h", convert_list(row[17], hold)?.into()),
    ]);
    let names = ["id", "r", "epoch", "s", "o", "a", "pacer_s", "g", "kb"];
    let values = [1, 2, 3, 6, 7, 8, 9, 10, 11].map(|index| Cow::from(row[index]));
    let time = |index: usize| row[index].parse::<i64>().ok();
    let elapsed_ms = time(5)?.saturating_sub(time(6)?).max(0).to_string();
    let more_fields = [("elapsed_ms", elapsed_ms.into()), ("course", progress.into())];
    let session = object(names.into_iter().zip(values).chain(more_fields));
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
    let code = unquoted(code);
    Some(object([
        ("l", quoted_letter(code, 0)),
        ("m", active.into()),
        ("q", paused.into()),
        ("e", quoted_letter(code, 1)),
    ]))
}

/// `[pass, percent, code, start, held, pain at press, pain at ease, track, paused, gap]`, trailing
/// empty values omitted. The code: how the spot was found, how the hold ended (upper case if edited) and why.
fn hold(row: &str) -> Option<String> {
    let row = fields(row).filter(|row| row.len() >= 5)?;
    let code = unquoted(row[2]);
    let (placed, ending) = code.split_at_checked(1)?;
    let edited = if ending.starts_with(|c: char| c.is_ascii_uppercase()) { "1" } else { "0" };
    let ending = format!("\"{}\"", ending.to_lowercase());
    let head = [
        ("p", row[0].into()),
        ("x", row[1].into()),
        ("w", quoted_letter(placed, 0)),
        ("e", ending.into()),
        ("d", edited.into()),
        ("s", row[3].into()),
        ("h", row[4].into()),
    ];
    let tail = ["a", "b", "k", "q", "g"].into_iter().zip(row[5..].iter().map(|value| Cow::from(*value)));
    Some(object(head.into_iter().chain(tail)))
}

/// `[percent, code, pain, track]`. The code: how the spot was found; of a mark, a second letter is its status.
fn spot(row: &str) -> Option<String> {
    let row = fields(row).filter(|row| row.len() >= 2)?;
    let names = ["a", "k"].into_iter().zip(row[2..].iter().map(|value| Cow::from(*value)));
    let head = [("x", row[0].into()), ("w", quoted_letter(unquoted(row[1]), 0))];
    Some(object(head.into_iter().chain(names)))
}

fn mark(row: &str) -> Option<String> {
    let code = *fields(row)?.get(1)?;
    Some(object([("spot", spot(row)?.into()), ("status", quoted_letter(unquoted(code), 1))]))
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
            // The sixth, whether advice was shown, is dropped: the object has the advice's duration instead.
            let names = ["start_ms", "held_ms", "paused_ms", "gap_ms", "end_ms"];
            let times = names.into_iter().zip(times.iter().map(|time| Cow::from(*time)));
            let hold = object([("aim", aim(of)?.into())].into_iter().chain(times));
            object([("hold", hold.into())])
        }
        [r#""s""#, off, left] => format!(r#"{{"switch":{{"off_ms":{off},"left_ms":{left}}}}}"#),
        _ => return None,
    })
}

/// The JSON texts of the elements of a row.
fn fields(row: &str) -> Option<Vec<&str>> {
    let fields: Vec<&RawValue> = serde_json::from_str(row).ok()?;
    Some(fields.into_iter().map(RawValue::get).collect())
}

/// Writes an object without empty fields.
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

fn convert_list(list: &str, convert: fn(&str) -> Option<String>) -> Option<String> {
    let items = fields(list)?.into_iter().map(convert).collect::<Option<Vec<_>>>()?;
    Some(["[", &items.join(","), "]"].concat())
}

/// A code without its quotes.
fn unquoted(code: &str) -> &str {
    code.trim_matches('"')
}

/// One letter of a code as a JSON string; empty if there is none.
fn quoted_letter(letters: &str, index: usize) -> Cow<'_, str> {
    letters.chars().nth(index).map_or(Cow::Borrowed(""), |letter| Cow::Owned(format!("\"{letter}\"")))
}
