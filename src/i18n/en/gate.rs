//! The safety gate.

use crate::i18n::{
    claim::{
        Claim,
        Source::{Gate, HipStrength, RedFlags, SideHip},
    },
    gate::GateText,
    placeholders::Count,
};

pub const GATE: GateText = GateText {
    title: "Before you roll",
    lead: "Does any of this apply to you today?",
    do_not_roll: "Do not roll, get help today",
    not_there: "Do not roll there",
    clinician_first: "Ask a clinician first",
    side_of_hip: "Does the side of your hip hurt when you lie on it?",
    concerns: [
        Claim::new(RedFlags, "Possible blood clot: calf or thigh swollen, hot and painful"),
        Claim::new(Gate, "A suspected broken bone"),
        Claim::new(Gate, "An infection there, with fever"),
        Claim::new(Gate, "An open wound where the roller goes"),
        Claim::new(Gate, "Blood thinners or clotting trouble"),
        Claim::new(Gate, "Osteoporosis"),
        Claim::new(Gate, "Inflammation where you’d roll"),
        Claim::new(Gate, "A bone infection, or bone in a muscle after a bruise"),
        Claim::new(Gate, "Loss of nerve function, for example from diabetes"),
        Claim::new(Gate, "Recent surgery"),
        Claim::new(Gate, "Pregnancy with swelling"),
        Claim::new(SideHip, "Left side"),
        Claim::new(SideHip, "Right side"),
    ],
    clot_emergency: Claim::new(
        RedFlags,
        "With chest pain or breathlessness it is an emergency: call your emergency number now.",
    ),
    help_today: Claim::new(Gate, "Do not roll. Get medical help today."),
    keep_off_wound: Claim::new(Gate, "Do not roll over an open wound."),
    asked_again: "The app asks again the next time you press Start.",
    ask_first: Claim::new(Gate, "Ask a clinician before you roll."),
    left_out: [
        Claim::new(SideHip, "Do not lie on your left side. We’ll skip the left leg today."),
        Claim::new(SideHip, "Do not lie on your right side. We’ll skip the right leg today."),
    ],
    left_out_why: Claim::new(SideHip, "Lying on that side presses on the sore place."),
    no_leg_left: Claim::new(
        SideHip,
        "Do not lie on either side today: it presses on the sore places. Leave rolling for today.",
    ),
    instead: Claim::new(
        HipStrength,
        "Strengthening the hip and adjusting training load have better support.",
    ),
    more_to_read: Count("1 more to read|{0} more to read"),
    none_of_these: "None of these",
    i_have_asked: "I have asked, go on",
    other_leg: ["Go on with the left leg", "Go on with the right leg"],
};
