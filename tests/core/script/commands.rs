//! The commands of the scripts.

use eased::domain::{
    Event, Model,
    event::{Edit, GateButton, MarkEvent},
    hold::{Ending, StopReason},
    leg::{Leg, Position},
    model::{PendingStart, SessionState},
    safety::{Concern, Concerns},
    screen::Screen,
    session::{SessionId, Tag},
    settings::{HoldSeconds, PacerSeconds},
    spot::{Pain, PositionSource, Spot, TrackId},
};

use super::{TestApp, ms};

/// Runs a line without a time.
pub fn set_up(app: &mut TestApp, line: &str) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let model = &mut app.model;
    match words[..] {
        ["leg", leg] => model.draft.leg = leg_named(leg),
        ["marks", leg, ref marks @ ..] => {
            for mark in marks {
                // "40/6": rated 6.
                let (percent, pain) =
                    mark.split_once('/').map_or((*mark, None), |(percent, pain)| (percent, Some(pain)));
                let pain = pain.and_then(|pain| Pain::new(number(pain)));
                let spot = Spot {
                    position: position(percent),
                    position_source: PositionSource::Tapped,
                    pinned_track: None,
                    pain,
                };
                model.draft.add(leg_named(leg), spot);
            }
        }
        ["earlier", "spot", leg, percent] => {
            let track = TrackId { session: SessionId::from_random([200; 10]), hold: 1 };
            let spot = Spot {
                position: position(percent),
                position_source: PositionSource::EarlierSpot,
                pinned_track: Some(track),
                pain: None,
            };
            model.draft.add(leg_named(leg), spot);
        }
        ["timed", fixed] => {
            model.settings.timed_advance = true;
            model.settings.hold_seconds = HoldSeconds::new(number(fixed)).expect("15 to 90");
        }
        ["pacer", zone] => {
            model.settings.pacer_seconds = PacerSeconds::new(number(zone)).expect("30 to 120");
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

/// Runs a command at the current time.
pub fn run(app: &mut TestApp, command: &str) {
    let words: Vec<&str> = command.split_whitespace().collect();
    if let ["ticks" | "silent" | "frozen", _] = words[..] {
        // The last event before the gap.
        app.send("", Event::Ticked);
    }
    let event = match words[..] {
        // Time only.
        ["end"] => return,
        ["clock", by] => {
            app.wall_skew_ms += ms(by.parse().expect("seconds"));
            return;
        }
        ["ticks", on] => {
            app.is_ticking = on == "on";
            return;
        }
        // Without events for this long: the monotonic clock runs ("silent") or stops ("frozen").
        ["silent", long] => return app.at_ms += ms(long.parse().expect("seconds")),
        ["frozen", long] => {
            let long = ms(long.parse().expect("seconds"));
            app.at_ms += long;
            app.mono_lag_ms += long;
            return;
        }
        ["killed"] => return kill(app),
        ["no", "gate"] => return app.model.meta.gate = None,
        ["snapshot", "found"] => {
            Event::SnapshotFound(Box::new(app.last_snapshot.clone().expect("a snapshot")))
        }
        ["lock", "taken", "over"] => {
            Event::LockTakenOver(Box::new(app.last_snapshot.clone().expect("a snapshot")))
        }
        ["lock", "lost"] => Event::LockLost(Box::new(app.last_snapshot.clone().expect("a snapshot"))),
        ["other", "tab", "seen"] => {
            Event::OtherTabSnapshotSeen(Box::new(app.last_snapshot.clone().expect("a snapshot")))
        }
        ["start"] => Event::StartPressed(app.new_session_id()),
        ["tap"] => tapped(app, 60, false),
        ["tap", "two"] => tapped(app, 60, true),
        ["tap", "lasting", long] => tapped(app, ms(long.parse().expect("seconds")), false),
        ["gate", reply] => Event::GateAnswered(match reply {
            "none" => GateButton::NoneOfThese,
            "asked" => GateButton::ClinicianAsked,
            "other" => GateButton::OtherLeg,
            "close" => GateButton::Closed,
            _ => panic!("unknown reply {reply:?}"),
        }),
        ["check" | "uncheck", concern] => Event::ConcernTicked(concern_named(concern), words[0] == "check"),
        ["edit", ref edit @ ..] => Event::SessionEdited(newest(&app.model), edit_named(edit)),
        ["delete"] => Event::SessionDeleted(newest(&app.model)),
        ["bring", "back"] => Event::SessionUndeleted(newest(&app.model)),
        ["choose", leg] => Event::Mark(MarkEvent::LegChosen(leg_named(leg))),
        ["mark", place] => Event::Mark(MarkEvent::Tapped(i32::from(number(place)) * 1_000)),
        _ => event_named(command),
    };
    app.send(command, event);
}

fn event_named(command: &str) -> Event {
    match command.split_once(' ') {
        Some(("press", "none")) => return Event::HoldPainRated(None),
        Some(("press", score)) => return Event::HoldPainRated(Pain::new(number(score))),
        Some(("knee", score)) => return Event::KneeRated(Pain::new(number(score))),
        Some(("ease", score)) => return Event::PainAtEaseRated(Pain::new(number(score))),
        Some(("reason", reason)) => {
            return Event::ReasonGiven(match reason {
                "sharp" => StopReason::Sharp,
                "numb" => StopReason::Numb,
                "tingling" => StopReason::Tingling,
                _ => StopReason::Other,
            });
        }
        _ => {}
    }
    match command {
        "key" => Event::BigTappedByKey,
        "move on" => Event::MovedOn,
        "at the knee" => Event::AtKnee,
        "too much" => Event::TooMuchPressed,
        "feels wrong" => Event::FeltWrong,
        "came off" => Event::CameOffRoller,
        "close reason" => Event::ReasonStepFinished,
        "stop for today" => Event::StoppedForToday,
        "carry on" => Event::CarriedOn,
        "pause" => Event::Paused,
        "resume" => Event::Resumed,
        "stop" => Event::StopPressed,
        "cancel stop" => Event::StopCancelled,
        "stop now" => Event::StopConfirmed,
        "+10" => Event::TenSecondsAdded,
        "undo" => Event::Undone,
        "done" => Event::SummaryClosed,
        "hidden" => Event::PageHidden,
        "shown" => Event::PageShown,
        "tick" => Event::Ticked,
        "continue" => Event::InterruptedContinued,
        "keep" => Event::InterruptedKept,
        "discard" => Event::DiscardPressed,
        "take over" => Event::TakeOverPressed,
        "other tab ended" => Event::OtherTabEnded,
        "to leg" => Event::Navigated(Screen::Leg),
        "to history" => Event::Navigated(Screen::History),
        "to session" => Event::Navigated(Screen::Session),
        _ => panic!("unknown command {command:?}"),
    }
}

/// Kills the page: a new page starts with what was stored, and its monotonic clock restarts.
fn kill(app: &mut TestApp) {
    let fresh = Model::new("test");
    let old = std::mem::replace(&mut app.model, fresh);
    app.model.settings = old.settings;
    app.model.meta = old.meta;
    app.model.draft = old.draft;
    app.model.history = old.history;
    app.mono_lag_ms = app.at_ms + 900_000;
}

fn tapped(app: &TestApp, lasted_ms: i64, multi: bool) -> Event {
    Event::BigTapped { down_mono_ms: app.now().mono_ms - lasted_ms, is_multi_touch: multi }
}

fn edit_named(words: &[&str]) -> Edit {
    match words {
        ["place", hold, place] => Edit::Position(number(hold).into(), position(place)),
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
        ["all", "places", "right"] => Edit::PositionsConfirmed,
        ["tag", "before"] => Edit::Tag(Some(Tag::Before)),
        ["knee", score] => Edit::KneeAfter(Pain::new(number(score))),
        ["press", hold, score] => Edit::PainAtPress(number(hold).into(), Pain::new(number(score))),
        ["ease", hold, score] => Edit::PainAtEase(number(hold).into(), Pain::new(number(score))),
        ["roller", word] => Edit::Roller((*word).to_owned()),
        _ => panic!("unknown edit {words:?}"),
    }
}

/// The session that an edit or a deletion applies to.
fn newest(model: &Model) -> SessionId {
    model.history.entries().last().expect("a session").0
}

pub fn concern_named(name: &str) -> Concern {
    Concern::ALL
        .into_iter()
        .find(|c| format!("{c:?}") == name)
        .unwrap_or_else(|| panic!("unknown concern {name:?}"))
}

/// The concerns that are checked in the open safety gate.
pub fn checked_concerns(model: &Model) -> Option<Concerns> {
    match model.session_state {
        SessionState::GateOpen(PendingStart { ticked, .. }) => Some(ticked),
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
    text.parse().unwrap_or_else(|_| panic!("not a small number: {text:?}"))
}

fn position(text: &str) -> Position {
    Position::new(number(text)).expect("0 to 100")
}
