//! The session machine, rule by rule: each test runs a script and compares its log.

mod carry_on_after_felt_wrong;
mod clocks;
mod current_time;
mod endings;
mod felt_wrong;
mod gaps;
mod guided_by_marks;
mod hold_target;
mod leg_screen_marks;
mod other_tabs;
mod pain_advice;
mod pain_ratings;
mod phases;
mod planned_tones;
mod recovery;
mod rest_after_hold;
mod safety_gate;
mod session_revisions;
mod spot_numbers;
mod stop;
mod subscriptions;
mod tap_filter;
mod ten_seconds_more;
mod undo;
mod undo_after_done;
