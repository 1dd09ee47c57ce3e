//! Text search configurations, dictionaries, parsers and templates.

use super::{Name, ObjectKind, OptionItem, QualifiedName};

/// `CREATE TEXT SEARCH …`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateTextSearch {
    /// One of the four text search kinds.
    pub kind: ObjectKind,
    pub name: QualifiedName,
    pub definition: Vec<OptionItem>,
}

/// `ALTER TEXT SEARCH DICTIONARY … (…)`.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterTextSearchDictionary {
    pub name: QualifiedName,
    pub options: Vec<OptionItem>,
}

/// `ALTER TEXT SEARCH CONFIGURATION … MAPPING`.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterTextSearchConfiguration {
    pub name: QualifiedName,
    pub action: MappingAction,
}

#[derive(Clone, PartialEq, Debug)]
pub enum MappingAction {
    Add {
        tokens: Vec<Name>,
        dictionaries: Vec<QualifiedName>,
    },
    Alter {
        tokens: Vec<Name>,
        dictionaries: Vec<QualifiedName>,
    },
    /// Of these token types; empty is all.
    Replace {
        tokens: Vec<Name>,
        from: QualifiedName,
        to: QualifiedName,
    },
    Drop {
        if_exists: bool,
        tokens: Vec<Name>,
    },
}
