#!/usr/bin/env bash
# How long `cargo check` takes for `generated/`, and for the entities that `sea-orm-cli` makes of the same schema.
#
#   benches/check_time.sh postgres://…     a server on which a database may be made; a Markdown table on standard output
#
# What the crates depend on is checked before; the crates themselves are checked whole each time, in turns. Time is of the
# clock and of the processor: the second hardly changes when the machine does something else. Needs psql, sea-orm-cli and
# GNU time; RUNS and SEA_ORM_CLI may be set.
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
mkdir "$work/entities"
"${SEA_ORM_CLI:-sea-orm-cli}" generate entity -u "$server/$database" -o "$work/entities/src" --lib > /dev/null 2>&1
cat > "$work/entities/Cargo.toml" << 'TOML'
[package]
name = "entities"
version = "0.0.0"
edition = "2024"

[dependencies.sea-orm]
version = "2"
default-features = false
features = ["macros", "with-chrono", "with-json", "with-rust_decimal", "with-uuid", "with-ipnetwork", "sqlx-postgres", "runtime-tokio"]

[workspace]
TOML
cp "$root/benches/peers/Cargo.lock" "$work/entities"

check() { # times, folder, package
  touch "$2/src/lib.rs"
  (cd "$2" && /usr/bin/time -a -o "$1" -f '%e %U %S' cargo check -q -p "$3")
}
turn() { # folder for the times
  mkdir -p "$1"
  check "$1/generated" "$root/generated" schemactl-generated
  check "$1/entities" "$work/entities" entities
}
turn "$work/first" # which checks what they depend on, too
for _ in $(seq "${RUNS:-5}"); do turn "$work/times"; done

# The median, and the quickest.
middle() { awk '{ line[NR] = $1 } END { printf "%.1f (%.1f) s", line[int((NR + 1) / 2)], line[1] }'; }
echo "| crate | lines | time, median (quickest) | of the processor |"
echo "|---|---:|---:|---:|"
for crate in generated entities; do
  folder=$work/entities
  [ "$crate" = entities ] || folder=$root/generated
  lines=$(find "$folder/src" -name '*.rs' -exec cat {} + | wc -l)
  clock=$(awk '{ print $1 }' "$work/times/$crate" | sort -n)
  processor=$(awk '{ print $2 + $3 }' "$work/times/$crate" | sort -n)
  echo "| $crate | $lines | $(middle <<< "$clock") | $(middle <<< "$processor") |"
done
