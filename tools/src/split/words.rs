//! The words of phrases, where they stand in the program's data, and where it is kept that they do.

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
    for (number, at, length) in places(data, &words.cuts) {
        words.cuts.entry(number).or_default().insert(at, length);
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

/// Where the data says that one of these words stands, as the program keeps it: its address and its length. Only who
/// shows the word reads that.
fn places(data: &[Data<'_>], cuts: &BTreeMap<usize, BTreeMap<usize, usize>>) -> Vec<(usize, usize, usize)> {
    let mut told = BTreeSet::new();
    for (number, cuts) in cuts {
        let Some(start) = address(&data[*number]) else { continue };
        for (at, length) in cuts {
            let number = |n: usize| u32::try_from(n).unwrap_or_default();
            told.insert([(start + number(*at)).to_le_bytes(), number(*length).to_le_bytes()].concat());
        }
    }
    let mut found = Vec::new();
    for (number, segment) in data.iter().enumerate().filter(|(_, segment)| address(segment).is_some()) {
        let none = BTreeMap::new();
        let cuts = cuts.get(&number).unwrap_or(&none);
        for (at, window) in segment.data.windows(8).enumerate() {
            let free = !cuts.iter().any(|(from, length)| at < from + length && *from < at + 8);
            if free && told.contains(window) {
                found.push((number, at, 8));
            }
        }
    }
    found
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
