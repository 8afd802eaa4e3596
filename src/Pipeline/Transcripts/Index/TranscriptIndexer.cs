using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>
/// Writes a conversation's rows in the index of transcripts, and has the projections of a closed one written, from its rows as they are now. What
/// stands is looked at first, then the conversation is read, then written under the version of what was looked at: so whoever writes last has read
/// last, and what is written in the end says what the conversation says. One at a time writes the projections; the entry says whether somebody does,
/// and what they were made from, so that whoever comes later with nothing new has nothing to do.
/// </summary>
public sealed partial class TranscriptIndexer : ITranscriptIndexer, IClosedRecords
{
    private const int MaxTries = 10;

    private readonly ITables _tables;
    private readonly IndexRows _rows;
    private readonly IndexSources _sources;
    private readonly ProjectionHold _hold;
    private readonly IConversationProjection[] _projections;
    private readonly ILogger _logger;

    /// <summary>Makes it.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="projections">What is made from closed conversations.</param>
    /// <param name="customers">Names customers.</param>
    /// <param name="options">How long one who writes the projections is waited for.</param>
    /// <param name="logger">Told of conflicts.</param>
    /// <param name="measurer">Measures closed conversations; without one they have no measures.</param>
    public TranscriptIndexer(
        ITables tables,
        IEnumerable<IConversationProjection> projections,
        ICustomerHashes customers,
        IOptions<TranscriptOptions> options,
        ILogger<TranscriptIndexer> logger,
        IConversationMeasurer? measurer = null)
    {
        _tables = tables;
        _rows = new(tables);
        _sources = new(tables, customers, measurer);
        _hold = new(_rows, options.Value.ProjectionPatience);
        _projections = [.. projections];
        _logger = logger;
    }

    /// <inheritdoc/>
    public Task<bool> IndexAsync(string conversationKey, CancellationToken cancellationToken) =>
        IndexAsync(conversationKey, anew: false, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ReindexAsync(string conversationKey, CancellationToken cancellationToken) =>
        IndexAsync(conversationKey, anew: true, cancellationToken);

    private async Task<bool> IndexAsync(string conversationKey, bool anew, CancellationToken cancellationToken)
    {
        var projected = false;
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            var standing = await _hold.FreeAsync(conversationKey, cancellationToken);
            if (await _sources.ReadAsync(conversationKey, cancellationToken) is not { } source)
            {
                if (projected)
                {
                    // It was erased meanwhile.
                    await TakeBackAsync(conversationKey, cancellationToken);
                }

                return false;
            }

            var summary = SummaryRow.From(source.Summary);
            var entry = IndexEntry.Of(source.Summary, source.CustomerHash, summary) with { Projected = ProjectedOf(source) };
            var project = anew || projected || entry.Projected != (standing?.Projected ?? IndexEntry.Nothing) || standing is { Held: true };
            if (!project && entry.SaysAs(standing))
            {
                return true;
            }

            var written = project ? entry with { Projected = IndexEntry.Partly, Held = true } : entry;
            var version = await _rows.TryWriteAsync(conversationKey, standing, written, summary, cancellationToken);
            if (version is not null && !project)
            {
                return true;
            }

            if (version is not null)
            {
                projected = true;
                await ProjectAsync(conversationKey, source.Record, written with { ETag = version }, cancellationToken);
                if (await _rows.TryMarkAsync(conversationKey, entry with { ETag = version }, cancellationToken))
                {
                    return true;
                }
            }

            Log.Changed(_logger, conversationKey, attempt);
        }

        throw new InvalidOperationException($"The rows of '{conversationKey}' changed under each of {MaxTries} tries to index them.");
    }

    private string ProjectedOf(IndexSource source) => source.Record is { } record && _projections.Length > 0
        ? IndexEntry.DigestOf(record.Rows.Values)
        : IndexEntry.Nothing;

    private async Task ProjectAsync(string conversationKey, ConversationRecord? record, IndexEntry held, CancellationToken cancellationToken)
    {
        try
        {
            if (record is null)
            {
                await TakeBackAsync(conversationKey, cancellationToken);
                return;
            }

            foreach (var projection in _projections)
            {
                await projection.ProjectAsync(record, cancellationToken);
            }
        }
        catch
        {
            // So that whoever tries next need not find out that nobody is at work any more.
            await LetGoAsync(conversationKey, held);
            throw;
        }
    }

    private async Task LetGoAsync(string conversationKey, IndexEntry held)
    {
        try
        {
            await _rows.TryMarkAsync(conversationKey, held with { Held = false }, CancellationToken.None);
        }
        catch (Exception exception)
        {
            Log.StillHeld(_logger, conversationKey, exception);
        }
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

        [LoggerMessage(2, LogLevel.Warning, "The projections of {Conversation} failed, and it could not be said that nobody is at work on them.")]
        public static partial void StillHeld(ILogger logger, string conversation, Exception exception);
    }
}
