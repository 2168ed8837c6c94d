//! An open dialog has an entry in the browser's history.

use eased::domain::dialog_entry::{DialogEntry, HistoryStep};

#[test]
fn back_closes_the_dialog_and_nothing_else() {
    let mut entry = DialogEntry::default();
    assert_eq!(entry.settle(true), Some(HistoryStep::Push));
    assert!(entry.went(false), "the browser went back");
    assert_eq!(entry.settle(false), None);
    assert_eq!(entry, DialogEntry::Absent);
}

#[test]
fn a_dialog_that_is_closed_otherwise_takes_its_entry_along() {
    let mut entry = DialogEntry::default();
    entry.settle(true);
    assert_eq!(entry.settle(false), Some(HistoryStep::Back));
    assert_eq!(entry.settle(false), None, "it is asked for once");
    assert!(!entry.went(false), "nothing is left to close");
    assert_eq!(entry.settle(false), None);
}

#[test]
fn one_that_opens_while_the_entry_of_another_is_left_gets_its_own() {
    let mut entry = DialogEntry::default();
    entry.settle(true);
    entry.settle(false);
    assert_eq!(entry.settle(true), None, "the browser has not arrived");
    assert!(!entry.went(false));
    assert_eq!(entry.settle(true), Some(HistoryStep::Push));
}

#[test]
fn dialogs_on_top_of_each_other_share_one() {
    let mut entry = DialogEntry::default();
    entry.settle(true);
    assert_eq!(entry.settle(true), None);
    assert!(entry.went(false), "the topmost is closed");
    assert_eq!(entry.settle(true), Some(HistoryStep::Push), "for the one beneath");
}

#[test]
fn one_that_cannot_be_closed_now_gets_its_entry_back() {
    let mut entry = DialogEntry::default();
    entry.settle(true);
    assert!(entry.went(false));
    assert_eq!(entry.settle(true), Some(HistoryStep::Push));
}

#[test]
fn forward_to_the_entry_of_a_closed_dialog_leads_back() {
    let mut entry = DialogEntry::default();
    assert!(!entry.went(true));
    assert_eq!(entry.settle(false), Some(HistoryStep::Back));
    assert!(!entry.went(false));
    assert_eq!(entry, DialogEntry::Absent);
}

#[test]
fn a_screen_takes_the_place_of_the_dialog_that_led_to_it() {
    let mut entry = DialogEntry::default();
    entry.settle(true);
    entry.replaced();
    assert_eq!(entry.settle(false), None);
    assert!(!entry.went(false));
}
