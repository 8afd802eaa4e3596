using Pipeline.Tests.Infrastructure.Bicep;

namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>Each resource is of a known type and version and has what it must.</summary>
internal static class ResourceTypeCheck
{
    public static IEnumerable<string> Find(ModuleRun run) => run.Runs.SelectMany(inner => inner.Declared).SelectMany(Find);

    private static IEnumerable<string> Find(Resource resource)
    {
        var known = KnownResourceTypes.All.FirstOrDefault(type => type.Name == resource.Type);
        if (known is null)
        {
            return [$"{resource.Place}: the type {resource.Type} is not known."];
        }

        if (known.ApiVersion != resource.ApiVersion)
        {
            return [$"{resource.Place}: {resource.Type} is used at {known.ApiVersion}, and not at {resource.ApiVersion}."];
        }

        return resource.IsExisting
            ? []
            : known.Required.Where(required => !Holds(resource.Body, required)).Select(required => $"{resource.Place}: {resource} has no {required}.");
    }

    private static bool Holds(BicepObject body, string required)
    {
        var parts = required.Split('=');
        var value = Walk(body, parts[0]);
        return value is not null && (parts.Length == 1 ? BicepText.Of(value).Length > 0 : BicepText.Of(value) == parts[1]);
    }

    /// <summary>The value at a path; names with dots in them are tried too.</summary>
    private static object? Walk(object? value, string path)
    {
        if (value is not BicepObject entries)
        {
            return null;
        }

        if (entries.TryGetValue(path, out var found))
        {
            return found;
        }

        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 || !entries.TryGetValue(path[..dot], out var inner) ? null : Walk(inner, path[(dot + 1)..]);
    }
}
