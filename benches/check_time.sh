#!/usr/bin/env bash
# How long `cargo check` takes for what schemactl generates for `migrations/`, and for the entities that `sea-orm-cli` makes
# of the same schema; each with serde's derives and without, and what schemactl generates without stores, pages and callers
# of functions, which entities have no counterpart of.
#
#   benches/check_time.sh postgres://…     a server on which a database may be made; a Markdown table on standard output
#
# What the crates depend on is checked before; the crates themselves are checked whole each time, in turns. Time is of the
# clock and of the processor: the second hardly changes when the machine does something else. Needs cargo, psql, sea-orm-cli
# and GNU time; RUNS, SEA_ORM_CLI and SCHEMACTL (a program, else `cargo run`) may be set.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
server=${1:?a postgres:// URL without a database}
work=$(mktemp -d)
database=schemactl_check_time_$$
trap 'rm -rf "$work"; psql -q "$server/postgres" -c "DROP DATABASE IF EXISTS $database"' EXIT
export CARGO_INCREMENTAL=0

psql -q "$server/postgres" -c "CREATE DATABASE $database"
for file in "$root"/migrations/*.up.sql; do
  psql -q -v ON_ERROR_STOP=1 "$server/$database" -f "$file" > /dev/null
done
schemactl() { ${SCHEMACTL:-cargo run -q --manifest-path "$root/Cargo.toml" -p schemactl --} "$@"; }
for kind in serde plain structs; do
  # The crate names are those of the folders.
  crate=generated_$kind
  mkdir "$work/$crate"
  {
    echo '[generate]'
    if [ $kind = serde ]; then echo 'serde = true'; fi
    if [ $kind = structs ]; then printf 'stores = false\npages = false\nfunctions = false\n'; fi
  } > "$work/schemactl.toml"
  (cd "$work" && schemactl generate --migrations "$root/migrations" --crate "$crate" --out "$work/$crate" > /dev/null 2>&1)
  printf '\n[workspace]\n' >> "$work/$crate/Cargo.toml"
  cp "$root/Cargo.lock" "$work/$crate"
done
for serde in both none; do
  crate=entities_$([ $serde = both ] && echo serde || echo plain)
  mkdir "$work/$crate"
  "${SEA_ORM_CLI:-sea-orm-cli}" generate entity -u "$server/$database" -o "$work/$crate/src" --lib \
    --with-serde $serde > /dev/null 2>&1
  cat > "$work/$crate/Cargo.toml" << TOML
[package]
name = "$crate"
version = "0.0.0"
edition = "2024"

[dependencies]
serde = { version = "1", features = ["derive"] }

[dependencies.sea-orm]
version = "2"
default-features = false
features = ["macros", "with-chrono", "with-json", "with-rust_decimal", "with-uuid", "with-ipnetwork", "sqlx-postgres", "runtime-tokio"]

[workspace]
TOML
  cp "$root/benches/peers/Cargo.lock" "$work/$crate"
done

crates="generated_serde generated_plain generated_structs entities_serde entities_plain"
turn() { # folder for the times
  mkdir -p "$1"
  for crate in $crates; do
    touch "$work/$crate/src/lib.rs"
    (cd "$work/$crate" && /usr/bin/time -a -o "$1/$crate" -f '%e %U %S' \
      cargo check -q -p "$crate" --target-dir "$work/target_${crate%%_*}")
  done
}
turn "$work/first" # which checks what they depend on, too
for _ in $(seq "${RUNS:-5}"); do turn "$work/times"; done

# The median, and the quickest.
middle() { awk '{ line[NR] = $1 } END { printf "%.1f (%.1f) s", line[int((NR + 1) / 2)], line[1] }'; }
echo "| crate | lines | time, median (quickest) | of the processor |"
echo "|---|---:|---:|---:|"
for crate in $crates; do
  lines=$(find "$work/$crate/src" -name '*.rs' -exec cat {} + | wc -l)
  clock=$(awk '{ print $1 }' "$work/times/$crate" | sort -n)
  processor=$(awk '{ print $2 + $3 }' "$work/times/$crate" | sort -n)
  echo "| $crate | $lines | $(middle <<< "$clock") | $(middle <<< "$processor") |"
done
