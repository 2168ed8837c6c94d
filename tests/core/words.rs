//! The words of the scripts.

use eased::domain::{
    Event, Model,
    event::{Edit, GateReply, MarkEvent},
    hold::{Ending, Reason},
    leg::{Leg, Position},
    model::{Asking, Screen, SessionState},
    safety::{Concern, Concerns},
    session::{SessionId, Tag},
    settings::{HoldSeconds, PacerSeconds},
    spot::{Pain, Placed, Spot, TrackId},
};

use super::script::World;

/// Milliseconds of so many seconds.
#[expect(clippy::cast_possible_truncation, reason = "scripts are minutes long")]
pub fn ms(seconds: f64) -> i64 {
    (seconds * 1_000.0).round() as i64
}

/// Seconds with as many decimals as it needs.
pub fn seconds(ms: i64) -> String {
    let sign = if ms < 0 { "-" } else { "" };
    let (whole, rest) = (ms.abs() / 1_000, ms.abs() % 1_000);
    let text = format!("{sign}{whole}.{rest:03}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A line without a time.
pub fn set_up(world: &mut World, line: &str) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let model = &mut world.model;
    match words[..] {
        ["leg", leg] => model.draft.leg = leg_named(leg),
        ["marks", leg, ref places @ ..] => {
            for place in places {
                // "40/6": rated 6.
                let (place, pain) =
                    place.split_once('/').map_or((*place, None), |(at, pain)| (at, Some(pain)));
                let pain = pain.and_then(|pain| Pain::new(number(pain)));
                let spot = Spot { position: position(place), placed: Placed::Tapped, track: None, pain };
                model.draft.add(leg_named(leg), spot);
            }
        }
        ["ring", leg, place] => {
            let track = TrackId { session: SessionId::from_random([200; 10]), hold: 1 };
            let spot =
                Spot { position: position(place), placed: Placed::Ring, track: Some(track), pain: None };
            model.draft.add(leg_named(leg), spot);
        }
        ["by", "itself", fixed] => {
            model.settings.by_itself = true;
            model.settings.hold_seconds = HoldSeconds::new(number(fixed)).expect("15 to 90");
        }
        ["pacer", zone] => {
            model.settings.pacer = PacerSeconds::new(number(zone)).expect("30 to 120");
        }
        ["no", "gate"] => model.meta.gate = None,
        ["left", "out", leg] => {
            let hip = match leg_named(leg) {
                Leg::Left => Concern::LeftHip,
                Leg::Right => Concern::RightHip,
            };
            if let Some(gate) = &mut model.meta.gate {
                gate.concerns = gate.concerns.with(hip, true);
            }
        }
        _ => panic!("unknown line {line:?}"),
    }
}

/// What happens at a moment.
pub fn perform(world: &mut World, what: &str) {
    let words: Vec<&str> = what.split_whitespace().collect();
    if let ["ticks" | "silent" | "frozen", _] = words[..] {
        // The last that is heard.
        world.send("", Event::Ticked);
    }
    let event = match words[..] {
        // Time only.
        ["end"] => return,
        ["clock", by] => {
            world.skew_ms += ms(by.parse().expect("seconds"));
            return;
        }
        ["ticks", on] => {
            world.ticking = on == "on";
            return;
        }
        // Asleep for so long with the monotonic clock running, then standing still.
        ["silent", long] => return world.at_ms += ms(long.parse().expect("seconds")),
        ["frozen", long] => {
            let long = ms(long.parse().expect("seconds"));
            world.at_ms += long;
            world.still_ms += long;
            return;
        }
        ["killed"] => return kill(world),
        ["no", "gate"] => return world.model.meta.gate = None,
        ["found"] => Event::LiveFound(Box::new(world.written.clone().expect("a live record"))),
        ["took", "over"] => Event::TookOver(Box::new(world.written.clone().expect("a live record"))),
        ["lock", "lost"] => Event::LockLost(Box::new(world.written.clone().expect("a live record"))),
        ["seen", "elsewhere"] => {
            Event::SeenElsewhere(Box::new(world.written.clone().expect("a live record")))
        }
        ["start"] => Event::StartPressed(world.name()),
        ["tap"] => tapped(world, 60, false),
        ["tap", "two"] => tapped(world, 60, true),
        ["tap", "lasting", long] => tapped(world, ms(long.parse().expect("seconds")), false),
        ["gate", reply] => Event::GateAnswered(match reply {
            "none" => GateReply::NoneOfThese,
            "asked" => GateReply::Asked,
            "other" => GateReply::OtherLeg,
            "close" => GateReply::Closed,
            _ => panic!("unknown reply {reply:?}"),
        }),
        ["tick" | "untick", concern] => Event::ConcernTicked(concern_named(concern), words[0] == "tick"),
        ["edit", ref edit @ ..] => Event::Edited(newest(&world.model), edit_named(edit)),
        ["delete"] => Event::Deleted(newest(&world.model)),
        ["bring", "back"] => Event::BroughtBack(newest(&world.model)),
        ["look", leg] => Event::Mark(MarkEvent::LegChosen(leg_named(leg))),
        ["mark", place] => Event::Mark(MarkEvent::Tapped(i32::from(number(place)) * 1_000)),
        _ => plain(what),
    };
    world.send(what, event);
}

fn plain(what: &str) -> Event {
    match what.split_once(' ') {
        Some(("press", "none")) => return Event::PressRated(None),
        Some(("press", score)) => return Event::PressRated(Pain::new(number(score))),
        Some(("knee", score)) => return Event::KneeRated(Pain::new(number(score))),
        Some(("ease", score)) => return Event::EaseRated(Pain::new(number(score))),
        Some(("reason", reason)) => {
            return Event::ReasonGiven(match reason {
                "sharp" => Reason::Sharp,
                "numb" => Reason::Numb,
                "tingling" => Reason::Tingling,
                _ => Reason::Other,
            });
        }
        _ => {}
    }
    match what {
        "key" => Event::KeyTapped,
        "move on" => Event::MovedOn,
        "at the knee" => Event::AtKnee,
        "too much" => Event::TooMuchAsked,
        "feels wrong" => Event::FeltWrong,
        "came off" => Event::CameOff,
        "answered" => Event::ReasonDone,
        "stop for today" => Event::StoppedForToday,
        "carry on" => Event::CarriedOn,
        "pause" => Event::Paused,
        "resume" => Event::Resumed,
        "stop" => Event::StopAsked,
        "withdraw" => Event::StopWithdrawn,
        "stop now" => Event::Stopped,
        "+10" => Event::TenAdded,
        "undo" => Event::Undone,
        "done" => Event::Left,
        "hidden" => Event::Hidden,
        "shown" => Event::Shown,
        "look" => Event::Ticked,
        "continue" => Event::Continued,
        "keep" => Event::KeptInterrupted,
        "discard" => Event::Discarded,
        "take over" => Event::TakeOverAsked,
        "gone elsewhere" => Event::GoneElsewhere,
        "to leg" => Event::Went(Screen::Leg),
        "to history" => Event::Went(Screen::History),
        "to session" => Event::Went(Screen::Session),
        _ => panic!("unknown words {what:?}"),
    }
}

/// The page is gone; what was written is what a new page finds. The monotonic clock starts again.
fn kill(world: &mut World) {
    let fresh = Model::new("test");
    let old = std::mem::replace(&mut world.model, fresh);
    world.model.settings = old.settings;
    world.model.meta = old.meta;
    world.model.draft = old.draft;
    world.model.history = old.history;
    world.still_ms = world.at_ms + 900_000;
}

fn tapped(world: &World, lasted_ms: i64, multi: bool) -> Event {
    Event::Tapped { down_mono_ms: world.now().mono_ms - lasted_ms, multi }
}

fn edit_named(words: &[&str]) -> Edit {
    match words {
        ["place", hold, place] => Edit::Place(number(hold).into(), position(place)),
        ["ending", hold, ending] => {
            let ending = match *ending {
                "eased" => Ending::Eased,
                "moved" => Ending::MovedOn,
                "limit" => Ending::Limit,
                "timed" => Ending::Timed,
                "stopped" => Ending::Stopped(None),
                _ => Ending::Interrupted,
            };
            Edit::Ending(number(hold).into(), ending)
        }
        ["all", "places", "right"] => Edit::PlacesRight,
        ["tag", "before"] => Edit::Tag(Some(Tag::Before)),
        ["knee", score] => Edit::KneeAfter(Pain::new(number(score))),
        ["press", hold, score] => Edit::PainPress(number(hold).into(), Pain::new(number(score))),
        ["ease", hold, score] => Edit::PainEase(number(hold).into(), Pain::new(number(score))),
        ["roller", word] => Edit::Roller((*word).to_owned()),
        _ => panic!("unknown edit {words:?}"),
    }
}

/// The session that an edit or a deletion is about.
fn newest(model: &Model) -> SessionId {
    model.history.entries().last().expect("a session").0
}

pub fn concern_named(name: &str) -> Concern {
    Concern::ALL
        .into_iter()
        .find(|c| format!("{c:?}") == name)
        .unwrap_or_else(|| panic!("unknown concern {name:?}"))
}

/// What is ticked in the gate, for tests that look at it.
pub fn ticked(model: &Model) -> Option<Concerns> {
    match model.sitting {
        SessionState::Asking(Asking { ticked, .. }) => Some(ticked),
        _ => None,
    }
}

fn leg_named(name: &str) -> Leg {
    match name {
        "left" => Leg::Left,
        "right" => Leg::Right,
        _ => panic!("unknown leg {name:?}"),
    }
}

fn number(text: &str) -> u8 {
    text.parse().unwrap_or_else(|_| panic!("no small number: {text:?}"))
}

fn position(text: &str) -> Position {
    Position::new(number(text)).expect("0 to 100")
}
