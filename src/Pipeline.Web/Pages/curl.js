// The commands that send a first webhook to the generic platform, signed as Standard Webhooks asks.

export function firstWebhook(api) {
  const address = new URL(`${api}/webhooks/generic/demo`, document.baseURI);
  return `SECRET=whsec_...
ID=msg_$(date +%s); TIME=$(date +%s)
BODY='{"type":"message.created","timestamp":"'$(date -u +%FT%TZ)'","data":{"id":"'$ID'","conversation_id":"first",
"sender":{"id":"c1","role":"customer","name":"Camille"},"text":"Bonjour, toujours pas d’internet, c’est pénible !"}}'
KEY=$(printf %s "\${SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \\n')
SIGNATURE=$(printf %s "$ID.$TIME.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64)
curl -i "${address}" -H "content-type: application/json" -H "webhook-id: $ID" \\
  -H "webhook-timestamp: $TIME" -H "webhook-signature: v1,$SIGNATURE" --data-binary "$BODY"`;
}
