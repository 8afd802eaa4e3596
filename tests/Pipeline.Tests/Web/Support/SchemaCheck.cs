using System.Text.Json;

namespace Pipeline.Tests.Web.Support;

/// <summary>Holds JSON to a schema, as far as our OpenAPI document uses schemas; a property it does not name is an error.</summary>
public static class SchemaCheck
{
    public static void Holds(JsonElement document, JsonElement schema, JsonElement value, string at = "$")
    {
        schema = Resolve(document, schema);
        if (schema.TryGetProperty("enum", out var values))
        {
            Assert.Contains(value.GetString(), values.EnumerateArray().Select(one => one.GetString()));
            return;
        }

        switch (schema.GetProperty("type").GetString())
        {
            case "object":
                Assert.True(value.ValueKind == JsonValueKind.Object, $"{at} is no object.");
                ObjectHolds(document, schema, value, at);
                break;
            case "array":
                Assert.True(value.ValueKind == JsonValueKind.Array, $"{at} is no array.");
                var index = 0;
                Assert.All(value.EnumerateArray(), item => Holds(document, schema.GetProperty("items"), item, $"{at}[{index++}]"));
                break;
            case "string":
                Assert.True(value.ValueKind == JsonValueKind.String, $"{at} is no string.");
                var isTime = schema.TryGetProperty("format", out var format) && format.GetString() == "date-time";
                Assert.True(!isTime || value.TryGetDateTimeOffset(out _), $"{at} is no time.");
                break;
            case "integer":
                Assert.True(value.TryGetInt64(out _), $"{at} is no whole number.");
                break;
            case "number":
                Assert.True(value.ValueKind == JsonValueKind.Number, $"{at} is no number.");
                break;
            case "boolean":
                Assert.True(value.ValueKind is JsonValueKind.True or JsonValueKind.False, $"{at} is neither true nor false.");
                break;
            case var other:
                Assert.Fail($"The type {other} is not one that this check knows.");
                break;
        }
    }

    /// <summary>The part of the document that a reference names; anything else itself.</summary>
    public static JsonElement Resolve(JsonElement document, JsonElement element) => element.TryGetProperty("$ref", out var reference)
        ? reference.GetString()!.Split('/').Skip(1).Aggregate(document, (part, name) => part.GetProperty(name))
        : element;

    private static void ObjectHolds(JsonElement document, JsonElement schema, JsonElement value, string at)
    {
        var named = schema.TryGetProperty("properties", out var properties);
        foreach (var property in value.EnumerateObject())
        {
            var place = $"{at}.{property.Name}";
            if (schema.TryGetProperty("additionalProperties", out var any))
            {
                Holds(document, any, property.Value, place);
            }
            else if (named)
            {
                Assert.True(properties.TryGetProperty(property.Name, out var one), $"{place} is not in the schema.");
                Holds(document, one, property.Value, place);
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            Assert.All(
                required.EnumerateArray(),
                name => Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{at}.{name} is missing."));
        }
    }
}
