//! What the statements did that a replay does not follow: seen by a server, so that the places stay true.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::Known;
use super::adopt::{Key, objects};
use crate::catalog::{Attribute, Catalog, ObjectId, Origins, TypeKind};
use crate::diff::{Change, ObjectKind, diff, facts, owner};
use crate::replay::{Fate, Replayed};
use crate::source::{FileId, Span};

/// That one statement made an object, or set an attribute of one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Touched {
    pub span: Span,
    pub kind: ObjectKind,
    /// As differences have it: `public.users.email`.
    pub identity: String,
    /// By its name; `None`: the object itself.
    pub attribute: Option<String>,
}

/// The statements whose effect a replay does not know: those to be watched on a server.
pub fn unknown_statements(replayed: &Replayed) -> Vec<Span> {
    let unknown = |fate| matches!(fate, Fate::Opaque | Fate::Refused);
    replayed.statements.iter().filter(|outcome| unknown(outcome.fate)).map(|outcome| outcome.span).collect()
}

/// What the statement did that turned one catalog into another. What belongs to an object that it made is not told.
pub fn touched(span: Span, before: &Catalog, after: &Catalog) -> Vec<Touched> {
    let differences = diff(before, after).into_iter();
    let told = differences.filter(|difference| !difference.is_undecidable()).filter_map(|difference| {
        let attribute = match difference.change {
            Change::OnlyLeft(_) => return None,
            Change::OnlyRight(_) => None,
            Change::Attribute { attribute, .. } => Some(attribute.0.to_owned()),
        };
        Some(Touched { span, kind: difference.kind, identity: difference.identity, attribute })
    });
    told.collect()
}

/// Those of the objects that are there at the end; of several about one thing the last.
pub fn lasting(touched: Vec<Touched>, catalog: &Catalog) -> Vec<Touched> {
    let present: FxHashMap<Key, ObjectId> = objects(catalog).into_iter().collect();
    let mut last: FxHashMap<(Key, Option<String>), usize> = FxHashMap::default();
    for (at, entry) in touched.iter().enumerate() {
        last.insert(((entry.kind, entry.identity.clone()), entry.attribute.clone()), at);
    }
    let mut kept = Vec::new();
    for (at, entry) in touched.into_iter().enumerate() {
        let key = (entry.kind, entry.identity.clone());
        if present.contains_key(&key) && last.get(&(key, entry.attribute.clone())) == Some(&at) {
            kept.push(entry);
        }
    }
    kept
}

/// Gives the origins to what was touched, where the replay has seen no later statement.
pub(super) fn note(known: &mut Known, replayed: &Replayed, matched: &FxHashMap<ObjectId, ObjectId>) {
    let mut files: FxHashMap<FileId, usize> = FxHashMap::default();
    for outcome in &replayed.statements {
        let next = files.len();
        files.entry(outcome.span.file).or_insert(next);
    }
    let order = |span: Span| (files.get(&span.file).copied().unwrap_or(usize::MAX), span.start);
    let catalog = &mut known.catalog;
    let found: FxHashMap<Key, ObjectId> = objects(catalog).into_iter().collect();
    let attributes: FxHashMap<(ObjectId, &str), Attribute> =
        facts(catalog).into_iter().map(|fact| ((fact.object, fact.attribute.0), fact.attribute)).collect();
    let mut made: BTreeMap<ObjectId, Span> = BTreeMap::new();
    for entry in &known.touched {
        let Some(&object) = found.get(&(entry.kind, entry.identity.clone())) else { continue };
        match &entry.attribute {
            None => {
                if !matched.contains_key(&object) {
                    made.insert(object, entry.span);
                }
            }
            Some(name) => {
                if let Some(attribute) = attributes.get(&(object, name.as_str())) {
                    set(catalog, object, *attribute, entry.span, &order);
                }
            }
        }
    }
    // What belongs to an object came with it, when nothing else is known of it.
    for (object, span) in &made {
        create(catalog, *object, *span);
    }
    let mut open: Vec<ObjectId> = found.values().copied().collect();
    open.sort();
    for object in open {
        if matched.contains_key(&object) || made.contains_key(&object) {
            continue;
        }
        if let Some(span) = owner(catalog, object).and_then(|owner| made.get(&owner)).copied() {
            create(catalog, object, span);
        }
    }
}

fn create(catalog: &mut Catalog, object: ObjectId, span: Span) {
    if let Some(origins) = catalog.origins_mut(object) {
        *origins = Origins::created(span);
    }
    if let Some(comment) = catalog.comments.get_mut(&object) {
        comment.origins = Origins::created(span);
    }
    for grant in catalog.grants.get_mut(&object).into_iter().flatten() {
        grant.origins = Origins::created(span);
    }
    if let ObjectId::Type(id) = object {
        match &mut catalog.types[id].kind {
            TypeKind::Enum(labels) => {
                for label in labels {
                    label.origins = Origins::created(span);
                }
            }
            TypeKind::Composite(attributes) => {
                for attribute in attributes {
                    attribute.origins = Origins::created(span);
                }
            }
            _ => {}
        }
    }
}

fn set(
    catalog: &mut Catalog,
    object: ObjectId,
    attribute: Attribute,
    span: Span,
    order: &impl Fn(Span) -> (usize, u32),
) {
    let later = |origins: &Origins| origins.of(attribute).is_some_and(|known| order(known) > order(span));
    match attribute {
        Attribute::COMMENT => {
            if let Some(comment) = catalog.comments.get_mut(&object)
                && !later(&comment.origins)
            {
                comment.origins = Origins::created(span);
            }
        }
        Attribute::PRIVILEGES => {
            for grant in catalog.grants.get_mut(&object).into_iter().flatten() {
                if grant.origins.creation().is_none() {
                    grant.origins = Origins::created(span);
                }
            }
        }
        _ => {
            if let (Attribute::LABELS, ObjectId::Type(id)) = (attribute, object)
                && let TypeKind::Enum(labels) = &mut catalog.types[id].kind
            {
                for label in labels.iter_mut().filter(|label| label.origins.creation().is_none()) {
                    label.origins = Origins::created(span);
                }
            }
            if let Some(origins) = catalog.origins_mut(object)
                && !later(origins)
            {
                origins.set(attribute, span);
            }
        }
    }
}
