//! Conditions that the properties check.

use eased::domain::{
    Event, Model,
    hold::{Ending, Hold},
    phase::{FeltWrongStep, HoldTarget, LIMIT_MS, PauseReason, Phase, PhaseName, RestReason},
    running::RunningSession,
    settings::Advance,
    subscriptions,
};

pub fn phase(model: &Model) -> Option<PhaseName> {
    model.running().map(RunningSession::phase_name)
}

pub fn times_add_up(running: &RunningSession, elapsed: u32) {
    let progress = &running.progress;
    let mut in_holds = 0;
    let mut after = 0;
    for hold in &progress.holds {
        assert!(hold.gap_ms <= hold.held_ms);
        assert!(hold.held_ms <= LIMIT_MS);
        assert!(hold.start_ms >= after, "start offsets never decrease");
        after = hold.start_ms + hold.held_ms;
        in_holds += hold.held_ms + hold.paused_ms;
    }
    if let Some(open) = progress.phase.open_hold() {
        assert!(open.gap_ms <= open.held_ms);
        assert!(open.held_ms < open.end_ms && open.end_ms <= LIMIT_MS);
        assert!(open.start_ms >= after);
        assert_eq!(open.start_ms + open.held_ms, progress.active_ms);
        in_holds += open.held_ms + open.paused_ms;
    }
    assert!(after <= progress.active_ms);
    assert!(in_holds <= elapsed, "held + paused <= elapsed");
    assert!(progress.active_ms <= elapsed);
    let in_passes: u32 = progress.passes.iter().map(|p| p.active_ms + p.paused_ms).sum();
    assert!(in_passes <= elapsed, "the passes never last longer than the time that passed");
    let lasts_ms = running.end_unix_ms() - running.start_unix_ms;
    assert!(i64::from(in_passes) <= lasts_ms, "the session lasts at least as long as its passes");
    for (index, pass) in progress.passes.iter().enumerate() {
        let holds = progress.holds.iter().filter(|h| usize::from(h.pass) == index);
        let held: u32 = holds.map(|h| h.held_ms).sum();
        assert!(held <= pass.active_ms);
    }
}

pub fn ran_out_exactly(hold: &Hold, advance: Advance) {
    let fixed_ms = match advance {
        Advance::UntilEased => LIMIT_MS,
        Advance::Timed(seconds) => u32::from(seconds.get()) * 1_000,
    };
    match hold.ending {
        Ending::Limit => {
            assert_eq!(advance, Advance::UntilEased);
            assert_eq!(hold.held_ms, 120_000);
        }
        Ending::Timed => {
            assert_ne!(advance, Advance::UntilEased);
            // "+10 s" lengthens it, to at most 120 s.
            let more = hold.held_ms.checked_sub(fixed_ms).expect("never less");
            assert!(more % 10_000 == 0 || hold.held_ms == LIMIT_MS);
        }
        _ => assert!(hold.held_ms < LIMIT_MS),
    }
}

pub fn numbers_follow_height(running: &RunningSession) {
    let progress = &running.progress;
    let mut numbers: Vec<_> = progress
        .marks
        .iter()
        .enumerate()
        .map(|(mark, mark_target)| {
            (
                mark_target.spot.position,
                progress.spot_number(&HoldTarget { spot: mark_target.spot, mark: Some(mark) }),
            )
        })
        .collect();
    for hold in progress.holds_of_leg() {
        let mark = progress.marks.iter().position(|m| m.spot.position == hold.position);
        if mark.is_none() {
            let spot = eased::domain::spot::Spot {
                position: hold.position,
                position_source: hold.position_source,
                pinned_track: None,
                pain: None,
            };
            numbers.push((hold.position, progress.spot_number(&HoldTarget { spot, mark })));
        }
    }
    numbers.sort_unstable();
    numbers.dedup();
    let expected: Vec<usize> = (1..=numbers.len()).collect();
    assert_eq!(numbers.into_iter().map(|(_, n)| n).collect::<Vec<_>>(), expected);
}

/// Whether the event has no meaning in the phase of the session.
pub fn is_ignored(model: &Model, event: &Event) -> bool {
    use Event as E;
    let tap = matches!(event, E::BigTapped { .. } | E::BigTappedByKey);
    let after_wrong = matches!(
        event,
        E::CameOffRoller | E::ReasonGiven(_) | E::ReasonStepFinished | E::StoppedForToday | E::CarriedOn
    );
    let in_pause =
        after_wrong || matches!(event, E::Resumed | E::StopCancelled | E::StopConfirmed | E::TenSecondsAdded);
    let of_hold = matches!(event, E::TooMuchPressed | E::HoldPainRated(_));
    let is_action = tap
        || in_pause
        || of_hold
        || matches!(event, E::MovedOn | E::AtKnee | E::FeltWrong | E::Paused | E::StopPressed);
    match phase(model) {
        Some(PhaseName::Position | PhaseName::Switch) => {
            in_pause || of_hold || matches!(event, E::MovedOn | E::AtKnee | E::FeltWrong)
        }
        Some(PhaseName::Roll) => {
            let ahead = model.running().is_some_and(|r| r.progress.next_mark_index().is_some());
            let rest = model.running().and_then(RunningSession::rest).map(|rest| rest.reason);
            in_pause
                || of_hold
                || (matches!(event, E::MovedOn) && !ahead && rest.is_none())
                || (tap && rest == Some(RestReason::Limit))
        }
        Some(PhaseName::Hold) => in_pause || matches!(event, E::AtKnee),
        Some(PhaseName::Paused) => {
            let of_running =
                tap || of_hold || matches!(event, E::MovedOn | E::AtKnee | E::FeltWrong | E::Paused);
            let Some(Phase::Paused(paused)) = model.running().map(|running| running.progress.phase) else {
                return of_running;
            };
            of_running
                || match (paused.reason, event) {
                    (PauseReason::Asked | PauseReason::Slept | PauseReason::Closed, _) => after_wrong,
                    (PauseReason::FeltWrong(FeltWrongStep::LeaveRoller), E::CameOffRoller)
                    | (
                        PauseReason::FeltWrong(FeltWrongStep::AskReason),
                        E::ReasonGiven(_) | E::ReasonStepFinished,
                    )
                    | (PauseReason::FeltWrong(FeltWrongStep::Advice), E::StoppedForToday | E::CarriedOn) => {
                        false
                    }
                    (PauseReason::FeltWrong(_), _) => {
                        after_wrong || in_pause || matches!(event, E::StopPressed)
                    }
                }
        }
        Some(PhaseName::Done) => is_action,
        None => is_action || matches!(event, E::Undone | E::SummaryClosed),
    }
}

/// Everything on the screen that changes with time.
pub fn shown(model: &Model) -> impl PartialEq + std::fmt::Debug {
    let running = model.running();
    (
        phase(model),
        running.and_then(RunningSession::displayed_seconds),
        running.map(|r| (r.can_undo(), r.is_off_roller(), r.progress.holds.len())),
        subscriptions(model).keep_awake,
    )
}
