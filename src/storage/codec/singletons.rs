//! The stored form of the values that exist once: draft, settings and app metadata. Each has a write number; of two
//! stores the value with the higher one counts.

use super::{
    ReadResult,
    object::{JsonObject as _, json_object},
    scalars::{Flag, HeightCm, LanguageTag, Legs, OptionalUnixMs, VoiceId, Volume},
};
use crate::domain::{
    draft::Draft,
    leg::Leg,
    model::Meta,
    settings::Settings,
    spot::{MAX_MARKS_PER_LEG, Spot},
    unknown_fields::UnknownFields,
};

/// Versions of the three records.
const DRAFT_VERSION: u32 = 1;
/// Version 2 allows any language.
const SETTINGS_VERSION: u32 = 2;
const META_VERSION: u32 = 1;
/// Field name of the write number.
const WRITE_NUMBER_FIELD: &str = "n";

/// A value and its write number, from 1; the higher one is the later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbered<T> {
    /// Write number.
    pub write_number: u32,
    /// The value.
    pub value: T,
}

struct DraftRecord {
    leg: Leg,
    left: Vec<MarkRecord>,
    right: Vec<MarkRecord>,
    unknown: UnknownFields,
}

struct MarkRecord {
    spot: Spot,
    unknown: UnknownFields,
}

json_object!(DraftRecord { leg: "leg", left: "left", right: "right" } unknown: unknown);
json_object!(MarkRecord { spot: "spot" } unknown: unknown);

json_object!(Meta {
    gate: "gate" = None,
    welcomed: "welcomed" as Flag = false,
    last_backup_unix_ms: "backup" as OptionalUnixMs = None,
    install_dismissed: "install_dismissed" as Flag = false,
    referral_read_unix_ms: "prompts_read" as OptionalUnixMs = None,
} unknown: unknown);

// `=>` writes defaults as well: a choice that the person sees must not change with a default. A new field uses
// `= default`, which omits the default: records of earlier versions, such as the frozen fixtures, have no such field and
// must be written back unchanged. Such a default must not change later: an absent field would get another meaning.
// A script in index.html reads `lang` and `theme` before the Wasm module has loaded.
json_object!(Settings {
    language: "lang" as LanguageTag => Settings::default().language,
    theme: "theme" => Settings::default().theme,
    timed_advance: "timed" as Flag => Settings::default().timed_advance,
    hold_seconds: "hold_s" => Settings::default().hold_seconds,
    pacer_seconds: "pacer_s" => Settings::default().pacer_seconds,
    height_cm: "height_cm" as HeightCm = None,
    sound: "sound" => Settings::default().sound,
    volume: "volume" as Volume => Settings::default().volume,
    voice: "voice" as VoiceId = None,
    keeps_headphones_awake: "steady" as Flag = false,
    plays_when_muted: "even_muted" as Flag => Settings::default().plays_when_muted,
    screen_reader: "screen_reader" as Flag => Settings::default().screen_reader,
    vibrates: "vibrates" as Flag => Settings::default().vibrates,
    rotated: "turned" as Legs => Settings::default().rotated,
} unknown: unknown);

/// The key of each record and the names of its fields, for the test that compares them with the documentation.
pub const FIELD_NAMES: [(&str, &[&str]); 3] =
    [("eased.draft", DraftRecord::NAMES), ("eased.meta", Meta::NAMES), ("eased.settings", Settings::NAMES)];

/// Writes a draft.
pub fn write_draft(number: u32, draft: &Draft) -> String {
    let marks = |leg| {
        let mut marks: Vec<_> = draft.marks(leg).iter().collect();
        marks.sort_by_key(|mark| mark.spot.position);
        marks.into_iter().map(|mark| MarkRecord { spot: mark.spot, unknown: mark.unknown.clone() }).collect()
    };
    let (left, right) = (marks(Leg::Left), marks(Leg::Right));
    let record = DraftRecord { leg: draft.leg, left, right, unknown: draft.unknown.clone() };
    super::write(DRAFT_VERSION, WRITE_NUMBER_FIELD, number, &record)
}

/// Reads a draft. It is corrupt if it has too many marks; none is dropped silently.
pub fn read_draft(text: &str) -> ReadResult<Numbered<Draft>> {
    super::read(text, DRAFT_VERSION..=DRAFT_VERSION, WRITE_NUMBER_FIELD, |number, record: DraftRecord| {
        let DraftRecord { leg, left, right, unknown } = record;
        let is_valid = left.len() <= MAX_MARKS_PER_LEG && right.len() <= MAX_MARKS_PER_LEG;
        let marks = [left, right].map(|marks| marks.into_iter().map(|m| (m.spot, m.unknown)).collect());
        let mut value = Draft::from_stored(leg, marks);
        value.unknown = unknown;
        is_valid.then_some(Numbered { write_number: number, value })
    })
}

/// Writes the app metadata.
pub fn write_meta(number: u32, meta: &Meta) -> String {
    super::write(META_VERSION, WRITE_NUMBER_FIELD, number, meta)
}

/// Reads the app metadata.
pub fn read_meta(text: &str) -> ReadResult<Numbered<Meta>> {
    super::read(text, META_VERSION..=META_VERSION, WRITE_NUMBER_FIELD, |number, value| {
        Some(Numbered { write_number: number, value })
    })
}

/// Writes the settings.
pub fn write_settings(number: u32, settings: &Settings) -> String {
    // A reader of version 1 rejects other languages and reads everything else, so version 2 is used only where needed.
    let version =
        if matches!(settings.language.as_deref(), None | Some("en" | "de")) { 1 } else { SETTINGS_VERSION };
    super::write(version, WRITE_NUMBER_FIELD, number, settings)
}

/// Reads the settings.
pub fn read_settings(text: &str) -> ReadResult<Numbered<Settings>> {
    super::read(text, 1..=SETTINGS_VERSION, WRITE_NUMBER_FIELD, |number, value| {
        Some(Numbered { write_number: number, value })
    })
}
