#!/usr/bin/env bash
# The whole program on long histories: `schemactl dump` of the reference schema once, and as 10 and 100 schemas side by
# side.
#
#   schema/benches/scale.sh                  a Markdown table on standard output
#
# Times are medians, and in parentheses the quickest run; memory is GNU time's "maximum resident set size". Needs
# hyperfine and jq; RUNS and SCHEMACTL may be set.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
schemactl=${SCHEMACTL:-$root/target/release/schemactl}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "| copies | files | KB of SQL | KB of dump | time | of all processors | memory at most |"
echo "|---:|---:|---:|---:|---:|---:|---:|"
for copies in 1 10 100; do
  folder=$work/$copies
  mkdir "$folder"
  number=0
  for ((copy = 0; copy < copies; copy++)); do
    number=$((number + 1))
    printf 'CREATE SCHEMA copy_%d;\n' "$copy" > "$(printf '%s/%06d_schema.up.sql' "$folder" "$number")"
    for file in "$root"/migrations/*.up.sql; do
      number=$((number + 1))
      { echo "SET search_path = copy_$copy;"; sed "s/public/copy_$copy/g" "$file"; } \
        > "$(printf '%s/%06d_part.up.sql' "$folder" "$number")"
    done
  done
  # Findings are the missing down files alone.
  dump="$schemactl dump -q --migrations $folder"
  hyperfine -N -w 2 -r "${RUNS:-10}" --export-json "$work/times.json" "$dump" > /dev/null 2>&1
  # shellcheck disable=SC2086 # Words of a command.
  /usr/bin/time -f %M -o "$work/memory" $dump > "$work/dump.sql" 2> /dev/null
  jq -r '.results[0] | "\(.median) \(.min) \(.user + .system)"' "$work/times.json" |
    awk -v copies="$copies" -v files="$number" -v bytes="$(cat "$folder"/*.sql | wc -c)" \
      -v dumped="$(wc -c < "$work/dump.sql")" -v memory="$(cat "$work/memory")" '{
        printf "| %d× | %d | %d | %d | %.0f (%.0f) ms | %.0f ms | %.0f MB |\n", copies, files, bytes / 1024,
          dumped / 1024, $1 * 1000, $2 * 1000, $3 * 1000, memory / 1024 }'
done
