//! Putting lists in order.
//!
//! Our own and not the standard sorts: those are made for millions of items, and each kind of item that is
//! sorted brings its own copy of some 5 kB to the wasm.

/// Sorts a short list, such as a person's marks; equal items stay in the order they had.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    for sorted in 1..items.len() {
        let mut at = sorted;
        while at > 0 && key(&items[at]) < key(&items[at - 1]) {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// Sorts a list that grows for years, as the sessions do: a heap sort, after which equal items
/// stand in any order.
pub fn sort_long_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let len = items.len();
    // First the greatest comes to the top of every part of the heap, then the top goes to the end, again
    // and again.
    for step in (0..len + len / 2).rev() {
        let (mut at, end) = if step < len {
            items.swap(0, step);
            (0, step)
        } else {
            (step - len, len)
        };
        loop {
            let mut child = 2 * at + 1;
            if child >= end {
                break;
            }
            if child + 1 < end && key(&items[child]) < key(&items[child + 1]) {
                child += 1;
            }
            if key(&items[at]) >= key(&items[child]) {
                break;
            }
            items.swap(at, child);
            at = child;
        }
    }
}
