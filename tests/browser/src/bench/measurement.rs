//! A measurement of the app and of a baseline, as a row of a Markdown table or as JSON.

use serde_json::{Value, json};

/// One row of the table.
pub struct Measurement {
    /// The name, with the unit.
    pub name: &'static str,
    /// The values of the app.
    pub app: Vec<f64>,
    /// The values of the baseline; empty if there is none.
    pub baseline: Vec<f64>,
    /// The target, as text.
    pub target: &'static str,
}

impl Measurement {
    /// The row in Markdown: medians with the quartiles in brackets.
    pub fn row(&self) -> String {
        let ratio = match median(&self.app) / median(&self.baseline) {
            ratio if ratio.is_finite() => format!("{ratio:.2}"),
            _ => "–".to_owned(),
        };
        format!(
            "| {} | {} | {} | {ratio} | {} |",
            self.name,
            median_with_quartiles(&self.app),
            median_with_quartiles(&self.baseline),
            self.target
        )
    }

    /// The measurement as JSON, with every value.
    pub fn json(&self) -> Value {
        json!({ "name": self.name, "app": self.app, "baseline": self.baseline, "target": self.target })
    }
}

fn median_with_quartiles(values: &[f64]) -> String {
    match values.len() {
        0 => "–".to_owned(),
        1 => rounded(values[0]),
        _ => format!(
            "{} ({}–{})",
            rounded(median(values)),
            rounded(quantile(values, 0.25)),
            rounded(quantile(values, 0.75))
        ),
    }
}

fn rounded(value: f64) -> String {
    if value.abs() < 10.0 { format!("{value:.1}") } else { format!("{value:.0}") }
}

/// The median, or NaN for no values.
pub fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// The quantile by nearest rank, or NaN for no values.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a rank among a few hundred values"
)]
pub fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1);
    sorted.get((share * last as f64).round() as usize).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_use_the_nearest_rank() {
        let values: Vec<f64> = (1..=100).map(f64::from).collect();
        assert!((quantile(&values, 0.98) - 98.0).abs() < 1e-9);
        assert!((median(&[3.0, 1.0, 2.0]) - 2.0).abs() < 1e-9);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn a_row_has_a_ratio_only_with_a_baseline() {
        let measurement =
            |baseline| Measurement { name: "x, ms", app: vec![30.0, 30.0], baseline, target: "1" };
        assert_eq!(measurement(vec![20.0]).row(), "| x, ms | 30 (30–30) | 20 | 1.50 | 1 |");
        assert_eq!(measurement(vec![]).row(), "| x, ms | 30 (30–30) | – | – | 1 |");
    }
}
