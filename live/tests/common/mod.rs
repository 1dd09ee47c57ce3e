//! One server for a test binary; a database for a test.
#![allow(dead_code, reason = "each test binary uses its own part")]
#![allow(clippy::unwrap_used, reason = "a test fails by it")]

use schemactl_live::{Shadow, ShadowDatabase, ShadowOptions};
use tokio::sync::OnceCell;

/// The server of this binary. It is never dropped: the watchdog removes it when the binary ends.
pub(crate) async fn shadow() -> &'static Shadow {
    static SHADOW: OnceCell<Shadow> = OnceCell::const_new();
    SHADOW.get_or_init(|| async { Shadow::start(&ShadowOptions::default()).await.unwrap() }).await
}

pub(crate) async fn database(name: &str) -> ShadowDatabase {
    shadow().await.database(name).await.unwrap()
}
