//! What makes a row of each table legal, and what the triggers of each table do to it: checks as code, exceptions as
//! data with their reasons. A test sees to it that each exception happens.

use serde_json::{Value, json};

use super::rows::{Parents, Row};
use super::values::later;

pub(super) struct Rules {
    /// Makes a row legal.
    pub(super) make: fn(&mut Row<'_>, &Parents),
    /// Columns that a trigger fills when a row is inserted, whatever was given.
    pub(super) on_insert: &'static [&'static str],
    /// Columns that a trigger writes with every update.
    pub(super) on_update: &'static [&'static str],
    /// Columns that a trigger may write when others are updated.
    pub(super) follow: &'static [&'static str],
    /// Columns that a trigger keeps as they are, and the SQLSTATE of its refusal.
    pub(super) kept: &'static [(&'static str, &'static str)],
    /// The SQLSTATE with which a trigger refuses every update, and whether every deletion too.
    pub(super) append_only: Option<(&'static str, bool)>,
}

const FREE: Rules =
    Rules { make: |_, _| {}, on_insert: &[], on_update: &[], follow: &[], kept: &[], append_only: None };

/// Readings are never changed, but may be deleted.
const READING: Rules = Rules { append_only: Some(("SC010", false)), ..FREE };

const UPDATED: Rules = Rules { on_update: &["updated_at"], ..FREE };

fn items(row: &mut Row<'_>) {
    let mut sum = 0;
    for name in ["successful_items", "failed_items", "processed_items", "total_items"] {
        row.need_within(name, 0, 1 << 40);
        let own = row.int(name);
        sum = if name.starts_with("successful") || name.starts_with("failed") {
            sum + own
        } else {
            sum.max(own)
        };
        if !name.starts_with("successful") && !name.starts_with("failed") {
            row.set(name, sum);
        }
    }
}

/// A move that the table does not hold yet: nothing goes on from the last state.
fn transition(row: &mut Row<'_>, from: &str, to: [&str; 4]) {
    row.set("from_status", from);
    row.set("to_status", to[row.number % 4]);
}

/// The rules of a table.
pub(super) fn rules(table: &str) -> Rules {
    match table {
        "architecture_refactor_log" => Rules {
            make: |row, _| {
                row.need("status");
                let status = row.get("status").clone();
                row.together(status != "planned", &["started_at"]);
                row.together(status == "completed" || status == "reverted", &["finished_at"]);
                row.in_order(&["started_at", "finished_at"]);
            },
            ..UPDATED
        },
        "audit_logs" => Rules {
            make: |row, _| {
                row.within("response_code", 100, 599);
                if !row.is_null("changed_fields") {
                    let fields = json!([row.get("changed_fields")]);
                    row.set("changed_fields", fields);
                }
            },
            ..READING
        },
        "audit_retention_policies" => Rules {
            make: |row, _| {
                row.set(
                    "data_classification",
                    ["public", "internal", "confidential", "restricted"][row.number % 4],
                );
                let mut retention = row.get("retention").clone();
                retention["months"] = json!(84 + retention["months"].as_i64().unwrap());
                row.set("retention", retention);
            },
            ..UPDATED
        },
        "authorization_decisions" => Rules {
            make: |row, _| {
                row.within("policy_version", 1, 1_000_000);
                let conditional = row.get("decision") == "conditional";
                row.set("conditions", if conditional { json!({ "hour": 8 }) } else { json!({}) });
                if row.get("decision") == "deny" {
                    row.set("granted_permissions", json!([]));
                }
            },
            ..FREE
        },
        "cache_configurations" => Rules {
            make: |row, _| {
                row.distinct("name");
                row.within("max_entries", 1, 1 << 30);
                row.within("max_size_bytes", 1, 1 << 60);
                row.need_within("default_ttl_seconds", 1, 1000);
                row.need_within("max_ttl_seconds", 1000, 1 << 30);
            },
            ..UPDATED
        },
        "cache_entries" => Rules {
            make: |row, _| {
                row.distinct("cache_key");
                // The trigger cuts what is later than the longest time to live.
                row.need("expires_at");
                row.past(&["expires_at"]);
            },
            follow: &["updated_at"],
            ..FREE
        },
        "cache_invalidation_log" => FREE,
        "cache_invalidations" => Rules {
            make: |row, _| {
                row.need("status");
                let (everything, pending) = (row.get("kind") == "everything", row.get("status") == "pending");
                row.together(!everything, &["target"]);
                row.together(!pending, &["finished_at"]);
                row.within("priority", 0, 9);
                row.need_within("max_retries", 10, 100);
                row.need_within("retry_count", 0, 10);
            },
            follow: &["finished_at"],
            ..FREE
        },
        "cache_metrics" => Rules {
            make: |row, _| {
                row.in_order(&["period_start", "period_end"]);
                let start = later(row.get("period_start"), -(row.number as i64));
                row.set("period_start", start);
                row.need_within("used_bytes", 0, 1000);
                row.need_within("max_bytes", 1000, 1 << 60);
            },
            ..FREE
        },
        "campaign_access_grants" => Rules {
            make: |row, parents| {
                row.own_parent(parents, "lead_generation_campaigns", &[("campaign_id", "id")]);
                row.not_empty("permitted_phases");
                row.not_empty("allowed_addresses");
                row.pair(&["revoked_at", "revoked_by"]);
                row.null_all(&["delegated_from_id", "delegation_depth"]);
                row.in_order(&["granted_at", "expires_at"]);
                if !row.is_null("revoked_at") {
                    let at = row.get("granted_at").clone();
                    row.set("revoked_at", at);
                }
                let campaign = row.get("campaign_id").clone();
                let source =
                    parents["campaign_access_grants"].iter().find(|grant| grant["campaign_id"] == campaign);
                if let (Some(source), true) = (source, row.number == 3) {
                    row.set("delegated_from_id", source["id"].clone());
                    row.set("delegation_depth", 1);
                }
            },
            ..FREE
        },
        "campaign_domain_counters" => Rules {
            make: |row, parents| {
                // The others have counters, of the shard that the session counts in.
                row.own_parent(parents, "campaigns without parameters", &[("campaign_id", "id")]);
                row.set("shard", row.number % 16);
                row.need_within("total", -1000, 1000);
                for (first, others) in [
                    ("dns_pending", &["dns_ok", "dns_error", "dns_timeout"][..]),
                    ("http_pending", &["http_ok", "http_error", "http_timeout"]),
                    ("lead_pending", &["lead_match", "lead_no_match", "lead_error", "lead_timeout"]),
                ] {
                    let mut rest = row.int("total");
                    for name in others {
                        row.need_within(name, -1000, 1000);
                        rest -= row.int(name);
                    }
                    row.set(first, rest);
                }
            },
            ..FREE
        },
        "campaign_event_sequences" => Rules {
            make: |row, parents| {
                row.own_parent(parents, "campaigns without events", &[("campaign_id", "id")]);
            },
            ..FREE
        },
        "campaign_job_archive" => Rules {
            make: |row, _| {
                row.choose("status", &["completed", "failed", "cancelled", "dead"]);
                distinct_id(row, "id");
            },
            ..FREE
        },
        "campaign_job_attempts" => Rules {
            make: |row, _| {
                row.distinct("fencing_token");
                row.within("attempt", 1, 1000);
                row.in_order(&["started_at", "finished_at"]);
            },
            ..FREE
        },
        "campaign_job_status_transitions" => Rules {
            make: |row, _| transition(row, "cancelled", ["pending", "queued", "running", "completed"]),
            ..FREE
        },
        "campaign_jobs" => Rules {
            make: |row, _| {
                row.choose("status", &["pending", "queued"]);
                row.within("priority", 0, 9);
                row.need_within("max_attempts", 11, 100);
                row.need_within("attempts", 0, 10);
                row.distinct("idempotency_key");
                row.null_all(&["lease_owner", "lease_expires_at", "finished_at", "fencing_token"]);
            },
            on_insert: &["fencing_token"],
            on_update: &["updated_at"],
            ..FREE
        },
        "campaign_phase_status_transitions" => Rules {
            make: |row, _| transition(row, "skipped", ["not_started", "configured", "in_progress", "paused"]),
            ..FREE
        },
        "campaign_phases" => Rules {
            make: |row, parents| {
                row.own_parent(parents, "lead_generation_campaigns", &[("campaign_id", "id")]);
                row.need_within("phase_order", 1, 1000);
                row.set("status", "configured");
                row.share("progress_percentage");
                row.in_order(&["started_at", "finished_at"]);
                items(row);
            },
            ..UPDATED
        },
        "campaign_state_events" => Rules {
            make: |row, _| {
                row.need("processing_status");
                row.null("sequence_number");
                match row.get("event_type").as_str() {
                    Some("status_changed") => row.need("target_status"),
                    Some("phase_changed") => row.together(true, &["phase_type", "target_phase_status"]),
                    _ => {}
                }
                row.together(row.get("processing_status") == "processed", &["processed_at"]);
            },
            on_insert: &["sequence_number"],
            ..FREE
        },
        "campaign_state_snapshots" => Rules {
            make: |row, _| {
                row.need("is_valid");
                row.distinct("last_event_sequence");
                row.together(row.get("is_valid") == false, &["invalid_reason"]);
            },
            ..FREE
        },
        "campaign_state_transitions" => Rules {
            make: |row, parents| {
                let of_phase = !row.is_null("phase_type");
                row.together(of_phase, &["to_phase_status"]);
                row.together(!of_phase, &["to_status"]);
                if row.get("is_valid") == true {
                    row.own_parent(parents, "events without transition", &[("state_event_id", "id")]);
                    row.null("refusal_reason");
                } else {
                    row.null("state_event_id");
                    row.need("refusal_reason");
                }
                row.in_order(&["requested_at", "finished_at"]);
            },
            ..FREE
        },
        "campaign_status_transitions" => Rules {
            make: |row, _| transition(row, "archived", ["draft", "running", "paused", "completed"]),
            ..FREE
        },
        "communication_patterns" => Rules {
            make: |row, _| {
                row.in_order(&["period_start", "period_end"]);
                row.need_within("error_count", 0, 1000);
                row.need_within("timeout_count", 0, 1000);
                row.need_within("request_count", 2000, 1 << 60);
            },
            ..READING
        },
        "config_lock_keys" => Rules { make: |row, _| row.distinct("lock_key"), ..FREE },
        "config_locks" => Rules {
            make: |row, _| {
                row.set("lock_key", "key");
                row.distinct("lock_key");
                row.in_order(&["acquired_at", "heartbeat_at", "expires_at"]);
                if !row.is_null("released_at") {
                    let at = row.get("acquired_at").clone();
                    row.set("released_at", at);
                }
            },
            on_insert: &["fencing_token"],
            kept: &[("lock_key", "SC010"), ("lock_mode", "SC010"), ("fencing_token", "SC010")],
            ..FREE
        },
        "config_version_status_transitions" => Rules {
            make: |row, _| transition(row, "rolled_back", ["proposed", "approved", "rejected", "deployed"]),
            ..FREE
        },
        "config_versions" => Rules {
            make: |row, _| {
                row.distinct("config_key");
                row.need_within("version_number", 1, 1000);
                row.need("validation_status");
                let failed = row.get("validation_status") == "failed";
                row.set("validation_errors", if failed { json!(["wrong"]) } else { json!([]) });
                row.null_all(&["status", "rejected_at", "withdrawn_at"]);
                row.pair(&["approved_at", "approved_by"]);
                row.pair(&["deployed_at", "deployed_by"]);
                if row.number == 2 {
                    row.set("config_value", Value::Null);
                }
            },
            kept: &[("config_key", "SC010"), ("version_number", "SC010"), ("config_value", "SC010")],
            ..UPDATED
        },
        "connection_pool_metrics" => Rules {
            make: |row, _| {
                row.within("active_connections", 0, 500);
                row.within("idle_connections", 0, 500);
                row.within("max_connections", 1000, 1 << 30);
                row.set("average_wait_ms", "1.125");
                row.set("longest_wait_ms", "99.5");
            },
            ..READING
        },
        "dns_validation_results" => Rules {
            make: |row, _| {
                row.need_within("attempt", 1, 100);
                row.distinct("attempt");
                row.choose("status", &["ok", "error", "timeout"]);
            },
            ..FREE
        },
        "domain_generation_campaign_params" => Rules {
            make: |row, parents| {
                row.own_parent(parents, "lead_generation_campaigns", &[("campaign_id", "id")]);
                row.need_within("variable_length", 1, 20);
                row.letters("constant_string", "abz-09", 20);
                row.letters("tld", "abz-09", 20);
                row.need_within("total_possible_combinations", 1000, 1 << 60);
                row.need_within("num_domains_to_generate", 100, 1000);
                row.need_within("reserved_count", 0, 100);
                row.need_within("current_offset", 0, 1000);
            },
            on_insert: &["config_hash"],
            on_update: &["updated_at"],
            follow: &["config_hash"],
            ..FREE
        },
        "domain_generation_config_states" => Rules { make: |row, _| row.distinct("config_hash"), ..UPDATED },
        "event_projections" => Rules {
            make: |row, _| {
                row.distinct("projection_name");
                row.need_within("consecutive_errors", 0, 1000);
                row.need_within("error_count", 1000, 1 << 60);
                row.pair(&["last_error", "last_error_at"]);
            },
            ..UPDATED
        },
        "event_store" => Rules {
            make: |row, _| {
                // Its stream is made by the trigger.
                row.need("aggregate_type");
                distinct_id(row, "aggregate_id");
                row.null_all(&["log_order", "event_version"]);
            },
            on_insert: &["log_order", "event_version"],
            append_only: Some(("SC010", true)),
            ..FREE
        },
        "event_streams" => Rules {
            make: |row, _| {
                distinct_id(row, "aggregate_id");
                row.within("current_version", 1, 1 << 30);
            },
            ..FREE
        },
        "generated_domains" => Rules {
            make: |row, _| {
                row.distinct("offset_index");
                row.letters("domain_name", "abcxyz019-.", 60);
                row.distinct("domain_name");
                row.within("http_status_code", 100, 599);
            },
            ..UPDATED
        },
        "http_keyword_campaign_keyword_sets" => Rules {
            make: |row, parents| row.own_parent(parents, "keyword_sets", &[("keyword_set_id", "id")]),
            ..FREE
        },
        "http_keyword_campaign_params" => Rules {
            make: |row, parents| {
                row.own_parent(parents, "campaigns without parameters", &[("campaign_id", "id")]);
                row.within("max_requests_per_minute", 1, 1 << 30);
                row.within("batch_size", 1, 10_000);
                row.within("max_retries", 0, 20);
                if !row.is_null("target_ports") {
                    row.not_empty("target_ports");
                    let ports = row.get("target_ports").as_array().unwrap();
                    let ports: Vec<i64> =
                        ports.iter().map(|port| 1 + port.as_i64().unwrap().rem_euclid(65_535)).collect();
                    row.set("target_ports", ports);
                }
            },
            ..UPDATED
        },
        "http_keyword_campaign_personas" => Rules {
            make: |row, parents| row.own_parent(parents, "personas", &[("persona_id", "id")]),
            ..FREE
        },
        "http_keyword_campaign_proxies" => {
            Rules { make: |row, parents| row.own_parent(parents, "proxies", &[("proxy_id", "id")]), ..FREE }
        }
        "http_keyword_result_matches" => Rules {
            make: |row, parents| {
                row.own_parent(parents, "keyword_sets", &[("keyword_set_id", "id")]);
                row.not_empty("keywords");
            },
            ..FREE
        },
        "http_keyword_results" => Rules {
            make: |row, _| {
                row.need_within("attempt", 2, 100);
                row.distinct("attempt");
                row.choose("status", &["ok", "error", "timeout"]);
                row.within("status_code", 100, 599);
            },
            ..FREE
        },
        "job_workers" => Rules {
            make: |row, _| {
                row.distinct("id");
                row.not_empty("job_types");
                row.within("capacity", 1, 1 << 30);
            },
            ..FREE
        },
        "keyword_rules" => Rules {
            make: |row, _| {
                row.distinct("pattern");
                row.within("context_characters", 0, 1000);
            },
            ..UPDATED
        },
        "keyword_sets" | "proxy_pools" | "personas" => Rules {
            make: |row, _| {
                row.distinct("name");
                if row.has("max_consecutive_failures") {
                    row.within("max_consecutive_failures", 1, 1 << 30);
                    row.need_within("health_check_timeout_seconds", 1, 1000);
                    row.need_within("health_check_interval_seconds", 1000, 1 << 30);
                }
            },
            ..UPDATED
        },
        "lead_generation_campaigns" => Rules {
            make: |row, _| {
                row.distinct("name");
                row.null("status");
                row.pair(&["current_phase", "phase_status"]);
                row.need_within("completed_phases", 0, 4);
                row.need_within("total_phases", 4, 1 << 30);
                row.within("version", 1, 1 << 30);
                row.share("progress_percentage");
                row.in_order(&["started_at", "finished_at"]);
                items(row);
            },
            on_update: &["updated_at"],
            follow: &["version"],
            kept: &[("version", "SC005")],
            ..FREE
        },
        "pagination_performance_metrics" => Rules {
            make: |row, _| {
                row.within("page_size", 1000, 1 << 30);
                row.within("rows_returned", 0, 1000);
                let by_offset = row.get("pagination_method") == "offset";
                row.together(by_offset, &["page_number"]);
                row.within("page_number", 1, 1 << 30);
            },
            ..READING
        },
        "password_reset_tokens" => Rules {
            make: |row, _| {
                row.distinct("token_hash");
                row.in_order(&["created_at", "used_at", "expires_at"]);
            },
            ..FREE
        },
        "proxies" => Rules {
            make: |row, _| {
                row.distinct("host");
                row.within("port", 1, 65_535);
                if !row.is_null("country_code") {
                    row.choose("country_code", &["DE", "FR", "US"]);
                }
                row.need_within("consecutive_failures", 0, 1000);
                row.need_within("failure_count", 1000, 1 << 60);
            },
            ..UPDATED
        },
        "proxy_pool_memberships" => Rules {
            make: |row, parents| {
                row.own_parent(parents, "proxies", &[("proxy_id", "id")]);
                row.within("weight", 1, 1000);
            },
            ..FREE
        },
        "query_performance_metrics" | "service_architecture_metrics" => READING,
        "rate_limits" => Rules { make: |row, _| row.distinct("identifier"), ..FREE },
        "resource_utilization_metrics" => Rules {
            make: |row, _| {
                row.in_order(&["period_start", "period_end"]);
                row.set("used", "12.345");
                row.choose("maximum", &["12.345", "99999999999999999.999"]);
            },
            ..READING
        },
        "security_events" => Rules {
            make: |row, _| {
                row.need("status");
                let closed = row.get("status") == "resolved" || row.get("status") == "false_positive";
                row.together(closed, &["resolved_at", "resolved_by"]);
                row.in_order(&["created_at", "resolved_at"]);
                row.within("retention_days", 1, 3660);
            },
            ..FREE
        },
        "service_capacity_metrics" => Rules {
            make: |row, _| {
                row.in_order(&["period_start", "period_end"]);
                row.within("instance_count", 1, 1 << 30);
                row.set("used_capacity", "0.001");
                row.choose("max_capacity", &["0.001", "99999999999999999.999"]);
            },
            ..READING
        },
        "service_dependencies" => Rules {
            make: |row, _| {
                row.distinct("source_service");
                row.set("target_service", "target");
                row.within("timeout_ms", 1, 1 << 30);
            },
            ..UPDATED
        },
        "user_sessions" => Rules {
            make: |row, _| {
                row.distinct("token_hash");
                row.in_order(&["created_at", "expires_at"]);
                row.pair(&["ended_at", "end_reason"]);
            },
            ..FREE
        },
        "auth_audit_logs" => FREE,
        "users" => Rules {
            make: |row, _| {
                let local: String = row
                    .get("email")
                    .as_str()
                    .unwrap()
                    .chars()
                    .filter(|c| !c.is_whitespace() && *c != '@')
                    .take(200)
                    .collect();
                row.set("email", format!("{}{local}@Example.org", row.number));
                row.pair(&["email_verification_token_hash", "email_verification_expires_at"]);
                row.distinct("email_verification_token_hash");
                row.within("password_pepper_version", 1, 1 << 30);
                if row.get("mfa_enabled") == true {
                    row.need("mfa_secret_encrypted");
                }
            },
            ..UPDATED
        },
        other => panic!("{other} has no rules"),
    }
}

/// An id of its own for each row of a case.
fn distinct_id(row: &mut Row<'_>, name: &str) {
    let id = uuid::Uuid::from_u64_pair(row.numbers.next(), 1000 + row.number as u64);
    row.set(name, id.to_string());
}
