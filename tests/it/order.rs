//! Our own sorts put lists in the same order as the standard ones.

use eased::domain::order::{sort_by_key, sort_long_by_key};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_short_list_is_sorted_and_equal_items_stay_in_order(
        items in prop::collection::vec((0u8..5, any::<u16>()), 0..40),
    ) {
        let (mut ours, mut theirs) = (items.clone(), items);
        sort_by_key(&mut ours, |item| item.0);
        theirs.sort_by_key(|item| item.0);
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn a_long_list_is_sorted(items in prop::collection::vec(any::<i16>(), 0..300)) {
        let (mut ours, mut theirs) = (items.clone(), items);
        sort_long_by_key(&mut ours, |item| *item);
        theirs.sort_unstable();
        prop_assert_eq!(ours, theirs);
    }
}
