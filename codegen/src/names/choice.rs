//! Gives every entity of a scope a name of its own, whatever the order in which they were declared.

use std::collections::{BTreeMap, BTreeSet};

use super::identifier::unraw;

/// One entity that needs a name.
pub(crate) struct Wanted<'a> {
    /// Its SQL name: who is called exactly so keeps the name.
    pub written: &'a str,
    /// The names it would take, best first; never empty.
    pub chain: Vec<String>,
}

/// Chooses a name for each. Those that want the same go on to their next choice together; what still collides
/// then is numbered from 2, by `numbered`.
pub(crate) fn choose(
    wanted: &[Wanted<'_>],
    taken: &BTreeSet<String>,
    numbered: fn(&str, u32) -> String,
) -> Vec<String> {
    let mut level = vec![0_usize; wanted.len()];
    loop {
        let mut counts: BTreeMap<&str, u32> = taken.iter().map(|name| (name.as_str(), 1)).collect();
        for (one, at) in wanted.iter().zip(&level) {
            *counts.entry(&one.chain[*at]).or_default() += 1;
        }
        let mut moved = false;
        for (one, at) in wanted.iter().zip(&mut level) {
            if *at + 1 < one.chain.len() && counts.get(one.chain[*at].as_str()).is_some_and(|n| *n > 1) {
                *at += 1;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    let mut used = taken.clone();
    let mut chosen: Vec<Option<String>> = vec![None; wanted.len()];
    for ((one, at), slot) in wanted.iter().zip(&level).zip(&mut chosen) {
        let name = &one.chain[*at];
        if unraw(name) == one.written && used.insert(name.clone()) {
            *slot = Some(name.clone());
        }
    }
    wanted
        .iter()
        .zip(&level)
        .zip(chosen)
        .map(|((one, at), slot)| {
            let name = &one.chain[*at];
            slot.unwrap_or_else(|| free(&mut used, name, name, numbered))
        })
        .collect()
}

/// Takes a name that nobody has: the one wanted, else the other, else the one wanted with the least number from 2 on.
pub(crate) fn free(
    taken: &mut BTreeSet<String>,
    wanted: &str,
    otherwise: &str,
    numbered: fn(&str, u32) -> String,
) -> String {
    let first = if taken.contains(wanted) { otherwise } else { wanted };
    let mut candidate = first.to_owned();
    let mut number = 2;
    while !taken.insert(candidate.clone()) {
        candidate = numbered(unraw(wanted), number);
        number += 1;
    }
    candidate
}

/// `name_2`.
pub(crate) fn snake_number(name: &str, number: u32) -> String {
    format!("{}_{number}", name.trim_end_matches('_'))
}

/// `Name2`.
pub(crate) fn camel_number(name: &str, number: u32) -> String {
    // `Self_` with a number needs its mark no longer, and rustc does not take `Self_2` for upper camel case.
    format!("{}{number}", name.trim_end_matches('_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(wanted: &[(&str, &[&str])]) -> Vec<String> {
        let wanted: Vec<_> = wanted
            .iter()
            .map(|(written, chain)| Wanted {
                written,
                chain: chain.iter().map(|name| (*name).to_owned()).collect(),
            })
            .collect();
        choose(&wanted, &BTreeSet::from(["taken".to_owned()]), |name, n| format!("{name}_{n}"))
    }

    #[test]
    fn names_that_collide_go_on_to_their_next_choice_together() {
        assert_eq!(chosen(&[("user", &["User", "User"]), ("users", &["User", "Users"])]), ["User", "Users"]);
    }

    #[test]
    fn numbered_names_are_in_the_case_that_rustc_wants() {
        assert_eq!(snake_number("name", 2), "name_2");
        assert_eq!(snake_number("self_", 2), "self_2");
        assert_eq!(camel_number("User", 2), "User2");
        assert_eq!(camel_number("Self_", 2), "Self2");
    }

    #[test]
    fn who_is_called_so_keeps_the_name_and_the_rest_is_numbered() {
        assert_eq!(
            chosen(&[("createdAt", &["created_at"]), ("created_at", &["created_at"])]),
            ["created_at_2", "created_at"]
        );
        assert_eq!(
            chosen(&[("A", &["a"]), ("a_2", &["a_2"]), ("a", &["a"]), ("á", &["a"])]),
            ["a_3", "a_2", "a", "a_4"]
        );
        assert_eq!(chosen(&[("x", &["taken"])]), ["taken_2"]);
    }
}
