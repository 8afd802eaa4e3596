using System.Text.Json;

namespace Pipeline.Tests.Web.Support;

/// <summary>A schema of the OpenAPI document in one line, without its descriptions: for comparison with what is really written.</summary>
public static class SchemaText
{
    public static string Of(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return reference.GetString()!.Split('/')[^1];
        }

        if (schema.TryGetProperty("enum", out var values))
        {
            return $"enum({string.Join(", ", values.EnumerateArray())})";
        }

        return schema.GetProperty("type").GetString() switch
        {
            "array" => $"array({Of(schema.GetProperty("items"))})",
            "object" when schema.TryGetProperty("additionalProperties", out var values2) => $"map({Of(values2)})",
            "object" => Properties(schema),
            "string" when schema.TryGetProperty("format", out var format) => format.GetString()!,
            var type => type!,
        };
    }

    private static string Properties(JsonElement schema)
    {
        var required = schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ToHashSet();
        return string.Join("; ", schema.GetProperty("properties").EnumerateObject()
            .Select(property => $"{property.Name}{(required.Contains(property.Name) ? "" : "?")}: {Of(property.Value)}")
            .Order(StringComparer.Ordinal));
    }
}
