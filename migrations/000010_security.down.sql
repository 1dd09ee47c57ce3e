-- Removes security events, authorization decisions and access grants.

DROP TABLE campaign_access_grants;
DROP TABLE authorization_decisions;
DROP TABLE security_events;

DROP TYPE access_grant_kind_enum;
DROP TYPE authorization_decision_enum;
DROP TYPE security_event_status_enum;
DROP TYPE security_severity_enum;
DROP TYPE security_event_type_enum;
