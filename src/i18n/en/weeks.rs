//! What the sessions tell over weeks.

use crate::i18n::{
    claim::{
        Claim,
        Source::{Crossover, RedFlags},
    },
    placeholders::{Count, Fill},
    weeks::{KneeText, MapText, PlanText, PromptText, SheetText, SpotsText, WeeksText},
};

pub const WEEKS: WeeksText = WeeksText {
    parts: ["Sessions", "Over weeks"],
    which_part: "What is shown",
    none: "–",
    plan: PlanText {
        title: "Plan for today",
        empty: "After a session with a spot that you marked or confirmed, the spots to hold next stand here, each with its reason. Guessed places do not count.",
        not_eased: Fill("did not ease in {0} of its last {1} sessions that could tell"),
        longest: "expected to take longest of this leg’s plan",
        held: Fill("held in {0} of this leg’s last {1} sessions"),
        about: Fill("about {0}"),
        adopt: "Put the plan on the leg",
    },
    spots: SpotsText {
        title: "Time to ease",
        empty: "Once a place was held in two sessions until it eased, you moved on or the limit came, its times stand here: a dot for each that nothing disturbed. From 8 such times over at least 4 weeks on it says whether the spot needs less time.",
        verdicts: ["Not enough yet", "No clear change", "Less time", "More time"],
        from_to: Fill("from about {0} to about {1}"),
        so_far: Count(
            "1 session with a time so far; it takes 8 over at least 4 weeks|{0} sessions with a time so far; it takes 8 over at least 4 weeks",
        ),
        median: Fill("Median {0}."),
        half: Fill("Middle half {0} to {1}."),
        eased: Fill("Eased {0} of {1}."),
        older: Count("1 older session is not compared.|{0} older sessions are not compared."),
        signs: ["eased", "not eased by then", "this leg came second", "another roller"],
        table: "As a table",
        heads: ["Date", "Time", "Ending", "Leg"],
        order: ["first", "second"],
        endings: ["eased", "not eased"],
        longer: Fill("over {0}"),
        others: Count(
            "1 other place has too few such sessions for a chart, or no more than these.|{0} other places have too few such sessions for a chart, or no more than these.",
        ),
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
        nothing: "nothing held at a known place",
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
        before: Fill("{0} of 10, {1} min before the start"),
        at: Fill("{0} of 10, at the start"),
        after: Fill("{0} of 10, {1} min after the start"),
        told: Fill("Rated before a session: {0} of 10 in the first one shown, {1} in the last"),
    },
    prompt: PromptText {
        title: "Worth showing to somebody",
        not_eased: Fill("{0}, {1}: not eased in at least 4 of its last 5 sessions that could tell."),
        knee: "Your scores from before the sessions are no better than four weeks earlier.",
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
        note: "Place: percent of the way from just under the hip bone (0) to just above the knee (100). Median and middle half: of the times to ease, all holds of a spot in one session together, without what was disturbed or corrected. A change is named only where chance would hardly bring it.",
        stops: "Stopped holds",
        no_stops: "No hold was stopped.",
        of: Fill("{0} of {1}"),
        newest: Fill("The newest {0} are shown."),
    },
};
