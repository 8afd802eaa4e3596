using Microsoft.Extensions.Logging;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>
/// Writes a conversation's rows in the index of transcripts, and has the projections of a closed one written, from its rows as they are now. What
/// stands is looked at first, then the conversation is read, then written under the version of what was looked at: so whoever writes last has read
/// last, and what is written in the end says what the conversation says.
/// </summary>
public sealed partial class TranscriptIndexer : ITranscriptIndexer, IClosedRecords
{
    private const int MaxTries = 10;

    private readonly ITables _tables;
    private readonly IndexRows _rows;
    private readonly IndexSources _sources;
    private readonly IConversationProjection[] _projections;
    private readonly ILogger _logger;

    /// <summary>Makes it.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="projections">What is made from closed conversations.</param>
    /// <param name="customers">Names customers.</param>
    /// <param name="logger">Told of conflicts.</param>
    /// <param name="measurer">Measures closed conversations; without one they have no measures.</param>
    public TranscriptIndexer(
        ITables tables,
        IEnumerable<IConversationProjection> projections,
        ICustomerHashes customers,
        ILogger<TranscriptIndexer> logger,
        IConversationMeasurer? measurer = null)
    {
        _tables = tables;
        _rows = new(tables);
        _sources = new(tables, customers, measurer);
        _projections = [.. projections];
        _logger = logger;
    }

    /// <inheritdoc/>
    public async Task<bool> IndexAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var projected = false;
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var standing = await _rows.ReadAsync(conversationKey, cancellationToken);
            if (await _sources.ReadAsync(conversationKey, cancellationToken) is not { } source)
            {
                return false;
            }

            if (source.Record is null && (projected || standing is { IsClosed: true }))
            {
                // Before the index rows tell it: after a crash in between, the next try still sees that they say closed.
                await TakeBackAsync(conversationKey, cancellationToken);
            }

            if (await WriteAsync(conversationKey, standing, source, cancellationToken) is not { } version)
            {
                Log.Changed(_logger, conversationKey, attempt + 1);
                continue;
            }

            if (source.Record is not { } record)
            {
                return true;
            }

            projected = true;
            foreach (var projection in _projections)
            {
                await projection.ProjectAsync(record, cancellationToken);
            }

            // Who has written meanwhile has read later, and may have been faster with the projections.
            if (_projections.Length == 0 || (await _rows.ReadAsync(conversationKey, cancellationToken))?.ETag == version)
            {
                return true;
            }

            Log.Changed(_logger, conversationKey, attempt + 1);
        }

        throw new InvalidOperationException($"The rows of '{conversationKey}' changed under each of {MaxTries} tries to index them.");
    }

    /// <inheritdoc/>
    public async Task<bool> IsIndexedAsync(string conversationKey, CancellationToken cancellationToken) =>
        await _rows.ReadAsync(conversationKey, cancellationToken) is not null;

    /// <inheritdoc/>
    public async Task RemoveAsync(string conversationKey, CancellationToken cancellationToken)
    {
        await TakeBackAsync(conversationKey, cancellationToken);
        await RemoveRowsAsync(conversationKey, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ForgetAsync(string conversationKey, CancellationToken cancellationToken)
    {
        foreach (var projection in _projections)
        {
            await projection.ForgetAsync(conversationKey, cancellationToken);
        }

        await RemoveRowsAsync(conversationKey, cancellationToken);
    }

    private async Task RemoveRowsAsync(string conversationKey, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (await _rows.ReadAsync(conversationKey, cancellationToken) is not { } standing
                || await _rows.TryRemoveAsync(conversationKey, standing, cancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The index rows of '{conversationKey}' changed under each of {MaxTries} tries to remove them.");
    }

    /// <inheritdoc/>
    public async Task WrittenAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var head = await _tables.ReadAsync(TableNames.Conversations, conversationKey, ConversationRowKeys.Head, cancellationToken);
        if (head is not null && HeadRow.IsClosed(head))
        {
            await IndexAsync(conversationKey, cancellationToken);
        }
    }

    // The rows of an open conversation that say the same already are left alone; those of a closed one tell by their version whose turn it is to project.
    private async Task<string?> WriteAsync(
        string conversationKey, IndexEntry? standing, IndexSource source, CancellationToken cancellationToken)
    {
        var summary = SummaryRow.From(source.Summary);
        var entry = IndexEntry.Of(source.Summary, source.CustomerHash, summary);
        return entry.SaysAs(standing) && (source.Record is null || _projections.Length == 0)
            ? standing!.ETag
            : await _rows.TryWriteAsync(conversationKey, standing, entry, summary, cancellationToken);
    }

    private async Task TakeBackAsync(string conversationKey, CancellationToken cancellationToken)
    {
        foreach (var projection in _projections)
        {
            await projection.RemoveAsync(conversationKey, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "The rows of {Conversation} changed under try {Attempt} to index them; trying again.")]
        public static partial void Changed(ILogger logger, string conversation, int attempt);
    }
}
