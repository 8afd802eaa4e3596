#!/usr/bin/env bash
# Makes the secrets that can be made, names those that only the platforms know, and has the app read them again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./common.sh

[ $# -eq 3 ] || fail "usage: infra/secrets.sh RESOURCE_GROUP APP VAULT"
group=$1 app=$2 vault=$3
need az "See https://aka.ms/azure-cli."
need openssl ""

# What the settings refer to: @Microsoft.KeyVault(VaultName=...;SecretName=NAME).
wanted() {
  az functionapp config appsettings list --resource-group "$group" --name "$app" \
    --query "[?starts_with(value, '@Microsoft.KeyVault')].value" --output tsv |
    sed -n 's/.*SecretName=\([A-Za-z0-9-]*\)).*/\1/p' | sort -u
}

list() { az keyvault secret list --vault-name "$vault" --query '[].name' --output tsv; }

# The value goes by a file descriptor: arguments show in process lists.
put() { az keyvault secret set --vault-name "$vault" --name "$1" --file <(printf '%s' "$2") --encoding utf-8 --output none; }

names=$(wanted)
persist "The vault $vault answers" list >/dev/null
present=$(list)
missing=()
changed=false
for name in $names; do
  if grep -qxF "$name" <<<"$present"; then continue; fi
  case $name in
    generic-*) put "$name" "whsec_$(openssl rand -base64 24)" ;;
    customer-hash-key | placeholder-key | originals-key) put "$name" "$(openssl rand -base64 32)" ;;
    *)
      missing+=("$name")
      continue
      ;;
  esac
  changed=true
  say "Made the secret $name."
done

if [ ${#missing[@]} -gt 0 ]; then
  say "The platforms know these secrets. Put each into the vault, and run this again:" >&2
  for name in "${missing[@]}"; do
    say "  az keyvault secret set --vault-name $vault --name $name --file FILE --encoding utf-8" >&2
  done
  exit 1
fi

if $changed || [ "${PIPELINE_REFRESH:-}" = 1 ]; then
  id=$(az functionapp show --resource-group "$group" --name "$app" --query id --output tsv)
  az rest --method post --url "$id/config/configreferences/appsettings/refresh?api-version=2022-03-01" --output none
  say "The app reads its secrets again."
fi
