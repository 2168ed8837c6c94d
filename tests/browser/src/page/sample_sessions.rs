//! Sample sessions of many weeks, in the app's stored form.

use super::StoredTexts;
use crate::browser::Browser;
use crate::failure::Outcome;
use serde_json::json;
use std::f64::consts::{LN_2, TAU};

const DAY_MS: i64 = 86_400_000;

/// The spots of the sample person: the leg (0 right, 1 left), the position, the time to ease at first in seconds, and
/// how many times that halves over all sessions.
const SPOTS: [(usize, f64, f64, f64); 5] = [
    (0, 22.0, 38.0, 0.0),
    (0, 49.0, 84.0, 1.5),
    (0, 78.0, 52.0, 0.4),
    (1, 36.0, 60.0, 0.0),
    (1, 71.0, 45.0, -0.2),
];

/// Pseudorandom numbers that are the same in every run: the upper bits of a linear congruential generator (Knuth's
/// MMIX).
struct Random(u64);

impl Random {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (f64::from(u32::try_from(self.0 >> 32).unwrap_or(u32::MAX)) + 0.5) / 4_294_967_296.0
    }

    fn normal(&mut self) -> f64 {
        (-2.0 * self.uniform().ln()).sqrt() * (TAU * self.uniform()).cos()
    }
}

impl Browser {
    /// Adds plausible sessions to the open app's localStorage, the last one `ago_days` before now, and reloads.
    pub async fn seed_history(&self, sessions: u32, ago_days: i64) -> Outcome {
        let now = self.js("return Date.now()", vec![]).await?.as_i64().unwrap_or_default();
        self.set_local_storage(&history(sessions, now - ago_days * DAY_MS)).await?;
        self.reload_app().await
    }

    /// The same with sessions of one spot that was held to the limit and did not ease.
    pub async fn seed_history_not_eased(&self, sessions: u32) -> Outcome {
        let now = self.js("return Date.now()", vec![]).await?.as_i64().unwrap_or_default();
        let one = |n: u32| {
            let start = now - i64::from(sessions - n) * DAY_MS;
            let hold = json!({ "x": 50, "w": "t", "e": "l", "s": 10_000, "h": 120_000 });
            let text = json!({
                "v": 1, "id": id(n), "r": 1, "s": start, "e": start + 160_000, "o": 0, "b": "seeded", "a": 0,
                "g": start, "p": [{ "l": "r", "e": "k", "m": 150_000 }], "h": [hold],
            })
            .to_string();
            (key(n, &text), text)
        };
        self.set_local_storage(&(0..sessions).map(one).collect()).await?;
        self.reload_app().await
    }
}

/// Keys and texts of sample sessions, the last one at this unix time in ms.
fn history(sessions: u32, last_ms: i64) -> StoredTexts {
    let mut random = Random(11);
    (0..sessions)
        .map(|n| {
            let days = i64::from(sessions - 1 - n) * 5 / 2;
            let text = session(n, sessions, last_ms - days * DAY_MS, &mut random);
            (key(n, &text), text)
        })
        .collect()
}

/// A backup file of plausible sessions, numbered from `first`; and its records.
pub fn sample_backup(first: u32, sessions: u32) -> (String, StoredTexts) {
    // 2026-01-01: their dates do not matter.
    let made_ms = 1_767_225_600_000_i64;
    let mut random = Random(u64::from(first) + 1);
    let mut texts = StoredTexts::new();
    let mut rows = Vec::new();
    for n in first..first + sessions {
        let text = session(n, first + sessions, made_ms - i64::from(n) * DAY_MS / 4, &mut random);
        rows.push(text.clone());
        texts.insert(key(n, &text), text);
    }
    let settings = json!({ "v": 1, "n": 0, "lang": "auto", "theme": "auto", "timed": 0, "hold_s": 45,
        "pacer_s": 60, "sound": "voice", "volume": 90, "even_muted": 0, "screen_reader": 0,
        "vibrates": 1, "turned": "" });
    let file = format!(
        "{{\"format\":\"eased-backup\",\"version\":1,\"exported_at\":{made_ms},\"sessions\":[{}],\
         \"deleted\":[],\"spoilt\":[],\"live\":null,\"settings\":{settings}}}",
        rows.join(",")
    );
    (file, texts)
}

/// The key of a session's revision 1, and its text.
pub fn session_record(id: &str, text: &str) -> (String, String) {
    (format!("eased.s.{id}.1.{:08x}", crc32(text)), text.to_owned())
}

fn key(n: u32, text: &str) -> String {
    session_record(&id(n), text).0
}

fn id(n: u32) -> String {
    format!("made{n:06}")
}

#[expect(clippy::cast_possible_truncation, reason = "seconds and percents")]
fn session(n: u32, of: u32, start_ms: i64, random: &mut Random) -> String {
    let progress = f64::from(n) / f64::from(of.max(40));
    // The first leg alternates.
    let legs = if n.is_multiple_of(2) { [0, 1] } else { [1, 0] };
    let mut holds = Vec::new();
    let mut active = [6_000_i64; 2];
    let mut clock = 0;
    for (pass, leg) in legs.into_iter().enumerate() {
        for (_, place, seconds, halvings) in SPOTS.into_iter().filter(|spot| spot.0 == leg) {
            let place = (place + 2.5 * random.normal()).round().clamp(0.0, 100.0) as i64;
            let held = seconds * (0.3 * random.normal() - halvings * LN_2 * progress).exp();
            let (ending, held) = match random.uniform() {
                ..0.01 => ("sn", held * 0.3),
                // In half of the sessions some spots are left before they ease.
                0.01..0.09 if n % 40 < 20 => ("m", held * 0.7),
                _ if held >= 120.0 => ("l", 120.0),
                _ => ("e", held),
            };
            let held = (held * 1_000.0) as i64;
            active[pass] += 12_000;
            let of_pass = if pass == 0 { String::new() } else { format!("\"p\":{pass},") };
            holds.push(format!(
                "{{{of_pass}\"x\":{place},\"w\":\"t\",\"e\":\"{ending}\",\"s\":{},\"h\":{held},\"a\":6,\"b\":3}}",
                clock + active[pass]
            ));
            active[pass] += held;
        }
        clock += active[pass];
    }
    let knee = |at: f64| {
        (5.5 - 3.0 * progress.min(1.0) + at + 0.7 * random.uniform()).round().clamp(0.0, 10.0) as i64
    };
    let leg = |leg: usize| if leg == 0 { "r" } else { "l" };
    let pass = |pass: usize| format!("{{\"l\":\"{}\",\"m\":{},\"e\":\"k\"}}", leg(legs[pass]), active[pass]);
    let answers = match n % 4 {
        0 => "\"t\":\"b\",\"w\":\"r\",",
        1 => "\"t\":\"a\",\"w\":\"r\",",
        2 => "\"t\":\"r\",",
        _ => "",
    };
    let knees = if n.is_multiple_of(3) {
        String::new()
    } else {
        let mut knee = knee;
        format!("\"kb\":[{},-3],\"ka\":[{},14],", knee(0.0), knee(-1.2))
    };
    // The fields are in the app's order, so that the text of an imported session is the same.
    format!(
        "{{\"v\":1,\"r\":1,\"id\":\"{}\",\"s\":{start_ms},\"e\":{},\"o\":60,\"b\":\"seeded\",\"a\":0,\"g\":{start_ms},\
         {answers}{knees}\"p\":[{},{}],\"h\":[{}]}}",
        id(n),
        start_ms + clock + 20_000,
        pass(0),
        pass(1),
        holds.join(",")
    )
}

/// CRC-32 as in zip.
fn crc32(text: &str) -> u32 {
    let mut crc = u32::MAX;
    for byte in text.bytes() {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    !crc
}
