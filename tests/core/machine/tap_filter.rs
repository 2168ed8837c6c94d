//! Touch and keys: which taps are intended, and which come from an elbow or were meant for the previous phase.

use expect_test::expect;

use crate::script::check;

#[test]
fn a_tap_or_key_in_the_first_400_ms_of_a_phase_is_ignored() {
    check(
        "0 start
         0.3 key
         0.45 tap
         0.46 tap
         0.8 key
         0.86 key",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            0.3     key                   POSITION right   8 @0
            0.45    tap                   POSITION right   8 @0
            0.46    tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            0.8     key                   ROLL     right   0 @1
            0.86    key                   HOLD     right   0 @1    *Hold*, "HoldBegan(1, None, None)", saves snapshot
            = running
              Right: active 0.4, paused 0, end open
                @1 open from 0.86: held 0, paused 0, gap 0
        "#]],
    );
}

#[test]
fn a_long_tap_that_begins_in_the_first_400_ms_is_ignored() {
    check(
        "0 start
         1.3 tap lasting 1
         1.5 tap lasting 1.1",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1.3     tap lasting 1         POSITION right   7 @0
            1.5     tap lasting 1.1       ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            = running
              Right: active 0, paused 0, end open
        "#]],
    );
}

#[test]
fn a_tap_begun_before_the_phase_is_ignored() {
    check(
        "0 start
         8.7 tap lasting 0.8
         9 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            8                             ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            8.7     tap lasting 0.8       ROLL     right   0 @1
            9       tap                   HOLD     right   0 @2    *Hold*, "HoldBegan(1, None, None)", saves snapshot
            = running
              Right: active 1, paused 0, end open
                @2 open from 9: held 0, paused 0, gap 0
        "#]],
    );
}

#[test]
fn a_tap_longer_than_1500_ms_is_ignored_as_a_resting_forearm() {
    check(
        "0 start
         4 tap lasting 1.501
         5 tap lasting 1.5",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            4       tap lasting 1.501     POSITION right   4 @0
            5       tap lasting 1.5       ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            = running
              Right: active 0, paused 0, end open
        "#]],
    );
}

#[test]
fn a_tap_with_a_second_pointer_down_is_ignored() {
    check(
        "0 start
         4 tap two
         5 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            4       tap two               POSITION right   4 @0
            5       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            = running
              Right: active 0, paused 0, end open
        "#]],
    );
}

#[test]
fn input_delay_starts_when_a_phase_is_first_visible() {
    // No tick has arrived since the countdown ended, so the tap was meant for "Ready now".
    check(
        "0 start
         6 ticks off
         9 tap
         9.2 key
         9.5 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            9       tap                   ROLL     right   1 @2    *Roll*, "Roll", "FindTightSpot", saves snapshot
            9.2     key                   ROLL     right   1 @2
            9.5     tap                   HOLD     right   0 @3    *Hold*, "HoldBegan(1, None, None)", saves snapshot
            = running
              Right: active 1.5, paused 0, end open
                @3 open from 9.5: held 0, paused 0, gap 0
        "#]],
    );
}
