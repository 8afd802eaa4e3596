namespace Pipeline.Local.CommandLine;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Demo">Whether to play the bundled conversations.</param>
/// <param name="Speed">How many times faster than recorded the demo plays.</param>
/// <param name="DataFolder">Where data lives; null for the default.</param>
/// <param name="Urls">Where to listen: loopback addresses, unless access keys are configured.</param>
public sealed record LocalOptions(bool Demo, double Speed, string? DataFolder, IReadOnlyList<string> Urls)
{
    /// <summary>The platform behind the account <c>generic/demo</c>; null when nothing stands there but webhooks.</summary>
    public Uri? Platform { get; init; }
}
