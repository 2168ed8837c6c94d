//! The table of fibres in each muscle, in the tendons and in the band.

use super::fibre_strokes::Fan;

/// Dark fibres, in the muscle's own shadow colour.
pub const DARK: &[Fan] = &[
    // Gluteus medius: a fan onto the trochanter.
    Fan { start: &[(152.0, 46.0), (176.0, 32.0), (208.0, 38.0), (235.0, 60.0)], end: &[(188.0, 204.0), (199.0, 204.0)], bend: 2.0, count: 11, pieces: 1, width: 1.35, jitter: 0.14 },
    // Rectus femoris: along the front.
    Fan { start: &[(264.0, 246.0), (280.0, 205.0), (300.0, 250.0)], end: &[(281.0, 590.0), (285.0, 575.0)], bend: -22.0, count: 4, pieces: 3, width: 1.2, jitter: 0.3 },
    // Vastus lateralis in front: from the band down and forward.
    Fan { start: &[(241.0, 292.0), (240.0, 370.0), (239.0, 450.0), (238.0, 560.0)], end: &[(268.0, 350.0), (284.0, 450.0), (283.0, 530.0), (262.0, 606.0)], bend: -3.0, count: 13, pieces: 1, width: 1.25, jitter: 0.22 },
    // Vastus lateralis behind the band.
    Fan { start: &[(160.0, 322.0), (178.0, 322.0)], end: &[(200.0, 598.0), (206.0, 590.0)], bend: 6.0, count: 2, pieces: 3, width: 1.2, jitter: 0.3 },
    // Biceps femoris.
    Fan { start: &[(116.0, 316.0), (150.0, 330.0)], end: &[(166.0, 622.0), (190.0, 616.0)], bend: 5.0, count: 5, pieces: 3, width: 1.25, jitter: 0.35 },
];

/// Dark fibres of the two muscles that lie on the band.
pub const DARK_ABOVE: &[Fan] = &[
    // Gluteus maximus: obliquely down and forward from sacrum and crest.
    Fan { start: &[(144.0, 54.0), (100.0, 104.0), (66.0, 168.0), (62.0, 215.0), (76.0, 255.0)], end: &[(166.0, 140.0), (168.0, 215.0), (172.0, 290.0), (183.0, 356.0)], bend: -7.0, count: 11, pieces: 1, width: 1.5, jitter: 0.2 },
    // Tensor fasciae latae: down and slightly back into the band.
    Fan { start: &[(243.0, 66.0), (260.0, 90.0), (276.0, 124.0)], end: &[(233.0, 272.0), (241.0, 296.0), (254.0, 264.0)], bend: -6.0, count: 5, pieces: 2, width: 1.3, jitter: 0.3 },
];

/// Light fibres on the lit side.
pub const LIGHT: &[Fan] = &[
    Fan { start: &[(284.0, 246.0), (300.0, 262.0)], end: &[(289.0, 560.0), (291.0, 560.0)], bend: -17.0, count: 2, pieces: 2, width: 1.8, jitter: 0.3 },
    Fan { start: &[(242.0, 310.0), (240.0, 400.0), (239.0, 540.0)], end: &[(273.0, 372.0), (285.0, 480.0), (268.0, 590.0)], bend: -3.0, count: 6, pieces: 1, width: 1.5, jitter: 0.4 },
    Fan { start: &[(138.0, 336.0), (150.0, 344.0)], end: &[(182.0, 600.0), (188.0, 600.0)], bend: 4.0, count: 2, pieces: 2, width: 1.7, jitter: 0.3 },
];

/// Light fibres of the two muscles that lie on the band.
pub const LIGHT_ABOVE: &[Fan] = &[
    Fan { start: &[(120.0, 88.0), (78.0, 160.0), (86.0, 240.0)], end: &[(160.0, 160.0), (168.0, 240.0), (174.0, 320.0)], bend: -7.0, count: 6, pieces: 1, width: 1.7, jitter: 0.35 },
    Fan { start: &[(262.0, 100.0), (276.0, 140.0)], end: &[(248.0, 270.0), (254.0, 262.0)], bend: -7.0, count: 2, pieces: 2, width: 1.7, jitter: 0.3 },
];

/// Pale tendon fibres that reach into muscle.
pub const TENDON: &[Fan] = &[
    // Rectus and vastus into the quadriceps tendon.
    Fan { start: &[(281.0, 612.0), (270.0, 616.0), (254.0, 612.0), (240.0, 602.0)], end: &[(293.0, 522.0), (284.0, 532.0), (268.0, 562.0), (246.0, 572.0)], bend: 2.0, count: 11, pieces: 1, width: 1.7, jitter: 0.25 },
    // Biceps into its tendon.
    Fan { start: &[(180.0, 680.0), (188.0, 680.0)], end: &[(160.0, 560.0), (188.0, 570.0)], bend: 2.0, count: 6, pieces: 1, width: 1.9, jitter: 0.25 },
];

/// The same for the two muscles that lie on the band.
pub const TENDON_ABOVE: &[Fan] = &[
    // Gluteus maximus into the band.
    Fan { start: &[(166.0, 140.0), (170.0, 235.0), (174.0, 300.0), (187.0, 368.0)], end: &[(143.0, 104.0), (138.0, 190.0), (138.0, 250.0), (158.0, 322.0)], bend: 2.0, count: 17, pieces: 1, width: 1.7, jitter: 0.35 },
    // Tensor into the band.
    Fan { start: &[(232.0, 280.0), (240.0, 306.0), (252.0, 276.0)], end: &[(236.0, 216.0), (248.0, 206.0), (264.0, 216.0)], bend: 2.0, count: 7, pieces: 1, width: 1.5, jitter: 0.35 },
];

/// Lines in the band and in the sheet above it, fibres from the band to the patella, and shading at the patella's side.
pub const BAND: &[Fan] = &[
    Fan { start: &[(176.0, 300.0), (242.0, 290.0)], end: &[(216.0, 692.0), (236.0, 692.0)], bend: -3.0, count: 7, pieces: 2, width: 0.8, jitter: 0.2 },
    Fan { start: &[(184.0, 96.0), (234.0, 100.0)], end: &[(178.0, 330.0), (234.0, 330.0)], bend: 3.0, count: 6, pieces: 1, width: 0.8, jitter: 0.3 },
    Fan { start: &[(237.0, 590.0), (237.0, 650.0)], end: &[(257.0, 632.0), (256.0, 660.0)], bend: 4.0, count: 4, pieces: 1, width: 0.8, jitter: 0.1 },
    Fan { start: &[(259.0, 637.0), (271.0, 634.0)], end: &[(261.0, 660.0), (271.0, 666.0)], bend: 3.0, count: 4, pieces: 1, width: 1.4, jitter: 0.15 },
];
