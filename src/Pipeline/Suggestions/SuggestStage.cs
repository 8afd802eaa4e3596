using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Drafting;
using Pipeline.Suggestions.Speaking;

namespace Pipeline.Suggestions;

/// <summary>
/// Drafts replies for a customer's message and keeps them in its conversation. Silence is an answer too: when nothing fits, an empty list is
/// kept, and goes on if it takes earlier suggestions back.
/// </summary>
public sealed partial class SuggestStage(
    IEnumerable<ICandidateSource> sources, ITables tables, IOptions<SuggestionOptions> options, ILogger<SuggestStage> logger,
    DraftRequests? drafts = null, IClosedRecords? closed = null)
    : IStage<MessageScored, RepliesSuggested>
{
    private const int MaxAttempts = 5;

    /// <inheritdoc/>
    public async Task<StageResult<RepliesSuggested>> RunAsync(MessageScored message, CancellationToken cancellationToken)
    {
        if (message.Message is not { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer })
        {
            return new StageResult<RepliesSuggested>.Stop("Only a customer's message is answered.");
        }

        var language = ReplySuggester.LanguageOf(message);
        var index = language is null ? null : await IndexAsync(language, message.Conversation.Brand, cancellationToken);
        var replies = new RepliesSuggested
        {
            Conversation = message.Conversation,
            MessageId = message.Message.MessageId,
            OrderKey = message.Message.OrderKey,
            Position = message.Position,
            Language = language ?? message.State.Language,
            HeldOut = SpeakingPolicy.IsHeldOut(options.Value.Speaking, message.Conversation.Key),
            Suggestions = index is null ? [] : ReplySuggester.Suggest(message, index, options.Value),
        };

        var standing = await KeepAsync(replies, cancellationToken);
        if (closed is not null)
        {
            await closed.WrittenAsync(message.Conversation.Key, cancellationToken);
        }

        if (standing is null)
        {
            return new StageResult<RepliesSuggested>.Stop("Suggestions from a later state of the conversation stand.");
        }

        if (standing.HeldOut)
        {
            return new StageResult<RepliesSuggested>.Stop("The conversation is held out.");
        }

        if (drafts is not null)
        {
            await drafts.AskAsync(message, cancellationToken);
        }

        if (standing is { Suggestions.Count: 0, Replaces: false })
        {
            return new StageResult<RepliesSuggested>.Stop("There is nothing to suggest.");
        }

        Log.Suggested(logger, standing.MessageId, standing.Suggestions.Count, standing.Position);
        return standing;
    }

    private async ValueTask<CandidateIndex> IndexAsync(string language, string brand, CancellationToken cancellationToken)
    {
        var collections = new List<CandidateCollection>();
        foreach (var source in sources)
        {
            if (await source.CandidatesAsync(language, brand, cancellationToken) is { } collection)
            {
                collections.Add(collection);
            }
        }

        return new CandidateIndex(language, collections);
    }

    /// <summary>
    /// Writes the row unless it has suggestions made from as much or more. Of the same position, those that were written first stand and go
    /// on again, since the run that wrote them may have ended before they were sent.
    /// </summary>
    /// <returns>The suggestions that go on; null when later ones stand.</returns>
    private async Task<RepliesSuggested?> KeepAsync(RepliesSuggested replies, CancellationToken cancellationToken)
    {
        var row = SuggestionRows.Write(replies);
        TableChange change = new TableChange.Insert(row);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await tables.ApplyAsync(TableNames.Conversations, row.PartitionKey, [change], cancellationToken);
                return replies with { Replaces = attempt > 1 };
            }
            catch (TableConflictException) when (attempt < MaxAttempts)
            {
                // Another run has written it, or replaced it in between: look again, below.
            }

            var stored = await tables.ReadAsync(TableNames.Conversations, row.PartitionKey, row.RowKey, cancellationToken);
            if (stored is not null && SuggestionRows.Position(stored) >= replies.Position)
            {
                return SuggestionRows.Position(stored) == replies.Position ? SuggestionRows.Read(stored, replies) with { Replaces = true } : null;
            }

            change = stored is null ? new TableChange.Insert(row) : new TableChange.Replace(row, stored.ETag!);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Message {MessageId} gets {Count} suggestions, from position {Position}.")]
        public static partial void Suggested(ILogger logger, string messageId, int count, int position);
    }
}
