// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::enums::{CommunicationProtocolEnum, DependencyTypeEnum};
use super::super::models::ServiceDependency;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, source_service, target_service, dependency_type, protocol, ",
    "criticality, timeout_ms, max_retries, has_circuit_breaker, expected_latency_ms, ",
    "is_active, created_at, updated_at",
    " FROM public.service_dependencies",
);

/// A position in the order of `service_dependencies_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = ServiceDependency;

    const NAME: &'static str = "public.service_dependencies by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &ServiceDependency) -> Self {
        Self {
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `service_dependencies_edge_key`: `source_service, target_service, dependency_type, protocol`.
#[derive(Debug, Clone, PartialEq)]
pub struct BySourceServiceAndTargetServiceAndDependencyTypeAndProtocol {
    pub source_service: String,
    pub target_service: String,
    pub dependency_type: DependencyTypeEnum,
    pub protocol: CommunicationProtocolEnum,
}

impl Order for BySourceServiceAndTargetServiceAndDependencyTypeAndProtocol {
    type Row = ServiceDependency;

    const NAME: &'static str = "public.service_dependencies by_source_service_and_target_service_and_dependency_type_and_protocol";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("source_service", "character varying"),
        Key::ascending("target_service", "character varying"),
        Key::ascending("dependency_type", "public.dependency_type_enum"),
        Key::ascending("protocol", "public.communication_protocol_enum"),
    ];

    fn position(row: &ServiceDependency) -> Self {
        Self {
            source_service: row.source_service.clone(),
            target_service: row.target_service.clone(),
            dependency_type: row.dependency_type,
            protocol: row.protocol,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.source_service));
        to.key(Some(&self.target_service));
        to.key(Some(self.dependency_type));
        to.key(Some(self.protocol));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            source_service: from.key()?,
            target_service: from.key()?,
            dependency_type: from.key()?,
            protocol: from.key()?,
        })
    }
}

/// Pages over all rows: `source_service, target_service, dependency_type, protocol`.
pub fn by_source_service_and_target_service_and_dependency_type_and_protocol() -> Pages<BySourceServiceAndTargetServiceAndDependencyTypeAndProtocol> {
    Pages::new()
}

/// Pages over the rows with this `source_service`: `target_service, dependency_type, protocol`.
pub fn of_source_service_by_target_service_and_dependency_type_and_protocol(
    source_service: String,
) -> Pages<BySourceServiceAndTargetServiceAndDependencyTypeAndProtocol> {
    Pages::new().fix(Some(source_service))
}

/// Pages over the rows with this `source_service`, `target_service`: `dependency_type, protocol`.
pub fn of_source_service_and_target_service_by_dependency_type_and_protocol(
    source_service: String,
    target_service: String,
) -> Pages<BySourceServiceAndTargetServiceAndDependencyTypeAndProtocol> {
    Pages::new().fix(Some(source_service)).fix(Some(target_service))
}

/// Pages over the rows with this `source_service`, `target_service`, `dependency_type`: `protocol`.
pub fn of_source_service_and_target_service_and_dependency_type_by_protocol(
    source_service: String,
    target_service: String,
    dependency_type: DependencyTypeEnum,
) -> Pages<BySourceServiceAndTargetServiceAndDependencyTypeAndProtocol> {
    Pages::new().fix(
        Some(source_service),
    ).fix(Some(target_service)).fix(Some(dependency_type))
}

/// A position in the order of `service_dependencies_target_idx`: `target_service, id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByTargetService {
    pub target_service: String,
    pub id: Uuid,
}

impl Order for ByTargetService {
    type Row = ServiceDependency;

    const NAME: &'static str = "public.service_dependencies by_target_service";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("target_service", "character varying"),
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &ServiceDependency) -> Self {
        Self {
            target_service: row.target_service.clone(),
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.target_service));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            target_service: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `target_service, id`.
pub fn by_target_service() -> Pages<ByTargetService> {
    Pages::new()
}
