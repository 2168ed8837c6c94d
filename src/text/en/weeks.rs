//! What the sessions tell over weeks.

use crate::text::{
    claim::{
        Claim,
        Source::{Crossover, RedFlags},
    },
    fill::{Count, Fill},
    weeks::{KneeText, MapText, PlanText, PromptText, SheetText, SpotsText, WeeksText},
};

pub const WEEKS: WeeksText = WeeksText {
    parts: ["Sessions", "Over weeks"],
    which_part: "What is shown",
    none: "–",
    plan: PlanText {
        title: "Plan for today",
        empty: "After your first session with a tapped or confirmed spot, the spots to hold next will stand here, each with its reason.",
        not_eased: Fill("did not ease in {0} of the last {1} sessions"),
        longest: "takes longest on this leg",
        held: Fill("held in {0} of the last {1} sessions"),
        about: Fill("about {0}"),
        adopt: "Put the plan on the leg",
    },
    spots: SpotsText {
        title: "Time to ease",
        empty: "Once a place has been held in two sessions, its times will stand here: one dot for each session. After 8 sessions over 4 weeks it says whether the spot needs less time.",
        verdicts: ["Not enough yet", "No clear change", "Less time", "More time"],
        from_to: Fill("from about {0} to about {1}"),
        so_far: Count(
            "1 session so far; it takes 8 over 4 weeks|{0} sessions so far; it takes 8 over 4 weeks",
        ),
        median: Fill("Median {0}."),
        half: Fill("Half of the times between {0} and {1}."),
        eased: Fill("Eased {0} of {1}."),
        older: Count("1 older session is not compared.|{0} older sessions are not compared."),
        signs: ["eased", "not eased by then", "this leg came second", "another roller"],
        table: "As a table",
        heads: ["Date", "Time", "Ending", "Leg"],
        order: ["first", "second"],
        endings: ["eased", "not eased"],
        longer: Fill("over {0}"),
        others: Count("1 more place was held once.|{0} more places were held less often."),
        sides: "Left beside right",
        sides_not_yet: Fill(
            "They can be compared after 3 sessions of each order of the legs. So far left first: {0}, right first: {1}.",
        ),
        sides_why: Claim::new(
            Crossover,
            "Rolling one leg can make the other less tender as well, so each order of the legs stands alone.",
        ),
        first: [Fill("Left first, {0}×"), Fill("Right first, {0}×")],
    },
    map: MapText {
        title: "Where and how long",
        since: "How far back",
        spans: ["4 weeks", "3 months", "All"],
        told: Fill("{0} held, most around {1}"),
        nothing: "nothing held",
        key: Fill(
            "The wider and stronger, the longer: at its widest {0} on 5 % of the way. Guessed places are left out.",
        ),
        table: "As a table",
        place: "Place",
        band: Fill("{0}–{1} %"),
    },
    knee: KneeText {
        title: "The knee",
        empty: "When you rate your knee before or after a session, the scores will stand here with their times.",
        when: ["Before", "After"],
        before: Fill("{0}, {1} min before the start"),
        at: Fill("{0}, at the start"),
        after: Fill("{0}, {1} min after the start"),
        told: Fill("{0} of 10 in the first session shown, {1} in the last"),
    },
    prompt: PromptText {
        title: "Worth showing to somebody",
        not_eased: Fill("{0}, {1}: not eased in at least 4 of its last 5 sessions."),
        knee: "Your knee is no better than four weeks ago.",
        see: Claim::new(
            RedFlags,
            "See a clinician about pain that is no better after about four weeks, and sooner if anything on the red card applies.",
        ),
        read: "I have read this",
    },
    sheet: SheetText {
        print: "Print for a clinician",
        title: "Foam rolling of the outer thigh",
        range: Fill("{0} to {1}"),
        not_a_diagnosis: "Recorded by the person, not a diagnosis.",
        heads: ["Leg", "Place", "Eased", "Median", "Middle half", "Time to ease"],
        note: "Place: percent of the way from just under the hip bone (0) to just above the knee (100). Median and middle half: of the holds that ended eased. A change is named only where chance would hardly bring it.",
        stops: "Stopped holds",
        no_stops: "No hold was stopped.",
        of: Fill("{0} of {1}"),
        newest: Fill("The newest {0} are shown."),
    },
};
