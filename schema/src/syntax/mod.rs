//! SQL text to statements: lexer, splitter, the tree, and the grammar of PostgreSQL 14 to 18 that fills it.

pub mod lexer;
pub mod literal;
pub mod tree;
