//! The session screen.

use crate::{
    domain::{
        effect::Said,
        leg::Leg,
        phase::{Name, Why},
    },
    text::{
        claim::{
            Claim,
            Source::{Dose, Pressure},
        },
        session::{FoundText, SessionText, SummaryText},
    },
};

const ENOUGH: Claim = Claim::new(Dose, "That is enough for this spot.");
const LESS_WEIGHT: Claim = Claim::new(Pressure, "Put your front foot down and take weight off.");

pub const SESSION: SessionText = SessionText {
    said,

    sides: ["LEFT", "RIGHT"],
    word: |name| match name {
        Name::Position => "READY",
        Name::Roll => "ROLL",
        Name::Hold => "HOLD",
        Name::Switch => "SWITCH",
        Name::Paused => "PAUSED",
        Name::Done => "Session over",
    },
    big_tap: |name| match name {
        Name::Position => Some("Ready now"),
        Name::Roll => Some("Here"),
        Name::Hold => Some("Eased"),
        Name::Switch => Some("Switch now"),
        Name::Paused | Name::Done => None,
    },

    lie_down: [
        "Lie on your left side, roller just under the hip bone.",
        "Lie on your right side, roller just under the hip bone.",
    ],
    then_roll: "Then roll slowly.",
    then_hold: |n| format!("Then hold spot {n}."),
    find: "Tap where it is tight",
    roll_to_knee: "Slowly down to the knee",
    next_spot: |n, of| format!("Next: spot {n} of {of}"),
    tap_to_hold: |n| format!("Spot {n} is here: tap to hold"),
    stay_at: |n| format!("Spot {n}: stay here"),
    spot: |n, of| match of {
        Some(of) => format!("Spot {n} of {of}"),
        None => format!("Spot {n}"),
    },
    until_eased: "Tap when it eases",
    until_seconds: |s| format!("Until {s} s"),
    enough: ENOUGH,
    less_weight: LESS_WEIGHT,
    off_roller: "Off the roller",
    next_leg: ["Next: your left side", "Next: your right side"],

    felt_wrong: "It felt wrong.",
    slept: "The phone slept.",
    closed: "The app was closed.",
    may_sleep: "Set auto-lock to never.",
    saved: "Saved",
    saved_once: "Kept in one place",
    not_saved: "Not kept on this phone: save it as a file at the end.",

    move_on: "Move on",
    at_knee: "At the knee",
    too_much: "Too much?",
    feels_wrong: "This feels wrong",
    red_card: "Red card",
    pause: "Pause",
    undo: "Undo",
    resume: "Resume",
    ten_more: "+10 s",
    turn: "Turn",
    stop: "Stop",
    stop_ask: "Stop for today?",
    stop_now: "Stop now",
    reason_ask: "What was it?",
    reasons: ["Sharp pain", "Numbness", "Tingling", "Other"],

    summary: SummaryText {
        nothing: "Nothing was rolled, so nothing is kept.",
        last_time: |time| format!("last time {time}"),
        correct: |n| format!("Correct spot {n}"),
        ending_of: |n| format!("How spot {n} ended"),
        places_right: "All places right",
        places_guessed: "Some places are guesses from the pacer. Are they right?",
        saving: "Saving",
        done: "Done",
    },
    found: FoundText {
        left_behind: "You were in a session",
        what: |leg, holds| {
            let leg = match leg {
                Leg::Left => "Left leg",
                Leg::Right => "Right leg",
            };
            match holds {
                0 => format!("{leg}, no spot held yet"),
                1 => format!("{leg}, 1 spot held"),
                n => format!("{leg}, {n} spots held"),
            }
        },
        ago: |minutes| match minutes {
            ..1 => "just now".to_owned(),
            1 => "1 minute ago".to_owned(),
            2..120 => format!("{minutes} minutes ago"),
            120..2_880 => format!("{} hours ago", minutes / 60),
            2_880.. => format!("{} days ago", minutes / 1_440),
        },
        too_late: "That is too long ago to go on with it.",
        carry_on: "Continue",
        keep: "Keep as interrupted",
        discard: "Discard",
        discard_ask: "Discard it? What you did in it will be gone.",
        cancel: "Cancel",
        elsewhere: "A session is running in another tab",
        phase_there: |leg, name| {
            let leg = match leg {
                Leg::Left => "Left leg",
                Leg::Right => "Right leg",
            };
            let phase = match name {
                Name::Position => "getting ready",
                Name::Roll => "rolling",
                Name::Hold => "holding a spot",
                Name::Switch => "changing legs",
                Name::Paused => "paused",
                Name::Done => "done",
            };
            format!("{leg}, {phase}")
        },
        take_over_what: "Taking over stops it there and brings it here.",
        take_over: "Take over",
    },
};

fn said(said: Said) -> String {
    let words = match said {
        Said::GetIntoPlace(Leg::Left) => {
            "Get into place: lie on your left side, roller just under the hip bone."
        }
        Said::GetIntoPlace(Leg::Right) => {
            "Get into place: lie on your right side, roller just under the hip bone."
        }
        Said::LeftOut(Leg::Left) => "The left leg is left out today.",
        Said::LeftOut(Leg::Right) => "The right leg is left out today.",
        Said::Roll => "Roll slowly toward the knee.",
        Said::AtSpot(n) => return format!("Here is spot {n}. Stop rolling."),
        Said::HoldBegan(n) => return format!("Spot {n}. Stay on it."),
        Said::Slipped => "Too short to count. Roll on slowly.",
        Said::Eased => "Eased. Roll on slowly.",
        Said::MovedOn => "Moved on. Roll on slowly.",
        Said::Chime(..45) => "Half a minute. Stay on it.",
        Said::Chime(_) => "One minute. Stay on it.",
        Said::Cap => ENOUGH.text,
        Said::Limit => "Two minutes. Take the weight off and roll on slowly.",
        Said::Timed => "That was this spot. Roll on slowly.",
        Said::TooMuch => LESS_WEIGHT.text,
        Said::OffRoller => "Just above the knee: stop here. Off the roller.",
        Said::Paused(Why::Asked) => "Paused.",
        Said::Paused(Why::FeltWrong) => "Stopped. Read the red card.",
        Said::Paused(Why::Slept) => "The phone slept. Paused.",
        Said::Paused(Why::Closed) => "The app was closed. Paused.",
        Said::Resumed => "Going on.",
        Said::Undone => "Undone.",
        Said::Done => "The session is over. Off the roller.",
        Said::MarkAdded(n, percent) => return format!("Spot {n} added, {percent} percent of the way down."),
        Said::MarkRemoved(n) => return format!("Spot {n} removed."),
        Said::LegFull => "Eight spots are the most for one leg.",
        Said::AboveZone => "That is above the stretch to roll: keep off the hip bone.",
        Said::BelowZone => "That is below the stretch to roll: keep off the knee.",
        Said::Deleted => "Session deleted.",
        Said::BroughtBack => "Session brought back.",
    };
    words.to_owned()
}
