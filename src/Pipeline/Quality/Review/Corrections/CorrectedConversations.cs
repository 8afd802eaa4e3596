using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Review.Corrections;

/// <summary>A page of conversations in which somebody corrected something.</summary>
/// <param name="Conversations">Their keys.</param>
/// <param name="Continuation">Where the next page starts; null when this was the last one.</param>
public sealed record CorrectedConversations(IReadOnlyList<string> Conversations, string? Continuation);

/// <summary>Knows the closed conversations in which something stands corrected, so that training finds them without reading all others.</summary>
public sealed class CorrectionProjection(ITables tables) : IConversationProjection
{
    private const int Buckets = 16;

    /// <inheritdoc/>
    public string Name => "corrections";

    /// <inheritdoc/>
    public async Task ProjectAsync(ConversationRecord record, CancellationToken cancellationToken)
    {
        if (record.Transcript.Corrections?.Any(correction => correction.WithdrawnAt is null) == true)
        {
            var row = new TableRow(PartitionOf(record.Key), record.Key, new Dictionary<string, object>(StringComparer.Ordinal));
            await tables.ApplyAsync(TableNames.Reviews, row.PartitionKey, [new TableChange.Upsert(row)], cancellationToken);
        }
        else
        {
            await RemoveAsync(record.Key, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string conversationKey, CancellationToken cancellationToken)
    {
        if (await tables.ReadAsync(TableNames.Reviews, PartitionOf(conversationKey), conversationKey, cancellationToken) is not null)
        {
            await Places.DeleteAsync(tables, PartitionOf(conversationKey), conversationKey, cancellationToken);
        }
    }

    /// <summary>A page of them, bucket after bucket.</summary>
    /// <param name="maxRows">The most to return.</param>
    /// <param name="continuation">Where the page before ended; null for the first page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">The continuation is not one that this method returned.</exception>
    public async Task<CorrectedConversations> ListAsync(int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        var (bucket, from) = Place(continuation);
        var keys = new List<string>();
        for (; bucket < Buckets; bucket++, from = null)
        {
            await foreach (var row in tables.ReadAllAsync(TableNames.Reviews, new TableQuery(Partition(bucket), from), cancellationToken))
            {
                if (keys.Count == maxRows)
                {
                    return new(keys, string.Create(CultureInfo.InvariantCulture, $"{bucket}.{row.RowKey}"));
                }

                keys.Add(row.RowKey);
            }
        }

        return new(keys, null);
    }

    private static (int Bucket, string? From) Place(string? continuation)
    {
        if (continuation is null)
        {
            return (0, null);
        }

        var at = continuation.IndexOf('.', StringComparison.Ordinal);
        return at > 0 && int.TryParse(continuation.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var bucket) && bucket < Buckets
            && continuation.Length < TableLimits.MaxKeyLength
            ? (bucket, continuation[(at + 1)..])
            : throw new FormatException("The continuation is not one that this list returned.");
    }

    private static string PartitionOf(string key) => Partition((int)(StableHash.Of(key) % Buckets));

    private static string Partition(int bucket) => string.Create(CultureInfo.InvariantCulture, $"corrected~{bucket:x}");
}
