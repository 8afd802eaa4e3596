using System.Runtime.CompilerServices;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.AzureServices.Changes;

/// <summary>
/// Tells of changes by looking once a second: instances of a Functions app know nothing of each other's work, and the tables tell nobody.
/// What counts is what changes after the first look. One conversation costs four small reads a second, all of them two pages of the index.
/// </summary>
public sealed class PollingConversationChanges(
    ITables tables, IConversationReader conversations, ITranscripts transcripts, TimeProvider clock) : IConversationChanges
{
    private const int NewestOfDay = 200;

    /// <summary>How often it looks.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public IAsyncEnumerable<string> WatchAsync(string? conversationKey, CancellationToken cancellationToken) => conversationKey is null
        ? WatchAllAsync(cancellationToken)
        : WatchOneAsync(conversationKey, cancellationToken);

    private async IAsyncEnumerable<string> WatchOneAsync(string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = await LookAsync(key, cancellationToken);
        while (true)
        {
            await Task.Delay(Interval, clock, cancellationToken);
            var now = await LookAsync(key, cancellationToken);
            if (!now.SetEquals(before))
            {
                before = now;
                yield return key;
            }
        }
    }

    /// <summary>
    /// The versions of the conversation's heads, and of the suggestions and decisions for the messages of its window: these are written
    /// after the head, so the head alone would not tell of them.
    /// </summary>
    private async Task<HashSet<(string RowKey, string? ETag)>> LookAsync(string key, CancellationToken cancellationToken)
    {
        if (await conversations.ReadStateAsync(key, cancellationToken) is not { } state)
        {
            return [];
        }

        var oldest = state.Window is [var first, ..] ? ConversationKeys.Order(first.SentAt, "") : "";
        var pages = await Task.WhenAll(
            QueryAsync(TableQuery.Prefix(key, ConversationRowKeys.Head)),
            QueryAsync(From(ConversationRowKeys.SuggestionsPrefix)),
            QueryAsync(From(ConversationRowKeys.DecisionPrefix)));
        return [.. pages.SelectMany(page => page.Rows).Select(row => (row.RowKey, row.ETag))];

        Task<TablePage> QueryAsync(TableQuery query) => tables.QueryAsync(TableNames.Conversations, query, cancellationToken);

        TableQuery From(string prefix) => TableQuery.Prefix(key, prefix) with { FromRowKey = prefix + oldest };
    }

    private async IAsyncEnumerable<string> WatchAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = await ListAsync(cancellationToken);
        while (true)
        {
            await Task.Delay(Interval, clock, cancellationToken);
            var now = await ListAsync(cancellationToken);
            foreach (var (key, summary) in now)
            {
                if (!summary.Equals(before.GetValueOrDefault(key)))
                {
                    yield return key;
                }
            }

            before = now;
        }
    }

    /// <summary>The newest conversations of today and of yesterday: one that began before midnight goes on after it.</summary>
    private async Task<Dictionary<string, ConversationSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var pages = await Task.WhenAll(
            transcripts.ListDayAsync(today, NewestOfDay, null, cancellationToken),
            transcripts.ListDayAsync(today.AddDays(-1), NewestOfDay, null, cancellationToken));
        var summaries = new Dictionary<string, ConversationSummary>(StringComparer.Ordinal);
        foreach (var summary in pages.SelectMany(page => page.Conversations))
        {
            summaries.TryAdd(summary.Key, summary);
        }

        return summaries;
    }
}
