//! The phrases of announcements, which the voice and screen readers speak.

use super::{
    phrase::{Count, Plural, Spot, SpotAndPlace, SpotOfTotal, Template},
    reader::phrases,
};

phrases! {
    /// Announcements: what happened and what to do. The seconds of a timer are never announced.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct AnnouncementText {
        /// How to lie, by leg: left, then right.
        pub get_into_place: [&'static str; 2],
        /// This leg is skipped today, by leg.
        pub skip_leg: [&'static str; 2],
        /// The number of marked spots on the leg that begins.
        pub spots_ahead: Plural<Count>,
        /// Roll slowly down.
        pub roll_slowly: &'static str,
        /// The distance to the next spot, indexed by [`DistanceHint`](crate::domain::effect::DistanceHint).
        pub distances_to_next_spot: [&'static str; 7],
        /// No marks are left on this leg.
        pub no_more_spots: &'static str,
        /// The roller is almost at this spot.
        pub almost_at_spot: Template<Spot>,
        /// The roller is almost at the knee.
        pub almost_at_knee: &'static str,
        /// The pacer waits at this spot for a tap.
        pub at_spot_tap_to_hold: Template<SpotOfTotal>,
        /// The pacer is at this spot and the hold starts automatically.
        pub at_spot_stay_here: Template<SpotOfTotal>,
        /// Stay until it eases.
        pub hold_until_eased: &'static str,
        /// Stay for this many seconds.
        pub hold_for_seconds: Plural<Count>,
        /// The hold was too short to count.
        pub hold_too_short: &'static str,
        /// The hold was too short to count, and the roller is still at this spot.
        pub still_at_spot: Template<Spot>,
        /// The hold ended eased.
        pub eased: &'static str,
        /// The hold ended because the person moved on.
        pub moved_on: &'static str,
        /// The wait after a hold is over.
        pub roll_on: &'static str,
        /// A chime of a hold, if it is due after half a minute.
        pub chime_half_minute: &'static str,
        /// A chime of a hold, if it is due after one minute.
        pub chime_minute: &'static str,
        /// A chime of a hold that is due at any other time, in seconds.
        pub chime_seconds: Plural<Count>,
        /// The hold reached its limit.
        pub hold_limit: &'static str,
        /// The set time of a hold is over.
        pub hold_time_up: &'static str,
        /// Just above the knee: stop here.
        pub stop_above_knee: &'static str,
        /// The person paused.
        pub paused: &'static str,
        /// Paused because it felt wrong: come off the roller.
        pub come_off_roller: &'static str,
        /// Asks for the reason after the person came off the roller.
        pub ask_reason: &'static str,
        /// The screen shows when to get help.
        pub see_screen_for_help: &'static str,
        /// Paused because the screen went off.
        pub paused_screen_off: &'static str,
        /// Paused because the app was closed.
        pub paused_app_closed: &'static str,
        /// The session is resumed.
        pub resumed: &'static str,
        /// The last action was undone.
        pub undone: &'static str,
        /// The session is over.
        pub session_over: &'static str,
        /// A mark was added, with its number and place.
        pub mark_added: Template<SpotAndPlace>,
        /// A mark was moved, with its number and place.
        pub mark_moved: Template<SpotAndPlace>,
        /// A mark was removed.
        pub mark_removed: Template<Spot>,
        /// The number of spots copied, by target leg.
        pub spots_copied: [Plural<Count>; 2],
        /// The target leg has these spots already, by target leg.
        pub spots_already_there: [&'static str; 2],
        /// The leg has the maximum number of spots.
        pub leg_full: &'static str,
        /// A tap or drag outside the zone: at the hip, then at the knee.
        pub outside_zone: [&'static str; 2],
        /// A session was deleted.
        pub session_deleted: &'static str,
        /// A deleted session was restored.
        pub session_restored: &'static str,
    }
}
