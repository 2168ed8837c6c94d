//! Components and helpers that several screens share.

pub mod answer_chips;
pub mod dialog;
pub mod files;
pub mod focus;
pub mod hold_editor;
pub mod hold_line;
pub mod install_card;
pub mod leg_attribute;
pub mod leg_results;
pub mod live_region;
pub mod pain_ramp;
pub mod pain_scale;
pub mod pass_remarks;
pub mod pose;
pub mod resume_panel;
pub mod save_status_line;
pub mod select_field;
pub mod session_questions;
pub mod session_stage;
pub mod sound_check;
