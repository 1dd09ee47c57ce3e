mod _2fa;
mod new_users;
mod options;
mod r#type;
mod results;
mod strings;
mod user_errors;
mod user_patches;
mod users;

pub use self::_2fa::_2fa2Error;
pub use self::new_users::NewUserError;
pub use self::options::OptionError;
pub use self::r#type::TypeError;
pub use self::results::ResultError;
pub use self::strings::StringError;
pub use self::user_errors::UserErrorError;
pub use self::user_patches::UserPatchError;
pub use self::users::UserError2;
