#!/usr/bin/env bash
# A build script with nothing to do, as cargo compiles it (without optimisation), on the reference schema: the whole
# process, from its start to its end.
#
#   codegen/benches/nothing_to_do.sh         a Markdown table on standard output
#
# Needs hyperfine and jq; RUNS and MIGRATIONS (a folder) may be set.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$root"
script=$(cargo build -q -p schemactl-example-build-script --message-format json |
  jq -r 'select(.reason == "compiler-artifact" and (.target.kind | index("custom-build"))
    and (.package_id | contains("example-build-script"))) | .filenames[0]')
cp -rL "${MIGRATIONS:-$root/migrations}" "$work/migrations"
cd "$work"
export OUT_DIR=$work/out
mkdir "$OUT_DIR"

measure() {
  hyperfine -N -w "$2" -r "$3" --prepare "$4" --export-json times.json "$script" > /dev/null 2>&1
  jq -r '.results[0] | "\(.median) \(.min)"' times.json |
    awk -v what="$1" '{ printf "| %s | %.1f (%.1f) ms |\n", what, $1 * 1000, $2 * 1000 }'
}

echo "| run | time |"
echo "|---|---:|"
measure "into an empty folder" 0 5 "rm -rf $OUT_DIR/schema"
sleep 0.1
"$script" > /dev/null
measure "nothing to do" 5 "${RUNS:-100}" true
measure "nothing to do, all migrations touched before" 2 "${RUNS:-100}" "touch $(echo migrations/*)"
printf '[generate]\nexclude = ["nothing_is_called_so"]\n' > schemactl.toml
"$script" > /dev/null
measure "nothing to do, with settings and a warning" 5 "${RUNS:-100}" true
rm schemactl.toml
