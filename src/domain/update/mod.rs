//! [`update`], the only way in which the model changes.

mod actions;
mod amend;
mod felt_wrong;
mod finish;
mod hold_target;
mod lifecycle;
mod marks;
mod output;
mod pain_advice;
mod recovery;
mod tick;
mod transitions;
mod undo;

use super::{
    effect::Effect,
    event::Event,
    model::{KneeRating, Model, SessionState, StorageHealth},
    phase::{PauseReason, Phase, PhaseName},
    running::RunningSession,
    screen::Screen,
    time::Now,
};

use self::output::Output;

/// Applies an event that happened at `now` and returns the effects. An event without a meaning in the current state
/// changes nothing but the time.
pub fn update(model: &mut Model, event: Event, now: Now) -> Vec<Effect> {
    let mut out = Output::default();
    // Everything that shows an age depends on the current time, so ticks of a session update it only once a minute.
    let is_session_tick = matches!(event, Event::Ticked) && model.running().is_some();
    if !(is_session_tick && now.is_same_minute(model.now)) {
        model.now = now;
    }
    // An expired knee score is not shown either.
    model.knee_rating = model.knee_rating.filter(|rating| rating.score_before(now.unix_ms).is_some());
    let before = model.running().map(checkpoint_of);
    if let SessionState::Running(running) = &mut model.session_state {
        tick::advance_to(running, now, &model.draft, &mut out);
        if before.as_ref() != Some(&checkpoint_of(running)) {
            // For the input filter, a phase that began between two events begins when it is first shown.
            running.phase_began_mono_ms = now.mono_ms;
        }
    }
    // A session that ended by time is stored before the event is applied.
    finish_if_ended(model, &mut out);
    let after_tick = model.running().map(checkpoint_of);
    apply_event(model, event, now, &mut out);
    finish_if_ended(model, &mut out);
    if let SessionState::Running(running) = &mut model.session_state {
        let after = checkpoint_of(running);
        if after_tick.as_ref() != Some(&after) {
            running.phase_began_mono_ms = now.mono_ms;
        }
        out.save_snapshot |= before.as_ref() != Some(&after);
        if after.name != PhaseName::Done && out.save_snapshot {
            running.seq = running.seq.saturating_add(1);
            out.push(Effect::SaveSnapshot);
        }
    }
    out.effects
}

fn finish_if_ended(model: &mut Model, out: &mut Output) {
    if std::mem::take(&mut out.session_ended) {
        finish::finish_session(model, out);
    }
}

/// The parts of the session state that are saved in a snapshot when they change.
#[derive(PartialEq, Eq)]
struct Checkpoint {
    name: PhaseName,
    is_confirming_stop: bool,
    reason: Option<PauseReason>,
    is_resting: bool,
    holds: usize,
    passes: usize,
}

fn checkpoint_of(running: &RunningSession) -> Checkpoint {
    Checkpoint {
        name: running.progress.phase.name(),
        is_confirming_stop: matches!(&running.progress.phase, Phase::Paused(p) if p.is_confirming_stop),
        reason: match &running.progress.phase {
            Phase::Paused(paused) => Some(paused.reason),
            Phase::Active(_) | Phase::Done => None,
        },
        is_resting: running.rest().is_some(),
        holds: running.progress.holds.len(),
        passes: running.progress.passes.len(),
    }
}

fn apply_event(model: &mut Model, event: Event, now: Now, out: &mut Output) {
    match event {
        Event::Ticked => try_claim_lock(model, out),
        Event::PageHidden => {
            if let SessionState::Running(running) = &mut model.session_state {
                running.is_hidden = true;
                out.save_snapshot = true;
            }
        }
        Event::PageShown => {
            if let SessionState::Running(running) = &mut model.session_state {
                running.is_hidden = false;
            }
            try_claim_lock(model, out);
        }
        Event::Navigated(screen) => {
            lifecycle::navigate(model, screen, out);
            try_claim_lock(model, out);
        }
        Event::Mark(event) => marks::change(model, event, out),
        Event::PlanAdopted(draft) => {
            // The history screen, a lazy part, has added the planned spots.
            model.draft = draft;
            out.push(Effect::SaveDraft);
            lifecycle::show_screen(model, Screen::Leg, out);
        }
        Event::KneeRated(pain) => {
            model.knee_rating = pain.map(|pain| KneeRating { pain, unix_ms: now.unix_ms });
        }
        Event::StartPressed(id) => lifecycle::start(model, id, now, out),
        Event::ConcernTicked(concern, ticked) => {
            if let SessionState::GateOpen(pending_start) = &mut model.session_state {
                pending_start.ticked = pending_start.ticked.with(concern, ticked);
            }
        }
        Event::GateAnswered(button) => lifecycle::answer_gate(model, button, now, out),
        Event::SafetyPageToggled(open) => model.safety_page_open = open,
        Event::LayoutRotated => rotate_layout(model, out),
        Event::SummaryClosed => lifecycle::close_summary(model, out),
        Event::Undone => undo::undo_last(model, now, out),
        Event::SessionEdited(id, edit) => finish::edit_session(model, id, &edit, now, out),
        Event::SessionDeleted(id) => finish::delete_session(model, id, now, out),
        Event::SessionUndeleted(id) => finish::undelete_session(model, id, out),
        Event::WelcomeFinished
        | Event::InstallCardDismissed
        | Event::ReferralRead
        | Event::ReferralMarkedUnread
        | Event::BackedUp(_) => update_meta(model, &event, now, out),
        Event::SettingsChanged(settings) => {
            model.settings = settings;
            out.push(Effect::SaveSettings);
        }
        Event::InterruptedContinued => recovery::continue_interrupted(model, now, out),
        Event::InterruptedKept => recovery::keep_as_interrupted(model, out),
        Event::DiscardPressed => recovery::discard_pressed(model, out),
        Event::DiscardCancelled => {
            if let SessionState::Interrupted { is_confirming_discard, .. } = &mut model.session_state {
                *is_confirming_discard = false;
            }
        }
        Event::TakeOverPressed => {
            if matches!(model.session_state, SessionState::InOtherTab(_)) {
                out.push(Effect::StealSessionLock);
            }
        }
        Event::BigTapped { .. }
        | Event::BigTappedByKey
        | Event::MovedOn
        | Event::AtKnee
        | Event::TooMuchPressed
        | Event::FeltWrong
        | Event::CameOffRoller
        | Event::ReasonGiven(_)
        | Event::ReasonStepFinished
        | Event::StoppedForToday
        | Event::CarriedOn
        | Event::HoldPainRated(_)
        | Event::PainAtEaseRated(_)
        | Event::Paused
        | Event::Resumed
        | Event::StopPressed
        | Event::StopCancelled
        | Event::StopConfirmed
        | Event::TenSecondsAdded => actions::apply_action(model, &event, now, out),
        Event::SnapshotFound(_)
        | Event::LockTakenOver(_)
        | Event::LockLost(_)
        | Event::OtherTabSnapshotSeen(_)
        | Event::OtherTabEnded
        | Event::SessionsFound(_)
        | Event::MetaFound(_)
        | Event::SettingsFound(_)
        | Event::DraftFound(_)
        | Event::StorageHealthChanged(_)
        | Event::SnapshotSaved(..)
        | Event::SessionSaved(..) => apply_external_event(model, event, now, out),
    }
}

/// Turns the session screen by 90 degrees for the current leg, or back.
fn rotate_layout(model: &mut Model, out: &mut Output) {
    if let SessionState::Running(running) = &model.session_state {
        let rotated = &mut model.settings.rotated[running.progress.leg.index()];
        *rotated = !*rotated;
        out.push(Effect::SaveSettings);
    }
}

/// In a tab that shows another tab's session: checks whether that tab still holds the session lock.
fn try_claim_lock(model: &Model, out: &mut Output) {
    if matches!(model.session_state, SessionState::InOtherTab(_)) {
        out.push(Effect::ClaimFreeSessionLock);
    }
}

/// Applies an event that changes [`Meta`](super::model::Meta).
fn update_meta(model: &mut Model, event: &Event, now: Now, out: &mut Output) {
    match event {
        Event::WelcomeFinished => model.meta.welcomed = true,
        Event::InstallCardDismissed => model.meta.install_dismissed = true,
        Event::ReferralRead => {
            // A reason that the current session gives has not been read yet.
            let read_unix_ms = model.running().map_or(now.unix_ms, |running| running.start_unix_ms - 1);
            model.meta.referral_read_unix_ms = Some(now.unix_ms.min(read_unix_ms));
        }
        Event::ReferralMarkedUnread => model.meta.referral_read_unix_ms = None,
        // A backup does not contain data that has not been read.
        Event::BackedUp(_) if model.may_have_unread_sessions() => return,
        Event::BackedUp(at) => {
            // The later of two backups counts, and none can be in the future.
            let known = model.meta.as_of(now.unix_ms).last_backup_unix_ms;
            let at = at.map_or(now.unix_ms, |at| at.max(known.unwrap_or(at)).min(now.unix_ms));
            model.meta.last_backup_unix_ms = Some(at);
        }
        _ => return,
    }
    out.push(Effect::SaveMeta);
}

/// Applies an event that comes from the stores or from other tabs.
fn apply_external_event(model: &mut Model, event: Event, now: Now, out: &mut Output) {
    match event {
        Event::SnapshotFound(snapshot) => recovery::snapshot_found(model, snapshot, out),
        Event::LockTakenOver(snapshot) => recovery::lock_taken_over(model, *snapshot, now, out),
        Event::LockLost(snapshot) => recovery::lock_lost(model, snapshot),
        Event::OtherTabSnapshotSeen(snapshot) => recovery::other_tab_snapshot_seen(model, snapshot),
        Event::OtherTabEnded => {
            if matches!(model.session_state, SessionState::InOtherTab(_) | SessionState::Interrupted { .. }) {
                recovery::leave_session(model, out);
            }
        }
        Event::SessionsFound(entries) => {
            for (id, entry) in entries {
                model.history.merge_entry(id, entry);
            }
            recovery::remove_stored_session_snapshot(model, out);
        }
        Event::MetaFound(meta) => model.meta = meta,
        Event::SettingsFound(settings) => model.settings = settings,
        Event::DraftFound(draft) => model.draft = draft,
        Event::StorageHealthChanged(health) => {
            // Once everything has been read, a later answer does not change that.
            let was = model.storage_health.read;
            let read = if was.is_complete() { was } else { health.read };
            model.storage_health = StorageHealth { read, ..health };
        }
        Event::SnapshotSaved(seq, save_status) if seq >= model.snapshot_save_status.0 => {
            model.snapshot_save_status = (seq, save_status);
        }
        Event::SessionSaved(id, rev, save_status) => model.history.set_save_status(id, rev, save_status),
        _ => {}
    }
}
