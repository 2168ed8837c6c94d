//! The one way in which a model changes.

mod actions;
mod amend;
mod finish;
mod lifecycle;
mod marks;
mod output;
mod pain_advice;
mod recovery;
mod resolve_spot;
mod tick;
mod transitions;
mod undo;

use super::{
    effect::Effect,
    event::Event,
    model::{KneeNow, Model, Screen, SessionState, Trouble},
    phase::{Name, Phase, Why},
    running::Running,
    time::Now,
};

use self::output::Output;

/// Takes in what happened at a moment. A pair of state and event that means nothing changes nothing.
pub fn update(model: &mut Model, event: Event, now: Now) -> Vec<Effect> {
    let mut out = Output::default();
    // Whoever shows the present follows it, and would do so with every tick.
    let is_mere_tick = matches!(event, Event::Ticked) && model.running().is_some();
    if !(is_mere_tick && now.is_same_minute(model.now)) {
        model.now = now;
    }
    // What nobody would take for the knee before a session any more is not shown as that either.
    model.knee_now = model.knee_now.filter(|said| said.before(now.unix_ms).is_some());
    let before = model.running().map(stage_of);
    if let SessionState::Running(running) = &mut model.sitting {
        tick::pass_time(running, now, &model.draft, &mut out);
        if before.as_ref() != Some(&stage_of(running)) {
            // A phase that began while nobody looked begins for the finger when it is first seen.
            running.phase_began_mono_ms = now.mono_ms;
        }
    }
    // The end that time alone brought is taken in before the event.
    end_if_over(model, &mut out);
    let between = model.running().map(stage_of);
    dispatch(model, event, now, &mut out);
    end_if_over(model, &mut out);
    if let SessionState::Running(running) = &mut model.sitting {
        let after = stage_of(running);
        if between.as_ref() != Some(&after) {
            running.phase_began_mono_ms = now.mono_ms;
        }
        out.save |= before.as_ref() != Some(&after);
        if after.name != Name::Done && out.save {
            running.seq = running.seq.saturating_add(1);
            out.push(Effect::SaveLive);
        }
    }
    out.fx
}

fn end_if_over(model: &mut Model, out: &mut Output) {
    if std::mem::take(&mut out.ended) {
        finish::finish(model, out);
    }
}

/// What tells one stage of a session from the next: a change of it is worth writing down.
#[derive(PartialEq, Eq)]
struct Stage {
    name: Name,
    asks_stop: bool,
    why: Option<Why>,
    rests: bool,
    holds: usize,
    passes: usize,
}

fn stage_of(running: &Running) -> Stage {
    Stage {
        name: running.course.phase.name(),
        asks_stop: matches!(&running.course.phase, Phase::Paused(p) if p.asks_stop),
        why: match &running.course.phase {
            Phase::Paused(paused) => Some(paused.why),
            Phase::Active(_) | Phase::Done => None,
        },
        rests: running.rest().is_some(),
        holds: running.course.holds.len(),
        passes: running.course.passes.len(),
    }
}

fn dispatch(model: &mut Model, event: Event, now: Now, out: &mut Output) {
    match event {
        Event::Ticked => watch(model, out),
        Event::Hidden => {
            if let SessionState::Running(running) = &mut model.sitting {
                running.hidden = true;
                out.save = true;
            }
        }
        Event::Shown => {
            if let SessionState::Running(running) = &mut model.sitting {
                running.hidden = false;
            }
            watch(model, out);
        }
        Event::Went(screen) => {
            lifecycle::went(model, screen, out);
            watch(model, out);
        }
        Event::Mark(event) => marks::change(model, event, out),
        Event::PlanAdopted(draft) => {
            // It was made where the plan is shown, which is no part of the app's beginning.
            model.draft = draft;
            out.push(Effect::SaveDraft);
            lifecycle::show(model, Screen::Leg, out);
        }
        Event::KneeRated(pain) => {
            model.knee_now = pain.map(|pain| KneeNow { pain, unix_ms: now.unix_ms });
        }
        Event::StartPressed(id) => lifecycle::start(model, id, now, out),
        Event::ConcernTicked(concern, ticked) => {
            if let SessionState::Asking(asking) = &mut model.sitting {
                asking.ticked = asking.ticked.with(concern, ticked);
            }
        }
        Event::GateAnswered(reply) => lifecycle::answer(model, reply, now, out),
        Event::RedCard(open) => model.red_card = open,
        Event::Turned => turn(model, out),
        Event::Left => lifecycle::leave(model, out),
        Event::Undone => undo::undo(model, now, out),
        Event::Edited(id, edit) => finish::edit(model, id, &edit, now, out),
        Event::Deleted(id) => finish::delete(model, id, now, out),
        Event::BroughtBack(id) => finish::bring_back(model, id, out),
        Event::Welcomed
        | Event::InstallDismissed
        | Event::PromptsRead
        | Event::PromptsCameUp
        | Event::BackedUp(_) => remember(model, &event, now, out),
        Event::SettingsChanged(settings) => {
            model.settings = settings;
            out.push(Effect::SaveSettings);
        }
        Event::Continued => recovery::carry_on_found(model, now, out),
        Event::KeptInterrupted => recovery::keep_interrupted(model, out),
        Event::Discarded => recovery::discard(model, out),
        Event::DiscardWithdrawn => {
            if let SessionState::Found { asks_discard, .. } = &mut model.sitting {
                *asks_discard = false;
            }
        }
        Event::TakeOverAsked => {
            if matches!(model.sitting, SessionState::Elsewhere(_)) {
                out.push(Effect::StealLock);
            }
        }
        Event::Tapped { .. }
        | Event::KeyTapped
        | Event::MovedOn
        | Event::AtKnee
        | Event::TooMuchAsked
        | Event::FeltWrong
        | Event::CameOff
        | Event::ReasonGiven(_)
        | Event::ReasonDone
        | Event::StoppedForToday
        | Event::CarriedOn
        | Event::PressRated(_)
        | Event::EaseRated(_)
        | Event::Paused
        | Event::Resumed
        | Event::StopAsked
        | Event::StopWithdrawn
        | Event::Stopped
        | Event::TenAdded => actions::act(model, &event, now, out),
        Event::LiveFound(_)
        | Event::TookOver(_)
        | Event::LockLost(_)
        | Event::SeenElsewhere(_)
        | Event::GoneElsewhere
        | Event::Found(_)
        | Event::MetaFound(_)
        | Event::SettingsFound(_)
        | Event::DraftFound(_)
        | Event::TroubleFound(_)
        | Event::LiveKept(..)
        | Event::SessionKept(..) => hear(model, event, now, out),
    }
}

/// The layout of the leg in hand is turned by 90 degrees, or back.
fn turn(model: &mut Model, out: &mut Output) {
    if let SessionState::Running(running) = &model.sitting {
        let turned = &mut model.settings.turned[running.course.leg.index()];
        *turned = !*turned;
        out.push(Effect::SaveSettings);
    }
}

/// A tab that watches looks whether the session still runs in another one.
fn watch(model: &Model, out: &mut Output) {
    if matches!(model.sitting, SessionState::Elsewhere(_)) {
        out.push(Effect::ClaimFreeLock);
    }
}

/// What is kept once.
fn remember(model: &mut Model, event: &Event, now: Now, out: &mut Output) {
    match event {
        Event::Welcomed => model.meta.welcomed = true,
        Event::InstallDismissed => model.meta.install_dismissed = true,
        Event::PromptsRead => {
            // What the session under way will bring up has not been read.
            let under_way = model.running().map_or(now.unix_ms, |running| running.start_unix_ms - 1);
            model.meta.prompts_read_unix_ms = Some(now.unix_ms.min(under_way));
        }
        Event::PromptsCameUp => model.meta.prompts_read_unix_ms = None,
        // What a store has that did not answer is in no file.
        Event::BackedUp(_) if model.may_lack_sessions() => return,
        Event::BackedUp(at) => {
            // Of two backups the later one counts; none was made in the future.
            let known = model.meta.as_of(now.unix_ms).last_backup_unix_ms;
            let at = at.map_or(now.unix_ms, |at| at.max(known.unwrap_or(at)).min(now.unix_ms));
            model.meta.last_backup_unix_ms = Some(at);
        }
        _ => return,
    }
    out.push(Effect::SaveMeta);
}

/// What the stores and other tabs tell.
fn hear(model: &mut Model, event: Event, now: Now, out: &mut Output) {
    match event {
        Event::LiveFound(live) => recovery::found(model, live, out),
        Event::TookOver(live) => recovery::took_over(model, *live, now, out),
        Event::LockLost(live) => recovery::lock_lost(model, live),
        Event::SeenElsewhere(live) => recovery::seen_elsewhere(model, live),
        Event::GoneElsewhere => {
            if matches!(model.sitting, SessionState::Elsewhere(_) | SessionState::Found { .. }) {
                recovery::leave(model, out);
            }
        }
        Event::Found(entries) => {
            for (id, entry) in entries {
                model.history.merge(id, entry);
            }
            recovery::drop_written(model, out);
        }
        Event::MetaFound(meta) => model.meta = meta,
        Event::SettingsFound(settings) => model.settings = settings,
        Event::DraftFound(draft) => model.draft = draft,
        Event::TroubleFound(trouble) => {
            // What was read once stays known, whatever a store answers later.
            let was = model.trouble.read;
            let read = if was.is_complete() { was } else { trouble.read };
            model.trouble = Trouble { read, ..trouble };
        }
        Event::LiveKept(seq, kept) if seq >= model.live_kept.0 => model.live_kept = (seq, kept),
        Event::SessionKept(id, rev, kept) => model.history.set_kept(id, rev, kept),
        _ => {}
    }
}
