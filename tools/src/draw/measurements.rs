//! The measurements from which the plate is drawn (facts, not artwork), in thousandths of T.
//!
//! T is the height of the tip of the greater trochanter above the floor (0.516 of stature). u is
//! forward of the most lateral point of the trochanter, v is up from the floor; the right leg is
//! seen from outside and faces right.
//!
//! Sources: sections of the `MakeHuman` base mesh hm08 (CC0 1.0), with girths adjusted half way to the medians of
//! ANSUR II (2012, US Army, public domain, 6,068 people); landmarks after the bone and muscle attachment
//! coordinates of Rajagopal 2016; band width at the patella from cadaver data, above it interpolated.

use kurbo::Point;

/// Plate x of u = 0.
const ORIGIN_X: f64 = 200.0;
/// Plate y of the floor; y = 0 is v = 1.2, the waist.
pub const FLOOR_Y: f64 = 1200.0;

/// Converts a measured point to a point on the plate.
pub fn plate_point(u: f64, v: f64) -> Point {
    Point::new(ORIGIN_X + u, FLOOR_Y - v)
}

/// Plate y of position 0: 2.6 cm below the bony prominence.
pub const ZONE_TOP: f64 = FLOOR_Y - 930.0;
/// Plate y of position 100: 3 cm above the lateral epicondyle.
pub const ZONE_BOTTOM: f64 = FLOOR_Y - 590.0;

/// Plate y of a position (0 to 100, fractions allowed).
pub fn y_of(position: f64) -> f64 {
    ZONE_TOP + (ZONE_BOTTOM - ZONE_TOP) * position / 100.0
}

/// The position for a plate y; outside of the zone it is less than 0 or more than 100.
pub fn position_of(y: f64) -> f64 {
    100.0 * (y - ZONE_TOP) / (ZONE_BOTTOM - ZONE_TOP)
}

/// Bony landmarks: name, u, v.
pub const LANDMARKS: [(&str, f64, f64); 17] = [
    ("iliac crest top", -24.0, 1179.0),
    ("iliac tubercle", 35.0, 1150.0),
    ("front spine", 76.0, 1080.0),
    ("back spine", -89.0, 1120.0),
    ("trochanter tip", -14.0, 1000.0),
    ("trochanter prominence", 0.0, 960.0),
    ("trochanter lower border", 2.0, 943.0),
    ("sit bone", -30.0, 945.0),
    ("gluteal fold", -85.0, 905.0),
    ("patella top", 66.0, 576.0),
    ("patella centre", 66.0, 550.0),
    ("patella tip", 66.0, 526.0),
    ("lateral epicondyle", 6.0, 554.7),
    ("joint line", 4.0, 525.0),
    ("Gerdy's tubercle", 26.0, 505.0),
    ("fibular head", -16.0, 500.0),
    ("tibial tuberosity", 55.0, 487.0),
];

/// A landmark's point on the plate.
pub fn landmark(name: &str) -> Option<Point> {
    LANDMARKS.iter().find(|l| l.0 == name).map(|l| plate_point(l.1, l.2))
}

/// The band: v, u of its centre, its width. Above v = 930 it is a sheet and the width only guides the fade.
pub const BAND: [(f64, f64, f64); 15] = [
    (1150.0, 33.0, 85.0),
    (1080.0, 26.0, 85.0),
    (1000.0, 12.0, 80.0),
    (960.0, 7.0, 74.0),
    (930.0, 7.0, 70.0),
    (880.0, 10.0, 62.0),
    (830.0, 13.0, 56.0),
    (777.0, 15.0, 50.0),
    (720.0, 17.0, 43.0),
    (660.0, 20.0, 35.0),
    (620.0, 21.5, 30.0),
    (590.0, 23.0, 27.0),
    (554.7, 24.0, 24.0),
    (525.0, 25.0, 22.0),
    (505.0, 26.0, 20.0),
];

/// Front and back of the silhouette by v, from the mesh and the girths.
pub const PROFILE: [(f64, f64, f64); 37] = [
    (80.0, 65.8, -59.2),
    (120.0, 36.7, -56.6),
    (160.0, 29.2, -60.7),
    (200.0, 28.9, -66.2),
    (240.0, 31.3, -73.0),
    (280.0, 34.0, -79.4),
    (320.0, 36.8, -85.8),
    (360.0, 39.8, -90.9),
    (400.0, 42.5, -93.4),
    (440.0, 45.2, -92.0),
    (480.0, 48.9, -86.9),
    (520.0, 59.5, -75.5),
    (560.0, 76.4, -62.1),
    (600.0, 87.4, -57.1),
    (640.0, 93.3, -60.4),
    (680.0, 101.0, -66.0),
    (720.0, 109.1, -72.8),
    (760.0, 115.2, -78.1),
    (800.0, 119.8, -81.9),
    (840.0, 120.1, -86.4),
    (880.0, 116.8, -94.7),
    (900.0, 115.1, -103.6),
    (920.0, 113.4, -118.1),
    (940.0, 111.1, -131.9),
    (960.0, 108.6, -141.4),
    (980.0, 107.1, -147.1),
    (1000.0, 112.0, -149.2),
    (1020.0, 116.2, -148.6),
    (1040.0, 119.1, -145.1),
    (1060.0, 120.8, -139.0),
    (1080.0, 123.6, -130.3),
    (1100.0, 126.9, -119.2),
    (1120.0, 129.6, -108.3),
    (1140.0, 131.1, -99.5),
    (1160.0, 131.0, -93.0),
    (1180.0, 129.1, -87.4),
    (1200.0, 127.0, -83.7),
];
