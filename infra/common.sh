# What the scripts beside this one share. To be sourced.

say() { printf '%s\n' "$*"; }
fail() { printf 'Error: %s\n' "$*" >&2; exit 1; }
need() { command -v "$1" >/dev/null 2>&1 || fail "$1 is not installed. $2"; }

# Runs a command until it succeeds: new roles take some minutes until they are known everywhere.
# PIPELINE_RETRIES and PIPELINE_RETRY_SECONDS say how often and with which pause.
persist() {
  local what=$1 tries=${PIPELINE_RETRIES:-20} pause=${PIPELINE_RETRY_SECONDS:-15} try
  shift
  for ((try = 1; try <= tries; try++)); do
    if "$@"; then return 0; fi
    say "$what: not yet ($try of $tries)." >&2
    if ((try < tries)); then sleep "$pause"; fi
  done
  fail "$what: given up after $tries tries."
}
