using Pipeline.Ports;

namespace Pipeline.Tests.Web.Support;

/// <summary>A library from which a test retires what it likes.</summary>
public sealed class FakeSources : ISuggestionSources
{
    public HashSet<string> Retired { get; } = [];

    public ValueTask<bool> IsOfferedAsync(string source, string language, bool exactly, CancellationToken cancellationToken) =>
        ValueTask.FromResult(!Retired.Contains(source));
}
