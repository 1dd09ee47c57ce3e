//! `GRANT` and `REVOKE`.

use super::Replayer;
use super::stop::{Applied, Result, not_modelled};
use crate::source::Span;
use crate::syntax::tree::{self, GrantTarget};

impl Replayer<'_> {
    /// Privileges on objects of the schema are not modelled yet and said so; those on what a schema does
    /// not hold are none of its business.
    pub(super) fn grant(&mut self, grant: &tree::Grant, span: Span) -> Result<Applied> {
        match grant.target {
            GrantTarget::Databases(_)
            | GrantTarget::ForeignDataWrappers(_)
            | GrantTarget::ForeignServers(_)
            | GrantTarget::Languages(_)
            | GrantTarget::LargeObjects(_)
            | GrantTarget::Parameters(_)
            | GrantTarget::Tablespaces(_) => Ok(Applied::Nothing("GRANT outside the schema")),
            GrantTarget::Tables(_)
            | GrantTarget::Sequences(_)
            | GrantTarget::Domains(_)
            | GrantTarget::Routines(_)
            | GrantTarget::Schemas(_)
            | GrantTarget::Types(_)
            | GrantTarget::AllInSchema { .. } => Err(not_modelled("GRANT and REVOKE", span)),
        }
    }
}
