//! The endings of a hold, and how each one counts.

use expect_test::expect;

use crate::script::check;

#[test]
fn eased_by_a_tap_is_the_only_ending_with_a_time_to_ease() {
    check(
        "holding from 10
         13 tap
         14 end",
        &expect![[r#"
            13      tap                   ROLL     right  12 @15   *Eased*, "Eased", saves snapshot
            = running
              Right: active 12, paused 0, end open
                @15 Estimated from 10: held 3, paused 0, gap 0, Eased, time to ease 3
        "#]],
    );
}

#[test]
fn a_tap_before_three_seconds_is_a_slip_and_the_hold_is_dropped() {
    check(
        "holding from 10
         12.9 tap
         14 end",
        &expect![[r#"
            12.9    tap                   ROLL     right  11 @15   "HoldTooShort", saves snapshot
            = running
              Right: active 12, paused 0, end open
        "#]],
    );
}

#[test]
fn eased_also_after_the_cap_and_before_the_limit() {
    check(
        "holding from 10
         129 tap
         130 end",
        &expect![[r#"
            40                            HOLD     right  30 @15   *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            70                            HOLD     right  60 @15   *SecondChime*, "HoldCue(SecondChime)", saves snapshot
            100                           HOLD     right  90 @15   *Cap*, "HoldCue(Cap)", saves snapshot
            129     tap                   ROLL     right 128 @15   *Eased*, "Eased", saves snapshot
            = running
              Right: active 128, paused 0, end open
                @15 Estimated from 10: held 119, paused 0, gap 0, Eased, time to ease 119
        "#]],
    );
}

#[test]
fn a_timed_hold_can_end_eased() {
    check(
        "timed 45
         0 start
         1 tap
         10 tap
         20 tap
         21 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", saves snapshot
            10      tap                   HOLD     right  45 @15   *Hold*, "HoldBegan(1, None, Some(45))", saves snapshot
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", saves snapshot
            = running
              Right: active 19, paused 0, end open
                @15 Estimated from 10: held 10, paused 0, gap 0, Eased, time to ease 10
        "#]],
    );
}

#[test]
fn move_on_ends_a_hold_as_not_eased() {
    check(
        "holding from 10
         40 move on
         41 end",
        &expect![[r#"
            40      move on               ROLL     right  39 @15   *FirstChime*, "HoldCue(FirstChime)", "MovedOn", saves snapshot
            = running
              Right: active 39, paused 0, end open
                @15 Estimated from 10: held 30, paused 0, gap 0, MovedOn
        "#]],
    );
}

#[test]
fn the_limit_ends_a_hold_at_exactly_120_s_after_chimes_and_cap() {
    check(
        "holding from 10
         135 end",
        &expect![[r#"
            40                            HOLD     right  30 @15   *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            70                            HOLD     right  60 @15   *SecondChime*, "HoldCue(SecondChime)", saves snapshot
            100                           HOLD     right  90 @15   *Cap*, "HoldCue(Cap)", saves snapshot
            130                           ROLL     right 129 @15   *Limit*, "HoldLimit", saves snapshot
            = running
              Right: active 133, paused 0, end open
                @15 Estimated from 10: held 120, paused 0, gap 0, Limit
        "#]],
    );
}

#[test]
fn the_limit_is_exactly_120_s_even_if_noticed_late() {
    check(
        "holding from 10.4
         126 ticks off
         130.9 tick",
        &expect![[r#"
            41                            HOLD     right  30 @16   *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            71                            HOLD     right  60 @16   *SecondChime*, "HoldCue(SecondChime)", saves snapshot
            101                           HOLD     right  90 @16   *Cap*, "HoldCue(Cap)", saves snapshot
            130.9   tick                  ROLL     right 129 @16   *Limit*, "HoldLimit", saves snapshot
            = running
              Right: active 129.9, paused 0, end open
                @16 Estimated from 10.4: held 120, paused 0, gap 0, Limit
        "#]],
    );
}

#[test]
fn a_timed_hold_lasts_exactly_the_fixed_seconds_even_if_noticed_late() {
    check(
        "timed 20
         0 start
         1 tap
         10.4 tap
         28 ticks off
         32.5 tick",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", saves snapshot
            10.4    tap                   HOLD     right  20 @16   *Hold*, "HoldBegan(1, None, Some(20))", saves snapshot
            32.5    tick                  ROLL     right  31 @20   *Limit*, "HoldTimeOver", saves snapshot
            = running
              Right: active 31.5, paused 0, end open
                @16 Estimated from 10.4: held 20, paused 0, gap 0, Timed
        "#]],
    );
}

#[test]
fn an_ending_may_be_changed_among_four_and_then_has_no_time_to_ease() {
    check(
        "left out left
         0 start
         1 tap
         10 tap
         20 tap
         22 tap
         30 feels wrong
         31 came off
         32 close reason
         33 carry on
         40 at the knee
         41 edit ending 0 moved
         42 edit ending 0 eased
         43 edit ending 1 eased
         44 edit ending 0 stopped
         45 edit ending 9 eased",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", saves snapshot
            22      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            30      feels wrong           PAUSED   right  29 @15   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            31      came off              PAUSED   right  29 @15   "ReasonAsked", saves snapshot
            32      close reason          PAUSED   right  29 @15   "SafetyAdvice", saves snapshot
            33      carry on              ROLL     right  29 @15   "Resumed", saves snapshot
            40      at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            41      edit ending 0 moved   DONE     right           saves revision 2
            42      edit ending 0 eased   DONE     right           saves revision 3
            43      edit ending 1 eased   DONE     right
            44      edit ending 0 stopped DONE     right
            45      edit ending 9 eased   DONE     right
            = stored, revision 3, from 0 to 40
              Right: active 36, paused 3, end Knee
                @15 Estimated from 10: held 10, paused 0, gap 0, Eased
                @15 Estimated from 22: held 8, paused 0, gap 0, Stopped(None)
        "#]],
    );
}
