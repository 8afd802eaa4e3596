using System.Text.Json;

namespace Pipeline.Tests.Infrastructure.Bicep;

/// <summary>A node of the syntax tree of a Bicep text.</summary>
internal sealed record BicepNode(
    string Type, string? Field, int Line, int Column, bool IsNamed, string Text, IReadOnlyList<BicepNode> Children)
{
    /// <summary>The children that are no punctuation and no comment.</summary>
    public IEnumerable<BicepNode> Named =>
        Children.Where(child => child.IsNamed && child.Type is not ("comment" or "diagnostic_comment"));

    public bool IsError => Type is "ERROR" or "MISSING";

    public static BicepNode Read(JsonElement json) => new(
        json[0].GetString()!,
        json[1].GetString(),
        json[2].GetInt32(),
        json[3].GetInt32(),
        json[4].GetBoolean(),
        json[5].ValueKind == JsonValueKind.String ? json[5].GetString()! : "",
        json[5].ValueKind == JsonValueKind.Array ? [.. json[5].EnumerateArray().Select(Read)] : []);

    public BicepNode? Child(string field) => Children.FirstOrDefault(child => child.Field == field);

    public bool Has(string token) => Children.Any(child => !child.IsNamed && child.Type == token);

    public IEnumerable<BicepNode> DescendantsAndSelf() => Children.SelectMany(child => child.DescendantsAndSelf()).Prepend(this);

    /// <summary>The text of a string without interpolations; of an identifier, its name.</summary>
    public string Literal() => Type == "string" ? string.Concat(Children.Where(child => child.IsNamed).Select(child => child.Text)) : Text;
}
