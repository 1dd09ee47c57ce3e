//! Ids of the catalog's entities, and the arenas they index.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// An index into an [`Arena`] of `Self::Entity`s.
pub trait Id: Copy + Eq + fmt::Debug {
    type Entity;
    fn from_index(index: usize) -> Self;
    fn index(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident => $entity:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $id(u32);
        impl Id for $id {
            type Entity = $entity;
            fn from_index(index: usize) -> Self { Self(index as u32) }
            fn index(self) -> usize { self.0 as usize }
        }
    )*};
}

ids! {
    SchemaId => super::Schema;
    ExtensionId => super::Extension;
    /// Tables of every kind, views and materialized views.
    RelationId => super::Relation;
    ColumnId => super::Column;
    ConstraintId => super::Constraint;
    IndexId => super::Index;
    SequenceId => super::Sequence;
    /// Types that the schema defines itself: enums, domains, composites, ranges.
    TypeId => super::UserType;
    /// Functions, procedures and aggregates.
    FunctionId => super::Function;
    TriggerId => super::Trigger;
    PolicyId => super::Policy;
    /// Objects of the rarer kinds.
    DefinedId => super::Defined;
}

/// Anything that can be dropped, commented on or depended on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ObjectId {
    Schema(SchemaId),
    Extension(ExtensionId),
    Type(TypeId),
    Sequence(SequenceId),
    Relation(RelationId),
    Column(ColumnId),
    /// The default (or generation expression) of a column: dropped alone when what it calls goes.
    Default(ColumnId),
    Constraint(ConstraintId),
    /// A constraint of a domain, by its place in the domain's list of names.
    DomainConstraint(TypeId, u32),
    Index(IndexId),
    Function(FunctionId),
    Trigger(TriggerId),
    Policy(PolicyId),
    Defined(DefinedId),
}

macro_rules! object_from {
    ($($variant:ident($id:ty)),*) => {$(
        impl From<$id> for ObjectId {
            fn from(id: $id) -> Self { Self::$variant(id) }
        }
    )*};
}

object_from!(
    Schema(SchemaId),
    Extension(ExtensionId),
    Type(TypeId),
    Sequence(SequenceId),
    Relation(RelationId),
    Column(ColumnId),
    Constraint(ConstraintId),
    Index(IndexId),
    Function(FunctionId),
    Trigger(TriggerId),
    Policy(PolicyId),
    Defined(DefinedId)
);

/// Entities in order of declaration. What is dropped leaves its slot behind, so an id never changes its
/// meaning and never dangles; iteration passes over dropped slots.
#[derive(Clone, Debug)]
pub struct Arena<I: Id> {
    slots: Vec<(I::Entity, bool)>,
    id: PhantomData<I>,
}

impl<I: Id> Default for Arena<I> {
    fn default() -> Self {
        Self { slots: Vec::new(), id: PhantomData }
    }
}

impl<I: Id> Arena<I> {
    pub(crate) fn push(&mut self, entity: I::Entity) -> I {
        self.slots.push((entity, true));
        I::from_index(self.slots.len() - 1)
    }

    pub(crate) fn remove(&mut self, id: I) {
        self.slots[id.index()].1 = false;
    }

    /// False once the entity was dropped.
    pub fn is_live(&self, id: I) -> bool {
        self.slots.get(id.index()).is_some_and(|slot| slot.1)
    }

    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + '_ {
        self.slots.iter().enumerate().filter(|(_, slot)| slot.1).map(|(at, _)| I::from_index(at))
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &I::Entity)> + '_ {
        self.slots
            .iter()
            .enumerate()
            .filter(|(_, slot)| slot.1)
            .map(|(at, slot)| (I::from_index(at), &slot.0))
    }

    /// How many were ever made: the index of the next.
    pub(crate) fn made(&self) -> usize {
        self.slots.len()
    }

    /// How many are there, dropped ones not counted.
    pub fn len(&self) -> usize {
        self.slots.iter().filter(|slot| slot.1).count()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<I: Id> Index<I> for Arena<I> {
    type Output = I::Entity;
    fn index(&self, id: I) -> &I::Entity {
        &self.slots[id.index()].0
    }
}

impl<I: Id> IndexMut<I> for Arena<I> {
    fn index_mut(&mut self, id: I) -> &mut I::Entity {
        &mut self.slots[id.index()].0
    }
}
