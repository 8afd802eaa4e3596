using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Speaking;

/// <summary>
/// Offers a holding phrase when a customer waits and their advisor is busy with others: one a silence, none while the advisor is writing. It
/// looks only at what advisors with more than one conversation hold, and never goes through all conversations.
/// </summary>
public sealed partial class SilenceWatchJob(
    ITables tables,
    IStandingReader standings,
    IAdvisorLoads loads,
    PhraseLibrary library,
    IBus bus,
    IOptions<SuggestionOptions> options,
    TimeProvider clock,
    ILogger<SilenceWatchJob> logger,
    IClosedRecords? closed = null) : ITimerJob
{
    private SpeakingOptions Speaking => options.Value.Speaking;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Speaking.SilenceAfter == TimeSpan.Zero)
        {
            return;
        }

        var offered = 0;
        foreach (var load in (await loads.ReadAsync(cancellationToken)).Where(load =>
            load.Conversations.Count > 1 && Speaking.Of(load.Level).MaxSuggestions > 0))
        {
            foreach (var key in load.Conversations.Where(key => !SpeakingPolicy.IsHeldOut(Speaking, key)))
            {
                offered += await TryOfferAsync(key, load.AdvisorId, cancellationToken) ? 1 : 0;
            }
        }

        if (offered > 0)
        {
            Log.Offered(logger, offered);
        }
    }

    private async Task<bool> TryOfferAsync(string key, string advisorId, CancellationToken cancellationToken)
    {
        if (await standings.ReadStandingAsync(key, cancellationToken) is not { State: { Closed: false, WaitingSince: { } since } state } standing
            || clock.GetUtcNow() - since < Speaking.SilenceAfter
            || standing.Assignment is not { Status: AssignmentStatus.Assigned } held || held.AdvisorId != advisorId
            || WaitingTurn(state) is not { } waiting)
        {
            return false;
        }

        var holding = await OfThisSilenceAsync(key, state, cancellationToken);
        if (holding is { IsTold: true }
            || (await Holding.ReadWritingAsync(tables, key, cancellationToken) is { } writing && clock.GetUtcNow() - writing < Speaking.WritingFor))
        {
            return false;
        }

        holding ??= await KeepAsync(standing, waiting, since, cancellationToken);
        if (holding is null)
        {
            return false;
        }

        await TellAsync(standing.Conversation, holding, since, cancellationToken);
        return true;
    }

    /// <summary>The customer's last message, while nobody answered it.</summary>
    private static Turn? WaitingTurn(ConversationState state) =>
        state.Window.LastOrDefault(turn => !turn.Deleted && turn.Role is SenderRole.Customer or SenderRole.Advisor)
            is { Role: SenderRole.Customer } turn ? turn : null;

    /// <summary>What was offered since an advisor last wrote, whichever message the silence was counted from then.</summary>
    private async Task<Holding?> OfThisSilenceAsync(string key, ConversationState state, CancellationToken cancellationToken)
    {
        var answered = state.Window.LastOrDefault(turn => turn is { Role: SenderRole.Advisor, Deleted: false }) is { } turn
            ? Staleness.OrderOf(turn)
            : "";
        Holding? last = null;
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Conversations, TableQuery.Prefix(key, ConversationRowKeys.HoldingPrefix), cancellationToken))
        {
            var holding = Holding.Read(row);
            last = string.CompareOrdinal(holding.Version.OrderKey, answered) > 0 ? holding : last;
        }

        return last;
    }

    private async Task<Holding?> KeepAsync(
        ConversationStanding standing, Turn waiting, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var phrases = await library.ReadAsync(standing.State.Language, cancellationToken);
        if (phrases is null || HoldingPhrase.Choose(phrases, standing, waiting, options.Value) is not { } suggestion)
        {
            return null;
        }

        var key = standing.Conversation.Key;
        var version = new SuggestionVersion(waiting.MessageId, Staleness.OrderOf(waiting), waiting.Position);
        var holding = new Holding(version, phrases.Language, suggestion, IsTold: false);
        try
        {
            var versions = await tables.ApplyAsync(
                TableNames.Conversations, key, [new TableChange.Insert(holding.ToRow(key, since))], cancellationToken);
            return holding with { ETag = versions[0] };
        }
        catch (TableConflictException)
        {
            // Another run offers one in this silence.
            return null;
        }
    }

    // Kept first and told then: a run that ends in between is found out by the next, which says the same under the same id.
    private async Task TellAsync(Conversation conversation, Holding holding, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var message = Envelope.Wrap(new RepliesSuggested
        {
            Conversation = conversation,
            MessageId = holding.Version.MessageId,
            OrderKey = holding.Version.OrderKey,
            Position = holding.Version.Position,
            Language = holding.Language,
            Suggestions = [holding.Suggestion],
            Holding = true,
        });
        await bus.SendAsync(Entities.Outcomes, [message], cancellationToken);
        try
        {
            var row = (holding with { IsTold = true }).ToRow(conversation.Key, since);
            await tables.ApplyAsync(TableNames.Conversations, conversation.Key, [new TableChange.Replace(row, holding.ETag!)], cancellationToken);
        }
        catch (TableConflictException)
        {
            // Another run told it.
        }

        // It was open when the silence was looked at.
        if (closed is not null)
        {
            await closed.WrittenAsync(conversation.Key, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Offered {Count} holding phrases.")]
        public static partial void Offered(ILogger logger, int count);
    }
}
