//! The moves that the runtime allows are those of the schema's transition tables.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;

use schemactl_generated::enums::{CampaignStatusEnum, JobStatusEnum, PhaseStatusEnum};
use schemactl_runtime::{campaign_may_move, job_may_move, phase_may_move};
use schemactl_tests::reference;
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Row};

async fn on_server(connection: &mut PgConnection, table: &str) -> BTreeSet<(String, String)> {
    let sql = format!("SELECT from_status::text, to_status::text FROM {table}");
    let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(connection).await.unwrap();
    rows.iter().map(|row| (row.get(0), row.get(1))).collect()
}

fn here<S: Copy + ToString>(all: &[S], may: impl Fn(S, S) -> bool) -> BTreeSet<(String, String)> {
    let pairs = all.iter().flat_map(|from| all.iter().map(move |to| (*from, *to)));
    pairs.filter(|(from, to)| may(*from, *to)).map(|(from, to)| (from.to_string(), to.to_string())).collect()
}

#[tokio::test]
async fn the_moves_are_those_of_the_transition_tables() {
    let (_shadow, database) = reference::server().await;
    let mut connection = database.connect().await.unwrap();
    assert_eq!(
        here(&CampaignStatusEnum::ALL, campaign_may_move),
        on_server(&mut connection, "campaign_status_transitions").await
    );
    assert_eq!(
        here(&PhaseStatusEnum::ALL, phase_may_move),
        on_server(&mut connection, "campaign_phase_status_transitions").await
    );
    assert_eq!(
        here(&JobStatusEnum::ALL, job_may_move),
        on_server(&mut connection, "campaign_job_status_transitions").await
    );
}
