using Pipeline.Messages;
using Pipeline.Transcripts.Journey;

namespace Pipeline.Transcripts;

/// <summary>A conversation after some message: what the platform says about it, and its state.</summary>
/// <param name="Conversation">The facts of the platform: of each, the first that was told; of attributes the last.</param>
/// <param name="State">The state.</param>
public sealed record FoldedConversation(Conversation Conversation, ConversationState State);

/// <summary>
/// Makes the state of a conversation from its messages, one after another in the order of the conversation. Pure: the state after a
/// message depends on nothing but the messages up to it.
/// </summary>
public static class ConversationFold
{
    /// <summary>The state after one more message.</summary>
    /// <param name="before">The state before it; null for the first one.</param>
    /// <param name="entry">The message as it stands, placed after all that <paramref name="before"/> is made of.</param>
    public static FoldedConversation Advance(FoldedConversation? before, TimelineEntry entry)
    {
        var message = entry.Message;
        var conversation = Merge(before?.Conversation, message.Conversation);
        var earlier = before?.State ?? new ConversationState
        {
            StartedAt = message.SentAt,
            ToldSentences = "",
            Floor = ConversationFloor.Opening,
            KnownSlots = [],
            Journey = new() { Rules = JourneyFold.Rules },
        };
        var state = earlier with
        {
            Position = earlier.Position + entry.Weight,
            LastKey = message.OrderKey,

            // A person who corrects is none of those who talk: the silence goes on.
            LastAt = message.Kind == MessageKind.Correction ? earlier.LastAt : message.SentAt,
            Floor = earlier.Floor?.After(message),
        };
        state = message.Kind switch
        {
            MessageKind.Message => Spoken(earlier, state, entry, conversation),
            MessageKind.Rating => state with { Rating = message.Rating },
            MessageKind.Close => state with { Closed = true, ClosedAt = message.SentAt },
            MessageKind.Correction when message.Correction is { } correction && !entry.Withdrawn => Corrected(state, correction),
            _ => state,
        };
        return new(conversation, state with { Language = LanguageOf(state, conversation) });
    }

    private static Conversation Merge(Conversation? known, Conversation told) => known is null
        ? told
        : known with
        {
            LanguageHint = known.LanguageHint ?? told.LanguageHint,
            EntryPage = known.EntryPage ?? told.EntryPage,
            CustomerId = known.CustomerId ?? told.CustomerId,

            // A delivery that was put off has another day: of these, what was told last.
            Attributes = ConversationAttributes.Newest(known.Attributes, told.Attributes),
        };

    private static ConversationState Spoken(
        ConversationState before, ConversationState state, TimelineEntry entry, Conversation conversation)
    {
        var message = entry.Message;
        state = message.Sender.Role switch
        {
            SenderRole.Customer => CustomerSpoke(before, state, message, conversation),
            SenderRole.Advisor => state with
            {
                AdvisorMessages = state.AdvisorMessages + 1,
                AdvisorId = message.Sender.Id ?? state.AdvisorId,
                AdvisorFirstName = message.Sender.FirstName ?? state.AdvisorFirstName,
                FirstAdvisorAt = state.FirstAdvisorAt ?? message.SentAt,
                WaitingSince = null,
                Signals = ConversationSignals.AfterAdvisor(before, message),
            },
            SenderRole.Bot => state with { BotMessages = state.BotMessages + 1 },
            _ => state,
        };
        if (ServiceReader.IsService(message.Sender.Role))
        {
            state = state with { Journey = JourneyFold.AfterService(before, message, LanguageOf(state, conversation)) };
        }

        if (message.Sender.Role != SenderRole.Customer)
        {
            state = state with { ToldSentences = ToldSentences.After(state.ToldSentences, message.Text) };
        }

        return state with { Window = Slide(state, entry) };
    }

    private static ConversationState Corrected(ConversationState state, Correction correction)
    {
        var corrections = (state.Corrections ?? new() { MachineReason = state.Intent }).With(correction);
        return state with { Corrections = corrections, Intent = corrections.Reason ?? state.Intent };
    }

    private static ConversationState CustomerSpoke(
        ConversationState before, ConversationState state, MessageAnalyzed message, Conversation conversation)
    {
        state = state with
        {
            CustomerMessages = state.CustomerMessages + 1,

            // Only the customer opens a closed conversation again: a rating, a bot's survey or an advisor's last word does not.
            Closed = false,
            ClosedAt = null,
            CustomerFirstName = message.Sender.FirstName ?? state.CustomerFirstName,
            WaitingSince = state.WaitingSince ?? message.SentAt,
            Signals = ConversationSignals.After(state, message),
            KnownSlots = KnownSlotsAfter(state.KnownSlots, message),
        };
        if (message.Analysis is not { } analysis)
        {
            return state;
        }

        // The program goes on counting from its own word, also where a person's stands.
        var (intents, intent) = ConversationIntent.After(
            state.Corrections is null ? state : state with { Intent = state.Corrections.MachineReason }, analysis);
        state = state with
        {
            LanguageEvidence = LanguageEvidence(state.LanguageEvidence, analysis),
            Intents = intents,
            RoutingEvidence = RoutingEvidence.After(state.RoutingEvidence, analysis.Routing),
            Intent = state.Corrections?.Reason ?? intent,
            Corrections = state.Corrections is { } corrections ? corrections with { MachineReason = intent } : null,
        };
        return state with { Journey = JourneyFold.AfterCustomer(before, analysis, message, LanguageOf(state, conversation)) };
    }

    private static IReadOnlyList<string>? KnownSlotsAfter(IReadOnlyList<string>? known, MessageAnalyzed message) =>
        known is null || message.Masked.All(kind => known.Contains(kind, StringComparer.Ordinal))
            ? known
            : [.. known.Union(message.Masked, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static SortedDictionary<string, double> LanguageEvidence(IReadOnlyDictionary<string, double> known, TextAnalysis analysis)
    {
        var evidence = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (language, weight) in known)
        {
            evidence[language] = weight;
        }

        if (analysis.Language is "fr" or "en")
        {
            evidence[analysis.Language] = Math.Round(evidence.GetValueOrDefault(analysis.Language) + analysis.LanguageConfidence, 3);
        }

        return evidence;
    }

    private static string LanguageOf(ConversationState state, Conversation conversation)
    {
        var best = conversation.LanguageHint ?? "und";
        var weight = 0.0;
        foreach (var (language, evidence) in state.LanguageEvidence)
        {
            if (evidence > weight)
            {
                (best, weight) = (language, evidence);
            }
        }

        return best;
    }

    private static Turn[] Slide(ConversationState state, TimelineEntry entry)
    {
        var message = entry.Message;
        var turn = new Turn
        {
            MessageId = message.MessageId,
            Role = message.Sender.Role,
            SentAt = message.SentAt,
            Text = Cut(message.Text),
            Intent = message.Analysis?.Intent,
            Position = state.Position,
            Deleted = entry.DeletedAt is not null,
        };
        return [.. state.Window.Skip(Math.Max(0, state.Window.Count - ConversationState.WindowSize + 1)), turn];
    }

    private static string Cut(string text)
    {
        if (text.Length <= Turn.MaxText)
        {
            return text;
        }

        // A character outside the basic plane is two code units, which must not be parted.
        var length = char.IsHighSurrogate(text[Turn.MaxText - 1]) ? Turn.MaxText - 1 : Turn.MaxText;
        return text[..length];
    }
}
