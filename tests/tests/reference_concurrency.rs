//! The reference schema under several connections at once: claims, locks, appends, readers of the log, counters.
//!
//! Nothing here sleeps. Where one session must wait for another, the other asks the server until it does.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::sync::Arc;

use schemactl_live::{Shadow, ShadowDatabase};
use schemactl_tests::reference;
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Executor};
use tokio::sync::Barrier;
use tokio::task::JoinHandle;

const CAMPAIGN: &str = "c0000000-0000-0000-0000-000000000001";

struct Server {
    _shadow: Shadow,
    database: ShadowDatabase,
}

impl Server {
    /// With a user and a campaign that runs its DNS phase.
    async fn start() -> Self {
        let (shadow, database) = reference::server().await;
        let server = Self { _shadow: shadow, database };
        let mut session = server.session().await;
        session
            .run(
                "INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
                     ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
                 INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
                     ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001');
                 SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
                 SELECT start_campaign('c0000000-0000-0000-0000-000000000001');",
            )
            .await;
        server
    }

    async fn session(&self) -> Session {
        let mut connection = self.database.connect().await.unwrap();
        let pid = sqlx::query_scalar("SELECT pg_backend_pid()").fetch_one(&mut connection).await.unwrap();
        let mut session = Session { connection, pid };
        // A wait that nobody would end is a failure, not a test that hangs.
        session.run("SET lock_timeout = '30s'").await;
        session
    }
}

struct Session {
    connection: PgConnection,
    pid: i32,
}

impl Session {
    async fn run(&mut self, sql: &str) {
        self.attempt(sql).await.unwrap();
    }

    /// The SQLSTATE if it is refused.
    async fn attempt(&mut self, sql: &str) -> Result<(), String> {
        let outcome = self.connection.execute(sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))).await;
        outcome.map(|_| ()).map_err(|error| {
            let refusal = error.into_database_error().expect("the server answered");
            refusal.code().unwrap_or_default().into_owned()
        })
    }

    async fn number(&mut self, sql: &str) -> i64 {
        sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(&mut self.connection).await.unwrap()
    }

    async fn texts(&mut self, sql: &str) -> Vec<String> {
        sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_all(&mut self.connection).await.unwrap()
    }

    /// Runs in the background, and returns once it waits for `holder`.
    async fn blocked_by(
        mut self,
        holder: &mut Session,
        sql: impl Into<String>,
    ) -> JoinHandle<(Self, Result<(), String>)> {
        let (pid, sql) = (self.pid, sql.into());
        let statement = sql.clone();
        let task = tokio::spawn(async move {
            let outcome = self.attempt(&statement).await;
            (self, outcome)
        });
        let asked = format!(
            "SELECT count(*) FROM unnest(pg_blocking_pids({pid})) AS b (pid) WHERE b.pid = {}",
            holder.pid
        );
        while holder.number(&asked).await == 0 {
            assert!(!task.is_finished(), "did not wait: {sql}");
        }
        task
    }
}

#[tokio::test]
async fn eight_workers_claim_each_of_200_jobs_once() {
    let server = Server::start().await;
    let mut observer = server.session().await;
    observer
        .run(&format!("SELECT enqueue_job('{CAMPAIGN}', 'dns_validation') FROM generate_series(1, 200)"))
        .await;

    let start = Arc::new(Barrier::new(8));
    let mut workers = Vec::new();
    for worker in 0..8 {
        let mut session = server.session().await;
        let start = Arc::clone(&start);
        workers.push(tokio::spawn(async move {
            start.wait().await;
            let claim = format!("SELECT id::text || ' ' || fencing_token FROM claim_jobs('worker-{worker}', 'dns_validation', 3)");
            let mut mine = Vec::new();
            loop {
                let claimed = session.texts(&claim).await;
                if claimed.is_empty() {
                    return mine;
                }
                mine.extend(claimed);
            }
        }));
    }
    let mut claimed = Vec::new();
    let mut busy = 0;
    for worker in workers {
        let mine = worker.await.unwrap();
        busy += usize::from(!mine.is_empty());
        claimed.extend(mine);
    }

    let part = |at: usize| {
        claimed.iter().map(|line| line.split(' ').nth(at).unwrap()).collect::<BTreeSet<_>>().len()
    };
    assert_eq!((claimed.len(), part(0), part(1)), (200, 200, 200), "claims, jobs, tokens");
    assert!(busy > 1, "only one worker had anything to do");
    assert_eq!(
        observer.number("SELECT count(*) FROM campaign_jobs WHERE status = 'running' AND attempts = 1").await,
        200
    );
}

#[tokio::test]
async fn a_claim_does_not_wait_for_another() {
    let server = Server::start().await;
    let (mut first, mut second) = (server.session().await, server.session().await);
    first
        .run(&format!("SELECT enqueue_job('{CAMPAIGN}', 'dns_validation') FROM generate_series(1, 5)"))
        .await;

    first.run("BEGIN").await;
    assert_eq!(first.number("SELECT count(*) FROM claim_jobs('one', 'dns_validation', 2)").await, 2);
    assert_eq!(second.number("SELECT count(*) FROM claim_jobs('two', 'dns_validation', 10)").await, 3);
    first.run("ROLLBACK").await;
    assert_eq!(second.number("SELECT count(*) FROM claim_jobs('two', 'dns_validation', 10)").await, 2);
}

#[tokio::test]
async fn a_job_whose_lease_ran_out_is_rescued_by_one_of_two() {
    let server = Server::start().await;
    let (mut first, mut second) = (server.session().await, server.session().await);
    first
        .run(&format!("SELECT enqueue_job('{CAMPAIGN}', 'dns_validation') FROM generate_series(1, 5)"))
        .await;
    first.run("SELECT claim_jobs('gone', 'dns_validation', 5, -1)").await;

    first.run("BEGIN").await;
    assert_eq!(first.number("SELECT rescue_expired_jobs(3)::bigint").await, 3);
    assert_eq!(second.number("SELECT rescue_expired_jobs()::bigint").await, 2);
    first.run("COMMIT").await;
    assert_eq!(second.number("SELECT count(*) FROM campaign_job_attempts").await, 5);
}

#[tokio::test]
async fn a_job_that_two_enqueue_at_once_is_one_job() {
    let server = Server::start().await;
    let (mut first, second) = (server.session().await, server.session().await);

    first.run("BEGIN").await;
    first
        .run("SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}', 'once')")
        .await;
    let waits = second
        .blocked_by(
            &mut first,
            "CREATE TEMPORARY TABLE mine AS
             SELECT * FROM enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}', 'once')",
        )
        .await;
    first.run("COMMIT").await;
    let (mut second, outcome) = waits.await.unwrap();
    assert_eq!(outcome, Ok(()));
    let same =
        "SELECT count(*) FROM mine AS m JOIN campaign_jobs AS j ON j.id = m.job_id WHERE NOT m.was_created";
    assert_eq!(second.number(same).await, 1);
}

#[tokio::test]
async fn of_two_who_read_the_same_version_one_moves_the_campaign() {
    let server = Server::start().await;
    let (mut first, second) = (server.session().await, server.session().await);
    let version = first.number("SELECT version::bigint FROM lead_generation_campaigns").await;
    assert_eq!(version, 2);

    first.run("BEGIN").await;
    first.run(&format!("SELECT pause_campaign('{CAMPAIGN}', NULL, NULL, 2)")).await;
    let waits = second
        .blocked_by(
            &mut first,
            "SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001', NULL, NULL, 2)",
        )
        .await;
    first.run("COMMIT").await;
    let (_, outcome) = waits.await.unwrap();
    assert_eq!(outcome, Err("SC005".to_owned()));
    assert_eq!(first.texts("SELECT status::text FROM lead_generation_campaigns").await, ["paused"]);
}

#[tokio::test]
async fn exclusive_locks_exclude_each_other() {
    let server = Server::start().await;
    let (mut first, second) = (server.session().await, server.session().await);

    first.run("BEGIN").await;
    first.run("SELECT acquire_config_lock('limits', 'exclusive', 'one')").await;
    let waits =
        second.blocked_by(&mut first, "SELECT acquire_config_lock('limits', 'exclusive', 'two')").await;
    first.run("COMMIT").await;
    let (mut second, outcome) = waits.await.unwrap();
    assert_eq!(outcome, Err("SC008".to_owned()));

    second.run("BEGIN").await;
    assert_eq!(
        second.attempt("SELECT acquire_config_lock('limits', 'shared', 'two')").await,
        Err("SC008".to_owned())
    );
    second.run("ROLLBACK").await;
    second.run("SELECT acquire_config_lock('colours', 'exclusive', 'two')").await;
}

#[tokio::test]
async fn a_lock_that_was_rolled_back_was_never_held() {
    let server = Server::start().await;
    let (mut first, second) = (server.session().await, server.session().await);

    first.run("BEGIN").await;
    first.run("SELECT acquire_config_lock('limits', 'exclusive', 'one')").await;
    let waits =
        second.blocked_by(&mut first, "SELECT acquire_config_lock('limits', 'exclusive', 'two')").await;
    first.run("ROLLBACK").await;
    let (mut second, outcome) = waits.await.unwrap();
    assert_eq!(outcome, Ok(()));
    assert_eq!(
        second.texts("SELECT owner_name::text FROM config_locks WHERE released_at IS NULL").await,
        ["two"]
    );
}

#[tokio::test]
async fn shared_locks_coexist_and_keep_an_exclusive_one_out() {
    let server = Server::start().await;
    let (mut first, second) = (server.session().await, server.session().await);

    first.run("BEGIN").await;
    first.run("SELECT acquire_config_lock('limits', 'shared', 'one')").await;
    let waits = second.blocked_by(&mut first, "SELECT acquire_config_lock('limits', 'shared', 'two')").await;
    first.run("COMMIT").await;
    let (mut second, outcome) = waits.await.unwrap();
    assert_eq!(outcome, Ok(()));
    assert_eq!(second.number("SELECT count(*) FROM config_locks WHERE released_at IS NULL").await, 2);

    // Neither of the two alone may make room for it.
    first.run("SELECT release_config_lock(id) FROM config_locks WHERE owner_name = 'one'").await;
    let refused = first.attempt("SELECT acquire_config_lock('limits', 'exclusive', 'three')").await;
    assert_eq!(refused, Err("SC008".to_owned()));
    first.run("SELECT release_config_lock(id) FROM config_locks WHERE owner_name = 'two'").await;
    first.run("SELECT acquire_config_lock('limits', 'exclusive', 'three')").await;
}

#[tokio::test]
async fn of_two_deployments_at_once_the_later_is_in_force() {
    let server = Server::start().await;
    let (mut first, second) = (server.session().await, server.session().await);
    first
        .run(
            "INSERT INTO config_versions (id, config_key, config_value, change_type, proposed_by)
             SELECT ('70000000-0000-0000-0000-00000000000' || n)::uuid, 'limits', to_jsonb(n), 'update', u.id
             FROM users AS u, generate_series(1, 2) AS g (n);
             SELECT validate_config_version(id) FROM config_versions;
             SELECT approve_config_version(id, proposed_by) FROM config_versions;",
        )
        .await;

    first.run("BEGIN").await;
    first
        .run("SELECT deploy_config_version('70000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000001')")
        .await;
    let waits = second
        .blocked_by(
            &mut first,
            "SELECT deploy_config_version('70000000-0000-0000-0000-000000000002', 'a0000000-0000-0000-0000-000000000001')",
        )
        .await;
    first.run("COMMIT").await;
    let (mut second, outcome) = waits.await.unwrap();
    assert_eq!(outcome, Ok(()));
    assert_eq!(
        second
            .texts(
                "SELECT format('%s %s', config_value, status) FROM config_versions ORDER BY version_number"
            )
            .await,
        ["1 superseded", "2 deployed"]
    );
}

#[tokio::test]
async fn of_two_appends_with_one_expected_version_one_wins() {
    let server = Server::start().await;
    let (mut first, second) = (server.session().await, server.session().await);

    first.run("BEGIN").await;
    first.run("SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'first', '{}', 0)").await;
    let waits = second
        .blocked_by(
            &mut first,
            "SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'second', '{}', 0)",
        )
        .await;
    first.run("COMMIT").await;
    let (second, outcome) = waits.await.unwrap();
    assert_eq!(outcome, Err("SC007".to_owned()));

    // Had the first not come about, the second would have won.
    first.run("BEGIN").await;
    first.run("SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'third', '{}', 1)").await;
    let waits = second
        .blocked_by(
            &mut first,
            "SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'fourth', '{}', 1)",
        )
        .await;
    first.run("ROLLBACK").await;
    let (mut second, outcome) = waits.await.unwrap();
    assert_eq!(outcome, Ok(()));
    assert_eq!(
        second
            .texts("SELECT event_version || ' ' || event_type FROM event_store ORDER BY event_version")
            .await,
        ["1 first", "2 fourth"]
    );
}

/// Follows the log as a projection does, from where it last stopped.
struct Reader {
    session: Session,
    log_order: i64,
    position: i64,
}

impl Reader {
    async fn read(&mut self) -> Vec<String> {
        let events: Vec<(i64, i64, String)> = sqlx::query_as(
            "SELECT log_order, global_position, event_type::text FROM read_events($1, $2) ORDER BY log_order, global_position",
        )
        .bind(self.log_order)
        .bind(self.position)
        .fetch_all(&mut self.session.connection)
        .await
        .unwrap();
        if let Some((log_order, position, _)) = events.last() {
            (self.log_order, self.position) = (*log_order, *position);
        }
        events.into_iter().map(|(_, _, event_type)| event_type).collect()
    }
}

#[tokio::test]
async fn a_reader_never_skips_an_event_that_commits_late() {
    let server = Server::start().await;
    let mut reader = Reader { session: server.session().await, log_order: 0, position: 0 };
    let (mut slow, mut quick) = (server.session().await, server.session().await);

    quick.run("SELECT append_event('order', 'e0000000-0000-0000-0000-000000000003', 'before', '{}')").await;
    assert_eq!(reader.read().await, ["before"]);

    slow.run("BEGIN").await;
    slow.run("SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'late', '{}')").await;
    quick.run("SELECT append_event('order', 'e0000000-0000-0000-0000-000000000002', 'early', '{}')").await;
    assert_eq!(quick.number("SELECT count(*) FROM event_store").await, 2);
    assert_eq!(reader.read().await, [""; 0]);
    slow.run("COMMIT").await;
    assert_eq!(reader.read().await, ["late", "early"]);
    assert_eq!(reader.read().await, [""; 0]);
}

#[tokio::test]
async fn a_reader_goes_on_when_the_late_event_was_rolled_back() {
    let server = Server::start().await;
    let mut reader = Reader { session: server.session().await, log_order: 0, position: 0 };
    let (mut slow, mut quick) = (server.session().await, server.session().await);

    slow.run("BEGIN").await;
    slow.run("SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'late', '{}')").await;
    quick.run("SELECT append_event('order', 'e0000000-0000-0000-0000-000000000002', 'early', '{}')").await;
    assert_eq!(reader.read().await, [""; 0]);
    slow.run("ROLLBACK").await;
    assert_eq!(reader.read().await, ["early"]);
}

#[tokio::test]
async fn events_of_an_aggregate_stay_in_order_though_the_older_transaction_comes_second() {
    let server = Server::start().await;
    let mut reader = Reader { session: server.session().await, log_order: 0, position: 0 };
    let (mut older, mut younger) = (server.session().await, server.session().await);

    // A transaction has its place among all others from its first write on.
    older.run("BEGIN; SELECT pg_current_xact_id()").await;
    younger.run("SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'placed', '{}')").await;
    assert_eq!(reader.read().await, [""; 0]);
    older.run("SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'paid', '{}')").await;
    younger
        .run("SELECT append_event('order', 'e0000000-0000-0000-0000-000000000002', 'placed elsewhere', '{}')")
        .await;
    older.run("COMMIT").await;
    assert_eq!(reader.read().await, ["placed", "paid", "placed elsewhere"]);
}

#[tokio::test]
async fn an_append_that_waited_stands_behind_the_one_it_waited_for() {
    let server = Server::start().await;
    let mut reader = Reader { session: server.session().await, log_order: 0, position: 0 };
    let (mut first, mut second) = (server.session().await, server.session().await);

    // The second draws its transaction id before the first, and its position before the first commits.
    second.run("BEGIN; SELECT pg_current_xact_id()").await;
    first.run("BEGIN").await;
    first.run("SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'placed', '{}')").await;
    let waits = second
        .blocked_by(
            &mut first,
            "SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'paid', '{}')",
        )
        .await;
    first
        .run("SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'packed', '{}'); COMMIT")
        .await;
    let (mut second, outcome) = waits.await.unwrap();
    assert_eq!(outcome, Ok(()));
    second.run("COMMIT").await;
    assert_eq!(reader.read().await, ["placed", "packed", "paid"]);
}

/// In one order, so that two batches that overlap wait for each other instead of deadlocking.
#[tokio::test]
async fn batches_lock_domains_in_order_of_id_however_they_name_them() {
    let server = Server::start().await;
    let (mut holder, mut observer) = (server.session().await, server.session().await);
    observer
        .run(&format!(
            "INSERT INTO generated_domains (campaign_id, id, offset_index, domain_name, tld) OVERRIDING SYSTEM VALUE
             SELECT '{CAMPAIGN}', n, n, n || '.com', 'com' FROM generate_series(1, 3) AS g (n)"
        ))
        .await;
    let batches = [
        "batch_update_dns_statuses('c0000000-0000-0000-0000-000000000001', '{3,2,1}', '{ok,ok,ok}')",
        "batch_update_lead_scores('c0000000-0000-0000-0000-000000000001', '{3,2,1}', '{match,match,match}', '{1,1,1}')",
        r#"batch_update_dns_results('c0000000-0000-0000-0000-000000000001',
            '[{"domain_id": 3, "status": "ok"}, {"domain_id": 2, "status": "ok"}, {"domain_id": 1, "status": "ok"}]')"#,
        r#"batch_update_http_results('c0000000-0000-0000-0000-000000000001',
            '[{"domain_id": 3, "status": "ok"}, {"domain_id": 2, "status": "ok"}, {"domain_id": 1, "status": "ok"}]')"#,
    ];
    for batch in batches {
        holder.run("BEGIN; SELECT id FROM generated_domains WHERE id = 2 FOR UPDATE").await;
        let writer = server.session().await;
        let waits = writer.blocked_by(&mut holder, format!("SELECT {batch}")).await;
        let free = "SELECT id FROM generated_domains WHERE id = 3 FOR UPDATE NOWAIT";
        assert_eq!(observer.attempt(free).await, Ok(()), "{batch}");
        let held = "SELECT id FROM generated_domains WHERE id = 1 FOR UPDATE NOWAIT";
        assert_eq!(observer.attempt(held).await, Err("55P03".to_owned()), "{batch}");
        holder.run("COMMIT").await;
        let (_, outcome) = waits.await.unwrap();
        assert_eq!(outcome, Ok(()), "{batch}");
    }
}

#[tokio::test]
async fn counters_are_right_after_batches_that_overlap() {
    let server = Server::start().await;
    let mut observer = server.session().await;
    observer
        .run(&format!(
            "INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld)
             SELECT '{CAMPAIGN}', n, n || '.com', 'com' FROM generate_series(1, 300) AS g (n)"
        ))
        .await;

    let start = Arc::new(Barrier::new(6));
    let mut writers = Vec::new();
    for writer in 0..6 {
        let mut session = server.session().await;
        let start = Arc::clone(&start);
        writers.push(tokio::spawn(async move {
            start.wait().await;
            let (status, order) = (["ok", "error", "timeout"][writer % 3], ["ASC", "DESC"][writer % 2]);
            for round in 0..5 {
                // Windows of 100 domains that all overlap, named in either order: without an order of locks a deadlock.
                let low = (writer * 40 + round * 20) % 200;
                session
                    .run(&format!(
                        "SELECT batch_update_dns_statuses('{CAMPAIGN}', array_agg(d.id ORDER BY d.id {order}), array_agg('{status}'::domain_dns_status_enum))
                         FROM generated_domains AS d
                         WHERE d.offset_index > {low} AND d.offset_index <= {low} + 100"
                    ))
                    .await;
            }
        }));
    }
    for writer in writers {
        writer.await.unwrap();
    }

    let counted = "SELECT format('%s: %s, %s, %s, %s', total, dns_pending, dns_ok, dns_error, dns_timeout)";
    let by_counters = observer.texts(&format!("{counted} FROM campaign_domain_counts('{CAMPAIGN}')")).await;
    let by_rows = observer
        .texts(&format!(
            "{counted} FROM (
                 SELECT
                     count(*) AS total,
                     count(*) FILTER (WHERE dns_status = 'pending') AS dns_pending,
                     count(*) FILTER (WHERE dns_status = 'ok') AS dns_ok,
                     count(*) FILTER (WHERE dns_status = 'error') AS dns_error,
                     count(*) FILTER (WHERE dns_status = 'timeout') AS dns_timeout
                 FROM generated_domains
             ) AS d"
        ))
        .await;
    assert_eq!(by_counters, by_rows);
    // Every batch was an attempt of each of its domains.
    assert_eq!(observer.number("SELECT count(*) FROM dns_validation_results").await, 6 * 5 * 100);
    assert_eq!(observer.number("SELECT sum(dns_attempts)::bigint FROM generated_domains").await, 6 * 5 * 100);
}

#[tokio::test]
async fn offsets_are_handed_out_once_to_campaigns_that_reserve_at_the_same_time() {
    let server = Server::start().await;
    let mut observer = server.session().await;
    observer
        .run(
            "INSERT INTO lead_generation_campaigns (id, name, owner_id)
             SELECT ('c0000000-0000-0000-0000-00000000000' || n)::uuid, 'Campaign ' || n, 'a0000000-0000-0000-0000-000000000001'
             FROM generate_series(2, 4) AS g (n);
             INSERT INTO domain_generation_campaign_params
                 (campaign_id, pattern_type, variable_length, character_set, tld, num_domains_to_generate, total_possible_combinations)
             SELECT id, 'prefix_variable', 3, 'abcdefghij', 'com', 250, 1000 FROM lead_generation_campaigns;",
        )
        .await;

    let start = Arc::new(Barrier::new(8));
    let mut workers = Vec::new();
    for worker in 0..8 {
        let mut session = server.session().await;
        let start = Arc::clone(&start);
        workers.push(tokio::spawn(async move {
            start.wait().await;
            let campaign = worker % 4 + 1;
            let reserve = format!(
                "SELECT g.n FROM reserve_domain_offsets('c0000000-0000-0000-0000-00000000000{campaign}', 7) AS r
                 CROSS JOIN LATERAL generate_series(r.first_offset, r.end_offset - 1) AS g (n)"
            );
            let mut mine: Vec<i64> = Vec::new();
            loop {
                let reserved: Vec<i64> =
                    sqlx::query_scalar(AssertSqlSafe(reserve.clone())).fetch_all(&mut session.connection).await.unwrap();
                if reserved.is_empty() {
                    return mine;
                }
                mine.extend(reserved);
            }
        }));
    }
    let mut reserved = Vec::new();
    for worker in workers {
        reserved.extend(worker.await.unwrap());
    }
    reserved.sort_unstable();
    assert_eq!(reserved, (0..1000).collect::<Vec<i64>>());
}
