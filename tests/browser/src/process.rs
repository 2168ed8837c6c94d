//! Child processes. Each leads its own process group, and only these groups are ever killed.

use crate::failure::{Outcome, fail};
use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;
use std::collections::BTreeSet;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// The living process groups, which a signal to the run kills. `None` after the signal: nothing may be started after
/// that.
static PROCESS_GROUPS: Mutex<Option<BTreeSet<i32>>> = Mutex::new(Some(BTreeSet::new()));

/// A child process and everything it started; killed when dropped.
#[derive(Debug)]
pub struct ChildProcess {
    child: Child,
    group: i32,
}

impl ChildProcess {
    /// Starts the command as the leader of a new group, without input. Its output goes where the command says.
    pub fn spawn(command: &mut Command) -> Outcome<Self> {
        let mut groups = PROCESS_GROUPS.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(alive) = groups.as_mut() else { fail!("the run is being stopped") };
        // Under the lock: a child that is not in the set yet could not be killed.
        let child = command.stdin(Stdio::null()).process_group(0).spawn()?;
        let group = i32::try_from(child.id()).expect("a process id fits in pid_t");
        alive.insert(group);
        Ok(Self { child, group })
    }

    /// Whether the process has exited without being killed.
    pub fn has_exited(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)))
    }

    /// Kills the whole group with SIGKILL.
    pub fn kill(&mut self) {
        let mut groups = PROCESS_GROUPS.lock().unwrap_or_else(PoisonError::into_inner);
        if groups.as_mut().is_some_and(|alive| alive.remove(&self.group)) {
            // The leader has not been waited for yet, so the id cannot belong to another process.
            end(self.group);
            // Waiting only reaps the process; nothing can be done about an error.
            let _ = self.child.wait();
        }
    }
}

impl Drop for ChildProcess {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Kills every living group and forbids starting others. For signals and the end of the run.
pub fn kill_all() {
    let groups = PROCESS_GROUPS.lock().unwrap_or_else(PoisonError::into_inner).take();
    groups.into_iter().flatten().for_each(end);
}

/// Whether [`kill_all`] was called: nothing more can be started.
pub fn is_stopping() -> bool {
    PROCESS_GROUPS.lock().unwrap_or_else(PoisonError::into_inner).is_none()
}

fn end(group: i32) {
    // A group that no longer exists needs no signal.
    let _ = killpg(Pid::from_raw(group), Signal::SIGKILL);
}
