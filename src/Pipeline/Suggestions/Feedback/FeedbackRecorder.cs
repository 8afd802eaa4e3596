using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Speaking;

namespace Pipeline.Suggestions.Feedback;

/// <summary>How feedback was taken.</summary>
public abstract record FeedbackTaken
{
    private FeedbackTaken()
    {
    }

    /// <summary>It is kept, from now or from before.</summary>
    public sealed record Kept(FeedbackEntry Entry) : FeedbackTaken;

    /// <summary>The suggestion must not be used any more.</summary>
    public sealed record Refused(WithdrawalReason Reason) : FeedbackTaken;

    /// <summary>No suggestion of this id answers that message.</summary>
    public sealed record SuggestionUnknown : FeedbackTaken;

    /// <summary>The conversation is not known.</summary>
    public sealed record ConversationUnknown : FeedbackTaken;
}

/// <summary>
/// Keeps feedback, and is the only one that does. Whether a suggestion may be used is decided here, at the moment of use: what it was made of
/// is read first and the conversation last, so that an answer tells how things stood at one moment within the call.
/// </summary>
public sealed class FeedbackRecorder(
    ITables tables, IStandingReader standings, ISuggestionSources sources, TimeProvider clock, IClosedRecords? closed = null)
{
    /// <summary>Keeps it, or says why not.</summary>
    /// <param name="conversationKey">The conversation.</param>
    /// <param name="given">What the advisor told.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FeedbackTaken> RecordAsync(string conversationKey, FeedbackGiven given, CancellationToken cancellationToken)
    {
        // What was taken once stays taken, whatever has happened since: the advisor asks whether we know.
        if (given.Kind != FeedbackKind.Writing && await FindAsync(conversationKey, given.Id, cancellationToken) is { } known)
        {
            return new FeedbackTaken.Kept(await ToldAsync(conversationKey, known, cancellationToken));
        }

        var found = given.SuggestionId is null ? null : await FindSuggestionAsync(conversationKey, given, cancellationToken);
        var isOffered = found is null
            || await sources.IsOfferedAsync(found.Suggestion.Source, found.Language, exactly: true, cancellationToken);
        if (await standings.ReadStandingAsync(conversationKey, cancellationToken) is not { } standing)
        {
            return new FeedbackTaken.ConversationUnknown();
        }

        if (given.Kind is FeedbackKind.Inserted or FeedbackKind.Sent
            && WhyStale(given, found, standing, isOffered) is { } reason)
        {
            return new FeedbackTaken.Refused(reason);
        }

        return given.SuggestionId is not null && found is null
            ? new FeedbackTaken.SuggestionUnknown()
            : new FeedbackTaken.Kept(await KeepAsync(standing, given, found?.Suggestion, cancellationToken));
    }

    // What was shown, or what is kept now, whichever was made from less.
    private static WithdrawalReason? WhyStale(
        FeedbackGiven given, FoundSuggestion? found, ConversationStanding standing, bool isOffered) => Staleness.WhyStale(
            new SuggestionVersion("", given.OrderKey!, Math.Min(given.Position!.Value, found?.Position ?? int.MaxValue)),
            standing.State,
            standing.Assignment?.TransferredAt,
            isOffered);

    private async Task<FeedbackEntry?> FindAsync(string conversationKey, string id, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Conversations, conversationKey, FeedbackEntry.RowKey(id), cancellationToken) is { } row
            ? FeedbackEntry.Read(row)
            : null;

    private async Task<FoundSuggestion?> FindSuggestionAsync(
        string conversationKey, FeedbackGiven given, CancellationToken cancellationToken)
    {
        var stored = await StoredSuggestions.FindAsync(tables, conversationKey, given.OrderKey!, cancellationToken);
        return stored?.Suggestions.FirstOrDefault(suggestion => suggestion.Id == given.SuggestionId) is { } suggestion
            ? new(suggestion, stored.Language, stored.Position)
            : await Holding.FindAsync(tables, conversationKey, given.SuggestionId!, cancellationToken) is { } holding
                ? new(holding.Suggestion, holding.Language, holding.Version.Position)
                : null;
    }

    private async Task<FeedbackEntry> KeepAsync(
        ConversationStanding standing, FeedbackGiven given, Suggestion? suggestion, CancellationToken cancellationToken)
    {
        var key = standing.Conversation.Key;
        var entry = new FeedbackEntry
        {
            Id = given.Id,
            Kind = given.Kind,
            At = clock.GetUtcNow(),
            SuggestionId = suggestion?.Id,
            Source = suggestion?.Source,
            Category = suggestion?.Category,
            Distance = given.Text is { } text && suggestion is not null ? Math.Round(EditDistance.Of(suggestion.Text, text), 4) : null,
            Reason = given.Reason,
            Level = standing.Assignment?.AdvisorLevel,
        };
        if (given.Kind == FeedbackKind.Writing)
        {
            await tables.ApplyAsync(TableNames.Conversations, key, [Holding.Writing(key, entry.At)], cancellationToken);
            return entry;
        }

        try
        {
            // Who has put one in is writing.
            TableChange[] changes = given.Kind is FeedbackKind.Inserted or FeedbackKind.Edited
                ? [new TableChange.Insert(entry.ToRow(key)), Holding.Writing(key, entry.At)]
                : [new TableChange.Insert(entry.ToRow(key))];
            await tables.ApplyAsync(TableNames.Conversations, key, changes, cancellationToken);
            return await ToldAsync(key, entry, cancellationToken);
        }
        catch (TableConflictException exception) when (exception.Conflict == TableConflict.RowExists)
        {
            // The same feedback, sent twice at once: the first one stands.
            return await ToldAsync(key, (await FindAsync(key, given.Id, cancellationToken))!, cancellationToken);
        }
    }

    // Advisors tell after the close too: what was made of the closed conversation is made again. That somebody writes, nothing is made from.
    private async Task<FeedbackEntry> ToldAsync(string conversationKey, FeedbackEntry entry, CancellationToken cancellationToken)
    {
        if (closed is not null)
        {
            await closed.WrittenAsync(conversationKey, cancellationToken);
        }

        return entry;
    }

    private sealed record FoundSuggestion(Suggestion Suggestion, string Language, int Position);
}
