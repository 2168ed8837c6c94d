//! A figure: measured values of ours beside those of the least page that does the same.

use serde_json::{Value, json};

/// One line of the table.
pub struct Figure {
    /// What was measured, with its unit.
    pub name: &'static str,
    /// Ours.
    pub ours: Vec<f64>,
    /// The floor's; empty where there is none.
    pub floor: Vec<f64>,
    /// What is aimed at.
    pub aim: &'static str,
}

impl Figure {
    /// The line in Markdown: medians, and how far apart the middle half of the values lies.
    pub fn line(&self) -> String {
        let ratio = match median(&self.ours) / median(&self.floor) {
            ratio if ratio.is_finite() => format!("{ratio:.2}"),
            _ => "–".to_owned(),
        };
        format!("| {} | {} | {} | {ratio} | {} |", self.name, told(&self.ours), told(&self.floor), self.aim)
    }

    /// The same for other programs, with every value.
    pub fn json(&self) -> Value {
        json!({ "name": self.name, "app": self.ours, "floor": self.floor, "aim": self.aim })
    }
}

fn told(values: &[f64]) -> String {
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

/// The middle value; not a number for none.
pub fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// The value below which this share of all lies, by nearest rank; not a number for none.
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
    fn ranks() {
        let values: Vec<f64> = (1..=100).map(f64::from).collect();
        assert!((quantile(&values, 0.98) - 98.0).abs() < 1e-9);
        assert!((median(&[3.0, 1.0, 2.0]) - 2.0).abs() < 1e-9);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn a_line_has_its_ratio_or_none() {
        let figure = |floor| Figure { name: "x, ms", ours: vec![30.0, 30.0], floor, aim: "1" };
        assert_eq!(figure(vec![20.0]).line(), "| x, ms | 30 (30–30) | 20 | 1.50 | 1 |");
        assert_eq!(figure(vec![]).line(), "| x, ms | 30 (30–30) | – | – | 1 |");
    }
}
