//! Tests of the grammar.

mod corpus;
