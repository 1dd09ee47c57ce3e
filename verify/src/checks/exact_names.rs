//! Names of columns and fields that hold money or scores: values that must not be rounded.

/// Words that say so. `rate` and `ratio` are left out: measured rates are honestly approximate.
const WORDS: &[&str] = &[
    "amount", "balance", "cost", "credit", "debit", "discount", "fee", "fees", "money", "payment", "price",
    "prices", "rating", "refund", "revenue", "salary", "score", "scores", "subtotal", "tax",
];

/// Whether one of the name's words says that it holds money or a score.
pub(crate) fn is_exact(name: &str) -> bool {
    name.split('_').any(|word| WORDS.binary_search(&word).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_count() {
        assert!(WORDS.is_sorted());
        assert!(is_exact("risk_score") && is_exact("price") && !is_exact("underscored") && !is_exact("rate"));
    }
}
