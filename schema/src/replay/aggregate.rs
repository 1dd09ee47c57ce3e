//! `CREATE AGGREGATE`.

use super::Replayer;
use super::callee::{Callee, Known, same_type};
use super::option::{boolean, integer, option, qualified_name, string, type_name, word};
use super::resolve::same_types;
use super::stop::{Applied, Result, Stop};
use crate::catalog::{
    Argument, ArgumentMode, Attribute, DataType, Function, FunctionBody, FunctionId, FunctionKind, Origins,
    Parallel, Property, PropertyValue, TypeBase, Volatility, property,
};
use crate::source::Span;
use crate::syntax::tree::{CreateAggregate, OptionItem, QualifiedName};

/// The arguments of an aggregate.
struct Arguments {
    all: Vec<Argument>,
    /// How many stand before `ORDER BY`; absent for an ordinary aggregate.
    direct: Option<usize>,
    hypothetical: bool,
}

impl Arguments {
    fn types(&self) -> Vec<DataType> {
        self.all.iter().map(|argument| argument.ty.clone()).collect()
    }

    /// What the transition function gets: of an ordered-set aggregate not the direct arguments.
    fn aggregated(&self) -> Vec<DataType> {
        let types = self.types();
        match self.direct {
            // One VARIADIC argument stands on both sides.
            Some(direct) if direct == types.len() => types.last().cloned().into_iter().collect(),
            Some(direct) => types[direct..].to_vec(),
            None => types,
        }
    }

    fn variadic(&self) -> bool {
        self.all.last().is_some_and(|argument| argument.mode == ArgumentMode::Variadic)
    }
}

/// Whether a function takes arguments of some types.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fit {
    Not,
    /// Only when they are converted, which no aggregate does.
    Coerced,
    AsItStands,
}

/// The words of `finalfunc_modify`.
const MODIFY: &[&str] = &["read_only", "shareable", "read_write"];

impl Replayer<'_> {
    pub(super) fn create_aggregate(&mut self, create: &CreateAggregate, span: Span) -> Result<Applied> {
        let (items, at) = (&create.definition, create.name.span());
        let schema = self.creation_schema(&create.name)?;
        let missing = |message: &str| Err(Stop::refused("42P13", at, message));
        let arguments = self.aggregate_arguments(create)?;
        let Some(stype) = either(items, "stype", "stype1") else {
            return missing("aggregate stype must be specified");
        };
        let Some(sfunc) = either(items, "sfunc", "sfunc1") else {
            return missing("aggregate sfunc must be specified");
        };
        Self::moving_fits(items, at)?;
        let state = self.transition_type(stype)?;
        if is_polymorphic(&state) && !arguments.types().iter().any(is_polymorphic) {
            return missing("cannot determine transition data type");
        }
        let mut parts: Vec<PropertyValue> = Vec::new();
        let mut add =
            |key: &str, value: PropertyValue| parts.push(PropertyValue::List(vec![word(key), value]));
        if let Some(direct) = arguments.direct {
            add("direct", word(direct.to_string()));
        }
        let initial = either(items, "initcond", "initcond1").map(string).transpose()?;
        let transition =
            self.transition_function(&qualified_name(sfunc)?, &state, &arguments, initial.is_none())?;
        add("sfunc", transition.by_name());
        add("stype", PropertyValue::Type(state.clone()));
        if let Some(item) = option(items, "sspace")
            && integer(item)? != 0
        {
            add("sspace", word(integer(item)?.to_string()));
        }
        let modify = if arguments.direct.is_some() { "read_write" } else { "read_only" };
        let mut result = state.clone();
        if let Some(item) = option(items, "finalfunc") {
            let extra = flag_of(items, "finalfunc_extra")?;
            let callee = self.final_function(&qualified_name(item)?, &state, &arguments, extra)?;
            add("finalfunc", callee.by_name());
            if let Some(returns) = self.result_of(&callee, &state, &arguments) {
                result = returns;
            }
        }
        if flag_of(items, "finalfunc_extra")? {
            parts.push(PropertyValue::List(vec![word("finalfunc_extra")]));
        }
        Self::modify(items, "finalfunc_modify", modify, &mut parts)?;
        self.partial_functions(items, &state, at, &mut parts)?;
        if let Some(initial) = initial {
            parts.push(pair("initcond", PropertyValue::Literal(initial.into())));
        }
        self.moving(items, &arguments, &result, modify, &mut parts)?;
        if let Some(item) = option(items, "sortop") {
            let types = arguments.types();
            let ([one], false) = (types.as_slice(), arguments.direct.is_some()) else {
                return missing("sort operator can only be specified for single-argument aggregates");
            };
            parts.push(pair("sortop", self.sort_operator(item, one)?));
        }
        if arguments.hypothetical {
            parts.push(PropertyValue::List(vec![word("hypothetical")]));
        }
        Self::result_fits(&result, &arguments, at)?;
        let parallel =
            match option(items, "parallel").map(|item| Ok((string(item)?, item.span))).transpose()? {
                None | Some(("unsafe", _)) => Parallel::Unsafe,
                Some(("restricted", _)) => Parallel::Restricted,
                Some(("safe", _)) => Parallel::Safe,
                Some((_, at)) => {
                    let message = "parameter \"parallel\" must be SAFE, RESTRICTED, or UNSAFE";
                    return Err(Stop::refused("42601", at, message));
                }
            };
        let function = Function {
            schema,
            name: create.name.name.text.clone(),
            kind: FunctionKind::Aggregate,
            arguments: arguments.all,
            returns: Some(result),
            returns_set: false,
            language: "internal".into(),
            body: FunctionBody::Source("aggregate_dummy".into()),
            volatility: Volatility::Immutable,
            strict: false,
            security_definer: false,
            leakproof: false,
            parallel,
            cost: None,
            rows: None,
            settings: Vec::new(),
            owner: None,
            origins: Origins::created(span),
        };
        self.settle_aggregate(function, parts, create, arguments.direct, span)
    }

    fn settle_aggregate(
        &mut self,
        function: Function,
        parts: Vec<PropertyValue>,
        create: &CreateAggregate,
        direct: Option<usize>,
        span: Span,
    ) -> Result<Applied> {
        let inputs: Vec<DataType> = function.arguments.iter().map(|argument| argument.ty.clone()).collect();
        let named = self.catalog.functions_named(function.schema, &function.name);
        let existing = named.iter().copied().find(|id| {
            let others = self.catalog.functions[*id].arguments.iter().filter(|other| other.mode.is_input());
            same_types(others.map(|argument| &argument.ty), &inputs)
        });
        let definition = Property::new(property::AGGREGATE, PropertyValue::List(parts));
        let Some(id) = existing else {
            let id = self.catalog.add_function(function);
            self.catalog.set_property(id.into(), definition.attribute, Some(definition.value));
            self.catalog.link(id.into());
            return Ok(Applied::Schema);
        };
        let old = &self.catalog.functions[id];
        let (at, place) = (create.name.span(), old.origins.creation());
        let refused =
            |state, message: String| Err(Stop::refused(state, at, message).label(place, "made here first"));
        if !create.or_replace {
            return refused(
                "42723",
                format!("function \"{}\" already exists with same argument types", old.name),
            );
        }
        if old.kind != FunctionKind::Aggregate {
            return refused("42809", "cannot change routine kind".to_owned());
        }
        let names = |function: &Function| -> Vec<Option<Box<str>>> {
            function.arguments.iter().map(|argument| argument.name.clone()).collect()
        };
        for (before, after) in names(old).iter().zip(names(&function)) {
            if let Some(before) = before
                && after.as_ref() != Some(before)
            {
                return refused("42P13", format!("cannot change name of input parameter \"{before}\""));
            }
        }
        let same_result = match (&old.returns, &function.returns) {
            (Some(a), Some(b)) => same_type(a, b),
            _ => true,
        };
        if !same_result {
            return refused("42P13", "cannot change return type of existing function".to_owned());
        }
        if self.aggregate_direct(id).is_some() != direct.is_some() {
            return refused("42809", "cannot change routine kind".to_owned());
        }
        if self.aggregate_direct(id) != direct {
            return refused(
                "42P13",
                "cannot change number of direct arguments of an aggregate function".to_owned(),
            );
        }
        let (owner, mut origins) = (old.owner.clone(), old.origins.clone());
        origins.set(property::AGGREGATE, span);
        origins.set(Attribute::ARGUMENTS, span);
        self.catalog.functions[id] = Function { owner, origins, ..function };
        self.catalog.set_property(id.into(), definition.attribute, Some(definition.value));
        self.catalog.link(id.into());
        Ok(Applied::Schema)
    }

    /// How many arguments of an ordered-set aggregate are direct.
    fn aggregate_direct(&self, id: FunctionId) -> Option<usize> {
        let Some(PropertyValue::List(parts)) = self.catalog.property(id.into(), property::AGGREGATE) else {
            return None;
        };
        parts.iter().find_map(|part| match part {
            PropertyValue::List(pair) if pair.first() == Some(&word("direct")) => {
                pair.get(1)?.print(&self.catalog).parse().ok()
            }
            _ => None,
        })
    }

    fn aggregate_arguments(&self, create: &CreateAggregate) -> Result<Arguments> {
        let items = &create.definition;
        let hypothetical = flag_of(items, "hypothetical")?;
        let Some(written) = &create.arguments else {
            let Some(item) = option(items, "basetype") else {
                let message = "aggregate input type must be specified";
                return Err(Stop::refused("42P13", create.name.span(), message));
            };
            let any = item.value.as_ref().is_some_and(|value| value.text.eq_ignore_ascii_case("any"));
            let all = if any {
                Vec::new()
            } else {
                let ty = plain(self.data_type(&type_name(item)?)?);
                vec![Argument { mode: ArgumentMode::In, name: None, ty, default: None }]
            };
            return Ok(Arguments { all, direct: None, hypothetical });
        };
        if let Some(item) = option(items, "basetype") {
            let message = "basetype is redundant with aggregate input type specification";
            return Err(Stop::refused("42P13", item.span, message));
        }
        let mut all = Vec::new();
        for argument in written.iter().chain(&create.order_by) {
            all.push(self.argument(argument)?);
        }
        let ordered = !create.order_by.is_empty();
        let direct = ordered.then_some(written.len());
        if let Some(bad) = all.iter().position(|argument| {
            !matches!(argument.mode, ArgumentMode::In | ArgumentMode::Variadic) || argument.default.is_some()
        }) {
            let place =
                written.iter().chain(&create.order_by).nth(bad).map_or(create.name.span(), |a| a.span);
            let (state, message) = if all[bad].default.is_some() {
                ("42P13", "aggregates cannot have default arguments")
            } else {
                ("0A000", "aggregates cannot have output arguments")
            };
            return Err(Stop::refused(state, place, message));
        }
        if ordered && written.last().is_some_and(is_variadic) {
            let shared = create.order_by.len() == 1
                && is_variadic(&create.order_by[0])
                && same_type(&all[written.len() - 1].ty, &all[written.len()].ty);
            if !shared {
                let message = "an ordered-set aggregate with a VARIADIC direct argument must have one VARIADIC \
                               aggregated argument of the same data type";
                return Err(Stop::refused("0A000", create.name.span(), message));
            }
            all.pop();
        }
        let arguments = Arguments { all, direct, hypothetical };
        let is_any = |argument: &Argument| argument.ty.builtin_name() == Some("any");
        if ordered && arguments.variadic() && !arguments.all.last().is_some_and(is_any) {
            let message = "a variadic ordered-set aggregate must use VARIADIC type ANY";
            return Err(Stop::refused("0A000", create.name.span(), message));
        }
        if hypothetical {
            self.hypothetical_fits(&arguments, create)?;
        }
        Ok(arguments)
    }

    fn hypothetical_fits(&self, arguments: &Arguments, create: &CreateAggregate) -> Result<()> {
        let types = arguments.types();
        let Some(direct) = arguments.direct else {
            let message = "only ordered-set aggregates can be hypothetical";
            return Err(Stop::refused("42P13", create.name.span(), message));
        };
        let aggregated = arguments.aggregated();
        let shared = arguments.variadic() && direct == types.len();
        let tail = direct.checked_sub(aggregated.len()).map(|from| &types[from..direct]);
        let fits = shared || tail.is_some_and(|tail| same_types(tail.iter(), &aggregated));
        if fits {
            return Ok(());
        }
        let message =
            "a hypothetical-set aggregate must have direct arguments matching its aggregated arguments";
        Err(Stop::refused("42P13", create.name.span(), message))
    }

    fn transition_type(&self, item: &OptionItem) -> Result<DataType> {
        let name = type_name(item)?;
        let ty = plain(self.data_type(&name)?);
        if self.is_pseudo_type(&ty) && !is_polymorphic(&ty) && ty.builtin_name() != Some("internal") {
            let message = format!("aggregate transition data type cannot be {}", ty.print(&self.catalog));
            return Err(Stop::refused("42P13", name.span, message));
        }
        Ok(ty)
    }

    /// The function of a name that takes these types, coerced only where the bytes stay (`lookup_agg_function`).
    fn part_function(&self, name: &QualifiedName, types: &[DataType], variadic: bool) -> Result<Callee> {
        let callee = match self.callee(name, Some(types)) {
            Ok(callee) => callee,
            Err(stop) => {
                let all = self.callees(name)?;
                let fit = |callee: &Callee| {
                    let known = callee.known.as_ref();
                    known.map_or(Fit::Not, |known| self.takes(known, types, variadic))
                };
                let fits: Vec<Fit> = all.iter().map(fit).collect();
                match fits.iter().position(|fit| *fit == Fit::AsItStands) {
                    Some(at) => all[at].clone(),
                    None if fits.contains(&Fit::Coerced) => {
                        let printed: Vec<_> = types.iter().map(|ty| ty.print(&self.catalog)).collect();
                        let message = format!(
                            "function {}({}) requires run-time type coercion",
                            Self::display_name(name),
                            printed.join(", ")
                        );
                        return Err(Stop::refused("42804", name.span(), message));
                    }
                    None => return Err(stop),
                }
            }
        };
        if callee.known.as_ref().is_some_and(|known| known.set) {
            let message = format!("function {} returns a set", Self::display_name(name));
            return Err(Stop::refused("42804", name.span(), message));
        }
        Ok(callee)
    }

    /// Whether a function can be called with arguments of these types.
    fn takes(&self, known: &Known, types: &[DataType], variadic: bool) -> Fit {
        let mut wanted = known.arguments.clone();
        if known.variadic
            && let Some(last) = wanted.last().cloned()
        {
            let fixed = wanted.len() - 1;
            if last.builtin_name() == Some("any") {
                if types.len() < fixed {
                    return Fit::Not;
                }
                wanted.resize(types.len(), last);
            } else if !variadic {
                if types.len() <= fixed {
                    return Fit::Not;
                }
                let element = match last.builtin_name() {
                    Some("anyarray") => DataType::builtin("anyelement"),
                    Some("anycompatiblearray") => DataType::builtin("anycompatible"),
                    _ => None,
                };
                wanted.truncate(fixed);
                wanted.resize(types.len(), element.unwrap_or_else(|| last.element()));
            }
        }
        if wanted.len() != types.len() {
            return Fit::Not;
        }
        // What the pseudo-types of each family stand for.
        let (mut same, mut common): (Option<DataType>, Option<DataType>) = (None, None);
        let mut fit = Fit::AsItStands;
        for (given, wanted) in types.iter().zip(&wanted) {
            let of_family = |array: bool| {
                if !array {
                    return Some(given.clone());
                }
                match given.builtin_name() {
                    Some("anyarray") => DataType::builtin("anyelement"),
                    Some("anycompatiblearray") => DataType::builtin("anycompatible"),
                    _ => given.is_array().then(|| given.element()),
                }
            };
            match wanted.builtin_name() {
                Some(word @ ("anyelement" | "anynonarray" | "anyenum" | "anyarray")) => {
                    let Some(bound) = of_family(word == "anyarray") else { return Fit::Not };
                    if same.as_ref().is_some_and(|same| !same_type(same, &bound)) {
                        return Fit::Not;
                    }
                    same = Some(bound);
                }
                Some(word @ ("anycompatible" | "anycompatiblenonarray" | "anycompatiblearray")) => {
                    let Some(bound) = of_family(word == "anycompatiblearray") else { return Fit::Not };
                    match &common {
                        Some(common) if !same_type(common, &bound) => {
                            if !self.casts_implicitly(common, &bound)
                                && !self.casts_implicitly(&bound, common)
                            {
                                return Fit::Not;
                            }
                            fit = Fit::Coerced;
                        }
                        _ => common = Some(bound),
                    }
                }
                _ if self.binary_coercible(given, wanted) => {}
                _ if self.casts_implicitly(given, wanted) => fit = Fit::Coerced,
                _ => return Fit::Not,
            }
        }
        fit
    }

    fn casts_implicitly(&self, from: &DataType, to: &DataType) -> bool {
        self.system_cast(from, to).is_some_and(|cast| cast.context == 'i')
            || self.cast_between(from, to).is_some_and(|cast| {
                self.catalog.property(cast.into(), property::CONTEXT) == Some(&word("implicit"))
            })
    }

    fn transition_function(
        &self,
        name: &QualifiedName,
        state: &DataType,
        arguments: &Arguments,
        starts_null: bool,
    ) -> Result<Callee> {
        let aggregated = arguments.aggregated();
        let types: Vec<DataType> = std::iter::once(state.clone()).chain(aggregated.iter().cloned()).collect();
        let callee = self.part_function(name, &types, arguments.variadic())?;
        self.must_give(&callee, name, state, "transition function", arguments)?;
        if let Some(known) = &callee.known
            && known.strict
            && starts_null
            && !aggregated.first().is_some_and(|first| self.binary_coercible(first, state))
        {
            let message = "must not omit initial value when transition function is strict and transition type is \
                           not compatible with input type";
            return Err(Stop::refused("42P13", name.span(), message));
        }
        Ok(callee)
    }

    /// Refuses a part that returns another type than the state's.
    fn must_give(
        &self,
        callee: &Callee,
        name: &QualifiedName,
        wanted: &DataType,
        what: &str,
        arguments: &Arguments,
    ) -> Result<()> {
        let Some(returns) = self.result_of(callee, wanted, arguments) else { return Ok(()) };
        if same_type(&returns, wanted) || is_polymorphic(&returns) || is_polymorphic(wanted) {
            return Ok(());
        }
        let message = format!(
            "return type of {what} {} is not {}",
            Self::display_name(name),
            wanted.print(&self.catalog)
        );
        Err(Stop::refused("42804", name.span(), message))
    }

    /// What a part returns, where a pseudo-type in it stands for the state's type.
    fn result_of(&self, callee: &Callee, state: &DataType, arguments: &Arguments) -> Option<DataType> {
        let known = callee.known.as_ref()?;
        let returns = known.returns.clone()?;
        if !is_polymorphic(&returns) {
            return Some(returns);
        }
        // Which type each pseudo-type stands for, by the arguments that have it.
        let given = std::iter::once(state.clone()).chain(arguments.types());
        let wants_array = matches!(returns.builtin_name(), Some("anyarray" | "anycompatiblearray"));
        for (wanted, given) in known.arguments.iter().zip(given) {
            let element = match wanted.builtin_name() {
                Some(
                    "anyelement" | "anynonarray" | "anyenum" | "anycompatible" | "anycompatiblenonarray",
                ) => given.clone(),
                Some("anyarray" | "anycompatiblearray") => match given.builtin_name() {
                    Some("anyarray") => DataType::builtin("anyelement").unwrap_or_else(|| given.clone()),
                    _ => given.element(),
                },
                _ if *wanted == returns => given.clone(),
                _ => continue,
            };
            return Some(match (wants_array, element.builtin_name()) {
                (true, Some("anyelement")) => DataType::builtin("anyarray").unwrap_or(element),
                (true, _) => DataType { dimensions: 1, ..element },
                (false, _) => element,
            });
        }
        Some(returns)
    }

    fn final_function(
        &self,
        name: &QualifiedName,
        state: &DataType,
        arguments: &Arguments,
        extra: bool,
    ) -> Result<Callee> {
        let mut types = vec![state.clone()];
        match arguments.direct {
            _ if extra => types.extend(arguments.types()),
            Some(direct) => types.extend(arguments.types().into_iter().take(direct)),
            None => {}
        }
        let callee = self.part_function(name, &types, extra && arguments.variadic())?;
        if extra && callee.known.as_ref().is_some_and(|known| known.strict) {
            let message = "final function with extra arguments must not be declared STRICT";
            return Err(Stop::refused("42P13", name.span(), message));
        }
        Ok(callee)
    }

    fn modify(items: &[OptionItem], name: &str, usual: &str, parts: &mut Vec<PropertyValue>) -> Result<()> {
        let Some(item) = option(items, name) else { return Ok(()) };
        let value = string(item)?.to_ascii_lowercase();
        if !MODIFY.contains(&&*value) {
            let message = format!("parameter \"{name}\" must be READ_ONLY, SHAREABLE, or READ_WRITE");
            return Err(Stop::refused("42601", item.span, message));
        }
        if value != usual {
            parts.push(pair(name, word(value)));
        }
        Ok(())
    }

    /// What lets an aggregate be computed in parts.
    fn partial_functions(
        &self,
        items: &[OptionItem],
        state: &DataType,
        at: Span,
        parts: &mut Vec<PropertyValue>,
    ) -> Result<()> {
        let nothing = Arguments { all: Vec::new(), direct: None, hypothetical: false };
        let internal = state.builtin_name() == Some("internal");
        if let Some(item) = option(items, "combinefunc") {
            let name = qualified_name(item)?;
            let callee = self.part_function(&name, &[state.clone(), state.clone()], false)?;
            self.must_give(&callee, &name, state, "combine function", &nothing)?;
            if internal && callee.known.as_ref().is_some_and(|known| known.strict) {
                let message = "combine function with transition type internal must not be declared STRICT";
                return Err(Stop::refused("42P13", name.span(), message));
            }
            parts.push(pair("combinefunc", callee.by_name()));
        }
        let (serial, deserial) = (option(items, "serialfunc"), option(items, "deserialfunc"));
        if (serial.is_some() || deserial.is_some()) && !internal {
            let message = format!(
                "serialization functions may be specified only when the aggregate transition data type is internal, not {}",
                state.print(&self.catalog)
            );
            return Err(Stop::refused("42P13", at, message));
        }
        if serial.is_some() != deserial.is_some() {
            let message = "must specify both or neither of serialization and deserialization functions";
            return Err(Stop::refused("42P13", at, message));
        }
        let forms: [(&str, Option<&OptionItem>, &[&str], &str); 2] = [
            ("serialfunc", serial, &["internal"], "bytea"),
            ("deserialfunc", deserial, &["bytea", "internal"], "internal"),
        ];
        for (key, item, takes, gives) in forms {
            let Some(item) = item else { continue };
            let name = qualified_name(item)?;
            let types: Vec<DataType> = takes.iter().filter_map(|name| DataType::builtin(name)).collect();
            let callee = self.part_function(&name, &types, false)?;
            if let Some(wanted) = DataType::builtin(gives) {
                self.must_give(&callee, &name, &wanted, key, &nothing)?;
            }
            parts.push(pair(key, callee.by_name()));
        }
        Ok(())
    }

    /// Which options of a moving aggregate go together.
    fn moving_fits(items: &[OptionItem], at: Span) -> Result<()> {
        let has = |name: &str| option(items, name).is_some();
        let wrong = if has("mstype") {
            ["msfunc", "minvfunc"]
                .into_iter()
                .find(|name| !has(name))
                .map(|name| format!("aggregate {name} must be specified when mstype is specified"))
        } else {
            ["msfunc", "minvfunc", "mfinalfunc", "msspace", "minitcond"]
                .into_iter()
                .find(|name| has(name))
                .map(|name| format!("aggregate {name} must not be specified without mstype"))
        };
        wrong.map_or(Ok(()), |message| Err(Stop::refused("42P13", at, message)))
    }

    fn moving(
        &self,
        items: &[OptionItem],
        arguments: &Arguments,
        result: &DataType,
        modify: &str,
        parts: &mut Vec<PropertyValue>,
    ) -> Result<()> {
        let Some(stype) = option(items, "mstype") else { return Ok(()) };
        let state = self.transition_type(stype)?;
        let initial = option(items, "minitcond").map(string).transpose()?;
        let mut strict = None;
        for key in ["msfunc", "minvfunc"] {
            let Some(item) = option(items, key) else { continue };
            let name = qualified_name(item)?;
            let forward = key == "msfunc";
            let callee = self.transition_function(&name, &state, arguments, forward && initial.is_none())?;
            let is_strict = callee.known.as_ref().map(|known| known.strict);
            if !forward && is_strict.is_some() && strict.is_some() && is_strict != strict {
                let message = "strictness of aggregate's forward and inverse transition functions must match";
                return Err(Stop::refused("42P13", name.span(), message));
            }
            strict = is_strict;
            parts.push(pair(key, callee.by_name()));
        }
        parts.push(pair("mstype", PropertyValue::Type(state.clone())));
        if let Some(item) = option(items, "msspace")
            && integer(item)? != 0
        {
            parts.push(pair("msspace", word(integer(item)?.to_string())));
        }
        let extra = flag_of(items, "mfinalfunc_extra")?;
        let mut own_result = state.clone();
        if let Some(item) = option(items, "mfinalfunc") {
            let callee = self.final_function(&qualified_name(item)?, &state, arguments, extra)?;
            parts.push(pair("mfinalfunc", callee.by_name()));
            if let Some(returns) = self.result_of(&callee, &state, arguments) {
                own_result = returns;
            }
        }
        if !same_type(&own_result, result) && !is_polymorphic(&own_result) && !is_polymorphic(result) {
            let message = format!(
                "moving-aggregate implementation returns type {}, but plain implementation returns type {}",
                own_result.print(&self.catalog),
                result.print(&self.catalog)
            );
            return Err(Stop::refused("42P13", stype.span, message));
        }
        if extra {
            parts.push(PropertyValue::List(vec![word("mfinalfunc_extra")]));
        }
        Self::modify(items, "mfinalfunc_modify", modify, parts)?;
        if let Some(initial) = initial {
            parts.push(pair("minitcond", PropertyValue::Literal(initial.into())));
        }
        Ok(())
    }

    fn sort_operator(&self, item: &OptionItem, ty: &DataType) -> Result<PropertyValue> {
        let name = super::operator::operator_name(qualified_name(item)?);
        match self.find_operator(&name, Some(ty), ty)? {
            Some(super::defined::Found::Object(id)) => Ok(PropertyValue::Object(id.into())),
            Some(super::defined::Found::System) => {
                let written = name.schema.as_ref().map(|schema| &*schema.text);
                let found = self.system_operator(written, &name.name, Some(ty), ty);
                Ok(word(found.map(|(printed, _)| printed).unwrap_or_default()))
            }
            None => Err(self.missing_operator(&name, Some(ty), Some(ty))),
        }
    }

    /// A pseudo-type as the result needs an argument that says what it stands for.
    fn result_fits(result: &DataType, arguments: &Arguments, at: Span) -> Result<()> {
        let types = arguments.types();
        let told = types.iter().any(is_polymorphic);
        let refused = |message: &str| Err(Stop::refused("42P13", at, message));
        if is_polymorphic(result) && !told {
            return refused("cannot determine result data type");
        }
        let internal = |ty: &DataType| ty.builtin_name() == Some("internal");
        if internal(result) && !types.iter().any(internal) {
            return refused("unsafe use of pseudo-type \"internal\"");
        }
        Ok(())
    }
}

fn either<'o>(items: &'o [OptionItem], name: &str, old: &str) -> Option<&'o OptionItem> {
    items.iter().rev().find(|item| &*item.name.text == name || &*item.name.text == old)
}

fn flag_of(items: &[OptionItem], name: &str) -> Result<bool> {
    option(items, name).map_or(Ok(false), boolean)
}

fn pair(key: &str, value: PropertyValue) -> PropertyValue {
    PropertyValue::List(vec![word(key), value])
}

fn plain(ty: DataType) -> DataType {
    DataType { modifiers: Vec::new(), interval_fields: None, ..ty }
}

fn is_variadic(argument: &crate::syntax::tree::Argument) -> bool {
    argument.mode.is_some_and(|mode| mode.value == crate::syntax::tree::ArgumentMode::Variadic)
}

/// `anyelement` and its kin.
pub(super) fn is_polymorphic(ty: &DataType) -> bool {
    matches!(&ty.base, TypeBase::Builtin(builtin) if builtin.name.starts_with("any") && builtin.name != "any")
        && !ty.is_array()
}
