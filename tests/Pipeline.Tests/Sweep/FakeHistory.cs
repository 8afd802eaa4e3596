using System.Runtime.CompilerServices;
using Pipeline.Ports;

namespace Pipeline.Tests.Sweep;

/// <summary>A platform's history that a test holds.</summary>
internal sealed class FakeHistory(params string[] accounts) : IPlatformHistory
{
    public string Platform => "generic";

    public IReadOnlyList<string> Accounts => accounts;

    /// <summary>The pages; one that is null fails.</summary>
    public List<HistoryPage?> Pages { get; } = [];

    /// <summary>What a null page throws.</summary>
    public Func<string, Exception> Failure { get; set; } = _ => new HttpRequestException("The platform is down.");

    /// <summary>From when on each reading was asked for.</summary>
    public List<(string Account, DateTimeOffset Since)> Read { get; } = [];

    public async IAsyncEnumerable<HistoryPage> ReadAsync(
        string account, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Read.Add((account, since));
        foreach (var page in Pages)
        {
            await Task.Yield();
            yield return page ?? throw Failure(account);
        }
    }
}
