//! How the domain's smallest types are written: one letter or word for each choice, integers within their ranges.
//!
//! A letter is never given to another meaning; one that is not here is unreadable, not guessed.

use std::{ops::RangeInclusive, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::domain::{
    hold::{Ending, Reason},
    leg::{Leg, Position},
    phase::{LIMIT_MS, RestReason, Why, WrongStep},
    running::MarkStatus,
    safety::{Concerns, GateAnswer},
    session::{BUILD_LEN, KneeScore, PassEnd, SessionId, Sport, Tag, is_build, roller_name},
    settings::{Advance, HoldSeconds, PacerSeconds, Settings, Sound, Theme},
    spot::{Pain, Placed, TrackId},
    voice::Voice,
};

/// Unix milliseconds that a browser's date can hold.
pub const UNIX_MS: RangeInclusive<i64> = -8_640_000_000_000_000..=8_640_000_000_000_000;

/// Minutes between local time and UTC.
pub const OFFSET_MIN: RangeInclusive<i16> = -840..=840;

/// Writes a type as another one, and reads it back where it can be one.
macro_rules! written_as {
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
                read(<$form>::deserialize(deserializer)?).ok_or_else(|| D::Error::custom(UNREADABLE))
            }
        }
    )+};
}

const UNREADABLE: &str = "a code that is not known, or a value out of its range";

/// Writes both directions from one list, so that they cannot disagree: a missing value does not compile, a code used
/// twice is warned of.
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
                    _ => Err(D::Error::custom(UNREADABLE)),
                }
            }
        }
    )+};
}

codes! {
    Leg { "l" Self::Left, "r" Self::Right }
    Placed {
        "t" Self::Tapped, "l" Self::List, "p" Self::Plan, "r" Self::Ring, "g" Self::Paced, "c" Self::Confirmed,
        "m" Self::Corrected,
    }
    Ending {
        "e" Self::Eased, "m" Self::MovedOn, "l" Self::Limit, "t" Self::Timed, "i" Self::Interrupted, "s" STOPPED,
        "sp" SHARP, "sn" NUMB, "st" TINGLING, "so" OTHER, "sb" STOP_BUTTON,
    }
    PassEnd { "b" Self::Bottom, "k" Self::Knee, "s" Self::Stopped, "i" Self::Interrupted }
    Tag { "b" Self::Before, "a" Self::After, "r" Self::Rest }
    Sport { "r" Self::Run, "c" Self::Ride, "o" Self::Other }
    MarkStatus { "a" Self::Ahead, "h" Self::Held, "s" Self::Skipped }
    Reason {
        "s" Self::Sharp, "n" Self::Numb, "t" Self::Tingling, "o" Self::Other, "b" Self::StopButton,
    }
    RestReason { "e" Self::Eased, "l" Self::Limit }
    Why {
        "a" Self::Asked, "w" LEAVE_ROLLER, "wr" ASK_REASON, "wa" ADVICE, "s" Self::Slept, "c" Self::Closed,
    }
    // Whole words where a script in index.html reads them before the Wasm module is there.
    Theme { "auto" Self::Auto, "light" Self::Light, "dark" Self::Dark }
    Sound { "voice" Self::Voice, "tones" Self::Tones, "silent" Self::Silent }
}

const LEAVE_ROLLER: Why = Why::FeltWrong(WrongStep::LeaveRoller);
const ASK_REASON: Why = Why::FeltWrong(WrongStep::AskReason);
const ADVICE: Why = Why::FeltWrong(WrongStep::Advice);

const STOPPED: Ending = Ending::Stopped(None);
const SHARP: Ending = Ending::Stopped(Some(Reason::Sharp));
const NUMB: Ending = Ending::Stopped(Some(Reason::Numb));
const TINGLING: Ending = Ending::Stopped(Some(Reason::Tingling));
const OTHER: Ending = Ending::Stopped(Some(Reason::Other));
const STOP_BUTTON: Ending = Ending::Stopped(Some(Reason::StopButton));

written_as! {
    Position as u8: |place| place.percent(), Self::new;
    Pain as u8: |pain| pain.score(), Self::new;
    HoldSeconds as u8: |seconds| seconds.get(), Self::new;
    PacerSeconds as u8: |seconds| seconds.get(), Self::new;
    // 0 until eased, or the fixed seconds.
    Advance as u8: |advance| match advance {
        Self::UntilEased => 0,
        Self::ByItself(seconds) => seconds.get(),
    }, |seconds| match seconds {
        0 => Some(Self::UntilEased),
        seconds => HoldSeconds::new(seconds).map(Self::ByItself),
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
        // "+1" and "01" would be other names for the same track.
        (track.hold.to_string() == hold).then_some(track)
    };
    // Moment, minutes between local time and UTC, bits of what was ticked, whether a clinician was asked.
    GateAnswer as (UnixMs, OffsetMin, u16, Flag): |gate| {
        (UnixMs(gate.unix_ms), OffsetMin(gate.utc_offset_min), gate.concerns.bits(), Flag(gate.asked))
    }, |(UnixMs(unix_ms), OffsetMin(utc_offset_min), bits, Flag(asked))| {
        Some(Self { unix_ms, utc_offset_min, concerns: Concerns::from_bits(bits)?, asked })
    };
}

/// Declares wrappers for values whose type alone does not say what they may be.
macro_rules! forms {
    ($($(#[$doc:meta])* $name:ident($type:ty) as $form:ty: $write:expr, $read:expr;)+) => {
        $($(#[$doc])* pub struct $name(pub $type);)+
        written_as! { $($name as $form: $write, $read;)+ }
    };
}

forms! {
    /// A flag, as 0 or 1.
    Flag(bool) as u8: |flag| flag.0.into(), |flag| (flag <= 1).then_some(Self(flag == 1));
    /// Unix milliseconds that a browser's date can hold. What is written is the nearest one, so that it can be read again.
    UnixMs(i64) as i64: |ms| ms.0.clamp(*UNIX_MS.start(), *UNIX_MS.end()), |ms| UNIX_MS.contains(&ms).then_some(Self(ms));
    /// The same where it may not be given.
    MaybeUnixMs(Option<i64>) as Option<UnixMs>: |ms| ms.0.map(UnixMs), |ms| Some(Self(ms.map(|UnixMs(ms)| ms)));
    /// Minutes between local time and UTC.
    OffsetMin(i16) as i16: |min| min.0.clamp(*OFFSET_MIN.start(), *OFFSET_MIN.end()), |min| OFFSET_MIN.contains(&min).then_some(Self(min));
    /// Milliseconds of a hold or a countdown.
    HoldMs(u32) as u32: |ms| ms.0, |ms| (ms <= LIMIT_MS).then_some(Self(ms));
    /// Build id, in characters that no reader of a file takes for anything else.
    Build(String) as String: |build| build.0.chars().filter(|c| is_build(*c)).take(BUILD_LEN).collect(), |build| {
        (build.len() <= BUILD_LEN && build.chars().all(is_build)).then_some(Self(build))
    };
    /// Name of a roller.
    Roller(String) as String: |name| roller_name(&name.0), |name| (roller_name(&name) == name).then_some(Self(name));
    /// Body height in centimetres. Builds before the first release wrote 0 where it was not given.
    HeightCm(Option<u8>) as Option<u8>: |cm| cm.0, |cm| {
        let cm = cm.filter(|cm| *cm > 0);
        cm.is_none_or(|cm| Settings::HEIGHT_CM.contains(&cm)).then_some(Self(cm))
    };
    /// Tag of a language, or "auto". One that is not known here is kept: a later version may have written it.
    LanguageTag(Option<Arc<str>>) as String: |tag| tag.0.as_deref().unwrap_or(AUTO).to_owned(), |tag| {
        is_tag(&tag).then(|| Self((tag != AUTO).then(|| tag.into())))
    };
    /// Identifier of a voice of some device.
    VoiceId(Option<Arc<str>>) as Option<String>: |id| id.0.as_deref().map(str::to_owned), |id| {
        id.as_deref().is_none_or(Voice::is_id).then(|| Self(id.map(Into::into)))
    };
    /// Percent.
    Volume(u8) as u8: |percent| percent.0, |percent| Settings::VOLUME.contains(&percent).then_some(Self(percent));
    /// The legs for which something is so, as their letters.
    Legs([bool; 2]) as String: |legs| {
        ["l", "r"].into_iter().zip(legs.0).filter_map(|(letter, is)| is.then_some(letter)).collect()
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

/// Written where no language is chosen.
const AUTO: &str = "auto";

/// Two letters at least, as a BCP 47 tag begins, and no more than the tags of languages and regions need.
fn is_tag(tag: &str) -> bool {
    let starts = tag.bytes().take(2).filter(u8::is_ascii_lowercase).count() == 2;
    starts && tag.len() <= 20 && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
