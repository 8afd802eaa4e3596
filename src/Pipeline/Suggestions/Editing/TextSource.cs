using System.Globalization;

namespace Pipeline.Suggestions.Editing;

/// <summary>
/// How a suggestion names the text it was made from: <c>phrase:fr-holding-03</c> is its first version, <c>phrase:fr-holding-03@4</c> its
/// fourth. The first version goes without its number, as it did before texts had versions.
/// </summary>
/// <param name="Kind">What it is, such as <c>phrase</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version, from 1.</param>
public readonly record struct TextSource(string Kind, string Id, int Version)
{
    /// <summary>Reads a source; null when it is not written so.</summary>
    public static TextSource? Read(string source)
    {
        var colon = source.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == source.Length - 1)
        {
            return null;
        }

        var (kind, name) = (source[..colon], source[(colon + 1)..]);
        return VersionIn(name) is { } version
            ? new TextSource(kind, name[..name.LastIndexOf('@')], version)
            : new TextSource(kind, name, 1);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Version == 1 ? $"{Kind}:{Id}" : string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Id}@{Version}");

    /// <summary>The number behind the last @; null when none stands there. No id ends so.</summary>
    internal static int? VersionIn(string name)
    {
        var at = name.LastIndexOf('@');
        return at > 0 && int.TryParse(name.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }
}
