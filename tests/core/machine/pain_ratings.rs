//! Pain ratings in a hold, and the advice that follows from them.

use expect_test::expect;

use crate::script::check;

#[test]
fn too_much_keeps_the_hold_counting_and_the_big_tap_active() {
    check(
        "holding from 10
         14 too much
         20 tap",
        &expect![[r#"
            14      too much              HOLD     right   4 @15   "LessWeight"
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", saves snapshot
            = running
              Right: active 19, paused 0, end open
                @15 Estimated from 10: held 10, paused 0, gap 0, Eased, time to ease 10
        "#]],
    );
}

#[test]
fn each_advice_is_given_when_its_pain_is_rated() {
    check(
        "holding from 10
         14 press 5
         15 press 6
         16 press 8
         20 tap
         21 ease 2
         22 end",
        &expect![[r#"
            14      press 5               HOLD     right   4 @15   saves snapshot
            15      press 6               HOLD     right   5 @15   "LessWeight", saves snapshot
            16      press 8               HOLD     right   6 @15   "LeaveSpot", saves snapshot
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", saves snapshot
            21      ease 2                ROLL     right  20 @15   saves snapshot
            = running
              Right: active 20, paused 0, end open
                @15 Estimated from 10: held 10, paused 0, gap 0, Eased, press 5, ease 2, time to ease 10
        "#]],
    );
}

#[test]
fn the_first_answer_stays_pain_at_press_and_a_lower_later_one_is_pain_at_ease() {
    check(
        "holding from 10
         12 press 5
         20 press 7
         24 press 3
         30 tap
         36 tap
         38 press 4
         42 press 6
         50 tap
         56 tap
         58 press 4
         62 press 2
         64 move on",
        &expect![[r#"
            12      press 5               HOLD     right   2 @15   saves snapshot
            20      press 7               HOLD     right  10 @15   "LeaveSpot", saves snapshot
            24      press 3               HOLD     right  14 @15   saves snapshot
            30      tap                   ROLL     right  29 @15   *Eased*, "Eased", saves snapshot
            35                            ROLL     right  34 @15   "RollOn", saves snapshot
            36      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            38      press 4               HOLD     right   2 @15   saves snapshot
            42      press 6               HOLD     right   6 @15   "LessWeight", saves snapshot
            50      tap                   ROLL     right  49 @15   *Eased*, "Eased", saves snapshot
            55                            ROLL     right  54 @15   "RollOn", saves snapshot
            56      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            58      press 4               HOLD     right   2 @15   saves snapshot
            62      press 2               HOLD     right   6 @15   saves snapshot
            64      move on               ROLL     right  63 @15   "MovedOn", saves snapshot
            = running
              Right: active 63, paused 0, end open
                @15 Estimated from 10: held 20, paused 0, gap 0, Eased, press 5, ease 3, time to ease 20
                @15 Estimated from 36: held 14, paused 0, gap 0, Eased, press 4, time to ease 14
                @15 Estimated from 56: held 8, paused 0, gap 0, MovedOn, press 4
        "#]],
    );
}

#[test]
fn a_pain_rating_can_be_cleared() {
    check(
        "holding from 10
         12 press 9
         13 press none
         14 press 4
         15 press 2
         16 press none
         20 tap",
        &expect![[r#"
            12      press 9               HOLD     right   2 @15   "LeaveSpot", saves snapshot
            13      press none            HOLD     right   3 @15   saves snapshot
            14      press 4               HOLD     right   4 @15   saves snapshot
            15      press 2               HOLD     right   5 @15   saves snapshot
            16      press none            HOLD     right   6 @15   saves snapshot
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", saves snapshot
            = running
              Right: active 19, paused 0, end open
                @15 Estimated from 10: held 10, paused 0, gap 0, Eased, press 4, time to ease 10
        "#]],
    );
}
