using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Fitting;

namespace Pipeline.Suggestions.Drafting;

/// <summary>
/// Has a reply drafted for the last message of a conversation and adds it to the suggestions of that message. A draft answers one position: when
/// the conversation has moved on, before the model is asked or while it wrote, it stops, and the row is written under its ETag. Run again, it
/// finds its draft in the row and sends that.
/// </summary>
public sealed class DraftStage(
    CheckedDrafter drafter, IConversationReader conversations, ITables tables, IEnumerable<IDraftFacts> facts, IOptions<SuggestionOptions> options,
    IClosedRecords? closed = null)
    : IStage<MessageScored, RepliesSuggested>
{
    private const int MaxAttempts = 5;
    private const int MostSuggestions = 3;

    /// <inheritdoc/>
    public async Task<StageResult<RepliesSuggested>> RunAsync(MessageScored message, CancellationToken cancellationToken)
    {
        if (!drafter.IsOnFor(message.Conversation.Brand))
        {
            return Stop("Drafting is off.");
        }

        if (await StandingAsync(message, cancellationToken) is not ({ } row, { } replies))
        {
            return Stop("The conversation has moved on.");
        }

        if (replies.HasDraft)
        {
            return await ToldAsync(replies, cancellationToken);
        }

        if (ReplySuggester.LanguageOf(message) is not { } language
            || await drafter.DraftAsync(await GroundAsync(message, language, replies, cancellationToken), cancellationToken) is not { } sentences)
        {
            return Stop("There is no draft.");
        }

        // The guard holds a draft to its facts. What a text may propose at all is the same for all that is offered.
        var situation = new ContactSituation(
            message.Conversation.Brand, message.Conversation.Channel, message.Message.Analysis?.Intent ?? message.State.Intent, language);
        if (ReplyFitting.Violations(string.Join(' ', sentences.Select(sentence => sentence.Text)), situation, options.Value) is [var violation, ..])
        {
            return Stop($"The draft breaks a policy: {violation.Rule}.");
        }

        if (sentences.Select(sentence => new KnownSlots(message).AskedAgain(sentence.Text)).OfType<string>().FirstOrDefault() is { } slot)
        {
            return Stop($"The draft asks for {slot}, which is known.");
        }

        for (var attempt = 1; ; attempt++)
        {
            var with = With(replies, sentences);
            try
            {
                await tables.ApplyAsync(
                    TableNames.Conversations, row.PartitionKey, [new TableChange.Replace(SuggestionRows.Write(with), row.ETag!)], cancellationToken);
                return await ToldAsync(with, cancellationToken);
            }
            catch (TableConflictException) when (attempt < MaxAttempts)
            {
                if (await StandingAsync(message, cancellationToken) is not ({ } again, { } changed))
                {
                    return Stop("The conversation moved on while the draft was written.");
                }

                if (changed.HasDraft)
                {
                    return await ToldAsync(changed, cancellationToken);
                }

                (row, replies) = (again, changed);
            }
        }
    }

    private static StageResult<RepliesSuggested>.Stop Stop(string reason) => new(reason);

    // Written while it was open, and closed by now perhaps.
    private async Task<RepliesSuggested> ToldAsync(RepliesSuggested replies, CancellationToken cancellationToken)
    {
        if (closed is not null)
        {
            await closed.WrittenAsync(replies.Conversation.Key, cancellationToken);
        }

        return replies;
    }

    private static RepliesSuggested With(RepliesSuggested replies, IReadOnlyList<DraftSentence> sentences)
    {
        var draft = new Suggestion(
            ConversationKeys.BusId("suggestion", replies.Conversation.Key, replies.MessageId, Suggestion.DraftSource),
            string.Join(' ', sentences.Select(sentence => sentence.Text)),
            "explanation",
            Suggestion.DraftSource,
            replies.Suggestions.Count > 0 ? replies.Suggestions[^1].Score : 0,
            [replies.Language == "fr" ? "Rédigé par un modèle de langage et vérifié" : "Drafted by a language model and checked"])
        {
            Sentences = [.. sentences.Select(sentence => new SuggestionSentence(sentence.Text, sentence.Source ?? SuggestionSentence.NotSourced))],
        };
        return replies with { Suggestions = [.. replies.Suggestions.Take(MostSuggestions - 1), draft], Replaces = true };
    }

    private async Task<DraftGround> GroundAsync(
        MessageScored message, string language, RepliesSuggested replies, CancellationToken cancellationToken)
    {
        var found = new List<DraftFact>();
        foreach (var source in facts)
        {
            found.AddRange(await source.FindAsync(message, language, cancellationToken));
        }

        // What is suggested may be an article cut to the channel's length: where the whole is known, the whole is the fact.
        var suggested = replies.Suggestions
            .Where(suggestion => found.TrueForAll(fact => fact.Id != suggestion.Source))
            .Select(suggestion => new DraftFact(suggestion.Source, suggestion.Text));
        return DraftGrounds.Of(message, language, suggested.Concat(found));
    }

    // The suggestions of this very position, while it is the last one.
    private async Task<(TableRow? Row, RepliesSuggested? Replies)> StandingAsync(MessageScored message, CancellationToken cancellationToken)
    {
        var state = await conversations.ReadStateAsync(message.Conversation.Key, cancellationToken);
        var row = await tables.ReadAsync(
            TableNames.Conversations, message.Conversation.Key, ConversationRowKeys.Suggestions(message.Message.OrderKey), cancellationToken);
        return state?.Position == message.Position && row is not null && SuggestionRows.Position(row) == message.Position
            ? (row, SuggestionRows.Read(row, Empty(message)) with { Replaces = true })
            : default;
    }

    private static RepliesSuggested Empty(MessageScored message) => new()
    {
        Conversation = message.Conversation,
        MessageId = message.Message.MessageId,
        OrderKey = message.Message.OrderKey,
        Position = message.Position,
        Language = message.State.Language,
        Suggestions = [],
    };
}
