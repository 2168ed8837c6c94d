//! What there is one of: the draft, the settings, and what is kept once. Each carries the number of its
//! write, so that of two stores the later one is believed.

use super::{
    Read, VERSION, codes, places,
    row::{Fields, OFFSET_MIN, Row, UNIX_MS, inside, int},
};
use crate::domain::{
    draft::Draft,
    leg::Leg,
    model::Meta,
    safety::{Concerns, GateAnswer},
    settings::{HoldSeconds, PacerSeconds, Settings, Sound},
    spot::{MOST_MARKS, Spot},
};
use crate::store::json::{Json, int_text};

/// A value and the number of its write, from 1; the higher one is the later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbered<T> {
    /// Number of the write.
    pub number: u32,
    /// The value.
    pub value: T,
}

/// Writes a draft.
pub fn write_draft(number: u32, draft: &Draft) -> String {
    Row::write(|row| {
        row.int(VERSION)
            .int(number)
            .letter(codes::leg_code(draft.leg))
            .rows(&draft.spots(Leg::Left), places::write_spot)
            .rows(&draft.spots(Leg::Right), places::write_spot);
    })
}

/// Reads a draft. Marks that would not fit make it unreadable: none is dropped in silence.
pub fn read_draft(text: &str) -> Read<Numbered<Draft>> {
    super::read(text, |value| {
        let mut fields = Fields::versioned(value);
        let number = fields.int(0..=u32::MAX);
        let leg = fields.letter(codes::leg, Leg::Left);
        let mut spots = || Some(fields.rows(places::spot)).filter(|s: &Vec<Spot>| s.len() <= MOST_MARKS);
        let value = Draft::restored(leg, [spots()?, spots()?]);
        fields.end(Numbered { number, value })
    })
}

/// Writes what is kept once.
pub fn write_meta(number: u32, meta: &Meta) -> String {
    let gate = |row: &mut Row| {
        if let Some(gate) = meta.gate {
            row.int(inside(gate.unix_ms, &UNIX_MS))
                .int(inside(gate.utc_offset_min, &OFFSET_MIN))
                .int(gate.concerns.bits())
                .flag(gate.asked);
        }
    };
    Row::write(|row| {
        row.int(VERSION)
            .int(number)
            .row(gate)
            .flag(meta.welcomed)
            .int_or_empty(meta.last_backup_unix_ms.map(|ms| inside(ms, &UNIX_MS)))
            .flag(meta.install_dismissed)
            .int_or_empty(meta.prompts_read_unix_ms.map(|ms| inside(ms, &UNIX_MS)))
            .trimmed();
    })
}

/// Reads what is kept once.
pub fn read_meta(text: &str) -> Read<Numbered<Meta>> {
    super::read(text, |value| {
        let mut fields = Fields::versioned(value);
        let number = fields.int(0..=u32::MAX);
        let value = Meta {
            gate: gate(fields.value())?,
            welcomed: fields.flag(),
            last_backup_unix_ms: fields.or_empty(|v| int(v, UNIX_MS)),
            install_dismissed: fields.flag(),
            prompts_read_unix_ms: fields.or_empty(|v| int(v, UNIX_MS)),
        };
        fields.end(Numbered { number, value })
    })
}

#[expect(clippy::option_option, reason = "unreadable and not given are different things")]
fn gate(value: &Json) -> Option<Option<GateAnswer>> {
    if value.list()?.is_empty() {
        return Some(None);
    }
    let mut fields = Fields::of(value);
    let answer = GateAnswer {
        unix_ms: fields.int(UNIX_MS),
        utc_offset_min: fields.int(OFFSET_MIN),
        concerns: Concerns::from_bits(fields.int(0..=u16::MAX))?,
        asked: fields.flag(),
    };
    fields.end(Some(answer))
}

/// How many fields the settings have.
const SETTINGS: usize = 14;
/// How many they had when sound was a flag, `chimes`.
const OLD_SETTINGS: usize = 10;

/// Writes the settings: an object, since a script in index.html asks it for language and theme before
/// the wasm is there.
pub fn write_settings(number: u32, settings: &Settings) -> String {
    let mut text = String::from("{");
    let mut field = |name: &str, value: &str| {
        if text.len() > 1 {
            text.push(',');
        }
        text.extend(["\"", name, "\":", value]);
    };
    let quoted = |code: &str| ["\"", code, "\""].concat();
    let flag = |yes: bool| if yes { "1" } else { "0" };
    let turned: String =
        Leg::BOTH.into_iter().filter(|leg| settings.turned(*leg)).map(codes::leg_code).collect();
    field("v", &int_text(VERSION));
    field("n", &int_text(i64::from(number)));
    field("lang", &quoted(codes::language_code(settings.language)));
    field("theme", &quoted(codes::theme_code(settings.theme)));
    field("by_itself", flag(settings.by_itself));
    field("hold_s", &int_text(i64::from(settings.hold_seconds.get())));
    field("pacer_s", &int_text(i64::from(settings.pacer.get())));
    field("height_cm", &int_text(i64::from(settings.height_cm.unwrap_or(0))));
    field("sound", &quoted(codes::sound_code(settings.sound)));
    field("volume", &int_text(i64::from(settings.volume)));
    field("even_muted", flag(settings.even_muted));
    field("screen_reader", flag(settings.screen_reader));
    field("vibrates", flag(settings.vibrates));
    field("turned", &quoted(&turned));
    text.push('}');
    text
}

/// Reads the settings. A field that is not known is as unreadable as one that is missing: whoever adds
/// one raises the version.
pub fn read_settings(text: &str) -> Read<Numbered<Settings>> {
    super::read(text, settings)
}

/// Reads those that stand in a backup.
pub fn read_settings_value(value: &Json) -> Read<Numbered<Settings>> {
    super::of_value(value, settings)
}

fn settings(value: &Json) -> Option<Numbered<Settings>> {
    let Json::Object(fields) = value else {
        return None;
    };
    // As many as there are names below, so none is unknown and none stands there twice.
    let old = fields.len() == OLD_SETTINGS;
    if !old && fields.len() != SETTINGS {
        return None;
    }
    let number = int(value.get("n")?, 0..=u32::MAX)?;
    let code = |name: &str| value.get(name)?.text();
    let byte = |name: &str| int(value.get(name)?, 0..=u8::MAX);
    let flag = |name: &str| byte(name).filter(|n| *n <= 1).map(|n| n == 1);
    let turned = match code("turned")? {
        "" => [false, false],
        "l" => [true, false],
        "r" => [false, true],
        "lr" => [true, true],
        _ => return None,
    };
    let height_cm = match byte("height_cm")? {
        0 => None,
        cm if Settings::HEIGHT_CM.contains(&cm) => Some(cm),
        _ => return None,
    };
    let defaults = Settings::default();
    let value = Settings {
        language: codes::language(code("lang")?)?,
        theme: codes::theme(code("theme")?)?,
        by_itself: flag("by_itself")?,
        hold_seconds: HoldSeconds::new(byte("hold_s")?)?,
        pacer: PacerSeconds::new(byte("pacer_s")?)?,
        height_cm,
        sound: match old {
            true if flag("chimes")? => defaults.sound,
            true => Sound::Silent,
            false => codes::sound(code("sound")?)?,
        },
        volume: if old { defaults.volume } else { int(value.get("volume")?, Settings::VOLUME)? },
        even_muted: !old && flag("even_muted")?,
        screen_reader: !old && flag("screen_reader")?,
        vibrates: old || flag("vibrates")?,
        turned,
    };
    Some(Numbered { number, value })
}
