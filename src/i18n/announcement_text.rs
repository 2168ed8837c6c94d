//! The phrases of announcements: what is said aloud and to screen readers while rolling.

use super::{
    phrase::{Count, Plural, Spot, SpotAndPlace, SpotOfTotal, Template},
    read::phrases,
};

phrases! {
    /// What is told: what happened and what to do, never seconds one by one.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct AnnouncementText {
        /// How to lie, by leg.
        pub get_into_place: [&'static str; 2],
        /// This leg is left out today.
        pub left_out: [&'static str; 2],
        /// So many spots are marked on the leg that begins.
        pub spots_ahead: Plural<Count>,
        /// Roll slowly down.
        pub roll: &'static str,
        /// How far it is down the leg, as [`DistanceHint`](crate::domain::effect::DistanceHint) counts.
        pub ways: [&'static str; 7],
        /// No mark is ahead any more.
        pub to_knee: &'static str,
        /// The next mark comes in a moment.
        pub nearly: Template<Spot>,
        /// The knee comes in a moment.
        pub near_knee: &'static str,
        /// The pacer stands at this mark, of so many, and waits for the tap.
        pub at_spot: Template<SpotOfTotal>,
        /// The pacer stands at this mark, of so many, and the hold begins by itself.
        pub stay_at: Template<SpotOfTotal>,
        /// Stay until it eases.
        pub stay: &'static str,
        /// Stay for so many seconds.
        pub stay_for: Plural<Count>,
        /// The hold was too short to count.
        pub slipped: &'static str,
        /// The same, and the roller still stands at this mark.
        pub still_at: Template<Spot>,
        /// It eased.
        pub eased: &'static str,
        /// Moved on.
        pub moved_on: &'static str,
        /// The rest after a hold is over.
        pub roll_on: &'static str,
        /// The chime at 30 seconds.
        pub half_minute: &'static str,
        /// The chime at 60 seconds.
        pub minute: &'static str,
        /// Take the weight off.
        pub limit: &'static str,
        /// The fixed seconds are over.
        pub timed: &'static str,
        /// Just above the knee: stop here.
        pub off_roller: &'static str,
        /// Paused because it was asked for.
        pub paused: &'static str,
        /// Paused because it felt wrong.
        pub felt_wrong: &'static str,
        /// Off the roller after that: what was it?
        pub reason_asked: &'static str,
        /// When to get help is on the screen.
        pub wrong_advice: &'static str,
        /// Paused because the phone slept.
        pub slept: &'static str,
        /// Paused because the app was closed.
        pub closed: &'static str,
        /// Going on.
        pub resumed: &'static str,
        /// The last act was undone.
        pub undone: &'static str,
        /// The session is over.
        pub done: &'static str,
        /// A mark was added, with its number and place.
        pub mark_added: Template<SpotAndPlace>,
        /// A mark was moved, with its number and place.
        pub mark_moved: Template<SpotAndPlace>,
        /// A mark was removed.
        pub mark_removed: Template<Spot>,
        /// Marks were copied, by the leg that has them now.
        pub copied: [Plural<Count>; 2],
        /// It has them already.
        pub copied_none: [&'static str; 2],
        /// The leg has as many marks as fit.
        pub leg_full: &'static str,
        /// The tap was beyond an end of the zone, or a mark was dragged there: at the hip, then at the knee.
        pub kept_off: [&'static str; 2],
        /// A session was deleted.
        pub deleted: &'static str,
        /// A session was brought back.
        pub brought_back: &'static str,
    }
}
