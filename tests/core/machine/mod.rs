//! The session machine, rule by rule: one script with the log that it must have.

mod care;
mod carry_on;
mod clocks;
mod cues;
mod endings;
mod gaps;
mod gate;
mod kill;
mod leading;
mod marks;
mod numbers;
mod pain;
mod phases;
mod places;
mod present;
mod rest;
mod revisions;
mod stop;
mod tabs;
mod taps;
mod ten_more;
mod undo;
mod undo_done;
mod wants;
mod wrong;
