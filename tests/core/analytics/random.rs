//! Pseudorandom numbers that are the same in every run.

/// A linear congruential generator (Knuth's MMIX), of which the upper 32 bits are used.
pub struct RandomNumbers(pub u64);

impl RandomNumbers {
    /// A uniformly distributed number between 0 and 1.
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (f64::from(u32::try_from(self.0 >> 32).unwrap_or(u32::MAX)) + 0.5) / 4_294_967_296.0
    }

    /// A normally distributed number (Box-Muller transform).
    pub fn normal(&mut self) -> f64 {
        (-2.0 * self.uniform().ln()).sqrt() * (std::f64::consts::TAU * self.uniform()).cos()
    }
}
