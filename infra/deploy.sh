#!/usr/bin/env bash
# Deploys all of it with the Azure CLI alone, and again without harm: what is as it should be stays.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/infra/common.sh"

usage() {
  cat <<'TEXT'
usage: infra/deploy.sh --environment NAME [options]

  --environment NAME   deploys with infra/NAME.bicepparam (dev, prod, or one of yours)
  --location REGION    another region than the file says
  --what-if            shows what a deployment would change, and changes nothing
  --package FILE       deploys this package instead of building one: an earlier one of artifacts/packages rolls back
  --code-only          leaves the infrastructure as it is
  --no-smoke-test      does not send the signed webhook at the end
  --delete             deletes the resource group with all of its data, after you typed its name
  --help               shows this

Sign in first: az login. What it needs and does: docs/deployment.md.
TEXT
}

environment='' location='' package='' what_if=false code_only=false smoke_test=true delete=false
while [ $# -gt 0 ]; do
  case $1 in
    --environment | --location | --package)
      [ $# -ge 2 ] || fail "$1 takes a value."
      declare "${1#--}=$2"
      shift
      ;;
    --what-if) what_if=true ;;
    --code-only) code_only=true ;;
    --no-smoke-test) smoke_test=false ;;
    --delete) delete=true ;;
    --help)
      usage
      exit 0
      ;;
    *) fail "$1 is no option. --help shows them." ;;
  esac
  shift
done

[ -n "$environment" ] || fail "Name the environment: --environment dev."
parameters="$root/infra/$environment.bicepparam"
[ -f "$parameters" ] || fail "There is no infra/$environment.bicepparam."
[ -z "$package" ] || [ -f "$package" ] || fail "There is no package $package."
need az "See https://aka.ms/azure-cli."
az account show --output none || fail "Sign in first: az login."
deployment="pipeline-$environment"

# A value that the last deployment gave out; nothing before the first.
output() { az deployment sub show --name "$deployment" --query "properties.outputs.$1.value" --output tsv 2>/dev/null || true; }

remove() {
  local group typed
  group=$(output resourceGroupName)
  [ -n "$group" ] || fail "$environment is not deployed in this subscription."
  say "This deletes the resource group $group: conversations, transcripts, messages on the bus, everything."
  read -r -p "Type its name to go on: " typed
  [ "$typed" = "$group" ] || fail "That is not its name. Nothing was deleted."
  az group delete --name "$group" --yes
  az deployment sub delete --name "$deployment"
  say "Deleted. The vault can be had back for 90 days; the next deployment does so by itself."
}

# Who deploys may write secrets.
deployer() {
  if [ "$(az account show --query user.type --output tsv)" = user ]; then
    printf 'deployerPrincipalId=%s deployerPrincipalType=User' "$(az ad signed-in-user show --query id --output tsv)"
  else
    printf 'deployerPrincipalId=%s deployerPrincipalType=ServicePrincipal' \
      "$(az ad sp show --id "$(az account show --query user.name --output tsv)" --query id --output tsv)"
  fi
}

# A vault that was deleted keeps its name for 90 days: it is taken back, with its secrets.
recover_vault() {
  az keyvault list-deleted --resource-type vault \
    --query "[?properties.tags.\"azd-env-name\"=='$environment' && properties.tags.application=='conversation-pipeline'].[name, properties.vaultId, properties.location]" \
    --output tsv | while IFS=$'\t' read -r name id region; do
    [ -n "$name" ] || continue
    local group
    group=$(cut -d/ -f5 <<<"$id")
    az group create --name "$group" --location "$region" --output none </dev/null
    az keyvault recover --name "$name" --resource-group "$group" --output none </dev/null
    say "Took back the deleted vault $name."
  done
}

provision() {
  local given provider region
  read -r -a given <<<"$(deployer) budgetStart=$(output firstBudgetDay)"
  if [ -n "$location" ]; then given+=("location=$location"); fi

  # The deployment itself is kept in a region too; any will do.
  region=${location:-$(sed -n "s/^param location = '\([a-z0-9]*\)'.*/\1/p" "$parameters")}
  [ -n "$region" ] || fail "infra/$environment.bicepparam names no region: give --location."

  if $what_if; then
    az deployment sub what-if --name "$deployment" --location "$region" --parameters "$parameters" --parameters "${given[@]}"
    return
  fi

  for provider in Microsoft.Web Microsoft.App Microsoft.Storage Microsoft.ServiceBus Microsoft.KeyVault Microsoft.CognitiveServices \
    Microsoft.ManagedIdentity Microsoft.OperationalInsights Microsoft.Insights Microsoft.Network; do
    az provider register --namespace "$provider" --wait --output none
  done
  recover_vault
  az deployment sub create --name "$deployment" --location "$region" --parameters "$parameters" --parameters "${given[@]}" --output none
  say "The infrastructure is there."
}

build() {
  need dotnet "See https://dotnet.microsoft.com/download/dotnet/10.0."
  need zip ""
  local folder version
  folder=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$folder'" EXIT
  version=$(git -C "$root" describe --always --dirty 2>/dev/null || date -u +%Y%m%d%H%M%S)
  package="$root/artifacts/packages/$version.zip"
  dotnet publish "$root/src/Pipeline.Functions" --configuration Release -p:AzurePackages=true --output "$folder"
  mkdir -p "$root/artifacts/packages"
  rm -f "$package"
  (cd "$folder" && zip --quiet --recurse-paths "$package" .)
  say "Built $package."
}

if $delete; then
  remove
  exit 0
fi

if ! $code_only || $what_if; then provision; fi
if $what_if; then exit 0; fi

group=$(output resourceGroupName) app=$(output functionAppName) vault=$(output vaultName) address=$(output address)
[ -n "$app" ] || fail "$environment is not deployed yet: leave out --code-only."
"$root/infra/secrets.sh" "$group" "$app" "$vault"
"$root/infra/rules.sh" "$group" "$(output busName)" "$(output busRules)"

[ -n "$package" ] || build
persist "The package is deployed" az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$package" --output none
if $smoke_test; then "$root/infra/smoke-test.sh" "$address" "$vault"; fi

cat <<TEXT

Webhooks:   $address/api/webhooks/{platform}/{account}
Live page:  $address/api/page
Health:     $address/api/health/ready
Dashboard:  https://portal.azure.com/#resource$(output dashboardId)/workbook
Secrets:    vault $vault
TEXT
