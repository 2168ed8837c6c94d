//! What the laws look at.

use eased::domain::{
    Event, Model,
    hold::{Ending, Hold},
    phase::{Aim, LIMIT_MS, Name, Phase, RestReason, Why, WrongStep},
    running::Running,
    settings::Advance,
    subscriptions,
};

pub fn phase(model: &Model) -> Option<Name> {
    model.running().map(Running::phase_name)
}

pub fn times_add_up(running: &Running, elapsed: u32) {
    let course = &running.course;
    let mut in_holds = 0;
    let mut after = 0;
    for hold in &course.holds {
        assert!(hold.gap_ms <= hold.held_ms);
        assert!(hold.held_ms <= LIMIT_MS);
        assert!(hold.start_ms >= after, "offsets never decrease");
        after = hold.start_ms + hold.held_ms;
        in_holds += hold.held_ms + hold.paused_ms;
    }
    if let Some(open) = course.phase.holding() {
        assert!(open.gap_ms <= open.held_ms);
        assert!(open.held_ms < open.end_ms && open.end_ms <= LIMIT_MS);
        assert!(open.start_ms >= after);
        assert_eq!(open.start_ms + open.held_ms, course.clock_ms);
        in_holds += open.held_ms + open.paused_ms;
    }
    assert!(after <= course.clock_ms);
    assert!(in_holds <= elapsed, "held + paused <= elapsed");
    assert!(course.clock_ms <= elapsed);
    let in_passes: u32 = course.passes.iter().map(|p| p.active_ms + p.paused_ms).sum();
    assert!(in_passes <= elapsed, "pass ms is never more than what passed");
    let lasts_ms = running.end_unix_ms() - running.start_unix_ms;
    assert!(i64::from(in_passes) <= lasts_ms, "the end is never before the start, nor before what was done");
    for (index, pass) in course.passes.iter().enumerate() {
        let holds = course.holds.iter().filter(|h| usize::from(h.pass) == index);
        let held: u32 = holds.map(|h| h.held_ms).sum();
        assert!(held <= pass.active_ms);
    }
}

pub fn ran_out_exactly(hold: &Hold, advance: Advance) {
    let fixed_ms = match advance {
        Advance::UntilEased => LIMIT_MS,
        Advance::ByItself(seconds) => u32::from(seconds.get()) * 1_000,
    };
    match hold.ending {
        Ending::Limit => {
            assert_eq!(advance, Advance::UntilEased);
            assert_eq!(hold.held_ms, 120_000);
        }
        Ending::Timed => {
            assert_ne!(advance, Advance::UntilEased);
            // "+10 s" lengthens it, never past 120.
            let more = hold.held_ms.checked_sub(fixed_ms).expect("never less");
            assert!(more % 10_000 == 0 || hold.held_ms == LIMIT_MS);
        }
        _ => assert!(hold.held_ms < LIMIT_MS),
    }
}

pub fn numbers_follow_height(running: &Running) {
    let course = &running.course;
    let mut numbers: Vec<_> = course
        .marks
        .iter()
        .enumerate()
        .map(|(mark, led)| (led.spot.position, course.spot_number(&Aim { spot: led.spot, mark: Some(mark) })))
        .collect();
    for hold in course.holds_of_leg() {
        let mark = course.marks.iter().position(|m| m.spot.position == hold.position);
        if mark.is_none() {
            let spot = eased::domain::spot::Spot {
                position: hold.position,
                placed: hold.placed,
                track: None,
                pain: None,
            };
            numbers.push((hold.position, course.spot_number(&Aim { spot, mark })));
        }
    }
    numbers.sort_unstable();
    numbers.dedup();
    let expected: Vec<usize> = (1..=numbers.len()).collect();
    assert_eq!(numbers.into_iter().map(|(_, n)| n).collect::<Vec<_>>(), expected);
}

/// The pairs of phase and event that machine.md gives no meaning.
pub fn means_nothing(model: &Model, event: &Event) -> bool {
    use Event as E;
    let tap = matches!(event, E::Tapped { .. } | E::KeyTapped);
    let after_wrong =
        matches!(event, E::CameOff | E::ReasonGiven(_) | E::ReasonDone | E::StoppedForToday | E::CarriedOn);
    let in_pause = after_wrong || matches!(event, E::Resumed | E::StopWithdrawn | E::Stopped | E::TenAdded);
    let of_hold = matches!(event, E::TooMuchAsked | E::PressRated(_));
    let act = tap
        || in_pause
        || of_hold
        || matches!(event, E::MovedOn | E::AtKnee | E::FeltWrong | E::Paused | E::StopAsked);
    match phase(model) {
        Some(Name::Position | Name::Switch) => {
            in_pause || of_hold || matches!(event, E::MovedOn | E::AtKnee | E::FeltWrong)
        }
        Some(Name::Roll) => {
            let ahead = model.running().is_some_and(|r| r.course.next_mark().is_some());
            let rest = model.running().and_then(Running::rest).map(|rest| rest.reason);
            in_pause
                || of_hold
                || (matches!(event, E::MovedOn) && !ahead && rest.is_none())
                || (tap && rest == Some(RestReason::Limit))
        }
        Some(Name::Hold) => in_pause || matches!(event, E::AtKnee),
        Some(Name::Paused) => {
            let of_running =
                tap || of_hold || matches!(event, E::MovedOn | E::AtKnee | E::FeltWrong | E::Paused);
            let Some(Phase::Paused(paused)) = model.running().map(|running| running.course.phase) else {
                return of_running;
            };
            of_running
                || match (paused.why, event) {
                    (Why::Asked | Why::Slept | Why::Closed, _) => after_wrong,
                    (Why::FeltWrong(WrongStep::LeaveRoller), E::CameOff)
                    | (Why::FeltWrong(WrongStep::AskReason), E::ReasonGiven(_) | E::ReasonDone)
                    | (Why::FeltWrong(WrongStep::Advice), E::StoppedForToday | E::CarriedOn) => false,
                    (Why::FeltWrong(_), _) => after_wrong || in_pause || matches!(event, E::StopAsked),
                }
        }
        Some(Name::Done) => act,
        None => act || matches!(event, E::Undone | E::Left),
    }
}

/// What a person sees change by itself.
pub fn shown(model: &Model) -> impl PartialEq + std::fmt::Debug {
    let running = model.running();
    (
        phase(model),
        running.and_then(Running::digits),
        running.map(|r| (r.can_undo(), r.off_roller(), r.course.holds.len())),
        subscriptions(model).awake,
    )
}
