//! Words found and put together as the standard library does it.

use proptest::prelude::*;
use yaodian::domain::words::{holds, joined, place};

proptest! {
    #[test]
    fn words_are_found_where_they_stand(text in "[縣县ab ]{0,12}", words in "[縣县ab ]{0,3}") {
        prop_assert_eq!(place(&text, &words), text.find(&words));
        prop_assert_eq!(holds(&text, &words), text.contains(&words));
    }

    #[test]
    fn parts_are_put_together(parts in prop::collection::vec("[縣a]{0,2}", 0..4), between in "[、]{0,2}") {
        prop_assert_eq!(joined(&parts, &between), parts.join(&between));
    }
}
