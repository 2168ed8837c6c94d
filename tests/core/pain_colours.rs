//! The five pain colours are distinguishable with every kind of colour vision: each is clearly darker than the last.

use std::fs;
use std::path::Path;

/// Minimum difference in lightness between adjacent colours, in units of L* (0 black to 100 white). About 2 is just
/// noticeable side by side; marks are small and apart.
const MIN_LIGHTNESS_DIFFERENCE: f64 = 10.0;

/// Simulation of colour vision deficiencies in linear RGB: Machado, Oliveira and Fernandes 2009, severity 1.0.
const COLOUR_VISIONS: [(&str, [[f64; 3]; 3]); 5] = [
    ("normal vision", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
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

/// The pain colours in the style sheet as linear RGB, from little to much pain.
fn pain_colours() -> Vec<[f64; 3]> {
    let sheet = Path::new(env!("CARGO_MANIFEST_DIR")).join("style/marks.css");
    let sheet = fs::read_to_string(sheet).expect("the style sheet of the marks");
    let colours = sheet.lines().filter_map(|line| line.trim().strip_prefix("--pain: #"));
    colours.map(|hex| linear(hex.trim_end_matches(';'))).collect()
}

/// Converts a colour of six hexadecimal digits to linear RGB.
fn linear(hex: &str) -> [f64; 3] {
    let channel = |at: usize| {
        let share = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour")) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    [channel(0), channel(2), channel(4)]
}

/// Lightness L* of a linear RGB colour.
fn lightness(light: [f64; 3]) -> f64 {
    let [r, g, b] = light.map(|channel| channel.clamp(0.0, 1.0));
    let y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    if y > 0.008_856 { 116.0 * y.cbrt() - 16.0 } else { 903.3 * y }
}

#[test]
fn five_pain_colours_are_distinguishable_with_any_colour_vision() {
    let pain_colours = pain_colours();
    assert_eq!(pain_colours.len(), 5, "{pain_colours:?}");
    for (vision, matrix) in COLOUR_VISIONS {
        let seen = |[r, g, b]: [f64; 3]| matrix.map(|row| row[0] * r + row[1] * g + row[2] * b);
        let light: Vec<f64> = pain_colours.iter().map(|colour| lightness(seen(*colour))).collect();
        for pair in light.windows(2) {
            assert!(pair[0] - pair[1] >= MIN_LIGHTNESS_DIFFERENCE, "{vision}: {light:?}");
        }
    }
}
