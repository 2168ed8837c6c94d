//! The safety gate: when it asks, whom it lets start, and which leg it leaves out.

use eased::domain::{
    Now,
    leg::Leg,
    safety::{Concern, Concerns, GateAnswer, Severity},
};
use expect_test::expect;

use crate::{
    script::{check, play},
    words::{concern_named, ticked},
};

const DAY: i64 = 86_400;

#[test]
fn before_the_first_session_it_asks_and_none_of_these_is_one_tap() {
    check(
        "no gate
         0 start
         5 gate none",
        &expect![[r#"
            0       start                 (gate)
            5       gate none             POSITION right   8 @0    keeps meta, *Ready*, "GetIntoPlace(Right)", -> Session, writes
            = running
        "#]],
    );
}

#[test]
fn the_side_of_the_hip_is_asked_first_and_everything_once() {
    let asked: Vec<Concern> = Concern::asked().collect();
    let is_hip = |concern: &Concern| matches!(concern.severity(), Severity::LeaveOut(_));
    assert!(asked[..2].iter().all(is_hip) && !asked[2..].iter().any(is_hip), "{asked:?}");
    let all = asked.iter().fold(Concerns::default(), |all, concern| all.with(*concern, true));
    assert_eq!((asked.len(), all.bits().count_ones()), (13, 13));
}

#[test]
fn it_asks_again_after_30_days() {
    check(
        &format!("0 clock {}\n1 start", 30 * DAY - 1),
        &expect![[r#"
            1       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            = running
        "#]],
    );
    check(
        &format!("0 clock {}\n1 start", 30 * DAY),
        &expect![[r#"
            1       start                 (gate)
        "#]],
    );
}

#[test]
fn an_answer_from_the_future_is_asked_again() {
    check(
        &format!("0 clock -{}\n0 start", 2 * DAY),
        &expect![[r#"
            0       start                 (gate)
        "#]],
    );
}

#[test]
fn an_answer_from_the_future_is_as_if_it_was_never_given() {
    let asks = |script: &str| ticked(&play(script).model);
    // An hour, on the same day.
    assert_eq!(asks("0 clock -3600\n0 start"), Some(Concerns::default()));
    assert_eq!(asks("0 start"), None);
    // Nor is what was ticked then ticked again.
    let blocked = "no gate\n0 start\n1 tick Clot\n2 gate close\n";
    assert_ne!(asks(&format!("{blocked}3 start")), Some(Concerns::default()));
    assert_eq!(asks(&format!("{blocked}3 clock -3600\n3 start")), Some(Concerns::default()));
    // To the millisecond.
    let answer =
        GateAnswer { unix_ms: 1_000, utc_offset_min: 0, concerns: Concerns::default(), asked: false };
    let covers = |unix_ms| answer.covers(Now { unix_ms, ..Now::default() });
    assert!(covers(1_000) && !covers(999));
}

#[test]
fn do_not_roll_blocks_and_asks_again_at_the_next_start() {
    for concern in ["Clot", "BrokenBone", "Infection", "OpenWound"] {
        let script = format!(
            "no gate
             0 start
             1 tick {concern}
             2 gate none
             3 gate asked
             4 gate other
             5 gate close
             6 start"
        );
        let world = play(&script);
        assert_eq!(
            ticked(&world.model),
            Some(Concerns::default().with(concern_named(concern), true)),
            "{concern} is still ticked on the same day"
        );
        let next_day = play(&format!("{script}\n7 gate close\n8 clock {DAY}\n9 start"));
        assert_eq!(ticked(&next_day.model), Some(Concerns::default()));
    }
}

#[test]
fn a_tick_by_mistake_is_cleared_and_then_none_of_these_starts() {
    check(
        "no gate
         0 start
         1 tick Clot
         2 gate none
         3 untick Clot
         4 gate none",
        &expect![[r#"
            0       start                 (gate)
            1       tick Clot             (gate)
            2       gate none             (gate)
            3       untick Clot           (gate)
            4       gate none             POSITION right   8 @0    keeps meta, *Ready*, "GetIntoPlace(Right)", -> Session, writes
            = running
        "#]],
    );
}

#[test]
fn clinician_first_lets_start_after_i_have_asked_and_then_for_30_days() {
    check(
        "no gate
         0 start
         1 tick BloodThinners
         2 gate none
         3 gate other
         4 gate asked
         5 stop
         6 stop now
         7 done
         8 start",
        &expect![[r#"
            0       start                 (gate)
            1       tick BloodThinners    (gate)
            2       gate none             (gate)
            3       gate other            (gate)
            4       gate asked            POSITION right   8 @0    keeps meta, *Ready*, "GetIntoPlace(Right)", -> Session, writes
            5       stop                  PAUSED   right   7 @0    "Paused(Asked)", writes
            6       stop now              DONE     right           *Done*, "Done", drops live
            7       done                  (idle)                   -> Leg
            8       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            = running
        "#]],
    );
}

#[test]
fn clinician_first_without_having_asked_asks_again() {
    check(
        "no gate
         0 start
         1 tick Pregnancy
         2 gate close
         3 start",
        &expect![[r#"
            0       start                 (gate)
            1       tick Pregnancy        (gate)
            2       gate close            (idle)                   keeps meta
            3       start                 (gate)
        "#]],
    );
}

#[test]
fn side_of_hip_pain_leaves_that_leg_out_and_says_so() {
    check(
        "no gate
         leg left
         0 start
         1 tick LeftHip
         2 gate none
         3 gate other
         4 tap
         6 at the knee",
        &expect![[r#"
            0       start                 (gate)
            1       tick LeftHip          (gate)
            2       gate none             (gate)
            3       gate other            POSITION right   8 @0    keeps meta, "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, writes
            4       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            6       at the knee           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            = kept, revision 1, labelled 3 to 6
              Right: active 2, paused 0, end Knee
        "#]],
    );
}

#[test]
fn side_of_hip_pain_speaks_of_today_only() {
    let first = "no gate\n0 start\n1 tick LeftHip\n2 gate other\n3 stop\n4 stop now\n5 done\n";
    assert!(play(&format!("{first}6 start")).model.running().is_some());
    let next_day = play(&format!("{first}6 clock {DAY}\n7 start"));
    assert_eq!(ticked(&next_day.model), Some(Concerns::default()));
}

#[test]
fn with_both_hips_there_is_no_leg_to_roll() {
    check(
        "no gate
         0 start
         1 tick LeftHip
         2 tick RightHip
         3 gate other
         4 gate asked
         5 gate close",
        &expect![[r#"
            0       start                 (gate)
            1       tick LeftHip          (gate)
            2       tick RightHip         (gate)
            3       gate other            (gate)
            4       gate asked            (gate)
            5       gate close            (idle)                   keeps meta
        "#]],
    );
}

#[test]
fn closing_the_gate_untouched_leaves_no_answer() {
    let world = play("no gate\n0 start\n1 gate close");
    assert_eq!(world.model.meta.gate, None);
}

#[test]
fn the_first_leg_alternates_also_after_a_session_of_one_leg() {
    let one = "0 start\n1 tap\n5 stop\n6 stop now\n7 done\n";
    let first_leg = |script: &str| play(script).model.running().map(|r| r.course.leg);
    assert_eq!(first_leg("0 start"), Some(Leg::Right));
    assert_eq!(first_leg(&format!("{one}8 start")), Some(Leg::Left));
    let two = "8 start\n9 tap\n12 stop\n13 stop now\n14 done\n15 start";
    assert_eq!(first_leg(&format!("{one}{two}")), Some(Leg::Right));
}

#[test]
fn while_a_session_runs_start_leads_back_to_it() {
    check(
        "0 start
         1 tap
         2 to history
         3 to leg
         4 start",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            2       to history            ROLL     right   1 @2
            3       to leg                ROLL     right   2 @3
            4       start                 ROLL     right   3 @5    -> Session
            = running
              Right: active 3, paused 0, end open
        "#]],
    );
}

#[test]
fn the_session_screen_without_a_session_is_the_leg_screen() {
    check(
        "0 to session",
        &expect![[r#"
        0       to session            (idle)                   -> Leg
    "#]],
    );
}

#[test]
fn it_lies_on_top_of_a_screen_and_goes_with_it() {
    check(
        "no gate
         0 start
         1 to history
         2 gate none",
        &expect![[r#"
            0       start                 (gate)
            1       to history            (idle)
            2       gate none             (idle)
        "#]],
    );
}
