//! The stores of the reference schema on a real server, through a pool, a connection and a transaction: what each
//! function does, on a few tables that have something of everything. `stores_properties.rs` takes all tables.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::cast_lossless,
    reason = "the numbers of these tests are small"
)]

use std::future::poll_fn;

use chrono::{DateTime, Utc};
use futures_core::stream::BoxStream;
use schemactl_generated::composites::DnsMxRecord;
use schemactl_generated::domains::Sha256Digest;
use schemactl_generated::enums::{
    DomainDnsStatusEnum, JobTypeEnum, PhaseTypeEnum, ProxyProtocolEnum, SessionEndReasonEnum, UserRoleEnum,
};
use schemactl_generated::errors::{CampaignPhaseError, UserError, UserSessionError};
use schemactl_generated::models::{
    CampaignPhasePatch, NewCampaignPhase, NewDnsValidationResult, NewGeneratedDomain, NewJobWorker,
    NewLeadGenerationCampaign, NewProxy, NewProxyPool, NewProxyPoolMembership, NewRateLimit, NewUser,
    NewUserSession, User, UserPatch, UserSession, UserSessionPatch,
};
use schemactl_generated::stores::{
    campaign_phases, dns_validation_results, generated_domains, job_workers, lead_generation_campaigns,
    proxies, proxy_pool_memberships, proxy_pools, rate_limits, user_sessions, users,
};
use schemactl_generated::support::Change;
use schemactl_live::{Shadow, ShadowDatabase};
use schemactl_tests::reference;
use sqlx::postgres::{PgConnection, PgPoolOptions};
use sqlx::{Connection, PgPool};
use uuid::Uuid;

struct World {
    _shadow: Shadow,
    database: ShadowDatabase,
    pool: PgPool,
}

impl World {
    async fn start() -> Self {
        let (shadow, database) = reference::server().await;
        let pool =
            PgPoolOptions::new().max_connections(2).connect_with(database.options.clone()).await.unwrap();
        Self { _shadow: shadow, database, pool }
    }

    async fn connect(&self) -> PgConnection {
        self.database.connect().await.unwrap()
    }
}

/// Runs one scenario on each kind of executor; `$db` may be named as often as it likes.
macro_rules! on_each_executor {
    ($world:expr, $scenario:ident) => {{
        $scenario!(&$world.pool, "pool");
        let mut connection = $world.connect().await;
        $scenario!(&mut connection, "connection");
        let mut transaction = connection.begin().await.unwrap();
        $scenario!(&mut *transaction, "transaction");
        transaction.commit().await.unwrap();
    }};
}

async fn all<T>(mut stream: BoxStream<'_, Result<T, sqlx::Error>>) -> Vec<T> {
    let mut found = Vec::new();
    while let Some(row) = poll_fn(|context| stream.as_mut().poll_next(context)).await {
        found.push(row.unwrap());
    }
    found
}

/// A time that the server keeps as it is.
fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000 + seconds, 123_456_000).unwrap()
}

fn digest(byte: u8) -> Sha256Digest {
    Sha256Digest(vec![byte; 32])
}

fn new_user(name: &str) -> NewUser {
    NewUser::new(format!("{name}@example.org"), name, "Lovelace", "hash")
}

fn new_session(user: &User, byte: u8) -> NewUserSession {
    NewUserSession::new(user.id, digest(byte), "10.0.0.0/8".parse().unwrap(), at(1_000_000_000))
}

#[tokio::test]
async fn a_row_is_inserted_found_changed_and_deleted() {
    let world = World::start().await;
    macro_rules! scenario {
        ($db:expr, $name:literal) => {{
            let before = users::count($db).await.unwrap();
            let new = new_user($name)
                .with_role(UserRoleEnum::Admin)
                .with_last_login_address("::1".parse().unwrap());
            let user = users::insert($db, &new).await.unwrap();
            assert_eq!(
                (user.email.as_str(), user.full_name.as_str(), user.role, user.is_active, user.locked_until),
                (
                    concat!($name, "@example.org"),
                    concat!($name, " Lovelace"),
                    UserRoleEnum::Admin,
                    true,
                    None
                )
            );
            assert_eq!(users::get($db, user.id).await.unwrap().as_ref(), Some(&user));
            assert_eq!(users::get($db, Uuid::nil()).await.unwrap(), None);
            assert_eq!(
                (users::exists($db, user.id).await.unwrap(), users::exists($db, Uuid::nil()).await.unwrap()),
                (true, false)
            );
            assert_eq!(users::count($db).await.unwrap(), before + 1);
            assert!(all(users::stream($db)).await.contains(&user));

            // Set, NULL, leave.
            let patch = UserPatch {
                first_name: Some("Augusta".to_owned()),
                avatar_url: Change::Set("https://example.org/a.png".to_owned()),
                last_login_address: Change::Null,
                ..UserPatch::default()
            };
            let changed = users::update($db, user.id, &patch).await.unwrap().unwrap();
            let expected = User {
                first_name: "Augusta".to_owned(),
                full_name: "Augusta Lovelace".to_owned(),
                avatar_url: Some("https://example.org/a.png".to_owned()),
                last_login_address: None,
                updated_at: changed.updated_at,
                ..user.clone()
            };
            assert_eq!(changed, expected);
            assert_eq!(users::get($db, user.id).await.unwrap(), Some(expected.clone()));
            assert_eq!(users::update($db, user.id, &UserPatch::default()).await.unwrap(), Some(expected));
            assert_eq!(users::update($db, Uuid::nil(), &patch).await.unwrap(), None);
            assert_eq!(users::update($db, Uuid::nil(), &UserPatch::default()).await.unwrap(), None);

            let session = user_sessions::insert($db, &new_session(&user, $name.len() as u8)).await.unwrap();
            assert_eq!(
                user_sessions::get_by_token_hash($db, &session.token_hash).await.unwrap(),
                Some(session.clone())
            );
            assert!(user_sessions::exists_by_token_hash($db, &session.token_hash).await.unwrap());
            let ended = UserSessionPatch {
                end_reason: Change::Set(SessionEndReasonEnum::Logout),
                ended_at: Change::Set(at(5)),
                ..UserSessionPatch::default()
            };
            let ended = user_sessions::update($db, session.id, &ended).await.unwrap().unwrap();
            assert_eq!((ended.end_reason, ended.ended_at), (Some(SessionEndReasonEnum::Logout), Some(at(5))));
            assert!(user_sessions::delete_by_token_hash($db, &session.token_hash).await.unwrap());
            assert!(!user_sessions::delete_by_token_hash($db, &session.token_hash).await.unwrap());

            assert!(users::delete($db, user.id).await.unwrap());
            assert!(!users::delete($db, user.id).await.unwrap());
            assert_eq!(users::count($db).await.unwrap(), before);
        }};
    }
    on_each_executor!(world, scenario);
}

#[tokio::test]
async fn an_upsert_inserts_or_writes_what_is_given() {
    let world = World::start().await;
    macro_rules! scenario {
        ($db:expr, $name:literal) => {{
            let limit = NewRateLimit::new($name, "login").with_attempts(3).with_blocked_until(at(1));
            let first = rate_limits::upsert($db, &limit).await.unwrap();
            assert_eq!((first.attempts, first.blocked_until), (3, Some(at(1))));
            // What is left to its default stays; what can be NULL and is not given becomes NULL.
            let second = rate_limits::upsert($db, &NewRateLimit::new($name, "login")).await.unwrap();
            assert_eq!((second.attempts, second.blocked_until), (3, None));
            assert_eq!(second.window_started_at, first.window_started_at);
            let third = rate_limits::upsert($db, &limit.clone().with_attempts(4)).await.unwrap();
            assert_eq!((third.attempts, third.blocked_until), (4, Some(at(1))));

            // By a partial unique key: the row keeps its primary key.
            let byte = 100 + $name.len() as u8;
            let user = new_user(concat!("upsert-", $name))
                .with_email_verification_token_hash(digest(byte))
                .with_email_verification_expires_at(at(9));
            let user = users::upsert_by_email_verification_token_hash($db, &user).await.unwrap();
            let again = new_user(concat!("other-", $name))
                .with_id(Uuid::nil())
                .with_email_verification_token_hash(digest(byte))
                .with_email_verification_expires_at(at(10));
            let again = users::upsert_by_email_verification_token_hash($db, &again).await.unwrap();
            assert_eq!((again.id, again.email_verification_expires_at), (user.id, Some(at(10))));
            assert_eq!(again.email, concat!("other-", $name, "@example.org"));
            assert_eq!(
                users::get_by_email_verification_token_hash($db, &digest(byte)).await.unwrap(),
                Some(again.clone())
            );
            // No row is in a partial key without its condition.
            let outside = new_user(concat!("none-", $name));
            let outside = users::upsert_by_email_verification_token_hash($db, &outside).await.unwrap();
            assert_ne!(outside.id, again.id);

            // All columns are the key: there is nothing to write, and the row comes back all the same.
            let pool = proxy_pools::insert($db, &NewProxyPool::new(concat!("pool-", $name))).await.unwrap();
            let proxy = NewProxy::new(concat!("proxy-", $name), ProxyProtocolEnum::Socks5, $name, 1080);
            let proxy = proxies::insert($db, &proxy.with_country_code("DE")).await.unwrap();
            assert_eq!(proxy.country_code.as_deref(), Some("DE"));
            let member = NewProxyPoolMembership::new(pool.id, proxy.id);
            let member_of = proxy_pool_memberships::upsert($db, &member).await.unwrap();
            assert_eq!(proxy_pool_memberships::upsert($db, &member).await.unwrap(), member_of);
        }};
    }
    on_each_executor!(world, scenario);
}

#[tokio::test]
async fn many_rows_are_inserted_in_their_order_with_defaults_for_all_some_or_none() {
    let world = World::start().await;
    macro_rules! scenario {
        ($db:expr, $name:literal) => {{
            assert_eq!(users::insert_many($db, &[]).await.unwrap(), []);
            let names: Vec<String> =
                (0..50).map(|number| format!("{}-{:02}", $name, (number * 37) % 50)).collect();
            let new: Vec<NewUser> = names
                .iter()
                .enumerate()
                .map(|(number, name)| match number % 3 {
                    0 => new_user(name),
                    1 => new_user(name).with_role(UserRoleEnum::Analyst).with_created_at(at(number as i64)),
                    _ => new_user(name)
                        .with_failed_login_attempts(7)
                        .with_mfa_backup_codes_encrypted(vec![0, 255]),
                })
                .collect();
            let rows = users::insert_many($db, &new).await.unwrap();
            let inserted: Vec<&str> = rows.iter().map(|row| row.first_name.as_str()).collect();
            assert_eq!(inserted, names);
            for (number, row) in rows.iter().enumerate() {
                let given = number % 3;
                assert_eq!(row.role, if given == 1 { UserRoleEnum::Analyst } else { UserRoleEnum::Viewer });
                assert_eq!(row.failed_login_attempts, if given == 2 { 7 } else { 0 });
                assert_eq!(row.mfa_backup_codes_encrypted, (given == 2).then(|| vec![0, 255]));
                assert_eq!(row.created_at == at(number as i64), given == 1);
                assert!(row.is_active);
            }
            // The same through one key, many at a time.
            let keys: Vec<Uuid> = rows.iter().map(|row| row.id).chain([Uuid::nil()]).collect();
            let found = users::get_many($db, &keys).await.unwrap();
            assert_eq!(found.len(), rows.len());
            assert!(rows.iter().all(|row| found[&row.id] == *row));

            // All defaults, each row the same columns, in one of which all is NULL.
            let sessions: Vec<NewUserSession> = (0..20)
                .map(|number| new_session(&rows[number % 4], 50 + (4 * number + $name.len() % 4) as u8))
                .collect();
            let sessions = user_sessions::insert_many($db, &sessions).await.unwrap();
            let of_first = user_sessions::list_by_user_id($db, rows[0].id).await.unwrap();
            assert_eq!(of_first.len(), 5);
            assert!(of_first.is_sorted_by_key(|session| session.id));
            let keys: Vec<Uuid> = rows[..6].iter().map(|row| row.id).collect();
            let by_user = user_sessions::list_by_user_ids($db, &keys).await.unwrap();
            assert_eq!((by_user.len(), by_user.get(&rows[0].id)), (4, Some(&of_first)));
            let all: Vec<&UserSession> = by_user.values().flatten().collect();
            assert!(all.len() == 20 && sessions.iter().all(|session| all.contains(&session)));
        }};
    }
    on_each_executor!(world, scenario);
}

#[tokio::test]
async fn arrays_of_texts_enums_addresses_and_composites_go_in_and_come_out() {
    let world = World::start().await;
    macro_rules! scenario {
        ($db:expr, $name:literal) => {{
            let types = [vec![JobTypeEnum::Analysis], JobTypeEnum::ALL.to_vec()];
            let workers: Vec<NewJobWorker> = (0..6_usize)
                .map(|number| {
                    NewJobWorker::new(
                        format!("{}-{number}", $name),
                        "host",
                        number as i32,
                        types[number % 2].clone(),
                    )
                })
                .collect();
            let rows = job_workers::insert_many($db, &workers).await.unwrap();
            for (number, row) in rows.iter().enumerate() {
                assert_eq!((row.process_id as usize, &row.job_types), (number, &types[number % 2]));
            }

            let owner = users::insert($db, &new_user(concat!("owner-", $name))).await.unwrap();
            let campaign = NewLeadGenerationCampaign::new("Shops", owner.id);
            let campaign = lead_generation_campaigns::insert($db, &campaign).await.unwrap();
            let domains: Vec<NewGeneratedDomain> = (0..3)
                .map(|number| NewGeneratedDomain::new(campaign.id, number, format!("{number}.com"), "com"))
                .collect();
            let domains = generated_domains::insert_many($db, &domains).await.unwrap();
            let record = |number| DnsMxRecord { preference: Some(number), exchange: None };
            let address = |text: &str| text.parse().unwrap();
            let result = |number: usize| {
                NewDnsValidationResult::new(campaign.id, domains[number].id, 1, DomainDnsStatusEnum::Ok)
            };
            let results = [
                result(0),
                result(1)
                    .with_mx_records(vec![record(1), record(2)])
                    .with_a_records(vec![address("10.0.0.1"), address("10.0.0.0/8")])
                    .with_txt_records(vec![String::new(), "a,{b}\"\\ NULL".to_owned()]),
                result(2).with_mx_records(vec![]).with_txt_records(vec!["last".to_owned()]),
            ];
            let rows = dns_validation_results::insert_many($db, &results).await.unwrap();
            assert_eq!(rows.iter().map(|row| row.mx_records.len()).collect::<Vec<_>>(), [0, 2, 0]);
            assert_eq!(rows[1].mx_records, [record(1), record(2)]);
            assert_eq!(rows[1].a_records, [address("10.0.0.1"), address("10.0.0.0/8")]);
            assert_eq!(rows[1].txt_records, ["", "a,{b}\"\\ NULL"]);
            assert_eq!(rows[2].txt_records, ["last"]);

            let keys: Vec<(Uuid, i64)> = domains.iter().map(|domain| (campaign.id, domain.id)).collect();
            let found =
                dns_validation_results::list_by_many_campaign_id_and_domain_id($db, &keys).await.unwrap();
            assert_eq!(found.len(), 3);
            assert_eq!(found[&keys[1]], [rows[1].clone()]);
            let keys: Vec<(Uuid, i64)> = keys.into_iter().skip(1).collect();
            assert_eq!(generated_domains::get_many($db, &keys).await.unwrap().len(), 2);
        }};
    }
    on_each_executor!(world, scenario);
}

#[tokio::test]
async fn copy_takes_rows_that_give_different_columns() {
    let world = World::start().await;
    let mut pooled = world.pool.acquire().await.unwrap();
    let mut connection = world.connect().await;
    let mut other = world.connect().await;
    let mut transaction = other.begin().await.unwrap();
    for (number, db) in [&mut *pooled, &mut connection, &mut *transaction].into_iter().enumerate() {
        assert_eq!(users::copy_in(db, &[]).await.unwrap(), 0);
        let name = |row: usize| format!("copied-{number}-{row}");
        let new: Vec<NewUser> = (0..30)
            .map(|row| match row % 3 {
                0 => new_user(&name(row)),
                1 => new_user(&name(row)).with_role(UserRoleEnum::Operator),
                _ => new_user(&name(row))
                    .with_id(Uuid::from_u128((number * 100 + row) as u128))
                    .with_last_login_address("2001:db8::/32".parse().unwrap())
                    .with_created_at(at(row as i64)),
            })
            .collect();
        assert_eq!(users::copy_in(db, &new).await.unwrap(), 30);
        assert_eq!(users::count(&mut *db).await.unwrap(), 30 * (number as i64 + 1));
        let row = users::get(&mut *db, Uuid::from_u128((number * 100 + 2) as u128)).await.unwrap().unwrap();
        assert_eq!((row.created_at, row.role, row.first_name), (at(2), UserRoleEnum::Viewer, name(2)));

        let workers = [
            NewJobWorker::new(name(1), "host", 1, JobTypeEnum::ALL.to_vec()),
            NewJobWorker::new(name(2), "host", 2, vec![JobTypeEnum::Analysis]).with_capacity(9),
        ];
        assert_eq!(job_workers::copy_in(db, &workers).await.unwrap(), 2);
        let worker = job_workers::get(&mut *db, &name(1)).await.unwrap().unwrap();
        assert_eq!((worker.job_types, worker.capacity), (JobTypeEnum::ALL.to_vec(), 1));

        // One that is refused leaves nothing of any kind behind, and the connection goes on.
        let refused = [new_user(&name(100)), new_user("nobody").with_failed_login_attempts(-1)];
        let error = users::copy_in(db, &refused).await.unwrap_err();
        assert!(matches!(error, UserError::FailedLoginAttemptsInvalid), "{error:?}");
        assert!(!all(users::stream(&mut *db)).await.iter().any(|user| user.first_name == name(100)));
    }
    transaction.commit().await.unwrap();
}

#[tokio::test]
async fn a_locked_row_is_waited_for_or_passed_over() {
    let world = World::start().await;
    let user = users::insert(&world.pool, &new_user("ada")).await.unwrap();
    let (mut first, mut second) = (world.connect().await, world.connect().await);
    let mut holder = first.begin().await.unwrap();
    assert_eq!(users::get_for_update(&mut *holder, user.id).await.unwrap(), Some(user.clone()));
    assert_eq!(users::get_for_update_skip_locked(&mut second, user.id).await.unwrap(), None);
    sqlx::query("SET lock_timeout = '1ms'").execute(&mut second).await.unwrap();
    let error = users::get_for_update(&mut second, user.id).await.unwrap_err();
    assert_eq!(
        error.as_database_error().and_then(sqlx::error::DatabaseError::code).as_deref(),
        Some("55P03")
    );
    // A plain read does not wait.
    assert_eq!(users::get(&mut second, user.id).await.unwrap(), Some(user.clone()));
    holder.rollback().await.unwrap();
    assert_eq!(users::get_for_update_skip_locked(&mut second, user.id).await.unwrap(), Some(user.clone()));
    assert_eq!(users::get_for_update(&mut second, user.id).await.unwrap(), Some(user));
    assert_eq!(users::get_for_update(&mut second, Uuid::nil()).await.unwrap(), None);
}

#[tokio::test]
async fn what_is_violated_is_a_variant() {
    let world = World::start().await;
    let user = users::insert(&world.pool, &new_user("ada")).await.unwrap();
    let taken = users::insert(&world.pool, &new_user("ADA")).await.unwrap_err();
    assert!(matches!(taken, UserError::EmailLowerTaken), "{taken:?}");
    let invalid = UserPatch { email: Some("no address".to_owned()), ..UserPatch::default() };
    let invalid = users::update(&world.pool, user.id, &invalid).await.unwrap_err();
    assert!(matches!(invalid, UserError::EmailFormatViolated), "{invalid:?}");
    let missing = User { id: Uuid::nil(), ..user.clone() };
    let missing = user_sessions::insert(&world.pool, &new_session(&missing, 1)).await.unwrap_err();
    assert!(matches!(missing, UserSessionError::UserNotFound), "{missing:?}");
    let short = NewUserSession { token_hash: Sha256Digest(vec![1]), ..new_session(&user, 1) };
    let short = user_sessions::insert_many(&world.pool, &[short]).await.unwrap_err();
    assert!(matches!(short, UserSessionError::Sha256DigestInvalid), "{short:?}");
    let campaign = NewLeadGenerationCampaign::new("Shops", user.id);
    lead_generation_campaigns::insert(&world.pool, &campaign).await.unwrap();
    let referenced = users::delete(&world.pool, user.id).await.unwrap_err();
    assert!(matches!(referenced, UserError::ReferencedByLeadGenerationCampaign), "{referenced:?}");
    // What is no constraint stays what sqlx says, and what is too long is not cut.
    let long = users::insert(&world.pool, &NewUser { first_name: "x".repeat(101), ..new_user("long") })
        .await
        .unwrap_err();
    let UserError::Sqlx(long) = long else { panic!("{long:?}") };
    assert_eq!(long.as_database_error().and_then(sqlx::error::DatabaseError::code).as_deref(), Some("22001"));
}

#[tokio::test]
async fn a_constraint_that_is_deferred_to_the_commit_is_a_variant_too() {
    let world = World::start().await;
    let owner = users::insert(&world.pool, &new_user("ada")).await.unwrap();
    let campaign = NewLeadGenerationCampaign::new("Shops", owner.id);
    let campaign = lead_generation_campaigns::insert(&world.pool, &campaign).await.unwrap();
    let phase = |kind, place| NewCampaignPhase::new(campaign.id, kind, place);
    let first = campaign_phases::insert(&world.pool, &phase(PhaseTypeEnum::DnsValidation, 1)).await.unwrap();
    campaign_phases::insert(&world.pool, &phase(PhaseTypeEnum::Analysis, 2)).await.unwrap();

    let second_place = CampaignPhasePatch { phase_order: Some(2), ..CampaignPhasePatch::default() };
    let mut transaction = world.pool.begin().await.unwrap();
    sqlx::query("SET CONSTRAINTS ALL DEFERRED").execute(&mut *transaction).await.unwrap();
    campaign_phases::update(&mut *transaction, first.id, &second_place).await.unwrap();
    let error = CampaignPhaseError::from(transaction.commit().await.unwrap_err());
    assert!(matches!(error, CampaignPhaseError::CampaignIdPhaseOrderTaken), "{error:?}");
    let error = campaign_phases::update(&world.pool, first.id, &second_place).await.unwrap_err();
    assert!(matches!(error, CampaignPhaseError::CampaignIdPhaseOrderTaken), "{error:?}");
}

#[tokio::test]
async fn a_row_of_any_statement_is_read_by_the_names_of_its_columns() {
    let world = World::start().await;
    let new = new_user("ada");
    let ada = users::insert(&world.pool, &new).await.unwrap();
    let by_name = |columns: &str| {
        let sql = format!("SELECT {columns} FROM users WHERE id = $1");
        sqlx::query_as::<_, User>(sqlx::AssertSqlSafe(sql)).bind(ada.id).fetch_one(&world.pool)
    };
    let (columns,): (Vec<String>,) = sqlx::query_as(
        "SELECT array_agg(quote_ident(attname) ORDER BY attnum DESC) FROM pg_attribute
         WHERE attrelid = 'users'::regclass AND attnum > 0 AND NOT attisdropped",
    )
    .fetch_one(&world.pool)
    .await
    .unwrap();
    assert_eq!(by_name(&columns.join(", ")).await.unwrap(), ada);
    assert_eq!(by_name(&format!("1 AS another, {}", columns.join(", "))).await.unwrap(), ada);
    let missing = by_name(&columns[1..].join(", ")).await.unwrap_err();
    assert!(matches!(&missing, sqlx::Error::ColumnNotFound(name) if *name == columns[0]), "{missing}");
    let other = by_name("*, 1 AS another").await.unwrap();
    assert_eq!(other, ada);
    let mistyped: Vec<String> = columns
        .iter()
        .map(|name| if name == "email" { "1::int AS email".to_owned() } else { name.clone() })
        .collect();
    let mistyped = by_name(&mistyped.join(", ")).await.unwrap_err();
    assert!(matches!(mistyped, sqlx::Error::ColumnDecode { .. }), "{mistyped}");
}

#[tokio::test]
async fn a_column_that_has_another_type_than_the_schema_says_is_an_error_even_behind_a_null() {
    let world = World::start().await;
    let ada = users::insert(&world.pool, &new_user("ada")).await.unwrap();
    let grace = users::insert(&world.pool, &new_user("grace")).await.unwrap();
    sqlx::raw_sql("ALTER TABLE users ALTER avatar_url TYPE bytea USING NULL")
        .execute(&world.pool)
        .await
        .unwrap();
    // A new connection has no statement of the table as it was.
    let mut db = world.connect().await;
    assert_eq!(users::get(&mut db, ada.id).await.unwrap(), Some(ada));
    sqlx::query("UPDATE users SET avatar_url = 'text' WHERE id = $1")
        .bind(grace.id)
        .execute(&mut db)
        .await
        .unwrap();
    let mut stream = users::stream(&mut db);
    let mut rows = Vec::new();
    while let Some(row) = poll_fn(|context| stream.as_mut().poll_next(context)).await {
        rows.push(row);
    }
    // The row that was updated lies behind the other.
    assert!(matches!(rows[..], [Ok(_), Err(sqlx::Error::ColumnDecode { .. })]), "{rows:?}");
}
