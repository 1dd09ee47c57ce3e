//! `CREATE LANGUAGE`, `CREATE TRANSFORM`, `CREATE ACCESS METHOD` and `CREATE CONVERSION`.

use super::Replayer;
use super::callee::{Callee, same_type};
use super::option::{flag, word};
use super::stop::{Applied, Result, Stop, not_modelled};
use crate::catalog::{
    DataType, DefinedKind, FunctionKind, Property, PropertyValue, TypeBase, TypeKind, Volatility, property,
};
use crate::expression::typing::facts;
use crate::source::Span;
use crate::syntax::tree::{
    CreateAccessMethod, CreateConversion, CreateExtension, CreateLanguage, CreateTransform, Name,
    QualifiedName, RoutineSignature, TypeName,
};

/// The built-in type of an internal name, for signatures that are fixed.
fn fixed(names: &[&str]) -> Vec<DataType> {
    names
        .iter()
        .filter_map(|name| match name.strip_suffix("[]") {
            Some(element) => DataType::builtin(element).map(|ty| DataType { dimensions: 1, ..ty }),
            None => DataType::builtin(name),
        })
        .collect()
}

impl Replayer<'_> {
    /// A function of a fixed signature, kept by its name; the code is for one that returns something else.
    pub(super) fn fixed_callee(
        &self,
        name: &QualifiedName,
        arguments: &[&str],
        returns: Option<(&str, &'static str)>,
    ) -> Result<PropertyValue> {
        let callee = self.callee(name, Some(&fixed(arguments)))?;
        if let Some((ty, state)) = returns
            && !callee.returns(ty)
        {
            let message = format!("function {} must return type {ty}", Self::display_name(name));
            return Err(Stop::refused(state, name.span(), message));
        }
        Ok(callee.by_name())
    }

    pub(super) fn create_language(&mut self, create: &CreateLanguage, span: Span) -> Result<Applied> {
        let name = &create.name;
        let Some(handler) = &create.handler else {
            // Without a handler, the language is an extension.
            let extension = CreateExtension {
                name: name.clone(),
                if_not_exists: create.or_replace,
                schema: None,
                version: None,
                cascade: false,
            };
            return self.create_extension(&extension, span);
        };
        let mut properties = vec![
            Property::new(property::TRUSTED, flag(create.trusted)),
            Property::new(
                property::HANDLER,
                self.fixed_callee(handler, &[], Some(("language_handler", "42809")))?,
            ),
        ];
        for (attribute, function, argument) in
            [(property::INLINE, &create.inline, "internal"), (property::VALIDATOR, &create.validator, "oid")]
        {
            if let Some(function) = function {
                properties.push(Property::new(attribute, self.fixed_callee(function, &[argument], None)?));
            }
        }
        let found = self.catalog.defined_named(DefinedKind::Language, None, &name.text).first().copied();
        match found {
            Some(id) if create.or_replace => {
                for part in &properties {
                    self.mark(id.into(), part.attribute, span);
                }
                self.catalog.properties.insert(id.into(), properties);
                self.catalog.link(id.into());
            }
            Some(id) => return Err(self.taken(DefinedKind::Language, &name.text, name.span, id)),
            None if self.system_object(DefinedKind::Language, None, &name.text, None) => {
                if create.or_replace {
                    return Err(not_modelled("a language of PostgreSQL or of an extension", name.span));
                }
                let message = format!("language \"{}\" already exists", name.text);
                return Err(Stop::refused("42710", name.span, message));
            }
            None => {
                self.define(DefinedKind::Language, None, &name.text, None, properties, span);
            }
        }
        Ok(Applied::Schema)
    }

    pub(super) fn create_access_method(
        &mut self,
        create: &CreateAccessMethod,
        span: Span,
    ) -> Result<Applied> {
        let (name, kind) = (&create.name, DefinedKind::AccessMethod);
        self.defined_free(kind, None, &name.text, name.span)?;
        if self.system_object(kind, None, &name.text, None) {
            let message = format!("access method \"{}\" already exists", name.text);
            return Err(Stop::refused("42710", name.span, message));
        }
        let (ty, result) =
            if create.index { ("INDEX", "index_am_handler") } else { ("TABLE", "table_am_handler") };
        let handler = self.fixed_callee(&create.handler, &["internal"], Some((result, "42809")))?;
        let properties =
            vec![Property::new(property::AM_TYPE, word(ty)), Property::new(property::HANDLER, handler)];
        self.define(kind, None, &name.text, None, properties, span);
        Ok(Applied::Schema)
    }

    /// The access method of a table, as `USING` names it.
    pub(super) fn table_method(&self, name: Option<&Name>) -> Result<Option<Box<str>>> {
        let Some(name) = name else { return Ok(None) };
        let of_tables = match self.method_property(name)? {
            PropertyValue::Object(id) => self.catalog.property(id, property::AM_TYPE) == Some(&word("TABLE")),
            _ => {
                let mut rows = facts::objects(&name.text).filter(|row| row.kind == "access method");
                rows.next().is_none_or(|row| row.words[0] == "t")
            }
        };
        if !of_tables {
            let message = format!("access method \"{}\" is not of type TABLE", name.text);
            return Err(Stop::refused("55000", name.span, message));
        }
        // What every table has anyway is not kept.
        Ok((name.as_str() != "heap").then(|| name.text.clone()))
    }

    pub(super) fn create_conversion(&mut self, create: &CreateConversion, span: Span) -> Result<Applied> {
        let schema = self.creation_schema(&create.name)?;
        let (name, at) = (&create.name.name.text, create.name.span());
        let encoding = |text: &str, which: &str| {
            encoding_name(text).ok_or_else(|| {
                Stop::refused("42704", at, format!("{which} encoding \"{text}\" does not exist"))
            })
        };
        let (from, to) = (encoding(&create.from, "source")?, encoding(&create.to, "destination")?);
        if from == "SQL_ASCII" || to == "SQL_ASCII" {
            let message = "encoding conversion to or from \"SQL_ASCII\" is not supported";
            return Err(Stop::refused("42P17", at, message));
        }
        let function = self.fixed_callee(&create.function, CONVERSION_ARGUMENTS, Some(("int4", "42P17")))?;
        self.defined_free(DefinedKind::Conversion, Some(schema), name, at)?;
        let properties = vec![
            Property::new(property::IS_DEFAULT, flag(create.default)),
            Property::new(property::FROM_ENCODING, PropertyValue::Literal(from.into())),
            Property::new(property::TO_ENCODING, PropertyValue::Literal(to.into())),
            Property::new(property::FUNCTION, function),
        ];
        if create.default {
            let taken = self.catalog.defined.iter().any(|(id, entry)| {
                entry.kind == DefinedKind::Conversion
                    && entry.schema == Some(schema)
                    && properties[..3]
                        .iter()
                        .all(|part| self.catalog.property(id.into(), part.attribute) == Some(&part.value))
            });
            if taken {
                let message = format!("default conversion for {from} to {to} already exists");
                return Err(Stop::refused("42710", at, message));
            }
        }
        self.define(DefinedKind::Conversion, Some(schema), name, None, properties, span);
        Ok(Applied::Schema)
    }

    /// A type that casts and transforms can be for; gives its printed name too.
    pub(super) fn no_pseudo_type(&self, name: &TypeName, which: &str) -> Result<(DataType, String)> {
        let ty = DataType { modifiers: Vec::new(), interval_fields: None, ..self.data_type(name)? };
        let printed = ty.print(&self.catalog);
        if self.is_pseudo_type(&ty) {
            let message = format!("{which}data type {printed} is a pseudo-type");
            return Err(Stop::refused("42809", name.span, message));
        }
        Ok((ty, printed))
    }

    /// Types that no column can have (documentation, "Pseudo-Types").
    #[expect(clippy::unused_self, reason = "asked as other questions about types are")]
    pub(super) fn is_pseudo_type(&self, ty: &DataType) -> bool {
        match &ty.base {
            TypeBase::Builtin(builtin) => {
                builtin.category == 'P' && !ty.is_array() || builtin.name == "unknown"
            }
            _ => false,
        }
    }

    /// `CREATE TYPE name;` and no more so far.
    pub(super) fn is_shell(&self, id: crate::catalog::TypeId) -> bool {
        matches!(self.catalog.types[id].kind, TypeKind::Base)
            && self.catalog.property(id.into(), property::BASE_TYPE).is_none()
    }

    pub(super) fn create_transform(&mut self, create: &CreateTransform, span: Span) -> Result<Applied> {
        let (ty, printed) = self.no_pseudo_type(&create.type_name, "")?;
        if let TypeBase::User(id) = ty.base
            && !ty.is_array()
            && matches!(self.catalog.types[id].kind, TypeKind::Domain(_))
        {
            let message = format!("data type {printed} is a domain");
            return Err(Stop::refused("42809", create.type_name.span, message));
        }
        let language = self.language_property(&create.language)?;
        let mut properties = vec![
            Property::new(property::TYPE, PropertyValue::Type(ty.clone())),
            Property::new(property::LANGUAGE, language.clone()),
        ];
        if let Some(signature) = &create.from_sql {
            let callee = self.transform_function(signature)?;
            if !callee.returns("internal") {
                let message = "return data type of FROM SQL function must be internal";
                return Err(Stop::refused("42P17", signature.span, message));
            }
            properties.push(Property::new(property::FROM_SQL, callee.by_signature(&self.catalog)));
        }
        if let Some(signature) = &create.to_sql {
            let callee = self.transform_function(signature)?;
            let returns = callee.known.as_ref().and_then(|known| known.returns.as_ref());
            if returns.is_some_and(|returns| !same_type(returns, &ty)) {
                let message = "return data type of TO SQL function must be the transform data type";
                return Err(Stop::refused("42P17", signature.span, message));
            }
            properties.push(Property::new(property::TO_SQL, callee.by_signature(&self.catalog)));
        }
        match self.transform_for(&ty, &language) {
            Some(id) if create.or_replace => {
                for part in &properties {
                    self.mark(id.into(), part.attribute, span);
                }
                self.catalog.properties.insert(id.into(), properties);
                self.catalog.link(id.into());
            }
            Some(_) => {
                let message = format!(
                    "transform for type {printed} language \"{}\" already exists",
                    create.language.text
                );
                return Err(Stop::refused("42710", create.type_name.span, message));
            }
            None => {
                self.define(DefinedKind::Transform, None, "", None, properties, span);
            }
        }
        Ok(Applied::Schema)
    }

    fn transform_function(&self, signature: &RoutineSignature) -> Result<Callee> {
        let callee = self.callee_of_signature(signature)?;
        let Some(known) = &callee.known else { return Ok(callee) };
        let internal = |ty: &DataType| ty.builtin_name() == Some("internal");
        let refusals = [
            (known.volatility == Volatility::Volatile, "transform function must not be volatile"),
            (known.kind != FunctionKind::Function, "transform function must be a normal function"),
            (known.set, "transform function must not return a set"),
            (known.arguments.len() != 1, "transform function must take one argument"),
            (
                !known.arguments.first().is_some_and(internal),
                "first argument of transform function must be type internal",
            ),
        ];
        match refusals.into_iter().find(|(wrong, _)| *wrong) {
            Some((_, message)) => Err(Stop::refused("42P17", signature.span, message)),
            None => Ok(callee),
        }
    }
}

/// What a conversion's function takes (documentation, "CREATE CONVERSION").
const CONVERSION_ARGUMENTS: &[&str] = &["int4", "int4", "cstring", "internal", "int4", "bool"];

/// The encodings and the names that each goes by, in lower case without signs (`pg_encname_tbl`).
const ENCODINGS: &[(&str, &[&str])] = &[
    ("SQL_ASCII", &["sqlascii"]),
    ("EUC_JP", &["eucjp"]),
    ("EUC_CN", &["euccn"]),
    ("EUC_KR", &["euckr"]),
    ("EUC_TW", &["euctw"]),
    ("EUC_JIS_2004", &["eucjis2004"]),
    ("UTF8", &["utf8", "unicode"]),
    ("MULE_INTERNAL", &["muleinternal"]),
    ("LATIN1", &["latin1", "iso88591"]),
    ("LATIN2", &["latin2", "iso88592"]),
    ("LATIN3", &["latin3", "iso88593"]),
    ("LATIN4", &["latin4", "iso88594"]),
    ("LATIN5", &["latin5", "iso88599"]),
    ("LATIN6", &["latin6", "iso885910"]),
    ("LATIN7", &["latin7", "iso885913"]),
    ("LATIN8", &["latin8", "iso885914"]),
    ("LATIN9", &["latin9", "iso885915"]),
    ("LATIN10", &["latin10", "iso885916"]),
    ("WIN1256", &["win1256", "windows1256"]),
    ("WIN1258", &["win1258", "windows1258", "abc", "tcvn", "tcvn5712", "vscii"]),
    ("WIN866", &["win866", "windows866", "alt"]),
    ("WIN874", &["win874", "windows874"]),
    ("KOI8R", &["koi8r", "koi8"]),
    ("WIN1251", &["win1251", "windows1251", "win"]),
    ("WIN1252", &["win1252", "windows1252"]),
    ("ISO_8859_5", &["iso88595"]),
    ("ISO_8859_6", &["iso88596"]),
    ("ISO_8859_7", &["iso88597"]),
    ("ISO_8859_8", &["iso88598"]),
    ("WIN1250", &["win1250", "windows1250"]),
    ("WIN1253", &["win1253", "windows1253"]),
    ("WIN1254", &["win1254", "windows1254"]),
    ("WIN1255", &["win1255", "windows1255"]),
    ("WIN1257", &["win1257", "windows1257"]),
    ("KOI8U", &["koi8u"]),
    ("SJIS", &["sjis", "shiftjis", "mskanji", "win932", "windows932"]),
    ("BIG5", &["big5", "win950", "windows950"]),
    ("GBK", &["gbk", "win936", "windows936"]),
    ("UHC", &["uhc", "win949", "windows949"]),
    ("GB18030", &["gb18030"]),
    ("JOHAB", &["johab"]),
    ("SHIFT_JIS_2004", &["shiftjis2004"]),
];

/// The name of an encoding as `pg_encoding_to_char` prints it.
fn encoding_name(text: &str) -> Option<&'static str> {
    let bare: String =
        text.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
    ENCODINGS.iter().find(|(_, names)| names.contains(&&*bare)).map(|(name, _)| *name)
}
