#!/usr/bin/env bash
# Removes what an earlier version left on the subscriptions: a rule that is not declared any more would still let messages pass.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./common.sh

[ $# -eq 3 ] || fail "usage: infra/rules.sh RESOURCE_GROUP NAMESPACE RULES (each topic/subscription/rule)"
group=$1 namespace=$2
need az "See https://aka.ms/azure-cli."

# As a JSON array or as lines.
declared=$(tr -d '[]" ' <<<"$3" | tr ',\t' '\n\n' | sed '/^$/d')
[ -n "$declared" ] || fail "No rules are declared: nothing is removed."

cut -d/ -f1,2 <<<"$declared" | sort -u | while IFS=/ read -r topic subscription; do
  place=(--resource-group "$group" --namespace-name "$namespace" --topic-name "$topic" --subscription-name "$subscription")
  rules=$(az servicebus topic subscription rule list "${place[@]}" --query '[].name' --output tsv </dev/null)
  for rule in $rules; do
    if ! grep -qxF "$topic/$subscription/$rule" <<<"$declared"; then
      az servicebus topic subscription rule delete "${place[@]}" --name "$rule" --output none </dev/null
      say "Removed the rule $topic/$subscription/$rule."
    fi
  done
done
