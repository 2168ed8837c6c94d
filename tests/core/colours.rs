//! The five steps of pain, as eyes of all kinds see them: each darker than the one before, by a clear step.

use std::fs;
use std::path::Path;

/// How light a colour that differs by one step must at least differ, in units of L* (0 black to 100 white). About 2
/// can just be told apart side by side; marks stand apart, and small.
const CLEAR: f64 = 10.0;

/// Linear light as a colour-blind eye sees it: Machado, Oliveira and Fernandes 2009, severity 1.0, from linear RGB.
const EYES: [(&str, [[f64; 3]; 3]); 5] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
    ("grey", [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]]),
];

/// The colours of the steps, from little pain to much, out of the style sheet.
fn steps() -> Vec<[f64; 3]> {
    let sheet = Path::new(env!("CARGO_MANIFEST_DIR")).join("style/marks.css");
    let sheet = fs::read_to_string(sheet).expect("the style sheet of the marks");
    let colours = sheet.lines().filter_map(|line| line.trim().strip_prefix("--pain: #"));
    colours.map(|hex| linear(hex.trim_end_matches(';'))).collect()
}

/// Linear light of a colour written as six hexadecimal digits.
fn linear(hex: &str) -> [f64; 3] {
    let part = |at: usize| {
        let share = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour")) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    [part(0), part(2), part(4)]
}

/// L* of linear light.
fn lightness(light: [f64; 3]) -> f64 {
    let [r, g, b] = light.map(|part| part.clamp(0.0, 1.0));
    let y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    if y > 0.008_856 { 116.0 * y.cbrt() - 16.0 } else { 903.3 * y }
}

#[test]
fn five_steps_of_pain_are_told_apart_by_any_eye() {
    let steps = steps();
    assert_eq!(steps.len(), 5, "{steps:?}");
    for (eye, matrix) in EYES {
        let seen = |[r, g, b]: [f64; 3]| matrix.map(|row| row[0] * r + row[1] * g + row[2] * b);
        let light: Vec<f64> = steps.iter().map(|step| lightness(seen(*step))).collect();
        for pair in light.windows(2) {
            assert!(pair[0] - pair[1] >= CLEAR, "{eye}: {light:?}");
        }
    }
}
