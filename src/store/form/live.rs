//! The running session as last written.
//!
//! Not kept: the undo stack, the monotonic clock (it means nothing after a restart) and whether the page
//! was hidden. What is read was last seen when it was written.

use super::{
    Read, VERSION, codes, places,
    row::{Fields, MS, OFFSET_MIN, Row, UNIX_MS, inside},
};
use crate::domain::{
    leg::Leg,
    live::Live,
    pace::Pacer,
    phase::{Active, Aim, Holding, LIMIT_MS, Paused, Phase, Then, Why},
    running::{Course, Led, Running},
    settings::PacerSeconds,
    spot::MOST_MARKS,
    time::Now,
};
use crate::store::json::Json;

/// Most passes.
const PASSES: usize = 2;

/// Writes a live record.
pub fn write(live: &Live) -> String {
    let running = &live.running;
    let course = &running.course;
    let mut legs = String::from(codes::leg_code(course.leg));
    legs.extend(course.next_leg.map(codes::leg_code));
    Row::write(|row| {
        row.int(VERSION)
            .code(running.id.as_str())
            .int(running.rev)
            .int(running.epoch)
            .int(running.seq)
            .int(inside(live.written_unix_ms, &UNIX_MS))
            .int(inside(running.start_unix_ms, &UNIX_MS))
            .int(inside(running.utc_offset_min, &OFFSET_MIN))
            .int(places::advance_code(running.advance))
            .int(running.pace.get())
            .int(inside(running.gate_unix_ms, &UNIX_MS))
            .row(|row| places::write_knee(row, running.knee_before))
            .code(&legs)
            .int(course.clock_ms)
            .row(|row| write_phase(row, &course.phase))
            .rows(&course.marks, write_led)
            .rows(&course.passes, places::write_pass)
            .rows(&course.holds, places::write_hold);
    })
}

/// Reads a live record.
pub fn read(text: &str) -> Read<Live> {
    super::read(text, parse)
}

/// Reads one that stands in a backup.
pub fn read_value(value: &Json) -> Read<Live> {
    super::of_value(value, parse)
}

fn parse(value: &Json) -> Option<Live> {
    let mut fields = Fields::versioned(value);
    let id = places::session_id(&mut fields)?;
    let rev = fields.int(1..=u32::MAX);
    let epoch = fields.int(0..=u32::MAX);
    let seq = fields.int(0..=u32::MAX);
    let written_unix_ms = fields.int(UNIX_MS);
    let start_unix_ms = fields.int(UNIX_MS);
    let utc_offset_min = fields.int(OFFSET_MIN);
    let running = Running {
        id,
        rev,
        start_unix_ms,
        utc_offset_min,
        advance: places::advance(&mut fields)?,
        pace: PacerSeconds::new(fields.int(0..=u8::MAX))?,
        gate_unix_ms: fields.int(UNIX_MS),
        knee_before: places::knee(fields.value())?,
        epoch,
        seq,
        course: course(&mut fields)?,
        undo: Vec::new(),
        seen: Now { unix_ms: written_unix_ms, mono_ms: 0, utc_offset_min },
        hidden: false,
        phase_began_mono_ms: 0,
    };
    fields.end(Live { running, written_unix_ms })
}

fn course(fields: &mut Fields) -> Option<Course> {
    let (leg, next_leg) = legs(fields.code())?;
    let clock_ms = fields.int(MS);
    let phase = fields.value();
    let marks = fields.rows(led);
    let phase = read_phase(phase, marks.len())?;
    let passes = fields.rows(places::pass);
    let holds = fields.rows(|v| places::hold(v, passes.len()));
    (marks.len() <= MOST_MARKS && passes.len() <= PASSES).then_some(Course {
        leg,
        next_leg,
        passes,
        holds,
        marks,
        phase,
        clock_ms,
    })
}

fn legs(code: &str) -> Option<(Leg, Option<Leg>)> {
    match codes::pair(code) {
        Some((leg, next)) => Some((codes::leg(leg)?, Some(codes::leg(next)?))),
        None => Some((codes::leg(codes::single(code)?)?, None)),
    }
}

/// A spot whose code has a letter more for what became of it.
fn write_led(row: &mut Row, led: &Led) {
    places::write_spot_and(row, &led.spot, Some(codes::fate_code(led.fate)));
}

fn led(value: &Json) -> Option<Led> {
    let mut fields = Fields::of(value);
    let position = places::position(&mut fields);
    let (placed, fate) = codes::pair(fields.code())?;
    let spot = places::end_spot(&mut fields, position, codes::placed(placed)?);
    let led = Led { spot, fate: codes::fate(fate)? };
    fields.end(led)
}

fn write_phase(row: &mut Row, phase: &Phase) {
    match phase {
        Phase::Active(active) => write_active(row, active),
        Phase::Paused(paused) => {
            row.code("z")
                .letter(codes::why_code(paused.why))
                .flag(paused.asks_stop)
                .int(paused.paused_ms)
                .row(|row| write_active(row, &paused.from));
        }
        Phase::Done => {
            row.code("d");
        }
    }
}

fn read_phase(value: &Json, marks: usize) -> Option<Phase> {
    let mut fields = Fields::of(value);
    match fields.code() {
        "d" => fields.end(Phase::Done),
        "z" => {
            let paused = Paused {
                why: fields.letter(codes::why, Why::Asked),
                asks_stop: fields.flag(),
                paused_ms: fields.int(MS),
                from: active(fields.value(), marks)?,
            };
            fields.end(Phase::Paused(paused))
        }
        _ => active(value, marks).map(Phase::Active),
    }
}

fn write_active(row: &mut Row, active: &Active) {
    match active {
        Active::Position { left_ms, then: Then::Roll(place) } => {
            row.code("p").int(*left_ms).int(place.percent());
        }
        Active::Position { left_ms, then: Then::Hold(aim) } => {
            row.code("q").int(*left_ms).row(|row| write_aim(row, aim));
        }
        Active::Roll { pacer, waited_ms } => {
            row.code("r").int(pacer.from.percent()).int(pacer.run_ms).int(*waited_ms);
        }
        Active::Hold(holding) => {
            row.code("h")
                .row(|row| write_aim(row, &holding.aim))
                .int(holding.start_ms)
                .int(holding.held_ms)
                .int(holding.paused_ms)
                .int(holding.gap_ms)
                .int(holding.end_ms)
                .flag(holding.too_much);
        }
        Active::Switch { off_ms, left_ms } => {
            row.code("s").int(*off_ms).int(*left_ms);
        }
    }
}

fn active(value: &Json, marks: usize) -> Option<Active> {
    let mut fields = Fields::of(value);
    let active = match fields.code() {
        "p" => Active::Position {
            left_ms: fields.int(0..=LIMIT_MS),
            then: Then::Roll(places::position(&mut fields)),
        },
        "q" => Active::Position {
            left_ms: fields.int(0..=LIMIT_MS),
            then: Then::Hold(aim(fields.value(), marks)?),
        },
        "r" => Active::Roll {
            pacer: Pacer { from: places::position(&mut fields), run_ms: fields.int(MS) },
            waited_ms: fields.int(MS),
        },
        "h" => Active::Hold(Holding {
            aim: aim(fields.value(), marks)?,
            start_ms: fields.int(MS),
            held_ms: fields.int(0..=LIMIT_MS),
            paused_ms: fields.int(MS),
            gap_ms: fields.int(0..=LIMIT_MS),
            end_ms: fields.int(0..=LIMIT_MS),
            too_much: fields.flag(),
        }),
        "s" => Active::Switch { off_ms: fields.int(0..=LIMIT_MS), left_ms: fields.int(0..=LIMIT_MS) },
        _ => return None,
    };
    fields.end(active)
}

/// `[spot]`, or `[spot, index of the mark]`.
fn write_aim(row: &mut Row, aim: &Aim) {
    let mark = aim.mark.and_then(|mark| u8::try_from(mark).ok());
    row.row(|row| places::write_spot(row, &aim.spot)).int_or_empty(mark).trimmed();
}

fn aim(value: &Json, marks: usize) -> Option<Aim> {
    let mut fields = Fields::of(value);
    let aim = Aim {
        spot: places::spot(fields.value())?,
        mark: fields.or_empty(|v| super::row::int(v, 0..=255u8).map(usize::from)),
    };
    aim.mark.is_none_or(|mark| mark < marks).then(|| fields.end(aim))?
}
