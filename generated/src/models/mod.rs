// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod architecture_refactor_log;
mod audit_logs;
mod audit_retention_policies;
mod auth_audit_logs;
mod authorization_decisions;
mod cache_configurations;
mod cache_entries;
mod cache_invalidation_log;
mod cache_invalidations;
mod cache_metrics;
mod campaign_access_grants;
mod campaign_domain_counters;
mod campaign_event_sequences;
mod campaign_job_archive;
mod campaign_job_attempts;
mod campaign_job_status_transitions;
mod campaign_jobs;
mod campaign_phase_status_transitions;
mod campaign_phases;
mod campaign_state_events;
mod campaign_state_snapshots;
mod campaign_state_transitions;
mod campaign_status_transitions;
mod communication_patterns;
mod config_lock_keys;
mod config_locks;
mod config_version_status_transitions;
mod config_versions;
mod connection_pool_metrics;
mod dns_validation_results;
mod domain_generation_campaign_params;
mod domain_generation_config_states;
mod event_projections;
mod event_store;
mod event_streams;
mod generated_domains;
mod http_keyword_campaign_keyword_sets;
mod http_keyword_campaign_params;
mod http_keyword_campaign_personas;
mod http_keyword_campaign_proxies;
mod http_keyword_result_matches;
mod http_keyword_results;
mod job_workers;
mod keyword_rules;
mod keyword_sets;
mod lead_generation_campaigns;
mod pagination_performance_metrics;
mod password_reset_tokens;
mod personas;
mod proxies;
mod proxy_pool_memberships;
mod proxy_pools;
mod query_performance_metrics;
mod rate_limits;
mod resource_utilization_metrics;
mod security_events;
mod service_architecture_metrics;
mod service_capacity_metrics;
mod service_dependencies;
mod user_sessions;
mod users;

pub use self::architecture_refactor_log::{
    ArchitectureRefactorLog, ArchitectureRefactorLogPatch, NewArchitectureRefactorLog,
};
pub use self::audit_logs::{AuditLog, AuditLogPatch, NewAuditLog};
pub use self::audit_retention_policies::{
    AuditRetentionPolicy, AuditRetentionPolicyPatch, NewAuditRetentionPolicy,
};
pub use self::auth_audit_logs::{AuthAuditLog, AuthAuditLogPatch, NewAuthAuditLog};
pub use self::authorization_decisions::{
    AuthorizationDecision, AuthorizationDecisionPatch, NewAuthorizationDecision,
};
pub use self::cache_configurations::{
    CacheConfiguration, CacheConfigurationPatch, NewCacheConfiguration,
};
pub use self::cache_entries::{CacheEntry, CacheEntryPatch, NewCacheEntry};
pub use self::cache_invalidation_log::{
    CacheInvalidationLog, CacheInvalidationLogPatch, NewCacheInvalidationLog,
};
pub use self::cache_invalidations::{
    CacheInvalidation, CacheInvalidationPatch, NewCacheInvalidation,
};
pub use self::cache_metrics::{CacheMetric, CacheMetricPatch, NewCacheMetric};
pub use self::campaign_access_grants::{
    CampaignAccessGrant, CampaignAccessGrantPatch, NewCampaignAccessGrant,
};
pub use self::campaign_domain_counters::{
    CampaignDomainCounter, CampaignDomainCounterPatch, NewCampaignDomainCounter,
};
pub use self::campaign_event_sequences::{
    CampaignEventSequence, CampaignEventSequencePatch, NewCampaignEventSequence,
};
pub use self::campaign_job_archive::{
    CampaignJobArchive, CampaignJobArchivePatch, NewCampaignJobArchive,
};
pub use self::campaign_job_attempts::{
    CampaignJobAttempt, CampaignJobAttemptPatch, NewCampaignJobAttempt,
};
pub use self::campaign_job_status_transitions::{
    CampaignJobStatusTransition, CampaignJobStatusTransitionPatch,
    NewCampaignJobStatusTransition,
};
pub use self::campaign_jobs::{CampaignJob, CampaignJobPatch, NewCampaignJob};
pub use self::campaign_phase_status_transitions::{
    CampaignPhaseStatusTransition, CampaignPhaseStatusTransitionPatch,
    NewCampaignPhaseStatusTransition,
};
pub use self::campaign_phases::{CampaignPhase, CampaignPhasePatch, NewCampaignPhase};
pub use self::campaign_state_events::{
    CampaignStateEvent, CampaignStateEventPatch, NewCampaignStateEvent,
};
pub use self::campaign_state_snapshots::{
    CampaignStateSnapshot, CampaignStateSnapshotPatch, NewCampaignStateSnapshot,
};
pub use self::campaign_state_transitions::{
    CampaignStateTransition, CampaignStateTransitionPatch, NewCampaignStateTransition,
};
pub use self::campaign_status_transitions::{
    CampaignStatusTransition, CampaignStatusTransitionPatch,
    NewCampaignStatusTransition,
};
pub use self::communication_patterns::{
    CommunicationPattern, CommunicationPatternPatch, NewCommunicationPattern,
};
pub use self::config_lock_keys::{ConfigLockKey, ConfigLockKeyPatch, NewConfigLockKey};
pub use self::config_locks::{ConfigLock, ConfigLockPatch, NewConfigLock};
pub use self::config_version_status_transitions::{
    ConfigVersionStatusTransition, ConfigVersionStatusTransitionPatch,
    NewConfigVersionStatusTransition,
};
pub use self::config_versions::{ConfigVersion, ConfigVersionPatch, NewConfigVersion};
pub use self::connection_pool_metrics::{
    ConnectionPoolMetric, ConnectionPoolMetricPatch, NewConnectionPoolMetric,
};
pub use self::dns_validation_results::{
    DnsValidationResult, DnsValidationResultPatch, NewDnsValidationResult,
};
pub use self::domain_generation_campaign_params::{
    DomainGenerationCampaignParams, DomainGenerationCampaignParamsPatch,
    NewDomainGenerationCampaignParams,
};
pub use self::domain_generation_config_states::{
    DomainGenerationConfigState, DomainGenerationConfigStatePatch,
    NewDomainGenerationConfigState,
};
pub use self::event_projections::{
    EventProjection, EventProjectionPatch, NewEventProjection,
};
pub use self::event_store::{EventStore, EventStorePatch, NewEventStore};
pub use self::event_streams::{EventStream, EventStreamPatch, NewEventStream};
pub use self::generated_domains::{
    GeneratedDomain, GeneratedDomainPatch, NewGeneratedDomain,
};
pub use self::http_keyword_campaign_keyword_sets::{
    HttpKeywordCampaignKeywordSet, NewHttpKeywordCampaignKeywordSet,
};
pub use self::http_keyword_campaign_params::{
    HttpKeywordCampaignParams, HttpKeywordCampaignParamsPatch,
    NewHttpKeywordCampaignParams,
};
pub use self::http_keyword_campaign_personas::{
    HttpKeywordCampaignPersona, NewHttpKeywordCampaignPersona,
};
pub use self::http_keyword_campaign_proxies::{
    HttpKeywordCampaignProxy, NewHttpKeywordCampaignProxy,
};
pub use self::http_keyword_result_matches::{
    HttpKeywordResultMatch, HttpKeywordResultMatchPatch, NewHttpKeywordResultMatch,
};
pub use self::http_keyword_results::{
    HttpKeywordResult, HttpKeywordResultPatch, NewHttpKeywordResult,
};
pub use self::job_workers::{JobWorker, JobWorkerPatch, NewJobWorker};
pub use self::keyword_rules::{KeywordRule, KeywordRulePatch, NewKeywordRule};
pub use self::keyword_sets::{KeywordSet, KeywordSetPatch, NewKeywordSet};
pub use self::lead_generation_campaigns::{
    LeadGenerationCampaign, LeadGenerationCampaignPatch, NewLeadGenerationCampaign,
};
pub use self::pagination_performance_metrics::{
    NewPaginationPerformanceMetric, PaginationPerformanceMetric,
    PaginationPerformanceMetricPatch,
};
pub use self::password_reset_tokens::{
    NewPasswordResetToken, PasswordResetToken, PasswordResetTokenPatch,
};
pub use self::personas::{NewPersona, Persona, PersonaPatch};
pub use self::proxies::{NewProxy, Proxy, ProxyPatch};
pub use self::proxy_pool_memberships::{
    NewProxyPoolMembership, ProxyPoolMembership, ProxyPoolMembershipPatch,
};
pub use self::proxy_pools::{NewProxyPool, ProxyPool, ProxyPoolPatch};
pub use self::query_performance_metrics::{
    NewQueryPerformanceMetric, QueryPerformanceMetric, QueryPerformanceMetricPatch,
};
pub use self::rate_limits::{NewRateLimit, RateLimit, RateLimitPatch};
pub use self::resource_utilization_metrics::{
    NewResourceUtilizationMetric, ResourceUtilizationMetric,
    ResourceUtilizationMetricPatch,
};
pub use self::security_events::{NewSecurityEvent, SecurityEvent, SecurityEventPatch};
pub use self::service_architecture_metrics::{
    NewServiceArchitectureMetric, ServiceArchitectureMetric,
    ServiceArchitectureMetricPatch,
};
pub use self::service_capacity_metrics::{
    NewServiceCapacityMetric, ServiceCapacityMetric, ServiceCapacityMetricPatch,
};
pub use self::service_dependencies::{
    NewServiceDependency, ServiceDependency, ServiceDependencyPatch,
};
pub use self::user_sessions::{NewUserSession, UserSession, UserSessionPatch};
pub use self::users::{NewUser, User, UserPatch};
