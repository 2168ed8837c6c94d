//! The words of phrases, where they stand in the program's data.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{Data, DataKind, Operator};

/// Shorter ones stay: a piece of data of its own costs about six bytes.
const SHORTEST: usize = 8;

/// Pieces of data that go to the rest.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// By address.
    pub(super) pieces: BTreeMap<u32, Vec<u8>>,
    /// By segment: where each begins there, and its length.
    cuts: BTreeMap<usize, BTreeMap<usize, usize>>,
}

/// Finds each phrase in the data. One that stands there more than once, or inside another word's bytes, stays:
/// somebody else may be meant.
pub(super) fn find(data: &[Data<'_>], phrases: &[&str]) -> Result<Words, String> {
    let mut words = Words::default();
    let phrases: BTreeSet<&str> = phrases.iter().copied().filter(|phrase| phrase.len() >= SHORTEST).collect();
    for phrase in phrases {
        let mut found = Vec::new();
        for (number, segment) in data.iter().enumerate() {
            for (at, window) in segment.data.windows(phrase.len()).enumerate() {
                if window == phrase.as_bytes() {
                    found.push((number, at));
                }
            }
        }
        let [(number, at)] = found[..] else { continue };
        if address(&data[number]).is_none() {
            continue;
        }
        let cuts = words.cuts.entry(number).or_default();
        let overlaps = cuts.iter().any(|(from, length)| at < from + length && *from < at + phrase.len());
        if overlaps {
            return Err(format!("this phrase lies inside another one: {phrase}"));
        }
        cuts.insert(at, phrase.len());
    }
    for (number, cuts) in &words.cuts {
        let Some(start) = address(&data[*number]) else { continue };
        let mut end = None;
        for (at, length) in cuts {
            let bytes = &data[*number].data[*at..at + length];
            let address = start + u32::try_from(*at).unwrap_or_default();
            // Neighbours are one piece.
            if end == Some(*at)
                && let Some(mut last) = words.pieces.last_entry()
            {
                last.get_mut().extend(bytes);
            } else {
                words.pieces.insert(address, bytes.to_vec());
            }
            end = Some(at + length);
        }
    }
    Ok(words)
}

/// Where a segment begins, if that is fixed.
fn address(data: &Data<'_>) -> Option<u32> {
    let DataKind::Active { memory_index: 0, offset_expr } = &data.kind else { return None };
    match offset_expr.get_operators_reader().read() {
        Ok(Operator::I32Const { value }) => Some(value.cast_unsigned()),
        _ => None,
    }
}

impl Words {
    /// A segment's bytes, with nothing in the place of the words that go.
    pub(super) fn without(&self, number: usize, data: &[u8]) -> Vec<u8> {
        let mut bytes = data.to_vec();
        for (at, length) in self.cuts.get(&number).into_iter().flatten() {
            bytes[*at..at + length].fill(0);
        }
        bytes
    }
}
