//! The list of all page functions, from the text of the generated files: what is compiled cannot be asked for it.

use std::fmt::Write as _;

use schemactl_tests::reference;
use syn::{Expr, FnArg, ImplItem, Item, Lit, ReturnType, Type};

/// One order, as its `impl` has it.
struct Order {
    name: String,
    index: String,
    /// The columns in SQL, and the fields that hold them.
    keys: Vec<(String, String)>,
}

/// The text of `calls.rs`.
pub(super) fn text() -> String {
    let folder = reference::root().join("generated/src/pages");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut tables, mut body) = (Vec::new(), String::new());
    for path in files.iter().filter(|path| !path.ends_with("mod.rs")) {
        let table = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let file = syn::parse_file(&std::fs::read_to_string(path).unwrap()).unwrap();
        write_calls(&table, &file, &mut body);
        tables.push(table);
    }
    format!(
        "//! Written by a test from the page functions of `generated/`; with `UPDATE_EXPECT=1` it writes them anew.\n\n\
         use schemactl_generated::pages::{{\n    {},\n}};\n\nuse super::plans::Plans;\n\n\
         pub(super) async fn all(plans: &mut Plans) {{\n{body}}}\n",
        tables.join(",\n    ")
    )
}

fn write_calls(table: &str, file: &syn::File, out: &mut String) {
    let orders: Vec<Order> = file.items.iter().filter_map(|item| order(item, file)).collect();
    assert!(!orders.is_empty(), "{table} has no orders");
    let mut functions = 0;
    for order in &orders {
        let mut all = None;
        let mut of = Vec::new();
        for item in &file.items {
            let Item::Fn(function) = item else { continue };
            if !returns_pages_of(&function.sig.output, &order.name) {
                continue;
            }
            functions += 1;
            let name = function.sig.ident.to_string();
            let given = function.sig.inputs.iter().filter(|input| matches!(input, FnArg::Typed(_))).count();
            if given == 0 {
                all = Some(name);
                continue;
            }
            let values: Vec<String> =
                order.keys[..given].iter().map(|(_, field)| format!("row.{field}.clone()")).collect();
            of.push(format!("        ({name:?}, |row| {table}::{name}({})),\n", values.join(", ")));
        }
        let all = all.unwrap_or_else(|| panic!("{table}: no function for all rows by {}", order.name));
        let columns: Vec<String> = order.keys.iter().map(|(column, _)| format!("{column:?}")).collect();
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "    plans.order({table:?}, {:?}, &[{}], ({all:?}, {table}::{all}), &[\n{}    ]).await;\n",
            order.index,
            columns.join(", "),
            of.concat()
        );
    }
    let public = file.items.iter().filter(|item| matches!(item, Item::Fn(_))).count();
    assert_eq!(functions, public, "{table}: a function gives pages of no order of the file");
}

fn order(item: &Item, file: &syn::File) -> Option<Order> {
    let Item::Impl(item) = item else { return None };
    item.trait_.as_ref().filter(|(path, _)| path.segments.last().unwrap().ident == "Order")?;
    let name = last_word(&item.self_ty);
    let (mut columns, mut fields) = (Vec::new(), Vec::new());
    for member in &item.items {
        match member {
            ImplItem::Const(constant) if constant.ident == "KEYS" => {
                let Expr::Reference(list) = &constant.expr else { panic!("{name}: KEYS is no list") };
                let Expr::Array(list) = &*list.expr else { panic!("{name}: KEYS is no list") };
                columns = list.elems.iter().map(column).collect();
            }
            ImplItem::Fn(function) if function.sig.ident == "position" => {
                let Some(syn::Stmt::Expr(Expr::Struct(value), _)) = function.block.stmts.first() else {
                    panic!("{name}: a position is no struct")
                };
                let named = |field: &syn::FieldValue| match &field.member {
                    syn::Member::Named(name) => name.to_string(),
                    syn::Member::Unnamed(_) => panic!("a field without a name"),
                };
                fields = value.fields.iter().map(named).collect();
            }
            _ => {}
        }
    }
    assert_eq!(columns.len(), fields.len(), "{name}");
    let keys = columns.into_iter().zip(fields).collect();
    Some(Order { index: index(&name, file), name, keys })
}

/// The first argument at the bottom of `Key::ascending("column", "type").nullable()`.
fn column(key: &Expr) -> String {
    match key {
        Expr::MethodCall(call) => column(&call.receiver),
        Expr::Call(call) => match &call.args[0] {
            Expr::Lit(syn::ExprLit { lit: Lit::Str(text), .. }) => text.value(),
            _ => panic!("a key without a column"),
        },
        _ => panic!("a key that is no call"),
    }
}

/// The index that the documentation of a position names: "A position in the order of `INDEX`: …".
fn index(name: &str, file: &syn::File) -> String {
    let found = file.items.iter().find_map(|item| match item {
        Item::Struct(item) if item.ident == name => Some(&item.attrs),
        _ => None,
    });
    let text = found.unwrap().iter().find_map(|attribute| match &attribute.meta {
        syn::Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(syn::ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    let text = text.unwrap();
    text.split('`').nth(1).unwrap_or_else(|| panic!("{name}: {text}")).to_owned()
}

fn returns_pages_of(output: &ReturnType, order: &str) -> bool {
    let ReturnType::Type(_, ty) = output else { return false };
    let Type::Path(path) = &**ty else { return false };
    let last = path.path.segments.last().unwrap();
    let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else { return false };
    arguments
        .args
        .iter()
        .any(|argument| matches!(argument, syn::GenericArgument::Type(ty) if last_word(ty) == order))
}

fn last_word(ty: &Type) -> String {
    match ty {
        Type::Path(path) => path.path.segments.last().unwrap().ident.to_string(),
        _ => panic!("a type that is no path"),
    }
}
