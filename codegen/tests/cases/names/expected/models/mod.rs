mod _2fa;
mod new_users;
mod options;
mod r#type;
mod results;
mod strings;
mod user_errors;
mod user_patches;
mod users;

pub use self::_2fa::{New2fa2, _2fa2, _2fa2Patch};
pub use self::new_users::{NewNewUser, NewUser, NewUserPatch};
pub use self::options::{NewOption, Option, OptionPatch};
pub use self::r#type::{NewType, Type, TypePatch};
pub use self::results::{NewResult, Result, ResultPatch};
pub use self::strings::{NewString, String, StringPatch};
pub use self::user_errors::{NewUserError2, UserError, UserErrorPatch};
pub use self::user_patches::{NewUserPatch2, UserPatch, UserPatchPatch};
pub use self::users::{NewUser2, User, UserPatch2};
