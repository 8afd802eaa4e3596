#!/usr/bin/env bash
# Sends one signed webhook (https://www.standardwebhooks.com) to the account generic/smoke and looks whether it is taken, and whether a
# forged one is refused. With PIPELINE_ACCESS_KEY set it waits until the message is in the transcript, too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./common.sh

[ $# -eq 2 ] || fail "usage: infra/smoke-test.sh ADDRESS VAULT"
address=${1%/} vault=$2
need az "See https://aka.ms/azure-cli."
need curl ""
need openssl ""

status() { curl --silent --show-error --max-time 60 --output /dev/null --write-out '%{http_code}' "$@" || true; }
alive() { [ "$(status "$address/api/health/live")" = 200 ]; }
persist "$address is up" alive

secret=$(az keyvault secret show --vault-name "$vault" --name generic-smoke-1 --query value --output tsv)
key=$(base64 -d <<<"${secret#whsec_}" | od -An -tx1 | tr -d ' \n')
now=$(date +%s)
id="smoke-$now"
body='{"type":"message.created","timestamp":"'$(date -u +%FT%TZ)'","data":{"id":"'$id'","conversation_id":"'$id'","sender":{"id":"smoke","role":"customer","name":"Smoke"},"text":"Bonjour, ma box clignote rouge depuis hier."}}'

# The key stays out of the arguments of openssl only by a file; this one is that of the smoke test alone.
sign() { printf '%s' "$id.$now.$1" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64; }
send() {
  status --request POST "$address/api/webhooks/generic/smoke" --header 'Content-Type: application/json' \
    --header "webhook-id: $id" --header "webhook-timestamp: $now" --header "webhook-signature: v1,$(sign "$1")" --data "$body"
}

answer=$(send "$body")
[[ $answer == 2?? ]] || fail "A signed webhook was answered $answer, and not 2xx."
say "A signed webhook is taken ($answer)."

answer=$(send "something else")
[ "$answer" = 401 ] || fail "A forged webhook was answered $answer, and not 401."
say "A forged webhook is refused ($answer)."

if [ -n "${PIPELINE_ACCESS_KEY:-}" ]; then
  recorded() {
    [ "$(status --header @<(printf 'Authorization: Bearer %s' "$PIPELINE_ACCESS_KEY") "$address/api/conversations/generic~smoke~$id")" = 200 ]
  }
  persist "The message is in the transcript" recorded
  say "The message is in the transcript: $address/api/conversations/generic~smoke~$id"
fi
