//! SeaORM with entities as `sea-orm-cli` makes them.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use schemactl_live::ShadowDatabase;
use sea_orm::ActiveValue::{NotSet, Set, Unchanged};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseConnection, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, SqlxPostgresConnector, TransactionTrait,
};
use uuid::Uuid;

use super::{Peer, Result, missing};
use crate::data;

/// `accounts` and its enum.
mod account {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "account_state")]
    pub enum AccountState {
        #[sea_orm(string_value = "invited")]
        Invited,
        #[sea_orm(string_value = "active")]
        Active,
        #[sea_orm(string_value = "suspended")]
        Suspended,
        #[sea_orm(string_value = "closed")]
        Closed,
    }

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "accounts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: i64,
        #[sea_orm(column_type = "Text", unique)]
        pub email: String,
        #[sea_orm(column_type = "Text", nullable)]
        pub display_name: Option<String>,
        pub state: AccountState,
        #[sea_orm(column_type = "Decimal(Some((14, 2)))")]
        pub balance: Decimal,
        #[sea_orm(column_type = "JsonBinary")]
        pub settings: Json,
        pub created_at: DateTimeUtc,
        pub closed_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// `events`.
mod event {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "events")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: i64,
        pub account_id: Uuid,
        #[sea_orm(column_type = "Text")]
        pub kind: String,
        #[sea_orm(column_type = "Decimal(Some((14, 2)))", nullable)]
        pub amount: Option<Decimal>,
        #[sea_orm(column_type = "JsonBinary")]
        pub detail: Json,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use account::AccountState;

const STATES: [AccountState; 4] =
    [AccountState::Invited, AccountState::Active, AccountState::Suspended, AccountState::Closed];

pub struct Sea {
    db: DatabaseConnection,
    /// Operations run on the transaction's connection. A pool asks a connection whether it still lives whenever it is
    /// given back, a round trip that would be counted against SeaORM.
    transaction: Option<DatabaseTransaction>,
}

impl Sea {
    fn on(&self) -> Result<&DatabaseTransaction> {
        Ok(self.transaction.as_ref().ok_or("no transaction")?)
    }
}

fn sum(rows: &[event::Model]) -> i64 {
    rows.iter().map(|row| row.number).sum()
}

impl Peer for Sea {
    const NAME: &'static str = "SeaORM";
    type NewAccount = account::ActiveModel;
    type NewEvent = event::ActiveModel;
    type Patch = account::ActiveModel;
    type Position = (DateTime<Utc>, Uuid);
    type NewReadings = ();

    async fn connect(database: &ShadowDatabase) -> Result<Self> {
        let pool = sqlx::postgres::PgPoolOptions::new().max_connections(1).test_before_acquire(false);
        let pool = pool.connect_with(database.options.clone()).await?;
        Ok(Self { db: SqlxPostgresConnector::from_sqlx_postgres_pool(pool), transaction: None })
    }

    fn new_account(account: &data::Account) -> account::ActiveModel {
        account::ActiveModel {
            id: Set(account.id),
            number: Set(account.number),
            email: Set(account.email.clone()),
            display_name: Set(account.display_name.clone()),
            state: Set(STATES[account.state]),
            balance: Set(account.balance),
            settings: Set(account.settings.clone()),
            created_at: Set(account.created_at),
            closed_at: Set(None),
        }
    }

    fn new_event(event: &data::Event) -> event::ActiveModel {
        event::ActiveModel {
            id: Set(event.id),
            number: Set(event.number),
            account_id: Set(event.account_id),
            kind: Set(event.kind.clone()),
            amount: Set(event.amount),
            detail: Set(event.detail.clone()),
            created_at: Set(event.created_at),
        }
    }

    fn patch(display_name: &str, balance: Decimal) -> account::ActiveModel {
        account::ActiveModel {
            id: NotSet,
            display_name: Set(Some(display_name.to_owned())),
            balance: Set(balance),
            ..Default::default()
        }
    }

    async fn position(&mut self, _: Uuid, at: (DateTime<Utc>, Uuid)) -> Result<Self::Position> {
        Ok(at)
    }

    fn new_readings(_: &[data::Reading]) -> Option<()> {
        None
    }

    async fn begin(&mut self) -> Result<()> {
        self.transaction = Some(self.db.begin().await?);
        Ok(())
    }

    async fn roll_back(&mut self) -> Result<()> {
        if let Some(transaction) = self.transaction.take() {
            transaction.rollback().await?;
        }
        Ok(())
    }

    async fn get(&mut self, id: Uuid) -> Result<i64> {
        let row = account::Entity::find_by_id(id).one(self.on()?).await?;
        Ok(row.ok_or_else(missing)?.number)
    }

    async fn get_by_email(&mut self, email: &str) -> Result<i64> {
        let row = account::Entity::find().filter(account::Column::Email.eq(email)).one(self.on()?).await?;
        Ok(row.ok_or_else(missing)?.number)
    }

    async fn insert(&mut self, new: account::ActiveModel) -> Result<i64> {
        Ok(new.insert(self.on()?).await?.number)
    }

    async fn insert_many(&mut self, new: Vec<event::ActiveModel>) -> Result<i64> {
        Ok(sum(&event::Entity::insert_many(new).exec_with_returning(self.on()?).await?))
    }

    async fn upsert(&mut self, new: account::ActiveModel) -> Result<i64> {
        use account::Column::{
            Balance, ClosedAt, CreatedAt, DisplayName, Email, Id, Number, Settings, State,
        };

        let written = [Number, Email, DisplayName, State, Balance, Settings, CreatedAt, ClosedAt];
        let conflict = OnConflict::column(Id).update_columns(written).to_owned();
        let insert = account::Entity::insert(new).on_conflict(conflict);
        Ok(insert.exec_with_returning(self.on()?).await?.number)
    }

    async fn update(&mut self, id: Uuid, mut patch: account::ActiveModel) -> Result<i64> {
        patch.id = Unchanged(id);
        Ok(patch.update(self.on()?).await?.number)
    }

    async fn list(&mut self, account: Uuid) -> Result<i64> {
        let rows = event::Entity::find()
            .filter(event::Column::AccountId.eq(account))
            .order_by_asc(event::Column::Id)
            .all(self.on()?)
            .await?;
        Ok(sum(&rows))
    }

    async fn page(&mut self, account: Uuid, at: Self::Position) -> Result<i64> {
        let mut cursor = event::Entity::find()
            .filter(event::Column::AccountId.eq(account))
            .cursor_by((event::Column::CreatedAt, event::Column::Id));
        let mut rows = cursor.desc().after(at).first(u64::from(data::PAGE) + 1).all(self.on()?).await?;
        rows.truncate(data::PAGE as usize);
        Ok(sum(&rows))
    }

    async fn copy(&mut self, (): &()) -> Result<u64> {
        Err("no COPY".into())
    }
}
