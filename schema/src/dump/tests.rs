//! What a dump says for small catalogs.
