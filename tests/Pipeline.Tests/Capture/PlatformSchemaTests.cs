using System.Collections;
using System.Reflection;
using System.Text.Json;
using Pipeline.Capture;
using Pipeline.Tests.Infrastructure;

namespace Pipeline.Tests.Capture;

/// <summary>The published schema of the settings says what the code reads, and the examples of the documentation are what it says.</summary>
public sealed class PlatformSchemaTests
{
    private const string Fence = "```json";

    private static readonly JsonElement Definitions =
        JsonDocument.Parse(Repository.Read("docs/platforms.schema.json")).RootElement.GetProperty("$defs");

    [Theory]
    [InlineData("section", typeof(PlatformOptions))]
    [InlineData("account", typeof(PlatformAccount))]
    public void Every_setting_is_described_and_none_besides(string definition, Type type)
    {
        var properties = Definitions.GetProperty(definition).GetProperty("properties");
        var settings = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Assert.Equal(
            settings.Select(setting => $"{setting.Name}: {Kind(setting.PropertyType)}").Order(StringComparer.Ordinal),
            properties.EnumerateObject().Select(property => $"{property.Name}: {KindOf(property.Value)}").Order(StringComparer.Ordinal));
        Assert.All(properties.EnumerateObject(), property => Assert.NotEmpty(property.Value.GetProperty("description").GetString()!));
    }

    [Theory]
    [InlineData("section", typeof(PlatformOptions))]
    [InlineData("account", typeof(PlatformAccount))]
    public void Every_default_is_the_real_one(string definition, Type type)
    {
        var defaults = Activator.CreateInstance(type)!;
        foreach (var property in Definitions.GetProperty(definition).GetProperty("properties").EnumerateObject())
        {
            var real = type.GetProperty(property.Name)!.GetValue(defaults);
            var isSet = real is not (null or "" or IEnumerable and not string);
            Assert.Equal(isSet, property.Value.TryGetProperty("default", out var told));
            Assert.Equal(isSet ? real!.ToString() : "", told.ValueKind == JsonValueKind.Undefined ? "" : told.ToString());
        }
    }

    [Fact]
    public void The_bounds_are_the_real_ones() => Assert.Equal(
        PlatformOptionsValidator.MaxCallsPerMinute,
        Definitions.GetProperty("account").GetProperty("properties").GetProperty("CallsPerMinute").GetProperty("maximum").GetInt32());

    [Fact]
    public void The_examples_of_the_documentation_are_what_it_says()
    {
        var examples = Directory.EnumerateFiles(Repository.Path("docs/platforms"), "*.md")
            .Append(Repository.Path("docs/platforms.md"))
            .SelectMany(file => Blocks(File.ReadAllText(file)).Select(block => (Path.GetFileName(file), block)))
            .ToList();
        var checkedExamples = 0;
        foreach (var (file, block) in examples)
        {
            // Settings begin as in the configuration, or are one account; other examples are bodies of webhooks and calls.
            var json = JsonDocument.Parse(block).RootElement;
            if (json.ValueKind == JsonValueKind.Object && (json.TryGetProperty("Platforms", out var section) ? "section" : json.TryGetProperty("Platform", out _) ? "account" : null) is { } definition)
            {
                Fits(Definitions.GetProperty(definition), definition == "section" ? section : json, $"{file}: ");
                checkedExamples++;
            }
        }

        Assert.True(checkedExamples >= 2, "The examples were not found.");
    }

    [Fact]
    public void Every_platform_has_a_page_and_a_line_in_the_index()
    {
        var index = Repository.Read("docs/platforms.md");
        Assert.All(PlatformCatalog.Platforms, platform =>
        {
            Assert.Contains($"| `{platform.Name}` |", index, StringComparison.Ordinal);
            Assert.Contains($"(platforms/{platform.Name}.md)", index, StringComparison.Ordinal);
            Assert.True(File.Exists(Repository.Path($"docs/platforms/{platform.Name}.md")), $"docs/platforms/{platform.Name}.md is missing.");
        });
    }

    private static void Fits(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = Definitions.GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        var fits = schema.GetProperty("type").GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String
                && (!schema.TryGetProperty("enum", out var values) || values.EnumerateArray().Any(one => one.GetString() == value.GetString())),
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => false,
        };
        Assert.True(fits, $"{at} is no {schema.GetProperty("type")} of the schema.");
        if (value.ValueKind == JsonValueKind.Array)
        {
            Assert.All(value.EnumerateArray(), item => Fits(schema.GetProperty("items"), item, at));
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                var inner = schema.TryGetProperty("properties", out var known) && known.TryGetProperty(property.Name, out var named) ? named
                    : schema.GetProperty("additionalProperties");
                Assert.True(inner.ValueKind == JsonValueKind.Object, $"{at}{property.Name} is no setting.");
                Fits(inner, property.Value, $"{at}{property.Name}:");
            }
        }
    }

    private static IEnumerable<string> Blocks(string text)
    {
        for (var start = text.IndexOf(Fence, StringComparison.Ordinal); start >= 0;)
        {
            var end = text.IndexOf("```", start + Fence.Length, StringComparison.Ordinal);
            yield return text[(start + Fence.Length)..end];
            start = text.IndexOf(Fence, end, StringComparison.Ordinal);
        }
    }

    private static string Kind(Type type) =>
        type == typeof(string) || type == typeof(Uri) || type == typeof(TimeSpan) ? "string"
        : type == typeof(int) || type == typeof(int?) ? "integer"
        : type == typeof(bool) ? "boolean"
        : type == typeof(IDictionary<string, string>) ? "map of string"
        : $"array of {(type == typeof(IList<string>) ? "string" : "account")}";

    private static string KindOf(JsonElement schema) => schema.GetProperty("type").GetString() switch
    {
        "object" => $"map of {schema.GetProperty("additionalProperties").GetProperty("type").GetString()}",
        "array" => schema.GetProperty("items").TryGetProperty("type", out var type) ? $"array of {type.GetString()}" : "array of account",
        var kind => kind!,
    };
}
