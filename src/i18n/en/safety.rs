//! The safety overlays.

use crate::i18n::{
    claim::{
        Claim,
        Source::{AboutTheApp, RedFlags},
    },
    placeholders::{Count, Fill},
    safety::{CardText, NoticesText, SafetyText},
};

pub const SAFETY: SafetyText = SafetyText {
    close: "Close",
    card: CardText {
        title: "When to get help",
        emergency: "Emergency",
        call: "Call your emergency number now.",
        call_number: Fill("Call {0}"),
        emergency_signs: [Claim::new(RedFlags, "Chest pain"), Claim::new(RedFlags, "Breathlessness")],
        same_day: "Get help the same day",
        same_day_signs: [
            Claim::new(RedFlags, "Possible blood clot: calf or thigh swollen, hot and painful"),
            Claim::new(RedFlags, "The knee cannot bear weight"),
            Claim::new(RedFlags, "The knee cannot move, or has changed shape"),
            Claim::new(RedFlags, "The knee is badly swollen"),
            Claim::new(RedFlags, "The knee locks or gives way"),
            Claim::new(RedFlags, "The knee is hot and red, with fever"),
        ],
        clinician: "See a clinician",
        clinician_signs: [
            Claim::new(RedFlags, "Constant pain, or pain at night"),
            Claim::new(RedFlags, "Loss of feeling or strength"),
            Claim::new(RedFlags, "Unexplained weight loss"),
            Claim::new(RedFlags, "No better after about four weeks"),
        ],
        not_a_device: Claim::new(AboutTheApp, "This is not a medical device."),
    },
    notices: NoticesText {
        region: "Notices",
        set_aside: Count(
            "1 stored entry could not be read. It is set aside unchanged, and a backup takes it along.|{0} stored entries could not be read. They are set aside unchanged, and a backup takes them along.",
        ),
        newer: "A newer version of Eased was used here. What this one cannot read stays as it is: update the app to see it.",
        not_kept: Count(
            "1 session could not be saved on this device. A backup keeps it.|{0} sessions could not be saved on this device. A backup keeps them.",
        ),
        export_backup: "Export backup",
        update_waits: "A new version is ready.",
        update: "Update now",
    },
};
