//! Chance that is the same in every run.

/// A generator of numbers: the upper bits of a linear congruential one (Knuth's MMIX).
pub struct Chance(pub u64);

impl Chance {
    /// Between 0 and 1.
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (f64::from(u32::try_from(self.0 >> 32).unwrap_or(u32::MAX)) + 0.5) / 4_294_967_296.0
    }

    /// A normal number (Box and Muller).
    pub fn normal(&mut self) -> f64 {
        (-2.0 * self.unit().ln()).sqrt() * (std::f64::consts::TAU * self.unit()).cos()
    }
}
