//! The singular of a table's name: one documented rule on its last word, and the words it does not fit.

/// Words that stay as they are: plural forms that name one thing, and singular words that end in `s`.
const UNCHANGED: &[&str] = &[
    "alias",
    "analytics",
    "atlas",
    "aws",
    "bias",
    "bonus",
    "bus",
    "campus",
    "canvas",
    "chaos",
    "css",
    "data",
    "diagnostics",
    "dns",
    "gas",
    "gps",
    "https",
    "ios",
    "kubernetes",
    "lens",
    "logistics",
    "media",
    "metadata",
    "news",
    "params",
    "postgres",
    "series",
    "settings",
    "sms",
    "species",
    "statistics",
    "stats",
    "tls",
    "virus",
];

/// Plural and singular, where the rule would be wrong.
const IRREGULAR: &[(&str, &str)] = &[
    ("aliases", "alias"),
    ("appendices", "appendix"),
    ("atlases", "atlas"),
    ("axes", "axis"),
    ("biases", "bias"),
    ("bonuses", "bonus"),
    ("buses", "bus"),
    ("caches", "cache"),
    ("calories", "calorie"),
    ("campuses", "campus"),
    ("canvases", "canvas"),
    ("children", "child"),
    ("cookies", "cookie"),
    ("crises", "crisis"),
    ("criteria", "criterion"),
    ("diagnoses", "diagnosis"),
    ("echoes", "echo"),
    ("feet", "foot"),
    ("gases", "gas"),
    ("geese", "goose"),
    ("halves", "half"),
    ("headaches", "headache"),
    ("heroes", "hero"),
    ("hypotheses", "hypothesis"),
    ("indices", "index"),
    ("knives", "knife"),
    ("leaves", "leaf"),
    ("lenses", "lens"),
    ("lives", "life"),
    ("matrices", "matrix"),
    ("men", "man"),
    ("mice", "mouse"),
    ("movies", "movie"),
    ("parentheses", "parenthesis"),
    ("people", "person"),
    ("phenomena", "phenomenon"),
    ("pies", "pie"),
    ("potatoes", "potato"),
    ("quizzes", "quiz"),
    ("shelves", "shelf"),
    ("statuses", "status"),
    ("synopses", "synopsis"),
    ("teeth", "tooth"),
    ("theses", "thesis"),
    ("thieves", "thief"),
    ("ties", "tie"),
    ("tomatoes", "tomato"),
    ("vertices", "vertex"),
    ("vetoes", "veto"),
    ("viruses", "virus"),
    ("wives", "wife"),
    ("wolves", "wolf"),
    ("women", "woman"),
    ("zombies", "zombie"),
];

/// Endings of a plural with what takes their place; the first that fits is taken.
const ENDINGS: &[(&str, &str)] = &[
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("yses", "ysis"),
    ("ies", "y"),
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("s", ""),
];

/// The singular of an English word in lower case; a word that is none stays as it is.
pub(crate) fn singular(word: &str) -> String {
    if word.len() < 3 || UNCHANGED.contains(&word) {
        return word.to_owned();
    }
    if let Some((_, singular)) = IRREGULAR.iter().find(|(plural, _)| *plural == word) {
        return (*singular).to_owned();
    }
    for (ending, singular) in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending) {
            return format!("{stem}{singular}");
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn the_last_word_becomes_singular() {
        for (plural, expected) in [
            ("users", "user"),
            ("campaigns", "campaign"),
            ("phases", "phase"),
            ("logs", "log"),
            ("proxies", "proxy"),
            ("dependencies", "dependency"),
            ("entries", "entry"),
            ("addresses", "address"),
            ("hashes", "hash"),
            ("batches", "batch"),
            ("boxes", "box"),
            ("caches", "cache"),
            ("statuses", "status"),
            ("databases", "database"),
            ("responses", "response"),
            ("sizes", "size"),
            ("archives", "archive"),
            ("analyses", "analysis"),
            ("people", "person"),
            ("metrics", "metric"),
        ] {
            assert_eq!(singular(plural), expected);
        }
    }

    #[test]
    fn words_that_are_no_plural_stay() {
        for word in [
            "params", "settings", "status", "access", "analysis", "dns", "data", "store", "log", "os", "s",
            "",
        ] {
            assert_eq!(singular(word), word);
        }
    }
}
