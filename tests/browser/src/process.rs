//! Programs the harness starts. Each leads its own process group, and only such groups are ever ended.

use crate::failure::{Outcome, fail};
use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;
use std::collections::BTreeSet;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// Groups that are alive, for the day the run itself is told to stop; nothing from then on: nothing may be started.
static GROUPS: Mutex<Option<BTreeSet<i32>>> = Mutex::new(Some(BTreeSet::new()));

/// A running program and everything it started; ended when dropped.
#[derive(Debug)]
pub struct Started {
    child: Child,
    group: i32,
}

impl Started {
    /// Starts the command as the leader of a new group, without input. Its output goes where the command says.
    pub fn spawn(command: &mut Command) -> Outcome<Self> {
        let mut groups = GROUPS.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(alive) = groups.as_mut() else { fail!("the run is being stopped") };
        // Still under the lock: a child that is not on the list yet could not be ended.
        let child = command.stdin(Stdio::null()).process_group(0).spawn()?;
        let group = i32::try_from(child.id()).expect("a process id fits in pid_t");
        alive.insert(group);
        Ok(Self { child, group })
    }

    /// True when the program has ended by itself.
    pub fn has_ended(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)))
    }

    /// Ends the whole group at once, as a crash would.
    pub fn kill(&mut self) {
        let mut groups = GROUPS.lock().unwrap_or_else(PoisonError::into_inner);
        if groups.as_mut().is_some_and(|alive| alive.remove(&self.group)) {
            // The leader is not waited for yet, so the id cannot belong to anyone else.
            end(self.group);
            // Waiting only collects the exit status; there is nothing to do about a failure.
            let _ = self.child.wait();
        }
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Ends every group that is still alive and starts no other. For Ctrl-C and the end of the run.
pub fn end_all() {
    let groups = GROUPS.lock().unwrap_or_else(PoisonError::into_inner).take();
    groups.into_iter().flatten().for_each(end);
}

/// True once everything was ended: nothing can be started any more.
pub fn is_stopped() -> bool {
    GROUPS.lock().unwrap_or_else(PoisonError::into_inner).is_none()
}

fn end(group: i32) {
    // A group that is gone already is what we want.
    let _ = killpg(Pid::from_raw(group), Signal::SIGKILL);
}
