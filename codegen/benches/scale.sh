#!/usr/bin/env bash
# Generation as the schema grows: `schemactl generate` of the reference schema once, and as 10 and 100 schemas side by
# side, into an empty folder and into one that is up to date.
#
#   codegen/benches/scale.sh                 a Markdown table on standard output
#
# Times are medians, and in parentheses the quickest run. Needs hyperfine and jq; RUNS and SCHEMACTL may be set.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
schemactl=${SCHEMACTL:-$root/target/release/schemactl}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() {
  hyperfine -N -i -w 1 -r "${RUNS:-10}" --prepare "$2" --export-json "$work/times.json" "$1" > /dev/null 2>&1
  jq -r '.results[0] | "\(.median) \(.min) \(.user + .system)"' "$work/times.json" |
    awk '{ printf "%.0f (%.0f) ms, %.0f ms", $1 * 1000, $2 * 1000, $3 * 1000 }'
}

echo "| copies | files | KB of Rust | dump, of all processors | into an empty folder, of all processors | up to date, of all processors |"
echo "|---:|---:|---:|---:|---:|---:|"
for copies in ${COPIES:-1 10 100}; do
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
  out=$work/out
  generate="$schemactl generate -q --migrations $folder --out $out"
  dump=$(measure "$schemactl dump -q --migrations $folder" true)
  empty=$(measure "$generate" "rm -rf $out")
  again=$(measure "$generate" true)
  printf '| %d× | %d | %d | %s | %s | %s |\n' "$copies" "$(find "$out" -name '*.rs' | wc -l)" \
    "$(($(find "$out" -name '*.rs' -exec cat {} + | wc -c) / 1024))" "$dump" "$empty" "$again"
  rm -rf "$out"
done
