//! Bodies of functions in SQL-standard form: statements with every name resolved, as `pg_proc.prosqlbody` keeps them.

use super::{Catalog, DataType, FunctionBody, FunctionId, ObjectId};
use crate::expression::tree::TextRange;
use crate::query::{
    CatalogScope, Environment, KeptAlias, Label, NameReference, Parameter, Refusal, Settled, analyse, parse,
};
use crate::syntax::lexer::{Lexer, TokenKind};

/// `RETURN expression` or `BEGIN ATOMIC … END` (documentation, "CREATE FUNCTION", `sql_body`).
#[derive(Clone, PartialEq, Debug)]
pub struct SqlBody {
    text: Settled,
    /// What its queries stand on without naming it.
    needs: Vec<ObjectId>,
}

/// As long as `SELECT`, so that places stay what they are.
const RETURN: &str = "RETURN";
const SELECT: &str = "SELECT";

impl SqlBody {
    /// A body whose names are not known.
    pub fn unresolved(text: &str) -> Self {
        let text =
            Settled { text: text.to_owned(), references: Vec::new(), labels: Vec::new(), kept: Vec::new() };
        Self { text, needs: Vec::new() }
    }

    /// The body with present names, valid wherever `search_path` names no schema of the catalog.
    pub fn print(&self, catalog: &Catalog) -> String {
        self.text.print(&|object, form| super::view::name_of(catalog, object, form))
    }

    /// The body as it was when the function was made, what stars stand for written out.
    pub fn written(&self) -> &str {
        &self.text.text
    }

    /// Everything that the body names or stands on; some more than once.
    pub fn targets(&self) -> impl Iterator<Item = ObjectId> + '_ {
        let named = self.text.references.iter().map(|reference| reference.target);
        named.chain(self.needs.iter().copied())
    }

    fn append(
        &mut self,
        text: &str,
        at: u32,
        environment: &Environment,
        scope: &CatalogScope,
    ) -> Result<(), Refusal> {
        let shift = |range: TextRange| TextRange::new(range.start + at, range.end + at);
        let moved = |refusal: Refusal| Refusal { range: shift(refusal.range), ..refusal };
        let query = parse(text).map_err(|error| {
            let refusal = Refusal::new("42601", error.message, error.range);
            moved(refusal.certain_if(!error.unread))
        })?;
        let analysis = analyse(&query, scope, environment).map_err(moved)?;
        let settled = analysis.settle(text);
        let base = self.text.text.len() as u32;
        let shift = |range: TextRange| TextRange::new(range.start + base, range.end + base);
        self.text.text.push_str(&settled.text);
        self.text.references.extend(
            settled.references.into_iter().map(|found| NameReference { range: shift(found.range), ..found }),
        );
        self.text.labels.extend(settled.labels.into_iter().map(|label| Label {
            at: label.at + base,
            named_by: shift(label.named_by),
            ..label
        }));
        self.text.kept.extend(settled.kept.into_iter().map(|mut names| {
            names.at += base;
            if let KeptAlias::Function { named_by, .. } = &mut names.alias {
                *named_by = shift(*named_by);
            }
            names
        }));
        self.needs.extend(analysis.dependencies);
        Ok(())
    }
}

/// The statements between `BEGIN ATOMIC` and `END`: where each begins and ends.
fn statements(text: &str) -> Vec<(usize, usize)> {
    let tokens: Vec<_> = Lexer::new(text)
        .filter(|token| !matches!(token.kind, TokenKind::Whitespace | TokenKind::Comment))
        .collect();
    let inner = tokens.get(2..tokens.len().saturating_sub(1)).unwrap_or_default();
    inner
        .split(|token| token.kind == TokenKind::Semicolon)
        .filter_map(|statement| Some((statement.first()?.start as usize, statement.last()?.end as usize)))
        .collect()
}

impl Catalog {
    /// Understands a body in a scope: `text` is `RETURN expression` or `BEGIN ATOMIC … END`, `path` where unqualified
    /// names are looked for. Refuses what PostgreSQL refuses; a refusal that is not certain depends on what the
    /// catalog does not know, or on a statement that is not read here.
    pub fn sql_body(
        &self,
        text: &str,
        path: Vec<Box<str>>,
        environment: &Environment,
    ) -> Result<SqlBody, Refusal> {
        let scope = CatalogScope::new(self, path);
        let mut body = SqlBody::unresolved("");
        if let Some(expression) = text.strip_prefix(RETURN) {
            body.append(&format!("{SELECT}{expression}"), 0, environment, &scope)?;
            body.text.text.replace_range(..SELECT.len(), RETURN);
            // An expression has no name.
            body.text.labels.clear();
            return Ok(body);
        }
        let mut at = 0;
        for (start, end) in statements(text) {
            body.text.text.push_str(text.get(at..start).unwrap_or(""));
            body.append(text.get(start..end).unwrap_or(""), start as u32, environment, &scope)?;
            at = end;
        }
        body.text.text.push_str(text.get(at..).unwrap_or(""));
        Ok(body)
    }

    /// What the body of a function can name beside the catalog: its parameters.
    pub fn body_environment<'a>(
        &self,
        name: &str,
        inputs: impl Iterator<Item = (Option<&'a str>, &'a DataType)>,
    ) -> Environment {
        let scope = CatalogScope::new(self, Vec::new());
        let parameters =
            inputs.map(|(name, ty)| Parameter { name: name.map(Into::into), ty: scope.type_ref(ty) });
        Environment {
            parameters: parameters.collect(),
            function: Some(name.into()),
            ..Environment::default()
        }
    }

    /// Gives a function that is there already the body that a server prints, every name with its schema. False
    /// when it cannot be understood; the text is kept then too.
    pub fn set_sql_body(&mut self, function: FunctionId, text: &str) -> bool {
        let entry = &self.functions[function];
        let inputs = entry.arguments.iter().filter(|argument| argument.mode.is_input());
        let inputs = inputs.map(|argument| (argument.name.as_deref(), &argument.ty));
        let environment = self.body_environment(&entry.name, inputs);
        let found = self.sql_body(text, self.open_path(), &environment).ok();
        let resolved = found.is_some();
        let body = found.unwrap_or_else(|| SqlBody::unresolved(text));
        self.functions[function].body = FunctionBody::Sql(Box::new(body));
        self.link(function.into());
        resolved
    }
}
