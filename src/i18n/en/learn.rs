//! How to roll, and what is known about it.

use crate::i18n::{
    claim::{Claim, Source},
    learn::{LearnText, Line, Paper, Part, Steps},
    placeholders::Count,
};

const fn say(text: &'static str) -> Line {
    Line::Say(text)
}

const fn claim(source: Source, text: &'static str) -> Line {
    Line::Claim(Claim::new(source, text))
}

const fn paper(source: Source, who: &'static str, found: &'static str) -> Paper {
    Paper { source, who, found }
}

pub const LEARN: LearnText = LearnText {
    title: "How to roll",
    lead: "A roller, a mat and your own pace. In a session the app tells you each step again.",
    why: Part {
        title: "Why people roll here",
        lines: [
            say(
                "A broad, firm band runs down the outer side of your thigh, from the hip to just below the knee. Two hip muscles tie into it: tensor fasciae latae and gluteus maximus. Together they steady hip and knee.",
            ),
            claim(Source::Hold90, "Staying on a sore spot can make it feel less tender for a while."),
            claim(
                Source::Minutes,
                "Do not expect it to last: in one study of the band it was gone after five minutes.",
            ),
            claim(
                Source::NoLengthen,
                "The band itself stays as it is. Rolling did not change its stiffness.",
            ),
            claim(
                Source::HipStrength,
                "Strengthening the hip and adjusting how much you train have better support.",
            ),
            claim(Source::AboutTheApp, "Your own history will show whether you need less time."),
        ],
    },
    steps: Steps {
        place: Part {
            title: "Place the roller",
            lines: [say(
                "Lie on the side of the leg you want to roll. The roller goes across, just under the bony part of your hip and not on it.",
            )],
        },
        position: Part {
            title: "Get into position",
            lines: [say(
                "Rest on your forearm. Put the foot of the other leg flat on the floor in front of you: with it you decide how much weight lies on the roller.",
            )],
        },
        roll: Part {
            title: "Roll slowly",
            lines: [say(
                "Let the roller travel toward the knee, slowly. Where it is tight or sore, stop there.",
            )],
        },
        hold: Part {
            title: "Hold until it eases",
            lines: [
                say(
                    "Stay on the spot and breathe. When the pain eases, move on a little and hold the next one.",
                ),
                claim(Source::Pressure, "Aim for a pain of 3 to 5 out of 10."),
                claim(Source::Dose, "One to three rounds of 30 to 120 seconds are what a review suggests."),
                say(
                    "The app chimes at 30 and 60 seconds, says at 90 that it is enough, and ends the hold at 120.",
                ),
            ],
        },
        pressure: Part {
            title: "Too much pressure?",
            lines: [
                claim(
                    Source::Pressure,
                    "At 6 or more, put your front foot down and push up until it is bearable. At 7 or more it is best to stop here.",
                ),
                claim(
                    Source::PainCeiling,
                    "Rolling harder gains nothing: mild, medium and strong pain gave the same range of motion.",
                ),
            ],
        },
        knee: Part {
            title: "Stop above the knee",
            lines: [say(
                "The stretch you roll ends just above the knee, and the app stops you there. Keep off the knee and off the bone at the hip.",
            )],
        },
        other_leg: Part {
            title: "The other leg",
            lines: [
                say("Turn over and do the same again. Each leg has its own spots and its own times."),
                claim(
                    Source::Crossover,
                    "In one study, rolling one leg made the other one less tender as well. A comparison of both says little.",
                ),
            ],
        },
    },
    workout: Part {
        title: "Before or after a workout?",
        lines: [
            say("Either is fine. Choose what suits your day."),
            claim(
                Source::BeforeAfter,
                "Before, studies found about 4% more flexibility and a sprint 0.7% faster. After, about 6% less pain.",
            ),
        ],
    },
    stop: Part {
        title: "When to stop and see someone",
        lines: [
            claim(Source::RedFlags, "Sharp pain, numbness or tingling: stop, and press “This feels wrong”."),
            claim(
                Source::SideHip,
                "If the side of your hip hurts when you lie on it, do not lie on that side today.",
            ),
            claim(
                Source::Gate,
                "Ask a clinician first if you take blood thinners, have osteoporosis, nerve loss or recent surgery. The app asks for the whole list before your first session.",
            ),
            claim(Source::AboutTheApp, "Eased is not a medical device."),
        ],
    },
    sources: Count("Source|Sources"),
    source: "source",
    papers: [
        paper(
            Source::Hold90,
            "Wilke 2018, PMC6358529",
            "50 people, calf: after 90 seconds on the most tender spot it took more pressure to hurt. The groups did not differ from each other.",
        ),
        paper(
            Source::Minutes,
            "Vaughan 2014",
            "The gain on the band was gone five minutes after three minutes of rolling.",
        ),
        paper(
            Source::NoLengthen,
            "Pepper 2021; Chaudhry 2008",
            "30 people, measured by elastography: stiffness unchanged after rolling or stretching. By calculation, even 1% of compression needs forces that a body does not meet.",
        ),
        paper(
            Source::HipStrength,
            "Opara & Kozinc 2023; Beers 2008",
            "Hip strengthening and load management have support for outer-knee pain.",
        ),
        paper(Source::Pressure, "Grabow 2018", "More pain gained nothing."),
        paper(Source::Dose, "Behm 2020", "A review: 1 to 3 sets of 30 to 120 seconds."),
        paper(
            Source::PainCeiling,
            "Grabow 2018",
            "Rolling at 3.9, 6.2 and 8.2 of 10 gave the same range of motion.",
        ),
        paper(
            Source::Crossover,
            "Aboodarda 2015",
            "Rolling one leg also raised the pressure the other leg could take: 21% against 24%.",
        ),
        paper(
            Source::BeforeAfter,
            "Wiewelhove 2019",
            "Meta-analysis. Before: sprint +0.7%, flexibility +4%. After: pain −6%.",
        ),
        paper(Source::RedFlags, "NHS", "Pages on knee pain and on deep vein thrombosis."),
        paper(
            Source::SideHip,
            "Mersey Care NHS; Pan Am Clinic",
            "Pages on greater trochanteric pain: avoid lying on that side and pressing it.",
        ),
        paper(
            Source::Gate,
            "Bartsch 2021",
            "37 experts agreed: a broken bone or an open wound speaks against rolling, and other conditions call for caution. The app’s list goes beyond theirs.",
        ),
    ],
};
