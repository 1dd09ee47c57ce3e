//! What only a replay knows, carried over to the same objects of a server's catalog.

use rustc_hash::FxHashMap;

use crate::catalog::{Catalog, ObjectId, TypeKind};
use crate::diff::{ObjectKind, facts};

/// What makes an object of one catalog the same as one of another.
pub(super) type Key = (ObjectKind, String);

/// Gives each object of `server` the origins of the one of `replayed` with the same kind and identity, and takes away
/// the owners that are only whoever ran the migrations. Tells which object is which in the replay.
pub(super) fn adopt(
    server: &mut Catalog,
    replayed: &Catalog,
    role: Option<&str>,
) -> FxHashMap<ObjectId, ObjectId> {
    let known: FxHashMap<Key, ObjectId> = objects(replayed).into_iter().collect();
    let mut matched = FxHashMap::default();
    for (key, object) in objects(server) {
        let counterpart = known.get(&key).copied();
        if let Some(counterpart) = counterpart {
            matched.insert(object, counterpart);
            carry(server, object, replayed, counterpart);
        }
        let stated = counterpart.and_then(|id| crate::dump::print::owner_of(replayed, id));
        let default = if object == server.public().into() { Some("pg_database_owner") } else { None };
        if let Some(owner) = server.owner_mut(object)
            && owner.is_some()
            && (owner.as_deref() == role || owner.as_deref() == default)
        {
            *owner = stated.map(Into::into);
        }
    }
    matched
}

/// Every object of a catalog that is compared, by what makes it the same in another.
pub(super) fn objects(catalog: &Catalog) -> Vec<(Key, ObjectId)> {
    let mut out: Vec<(Key, ObjectId)> = Vec::new();
    for fact in facts(catalog) {
        if out.last().is_none_or(|(_, last)| *last != fact.object) {
            out.push(((fact.kind, fact.identity), fact.object));
        }
    }
    out
}

fn carry(server: &mut Catalog, object: ObjectId, replayed: &Catalog, counterpart: ObjectId) {
    if let (Some(ours), Some(theirs)) = (server.origins_mut(object), replayed.origins(counterpart)) {
        ours.clone_from(theirs);
    }
    if let (Some(ours), Some(theirs)) =
        (server.comments.get_mut(&object), replayed.comments.get(&counterpart))
    {
        ours.origins.clone_from(&theirs.origins);
    }
    for grant in server.grants.get_mut(&object).into_iter().flatten() {
        let same = replayed.grants_on(counterpart).iter().find(|other| {
            other.grantee == grant.grantee
                && other.privilege == grant.privilege
                && other.revoked == grant.revoked
        });
        if let Some(same) = same {
            grant.origins.clone_from(&same.origins);
        }
    }
    if let (ObjectId::Type(ours), ObjectId::Type(theirs)) = (object, counterpart) {
        match (&mut server.types[ours].kind, &replayed.types[theirs].kind) {
            (TypeKind::Enum(ours), TypeKind::Enum(theirs)) => {
                for label in ours {
                    if let Some(same) = theirs.iter().find(|other| other.name == label.name) {
                        label.origins.clone_from(&same.origins);
                    }
                }
            }
            (TypeKind::Composite(ours), TypeKind::Composite(theirs)) => {
                for attribute in ours {
                    if let Some(same) = theirs.iter().find(|other| other.name == attribute.name) {
                        attribute.origins.clone_from(&same.origins);
                    }
                }
            }
            _ => {}
        }
    }
}
