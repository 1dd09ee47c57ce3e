//! The generated crate against the reference schema on a real server: rows, enums and composites are read.

use schemactl_generated::composites::DnsMxRecord;
use schemactl_generated::enums::{JobStatusEnum, UserRoleEnum};
use schemactl_generated::models::User;
use schemactl_tests::reference;

#[tokio::test]
async fn generated_types_read_what_the_server_sends() {
    let (_shadow, database) = reference::server().await;
    let mut connection = database.connect().await.unwrap_or_else(|error| panic!("{error}"));

    let user: User = sqlx::query_as(
        "INSERT INTO users (email, first_name, last_name, password_hash, role) \
         VALUES ('a@example.org', 'Ada', 'L', 'x', 'admin') RETURNING *",
    )
    .fetch_one(&mut connection)
    .await
    .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((user.full_name.as_str(), user.role, user.locked_until), ("Ada L", UserRoleEnum::Admin, None));

    let (roles, states): (Vec<UserRoleEnum>, Vec<JobStatusEnum>) =
        sqlx::query_as("SELECT enum_range(NULL::user_role_enum), enum_range(NULL::job_status_enum)")
            .fetch_one(&mut connection)
            .await
            .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((roles.as_slice(), states.as_slice()), (&UserRoleEnum::ALL[..], &JobStatusEnum::ALL[..]));
    for role in UserRoleEnum::ALL {
        assert_eq!(role.to_string().parse(), Ok(role));
    }
    let unknown = "boss".parse::<UserRoleEnum>().map_err(|error| error.to_string());
    assert_eq!(unknown, Err("\"boss\" is no label of public.user_role_enum".to_owned()));

    let sent = vec![DnsMxRecord { preference: Some(10), exchange: Some("mx.example.org".to_owned()) }];
    let (given, returned): (Vec<DnsMxRecord>, Vec<DnsMxRecord>) =
        sqlx::query_as("SELECT ARRAY[ROW(10, 'mx.example.org')::dns_mx_record], $1::dns_mx_record[]")
            .bind(&sent)
            .fetch_one(&mut connection)
            .await
            .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((&given, &returned), (&sent, &sent));
}
