#!/usr/bin/env bash
# Whole processes on the same migrations: `sqlc generate` beside `schemactl dump` and `schemactl generate`.
#
#   schema/benches/peers.sh FOLDER…          a Markdown table on standard output
#
# Both get the same up files, both write their code into an empty folder. sqlc has one query, `SELECT 1`, since it
# wants one; so it reads the schema, builds its catalog, and writes Go structs for tables and enums, as
# `schemactl generate` writes Rust ones. Times are medians, and in parentheses the quickest run, which a busy machine
# disturbs least. Needs hyperfine and jq; RUNS, SQLC and SCHEMACTL may be set.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
sqlc=${SQLC:-sqlc}
schemactl=${SCHEMACTL:-$root/target/release/schemactl}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measured() { jq -r ".results[$1] | \"\(.median * 1000) \(.min * 1000)\"" "$work/times.json"; }

echo "| folder | files | KB | sqlc generate | schemactl generate | schemactl dump | generate, times faster | dump |"
echo "|---|---:|---:|---:|---:|---:|---:|---:|"
for folder in "$@"; do
  project=$work/project
  rm -rf "$project" && mkdir -p "$project/schema"
  find "$folder" -name '*.sql' ! -name '*.down.sql' -exec cp -t "$project/schema" {} +
  cat > "$project/sqlc.yaml" <<'YAML'
version: "2"
sql:
  - engine: postgresql
    schema: schema
    queries: query.sql
    gen:
      go: { package: db, out: out }
YAML
  printf -- '-- name: One :one\nSELECT 1;\n' > "$project/query.sql"
  files=$(find "$project/schema" -type f | wc -l)
  bytes=$(cat "$project"/schema/*.sql | wc -c)

  note=""
  "$sqlc" generate -f "$project/sqlc.yaml" > "$work/sqlc.log" 2>&1 || note=" (refuses)"
  ours=""
  "$schemactl" generate -q --migrations "$folder" --out "$work/out" > "$work/ours.log" 2>&1 || ours=" (refuses)"
  hyperfine -N -i -w 3 -r "${RUNS:-20}" --export-json "$work/times.json" \
    --prepare "rm -rf $project/out" "$sqlc generate -f $project/sqlc.yaml" \
    --prepare "rm -rf $work/out" "$schemactl generate -q --migrations $folder --out $work/out" \
    --prepare "true" "$schemactl dump -q --migrations $folder" > "$work/hyperfine.log" 2>&1
  echo "$(measured 0) $(measured 1) $(measured 2)" | awk -v name="$(basename "$folder")" -v files="$files" \
    -v kilobytes="$((bytes / 1024))" -v note="$note" -v ours="$ours" '{
      printf "| %s | %d | %d | %.0f (%.0f) ms%s | %.1f (%.1f) ms%s | %.1f (%.1f) ms | %.1f (%.1f) | %.1f (%.1f) |\n",
        name, files, kilobytes, $1, $2, note, $3, $4, ours, $5, $6, $1 / $3, $2 / $4, $1 / $5, $2 / $6 }'
done
