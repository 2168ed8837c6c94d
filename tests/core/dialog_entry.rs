//! The browser history entry of an open dialog.

use eased::domain::dialog_entry::{BrowserHistoryAction, DialogEntry};

#[test]
fn back_closes_the_dialog_and_nothing_else() {
    let mut entry = DialogEntry::default();
    assert_eq!(entry.sync(true), Some(BrowserHistoryAction::Push));
    assert!(entry.navigated(false), "the browser went back");
    assert_eq!(entry.sync(false), None);
    assert_eq!(entry, DialogEntry::Absent);
}

#[test]
fn closing_a_dialog_without_back_leaves_its_entry() {
    let mut entry = DialogEntry::default();
    entry.sync(true);
    assert_eq!(entry.sync(false), Some(BrowserHistoryAction::Back));
    assert_eq!(entry.sync(false), None, "back is called once");
    assert!(!entry.navigated(false), "nothing is left to close");
    assert_eq!(entry.sync(false), None);
}

#[test]
fn a_dialog_opened_while_the_entry_is_left_gets_a_new_entry() {
    let mut entry = DialogEntry::default();
    entry.sync(true);
    entry.sync(false);
    assert_eq!(entry.sync(true), None, "the navigation is pending");
    assert!(!entry.navigated(false));
    assert_eq!(entry.sync(true), Some(BrowserHistoryAction::Push));
}

#[test]
fn stacked_dialogs_share_one_entry() {
    let mut entry = DialogEntry::default();
    entry.sync(true);
    assert_eq!(entry.sync(true), None);
    assert!(entry.navigated(false), "the topmost is closed");
    assert_eq!(entry.sync(true), Some(BrowserHistoryAction::Push), "for the dialog below");
}

#[test]
fn a_dialog_that_stays_open_gets_a_new_entry() {
    let mut entry = DialogEntry::default();
    entry.sync(true);
    assert!(entry.navigated(false));
    assert_eq!(entry.sync(true), Some(BrowserHistoryAction::Push));
}

#[test]
fn forward_to_the_entry_of_a_closed_dialog_goes_back() {
    let mut entry = DialogEntry::default();
    assert!(!entry.navigated(true));
    assert_eq!(entry.sync(false), Some(BrowserHistoryAction::Back));
    assert!(!entry.navigated(false));
    assert_eq!(entry, DialogEntry::Absent);
}

#[test]
fn a_screen_replaces_the_entry_of_the_dialog_that_led_to_it() {
    let mut entry = DialogEntry::default();
    entry.sync(true);
    entry.entry_replaced();
    assert_eq!(entry.sync(false), None);
    assert!(!entry.navigated(false));
}
