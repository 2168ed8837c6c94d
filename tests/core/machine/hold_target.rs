//! Which spot "Here" refers to.

use expect_test::expect;

use crate::script::check;

#[test]
fn here_is_a_new_spot_at_the_pacer() {
    check(
        "marks right 60
         0 start
         1 tap
         13 tap
         14 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 1, TwoHands)", saves snapshot
            13      tap                   HOLD     right   0 @20   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            = running
              Right: active 12, paused 0, end open
                @20 open from 13: held 0, paused 0, gap 0
        "#]],
    );
}

#[test]
fn here_within_eight_points_of_a_mark_holds_the_mark_and_the_pacer_jumps_to_it() {
    check(
        "marks right 58
         0 start
         1 tap
         31 tap
         40 tap
         41 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 1, TwoHands)", saves snapshot
            31      tap                   HOLD     right   0 @58   "AlmostAtSpot(1)", *Hold*, "HoldBegan(1, Some(1), None)", saves snapshot
            40      tap                   ROLL     right  39 @58   *Eased*, "Eased", saves snapshot
            = running
              Right: active 39, paused 0, end open
                @58 Tapped from 31: held 9, paused 0, gap 0, Eased, time to ease 9
        "#]],
    );
}

#[test]
fn here_nine_points_before_a_mark_is_a_new_spot() {
    check(
        "marks right 59
         0 start
         1 tap
         31 tap
         32 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 1, TwoHands)", saves snapshot
            31      tap                   HOLD     right   0 @50   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            = running
              Right: active 30, paused 0, end open
                @50 open from 31: held 0, paused 0, gap 0
        "#]],
    );
}

#[test]
fn here_takes_the_nearest_mark_and_at_a_tie_the_upper() {
    // Mark 1 was skipped with "Move on"; the pacer is halfway between the marks, then nearer to mark 2.
    check(
        "marks right 44 56
         0 start
         1 tap
         5 move on
         31 tap
         36 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 2, HandAndHalf)", saves snapshot
            5       move on               ROLL     right   4 @7    "MovedOn", saves snapshot
            30                            ROLL     right  29 @48   "AlmostAtSpot(2)"
            31      tap                   HOLD     right   0 @44   *Hold*, "HoldBegan(1, Some(2), None)", saves snapshot
            36      tap                   ROLL     right  35 @44   *Eased*, "Eased", saves snapshot
            = running
              Right: active 35, paused 0, end open
                @44 Tapped from 31: held 5, paused 0, gap 0, Eased, time to ease 5
        "#]],
    );
    check(
        "marks right 44 56
         0 start
         1 tap
         5 move on
         32 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 2, HandAndHalf)", saves snapshot
            5       move on               ROLL     right   4 @7    "MovedOn", saves snapshot
            30                            ROLL     right  29 @48   "AlmostAtSpot(2)"
            32      tap                   HOLD     right   0 @56   *Hold*, "HoldBegan(2, Some(2), None)", saves snapshot
            = running
              Right: active 31, paused 0, end open
                @56 open from 32: held 0, paused 0, gap 0
        "#]],
    );
}

#[test]
fn here_near_a_spot_already_held_in_this_pass_holds_it_again() {
    check(
        "holding from 31
         40 tap
         44 tap
         50 tap
         56 tap",
        &expect![[r#"
            40      tap                   ROLL     right  39 @50   *Eased*, "Eased", saves snapshot
            44      tap                   HOLD     right   0 @50   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            50      tap                   ROLL     right  49 @50   *Eased*, "Eased", saves snapshot
            55                            ROLL     right  54 @50   "RollOn", saves snapshot
            56      tap                   HOLD     right   0 @50   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            = running
              Right: active 55, paused 0, end open
                @50 Estimated from 31: held 9, paused 0, gap 0, Eased, time to ease 9
                @50 Estimated from 44: held 6, paused 0, gap 0, Eased, time to ease 6
                @50 open from 56: held 0, paused 0, gap 0
        "#]],
    );
}

#[test]
fn a_mark_not_yet_held_takes_precedence_over_a_nearer_held_spot() {
    check(
        "marks right 58
         0 start
         1 tap
         29 tap
         35 tap
         36 tap
         41 tap
         43 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 1, TwoHands)", saves snapshot
            29      tap                   HOLD     right   0 @47   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            35      tap                   ROLL     right  34 @47   *Eased*, "Eased", saves snapshot
            36      tap                   HOLD     right   0 @47   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            41      tap                   ROLL     right  40 @47   *Eased*, "Eased", saves snapshot
            43      tap                   HOLD     right   0 @47   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            = running
              Right: active 42, paused 0, end open
                @47 Estimated from 29: held 6, paused 0, gap 0, Eased, time to ease 6
                @47 Estimated from 36: held 5, paused 0, gap 0, Eased, time to ease 5
                @47 open from 43: held 0, paused 0, gap 0
        "#]],
    );
}

#[test]
fn spots_of_the_first_leg_are_not_on_the_other_leg() {
    check(
        "holding from 31
         40 tap
         41 at the knee
         43 tap
         44 tap
         74 tap",
        &expect![[r#"
            40      tap                   ROLL     right  39 @50   *Eased*, "Eased", saves snapshot
            41      at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            43      tap                   POSITION left    8 @0    *Ready*, "GetIntoPlace(Left)", saves snapshot
            44      tap                   ROLL     left    0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            74      tap                   HOLD     left    0 @50   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            = running
              Right: active 40, paused 0, end Knee
                @50 Estimated from 31: held 9, paused 0, gap 0, Eased, time to ease 9
              Left: active 30, paused 0, end open
                @50 open from 74: held 0, paused 0, gap 0
        "#]],
    );
}
