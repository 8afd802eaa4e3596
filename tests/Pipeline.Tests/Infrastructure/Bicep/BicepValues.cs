using System.Globalization;

namespace Pipeline.Tests.Infrastructure.Bicep;

/// <summary>An object of Bicep, in the order it is written.</summary>
internal sealed class BicepObject : Dictionary<string, object?>
{
    public BicepObject()
        : base(StringComparer.Ordinal)
    {
    }

    public BicepObject(IEnumerable<KeyValuePair<string, object?>> entries)
        : base(entries, StringComparer.Ordinal)
    {
    }

    public BicepObject Inner(string name) => (BicepObject)this[name]!;
}

/// <summary>What only Azure knows, such as the id of a resource: written as the path it is read by.</summary>
internal sealed record Unknown(string Path)
{
    public override string ToString() => $"<{Path}>";
}

/// <summary>A lambda expression.</summary>
internal delegate object? Lambda(params object?[] arguments);

/// <summary>A resource as a template declares it, with everything evaluated.</summary>
/// <param name="Type">The type, with those of its parents.</param>
/// <param name="ApiVersion">The version of the API.</param>
/// <param name="Body">All of its properties, <c>name</c> among them.</param>
/// <param name="Parent">Its parent; null for none.</param>
/// <param name="IsExisting">Whether it is only referred to.</param>
/// <param name="Place">Where it is declared, for messages.</param>
internal sealed record Resource(string Type, string ApiVersion, BicepObject Body, Resource? Parent, bool IsExisting, string Place)
{
    public string Name => BicepText.Of(Body.GetValueOrDefault("name"));

    public BicepObject Properties => Body.GetValueOrDefault("properties") as BicepObject ?? [];

    /// <summary>The resources that are declared inside, by their symbols: a resource, or a list of them.</summary>
    public Dictionary<string, object?> Nested { get; } = new(StringComparer.Ordinal);

    public override string ToString() => $"{Type} {(Parent is null ? "" : $"{Parent.Name}/")}{Name}";
}

/// <summary>Text as Bicep writes it in a string.</summary>
internal static class BicepText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "True" : "False",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
