namespace Pipeline.Capture;

/// <summary>The kinds of platforms that this program knows: every <see cref="IPlatform"/> in it.</summary>
public static class PlatformCatalog
{
    /// <summary>The platforms, by name. Looked up once, at start.</summary>
    public static IReadOnlyList<IPlatform> Platforms { get; } =
    [
        .. typeof(IPlatform).Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IPlatform)))
            .Select(type => (IPlatform)Activator.CreateInstance(type)!)
            .OrderBy(platform => platform.Name, StringComparer.Ordinal),
    ];
}
