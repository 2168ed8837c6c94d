//! The stored form of the domain's smallest types: codes for enums, integers with a range.
//!
//! A code never gets another meaning. An unknown code makes the record unreadable.

use std::{ops::RangeInclusive, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::domain::{
    hold::{Ending, StopReason},
    leg::{Leg, Position},
    phase::{FeltWrongStep, LIMIT_MS, PauseReason, RestReason},
    running::MarkStatus,
    safety::{Concerns, GateAnswer},
    session::{
        KneeScore, MAX_BUILD_ID_CHARS, PassEnd, SessionId, Sport, Tag, is_build_id_char,
        normalized_roller_name,
    },
    settings::{Advance, HoldSeconds, PacerSeconds, Settings, Sound, Theme},
    spot::{Pain, PositionSource, TrackId},
    voice::Voice,
};

/// Unix milliseconds that a JavaScript `Date` can hold.
pub const UNIX_MS_RANGE: RangeInclusive<i64> = -8_640_000_000_000_000..=8_640_000_000_000_000;

/// Local time minus UTC, minutes.
pub const OFFSET_MIN_RANGE: RangeInclusive<i16> = -840..=840;

/// Implements serde for a type by converting it to and from another type. Reading may fail.
macro_rules! serialize_as {
    ($($type:ty as $form:ty: $write:expr, $read:expr;)+) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let write: fn(&Self) -> $form = $write;
                write(self).serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let read: fn($form) -> Option<Self> = $read;
                read(<$form>::deserialize(deserializer)?).ok_or_else(|| D::Error::custom(INVALID_VALUE))
            }
        }
    )+};
}

const INVALID_VALUE: &str = "unknown code or value out of range";

/// Implements serde for enums from one list of codes, so that both directions agree: a missing value does not
/// compile, a duplicate code causes a warning.
macro_rules! codes {
    ($($type:ty { $($code:literal $value:path),+ $(,)? })+) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(match *self { $($value => $code),+ })
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                match String::deserialize(deserializer)?.as_str() {
                    $($code => Ok($value),)+
                    _ => Err(D::Error::custom(INVALID_VALUE)),
                }
            }
        }
    )+};
}

codes! {
    Leg { "l" Self::Left, "r" Self::Right }
    PositionSource {
        "t" Self::Tapped, "l" Self::List, "p" Self::Plan, "r" Self::EarlierSpot, "g" Self::Estimated, "c" Self::Confirmed,
        "m" Self::Corrected,
    }
    Ending {
        "e" Self::Eased, "m" Self::MovedOn, "l" Self::Limit, "t" Self::Timed, "i" Self::Interrupted, "s" STOPPED,
        "sp" SHARP, "sn" NUMB, "st" TINGLING, "so" OTHER, "sb" STOP_BUTTON,
    }
    PassEnd { "b" Self::Bottom, "k" Self::Knee, "s" Self::Stopped, "i" Self::Interrupted }
    Tag { "b" Self::Before, "a" Self::After, "r" Self::RestDay }
    Sport { "r" Self::Run, "c" Self::Ride, "o" Self::Other }
    MarkStatus { "a" Self::Ahead, "h" Self::Held, "s" Self::Skipped }
    StopReason {
        "s" Self::Sharp, "n" Self::Numb, "t" Self::Tingling, "o" Self::Other, "b" Self::StopButton,
    }
    RestReason { "e" Self::Eased, "l" Self::Limit }
    PauseReason {
        "a" Self::Asked, "w" LEAVE_ROLLER, "wr" ASK_REASON, "wa" ADVICE, "s" Self::Slept, "c" Self::Closed,
    }
    // Words, because a script in index.html reads them before the Wasm module has loaded.
    Theme { "auto" Self::Auto, "light" Self::Light, "dark" Self::Dark }
    Sound { "voice" Self::Voice, "tones" Self::Tones, "silent" Self::Silent }
}

const LEAVE_ROLLER: PauseReason = PauseReason::FeltWrong(FeltWrongStep::LeaveRoller);
const ASK_REASON: PauseReason = PauseReason::FeltWrong(FeltWrongStep::AskReason);
const ADVICE: PauseReason = PauseReason::FeltWrong(FeltWrongStep::Advice);

const STOPPED: Ending = Ending::Stopped(None);
const SHARP: Ending = Ending::Stopped(Some(StopReason::Sharp));
const NUMB: Ending = Ending::Stopped(Some(StopReason::Numb));
const TINGLING: Ending = Ending::Stopped(Some(StopReason::Tingling));
const OTHER: Ending = Ending::Stopped(Some(StopReason::Other));
const STOP_BUTTON: Ending = Ending::Stopped(Some(StopReason::StopButton));

serialize_as! {
    Position as u8: |position| position.percent(), Self::new;
    Pain as u8: |pain| pain.score(), Self::new;
    HoldSeconds as u8: |seconds| seconds.get(), Self::new;
    PacerSeconds as u8: |seconds| seconds.get(), Self::new;
    // 0 until eased, or the fixed seconds.
    Advance as u8: |advance| match advance {
        Self::UntilEased => 0,
        Self::Timed(seconds) => seconds.get(),
    }, |seconds| match seconds {
        0 => Some(Self::UntilEased),
        seconds => HoldSeconds::new(seconds).map(Self::Timed),
    };
    // Pain, and minutes from the start of the session.
    KneeScore as (u8, i32): |knee| (knee.pain.score(), knee.minutes), |(pain, minutes)| {
        Some(Self { pain: Pain::new(pain)?, minutes })
    };
    SessionId as String: |id| id.as_str().to_owned(), |id| Self::parse(&id);
    // The earliest session's id and the hold's place in it, in decimal.
    TrackId as String: |track| format!("{}{}", track.session.as_str(), track.hold), |code| {
        let (session, hold) = code.split_at_checked(10)?;
        let track = Self { session: SessionId::parse(session)?, hold: hold.parse().ok()? };
        // "+1" and "01" would be other names of the same track.
        (track.hold.to_string() == hold).then_some(track)
    };
    // Time, local time minus UTC in minutes, bits of the ticked concerns, whether a clinician was asked.
    GateAnswer as (UnixMs, OffsetMin, u16, Flag): |gate| {
        (UnixMs(gate.unix_ms), OffsetMin(gate.utc_offset_min), gate.concerns.bits(), Flag(gate.clinician_asked))
    }, |(UnixMs(unix_ms), OffsetMin(utc_offset_min), bits, Flag(clinician_asked))| {
        Some(Self { unix_ms, utc_offset_min, concerns: Concerns::from_bits(bits)?, clinician_asked })
    };
}

/// Declares wrapper types for values whose range or form their type does not define.
macro_rules! wrappers {
    ($($(#[$doc:meta])* $name:ident($type:ty) as $form:ty: $write:expr, $read:expr;)+) => {
        $($(#[$doc])* pub struct $name(pub $type);)+
        serialize_as! { $($name as $form: $write, $read;)+ }
    };
}

wrappers! {
    /// A flag, as 0 or 1.
    Flag(bool) as u8: |flag| flag.0.into(), |flag| (flag <= 1).then_some(Self(flag == 1));
    /// Unix milliseconds, clamped to the valid range when written.
    UnixMs(i64) as i64: |ms| ms.0.clamp(*UNIX_MS_RANGE.start(), *UNIX_MS_RANGE.end()), |ms| UNIX_MS_RANGE.contains(&ms).then_some(Self(ms));
    /// Optional unix milliseconds.
    OptionalUnixMs(Option<i64>) as Option<UnixMs>: |ms| ms.0.map(UnixMs), |ms| Some(Self(ms.map(|UnixMs(ms)| ms)));
    /// Local time minus UTC, minutes.
    OffsetMin(i16) as i16: |min| min.0.clamp(*OFFSET_MIN_RANGE.start(), *OFFSET_MIN_RANGE.end()), |min| OFFSET_MIN_RANGE.contains(&min).then_some(Self(min));
    /// Milliseconds of a hold or a countdown.
    HoldMs(u32) as u32: |ms| ms.0, |ms| (ms <= LIMIT_MS).then_some(Self(ms));
    /// Build id; other characters than digits and lower-case letters are not written.
    Build(String) as String: |build| build.0.chars().filter(|c| is_build_id_char(*c)).take(MAX_BUILD_ID_CHARS).collect(), |build| {
        (build.len() <= MAX_BUILD_ID_CHARS && build.chars().all(is_build_id_char)).then_some(Self(build))
    };
    /// Name of a roller.
    Roller(String) as String: |name| normalized_roller_name(&name.0), |name| (normalized_roller_name(&name) == name).then_some(Self(name));
    /// Optional body height in centimetres. 0, in backups of builds before the first release, means not given.
    HeightCm(Option<u8>) as Option<u8>: |cm| cm.0, |cm| {
        let cm = cm.filter(|cm| *cm > 0);
        cm.is_none_or(|cm| Settings::HEIGHT_CM.contains(&cm)).then_some(Self(cm))
    };
    /// Language tag, or "auto". An unknown language is kept: a newer version may have written it.
    LanguageTag(Option<Arc<str>>) as String: |tag| tag.0.as_deref().unwrap_or(AUTO).to_owned(), |tag| {
        is_language_tag(&tag).then(|| Self((tag != AUTO).then(|| tag.into())))
    };
    /// Identifier of a speech synthesis voice (`voiceURI`).
    VoiceId(Option<Arc<str>>) as Option<String>: |id| id.0.as_deref().map(str::to_owned), |id| {
        id.as_deref().is_none_or(Voice::is_valid_id).then(|| Self(id.map(Into::into)))
    };
    /// Volume in percent.
    Volume(u8) as u8: |percent| percent.0, |percent| Settings::VOLUME.contains(&percent).then_some(Self(percent));
    /// A flag per leg, as the letters of the legs for which it is set.
    Legs([bool; 2]) as String: |legs| {
        ["l", "r"].into_iter().zip(legs.0).filter_map(|(letter, is_set)| is_set.then_some(letter)).collect()
    }, |letters| {
        match letters.as_str() {
            "" => Some(Self([false, false])),
            "l" => Some(Self([true, false])),
            "r" => Some(Self([false, true])),
            "lr" => Some(Self([true, true])),
            _ => None,
        }
    };
}

/// Code for "no language chosen".
const AUTO: &str = "auto";

/// Whether a text starts like a BCP 47 tag (two lower-case letters) and has at most 20 letters, digits and hyphens.
fn is_language_tag(tag: &str) -> bool {
    let starts = tag.bytes().take(2).filter(u8::is_ascii_lowercase).count() == 2;
    starts && tag.len() <= 20 && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
