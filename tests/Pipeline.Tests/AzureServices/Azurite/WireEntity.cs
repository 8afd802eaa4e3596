using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;

namespace Pipeline.Tests.AzureServices.Azurite;

/// <summary>Entities as the protocol writes them ("Payload format for Table service operations"): JSON with the types that JSON lacks.</summary>
internal static class WireEntity
{
    /// <summary>The body of an entity to write.</summary>
    public static string Write(TableEntity entity)
    {
        var json = new JsonObject();
        foreach (var (name, value) in entity)
        {
            (string? type, JsonNode? node) = value switch
            {
                long number => ("Edm.Int64", JsonValue.Create(number.ToString(CultureInfo.InvariantCulture))),
                double number => ("Edm.Double", JsonValue.Create(number)),
                DateTimeOffset time => ("Edm.DateTime", JsonValue.Create(time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))),
                bool flag => (null, JsonValue.Create(flag)),
                int number => (null, JsonValue.Create(number)),
                _ => ((string?)null, JsonValue.Create((string)value)),
            };
            if (type is not null)
            {
                json[$"{name}@odata.type"] = type;
            }

            json[name] = node;
        }

        return json.ToJsonString();
    }

    /// <summary>An entity that was read.</summary>
    public static TableEntity Read(JsonElement json)
    {
        var entity = new TableEntity(json.GetProperty("PartitionKey").GetString()!, json.GetProperty("RowKey").GetString()!);
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name == "odata.etag")
            {
                entity.ETag = new ETag(property.Value.GetString()!);
            }
            else if (!property.Name.Contains("odata.", StringComparison.Ordinal))
            {
                var type = json.TryGetProperty($"{property.Name}@odata.type", out var told) ? told.GetString() : null;
                entity[property.Name] = Value(property.Value, type);
            }
        }

        return entity;
    }

    private static object Value(JsonElement value, string? type) => (type, value.ValueKind) switch
    {
        ("Edm.Int64", _) => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.Double", JsonValueKind.String) => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.Double", _) => value.GetDouble(),
        ("Edm.DateTime", _) => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        (_, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        (_, JsonValueKind.Number) when value.TryGetInt32(out var number) => number,
        (_, JsonValueKind.Number) => value.GetDouble(),
        _ => value.GetString()!,
    };
}
