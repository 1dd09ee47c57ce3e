//! Constraints of columns, tables and domains, and what a column may carry beside its type.

use super::cursor::{Cursor, Parse};
use crate::source::Span;
use crate::syntax::keywords::KeywordClass;
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    ColumnConstraint, ColumnConstraintKind, ConstraintAttributes, ExcludeConstraint, GeneratedKind,
    IndexConstraint, MatchKind, Name, QualifiedName, References, ReferentialAction, Spanned, TableConstraint,
    TableConstraintKind,
};

/// Which attributes a kind of constraint may have.
struct Allowed {
    kind: &'static str,
    deferrable: bool,
    not_valid: bool,
    no_inherit: bool,
    not_enforced: bool,
}

const CHECK: Allowed =
    Allowed { kind: "CHECK", deferrable: false, not_valid: true, no_inherit: true, not_enforced: true };
const NOT_NULL: Allowed =
    Allowed { kind: "NOT NULL", deferrable: false, not_valid: true, no_inherit: true, not_enforced: false };
const UNIQUE: Allowed =
    Allowed { kind: "UNIQUE", deferrable: true, not_valid: false, no_inherit: false, not_enforced: false };
const PRIMARY_KEY: Allowed = Allowed { kind: "PRIMARY KEY", ..UNIQUE };
const EXCLUDE: Allowed = Allowed { kind: "EXCLUDE", ..UNIQUE };
const FOREIGN_KEY: Allowed =
    Allowed { kind: "FOREIGN KEY", deferrable: true, not_valid: true, no_inherit: false, not_enforced: true };

/// What stands after a column's type.
#[derive(Default)]
pub(crate) struct ColumnQualities {
    pub(crate) constraints: Vec<ColumnConstraint>,
    pub(crate) collation: Option<Spanned<QualifiedName>>,
}

impl Cursor<'_> {
    /// Everything that may follow a column's type, in any order (`ColQualList`).
    pub(crate) fn column_qualities(&mut self) -> Parse<ColumnQualities> {
        let mut found = ColumnQualities::default();
        loop {
            let start = self.here();
            if let Some(collation) = self.collation()? {
                if found.collation.is_some() {
                    return self.refuse_with(start, "multiple COLLATE clauses not allowed");
                }
                found.collation = Some(collation);
                continue;
            }
            let mut attributes = ConstraintAttributes::default();
            if self.column_attribute(&mut attributes)? {
                let span = self.since(start);
                let Some(last) = found.constraints.last_mut() else {
                    return self.refuse_with(span, misplaced(&attributes));
                };
                if matches!(
                    last.kind,
                    ColumnConstraintKind::Null
                        | ColumnConstraintKind::Default(_)
                        | ColumnConstraintKind::Identity { .. }
                        | ColumnConstraintKind::Generated { .. }
                ) {
                    return self.refuse_with(span, misplaced(&attributes));
                }
                merge(&mut last.attributes, &attributes);
                last.span = last.span.to(span);
                continue;
            }
            match self.column_constraint()? {
                Some(constraint) => found.constraints.push(constraint),
                None => return Ok(found),
            }
        }
    }

    /// An attribute of the constraint before it (`ConstraintAttr`).
    fn column_attribute(&mut self, attributes: &mut ConstraintAttributes) -> Parse<bool> {
        let start = self.here();
        let words: &[(&[&'static str], u8)] = &[
            (&["NOT", "DEFERRABLE"], 0),
            (&["DEFERRABLE"], 1),
            (&["INITIALLY", "DEFERRED"], 2),
            (&["INITIALLY", "IMMEDIATE"], 3),
            (&["NOT", "ENFORCED"], 4),
            (&["ENFORCED"], 5),
        ];
        let Some(which) = self.eat_phrase(words) else {
            if self.nth_is(0, "INITIALLY") {
                self.bump();
                return self.refuse_wanting("DEFERRED");
            }
            return Ok(false);
        };
        let span = self.since(start);
        match which {
            0 | 1 => attributes.deferrable = Some(Spanned { value: which == 1, span }),
            2 | 3 => attributes.initially_deferred = Some(Spanned { value: which == 2, span }),
            _ => attributes.enforced = Some(Spanned { value: which == 5, span }),
        }
        Ok(true)
    }

    fn column_constraint(&mut self) -> Parse<Option<ColumnConstraint>> {
        let start = self.here();
        let name = if self.eat("CONSTRAINT") { Some(self.column_name()?) } else { None };
        let Some(kind) = self.column_constraint_kind()? else {
            return if name.is_some() { self.refuse() } else { Ok(None) };
        };
        let attributes = ConstraintAttributes::default();
        Ok(Some(ColumnConstraint { name, kind, attributes, span: self.since(start) }))
    }

    fn column_constraint_kind(&mut self) -> Parse<Option<ColumnConstraintKind>> {
        if self.eat("NOT") {
            self.expect("NULL")?;
            let no_inherit = self.eat_all(&["NO", "INHERIT"]);
            return Ok(Some(ColumnConstraintKind::NotNull { no_inherit }));
        }
        if self.eat("NULL") {
            return Ok(Some(ColumnConstraintKind::Null));
        }
        if self.eat("DEFAULT") {
            return Ok(Some(ColumnConstraintKind::Default(self.bounded_expression()?)));
        }
        if self.eat("CHECK") {
            let expression = self.expression_in_parens()?;
            let no_inherit = self.eat_all(&["NO", "INHERIT"]);
            return Ok(Some(ColumnConstraintKind::Check { expression, no_inherit }));
        }
        if self.eat("UNIQUE") {
            let nulls_not_distinct = self.nulls_not_distinct().is_some();
            let index =
                self.index_parameters(IndexConstraint { nulls_not_distinct, ..Default::default() })?;
            return Ok(Some(ColumnConstraintKind::Unique(index)));
        }
        if self.eat_then("PRIMARY", &["KEY"])? {
            return Ok(Some(ColumnConstraintKind::PrimaryKey(
                self.index_parameters(IndexConstraint::default())?,
            )));
        }
        if self.is("REFERENCES") {
            return Ok(Some(ColumnConstraintKind::References(self.references()?)));
        }
        if self.eat("GENERATED") {
            return self.generated().map(Some);
        }
        Ok(None)
    }

    fn generated(&mut self) -> Parse<ColumnConstraintKind> {
        let when = self.here();
        let always = self.eat("ALWAYS");
        if !always {
            self.expect_all(&["BY", "DEFAULT"])?;
        }
        let when = self.since(when);
        self.expect("AS")?;
        if self.eat("IDENTITY") {
            let options = if self.kind() == TokenKind::LeftParen {
                self.sequence_options_in_parens()?
            } else {
                Vec::new()
            };
            return Ok(ColumnConstraintKind::Identity { always, options });
        }
        if self.kind() == TokenKind::LeftParen && !always {
            return self.refuse_with(when, "for a generated column, GENERATED ALWAYS must be specified");
        }
        let expression = self.expression_in_parens()?;
        let kind = self
            .eat_one(&[("STORED", GeneratedKind::Stored), ("VIRTUAL", GeneratedKind::Virtual)])
            .unwrap_or(GeneratedKind::Virtual);
        Ok(ColumnConstraintKind::Generated { expression, kind })
    }

    /// `NULLS [NOT] DISTINCT`; gives the place of `NULLS NOT DISTINCT`.
    pub(crate) fn nulls_not_distinct(&mut self) -> Option<Span> {
        let start = self.here();
        if self.eat_all(&["NULLS", "DISTINCT"]) {
            return None;
        }
        self.eat_all(&["NULLS", "NOT", "DISTINCT"]).then(|| self.since(start))
    }

    /// `WITH (…)` and `USING INDEX TABLESPACE` of a constraint with an index.
    fn index_parameters(&mut self, mut index: IndexConstraint) -> Parse<IndexConstraint> {
        index.options = self.with_definition()?;
        index.tablespace = self.index_tablespace()?;
        Ok(index)
    }

    fn index_tablespace(&mut self) -> Parse<Option<Name>> {
        if self.eat_all(&["USING", "INDEX", "TABLESPACE"]) { self.column_name().map(Some) } else { Ok(None) }
    }

    fn references(&mut self) -> Parse<References> {
        const MATCHES: &[(&str, MatchKind)] =
            &[("FULL", MatchKind::Full), ("PARTIAL", MatchKind::Partial), ("SIMPLE", MatchKind::Simple)];
        let start = self.here();
        self.expect("REFERENCES")?;
        let table = self.qualified_name()?;
        let (columns, period) = if self.kind() == TokenKind::LeftParen {
            self.columns_and_period()?
        } else {
            (Vec::new(), false)
        };
        let at = self.here();
        let mut matching = None;
        if self.eat("MATCH") {
            let Some(value) = self.eat_one(MATCHES) else { return self.refuse() };
            let span = self.since(at);
            if value == MatchKind::Partial {
                return self.refuse_unsupported(span, "MATCH PARTIAL not yet implemented");
            }
            matching = Some(Spanned { value, span });
        }
        let (mut on_delete, mut on_update) = (None, None);
        while self.is("ON") {
            let at = self.here();
            self.bump();
            let update = self.eat("UPDATE");
            if !update {
                self.expect("DELETE")?;
            }
            let value = self.referential_action()?;
            let span = self.since(at);
            let slot = if update { &mut on_update } else { &mut on_delete };
            if slot.is_some() {
                return self.refuse_with(span, "syntax error at or near \"ON\"");
            }
            let limited = match &value {
                ReferentialAction::SetNull(columns) if update && !columns.is_empty() => Some("SET NULL"),
                ReferentialAction::SetDefault(columns) if update && !columns.is_empty() => {
                    Some("SET DEFAULT")
                }
                _ => None,
            };
            if let Some(action) = limited {
                let message = format!("a column list with {action} is only supported for ON DELETE actions");
                return self.refuse_unsupported(span, message);
            }
            *slot = Some(Spanned { value, span });
        }
        Ok(References { table, columns, period, matching, on_delete, on_update, span: self.since(start) })
    }

    fn referential_action(&mut self) -> Parse<ReferentialAction> {
        if self.eat_then("NO", &["ACTION"])? {
            return Ok(ReferentialAction::NoAction);
        }
        if self.eat("RESTRICT") {
            return Ok(ReferentialAction::Restrict);
        }
        if self.eat("CASCADE") {
            return Ok(ReferentialAction::Cascade);
        }
        self.expect("SET")?;
        if self.eat("NULL") {
            return Ok(ReferentialAction::SetNull(self.optional_columns()?));
        }
        self.expect("DEFAULT")?;
        Ok(ReferentialAction::SetDefault(self.optional_columns()?))
    }

    /// `(a, b, PERIOD c)`; true if the last is a period.
    fn columns_and_period(&mut self) -> Parse<(Vec<Name>, bool)> {
        let mut period = false;
        let columns = self.in_parens(|cursor| {
            if period {
                return cursor.refuse_wanting(")");
            }
            if cursor.nth_is(0, "PERIOD") && cursor.nth_names(1, &[KeywordClass::ColumnName]) {
                cursor.bump();
                period = true;
            }
            cursor.column_name()
        })?;
        Ok((columns, period))
    }

    /// A table's constraint begins here.
    pub(crate) fn at_table_constraint(&mut self) -> bool {
        self.nth_in(0, &["CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN", "NOT"])
            || (self.nth_is(0, "EXCLUDE")
                && (self.nth_is(1, "USING") || self.nth_kind(1) == TokenKind::LeftParen))
    }

    /// `[CONSTRAINT name] …` of a table (`TableConstraint`).
    pub(crate) fn table_constraint(&mut self) -> Parse<TableConstraint> {
        let start = self.here();
        let name = if self.eat("CONSTRAINT") { Some(self.column_name()?) } else { None };
        let (mut kind, allowed) = self.table_constraint_kind()?;
        let attributes = self.constraint_attributes()?;
        self.check_attributes(&attributes, &allowed)?;
        if let TableConstraintKind::Check { no_inherit, .. }
        | TableConstraintKind::NotNull { no_inherit, .. } = &mut kind
        {
            *no_inherit = attributes.no_inherit.is_some();
        }
        Ok(TableConstraint { name, kind, attributes, span: self.since(start) })
    }

    fn table_constraint_kind(&mut self) -> Parse<(TableConstraintKind, Allowed)> {
        if self.eat("CHECK") {
            let expression = self.expression_in_parens()?;
            return Ok((TableConstraintKind::Check { expression, no_inherit: false }, CHECK));
        }
        if self.eat_then("NOT", &["NULL"])? {
            let column = self.column_name()?;
            return Ok((TableConstraintKind::NotNull { column, no_inherit: false }, NOT_NULL));
        }
        if self.eat("UNIQUE") {
            let nulls_not_distinct = self.nulls_not_distinct().is_some();
            let index = IndexConstraint { nulls_not_distinct, ..Default::default() };
            return Ok((TableConstraintKind::Unique(self.index_constraint(index)?), UNIQUE));
        }
        if self.eat_then("PRIMARY", &["KEY"])? {
            let index = self.index_constraint(IndexConstraint::default())?;
            return Ok((TableConstraintKind::PrimaryKey(index), PRIMARY_KEY));
        }
        if self.eat("EXCLUDE") {
            return Ok((TableConstraintKind::Exclude(self.exclude()?), EXCLUDE));
        }
        if self.eat_then("FOREIGN", &["KEY"])? {
            let (columns, period) = self.columns_and_period()?;
            let references = self.references()?;
            return Ok((TableConstraintKind::ForeignKey { columns, period, references }, FOREIGN_KEY));
        }
        self.refuse()
    }

    fn index_constraint(&mut self, mut index: IndexConstraint) -> Parse<IndexConstraint> {
        if !index.nulls_not_distinct && self.eat_all(&["USING", "INDEX"]) {
            index.using_index = Some(self.column_name()?);
            return Ok(index);
        }
        self.expect_sign(TokenKind::LeftParen)?;
        index.columns = self.list(Self::column_name)?;
        index.without_overlaps = self.eat_all(&["WITHOUT", "OVERLAPS"]);
        self.expect_sign(TokenKind::RightParen)?;
        index.include = self.include_columns()?;
        self.index_parameters(index)
    }

    fn include_columns(&mut self) -> Parse<Vec<Name>> {
        if self.eat("INCLUDE") { self.columns() } else { Ok(Vec::new()) }
    }

    fn exclude(&mut self) -> Parse<ExcludeConstraint> {
        let method = if self.eat("USING") { Some(self.column_name()?) } else { None };
        let elements = self.in_parens(|cursor| {
            let element = cursor.index_element()?;
            cursor.expect("WITH")?;
            let operator = cursor.operator_name()?;
            Ok((element, operator))
        })?;
        let include = self.include_columns()?;
        let options = self.with_definition()?;
        let tablespace = self.index_tablespace()?;
        let predicate = if self.eat("WHERE") { Some(self.expression_in_parens()?) } else { None };
        Ok(ExcludeConstraint { method, elements, include, options, tablespace, predicate })
    }

    /// Attributes of a table's constraint, of a trigger or of `ALTER CONSTRAINT` (`ConstraintAttributeSpec`).
    pub(crate) fn constraint_attributes(&mut self) -> Parse<ConstraintAttributes> {
        let mut attributes = ConstraintAttributes::default();
        loop {
            let start = self.here();
            if self.eat_all(&["NOT", "VALID"]) {
                attributes.not_valid = Some(self.since(start));
            } else if self.eat_all(&["NO", "INHERIT"]) {
                attributes.no_inherit = Some(self.since(start));
            } else {
                let mut one = ConstraintAttributes::default();
                if !self.column_attribute(&mut one)? {
                    return Ok(attributes);
                }
                let clash = differs(one.deferrable, attributes.deferrable)
                    || differs(one.initially_deferred, attributes.initially_deferred)
                    || differs(one.enforced, attributes.enforced);
                let span = self.since(start);
                merge(&mut attributes, &one);
                let deferred = attributes.initially_deferred.is_some_and(|flag| flag.value);
                if deferred && attributes.deferrable.is_some_and(|flag| !flag.value) {
                    return self
                        .refuse_with(span, "constraint declared INITIALLY DEFERRED must be DEFERRABLE");
                }
                if clash {
                    return self.refuse_with(span, "conflicting constraint properties");
                }
            }
        }
    }

    fn check_attributes(&self, attributes: &ConstraintAttributes, allowed: &Allowed) -> Parse<()> {
        let yes = |flag: Option<Spanned<bool>>| flag.filter(|flag| flag.value).map(|flag| flag.span);
        let no = |flag: Option<Spanned<bool>>| flag.filter(|flag| !flag.value).map(|flag| flag.span);
        let written = [
            (yes(attributes.deferrable), allowed.deferrable, "DEFERRABLE"),
            (yes(attributes.initially_deferred), allowed.deferrable, "DEFERRABLE"),
            (attributes.not_valid, allowed.not_valid, "NOT VALID"),
            (attributes.no_inherit, allowed.no_inherit, "NO INHERIT"),
            (no(attributes.enforced), allowed.not_enforced, "NOT ENFORCED"),
        ];
        for (span, fine, word) in written {
            if let (Some(span), false) = (span, fine) {
                let message = format!("{} constraints cannot be marked {word}", allowed.kind);
                return self.refuse_unsupported(span, message);
            }
        }
        Ok(())
    }
}

fn differs(new: Option<Spanned<bool>>, old: Option<Spanned<bool>>) -> bool {
    matches!((new, old), (Some(new), Some(old)) if new.value != old.value)
}

fn merge(into: &mut ConstraintAttributes, from: &ConstraintAttributes) {
    into.deferrable = from.deferrable.or(into.deferrable);
    into.initially_deferred = from.initially_deferred.or(into.initially_deferred);
    into.enforced = from.enforced.or(into.enforced);
}

fn misplaced(attributes: &ConstraintAttributes) -> String {
    let clause = match attributes {
        ConstraintAttributes { deferrable: Some(flag), .. } if flag.value => "DEFERRABLE",
        ConstraintAttributes { deferrable: Some(_), .. } => "NOT DEFERRABLE",
        ConstraintAttributes { initially_deferred: Some(flag), .. } if flag.value => "INITIALLY DEFERRED",
        ConstraintAttributes { initially_deferred: Some(_), .. } => "INITIALLY IMMEDIATE",
        ConstraintAttributes { enforced: Some(flag), .. } if flag.value => "ENFORCED",
        _ => "NOT ENFORCED",
    };
    format!("misplaced {clause} clause")
}
