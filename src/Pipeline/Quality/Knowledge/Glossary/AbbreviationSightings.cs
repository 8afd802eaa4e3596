using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Register;

namespace Pipeline.Quality.Knowledge.Glossary;

/// <summary>
/// The abbreviations that advisors wrote in a conversation, each once: of one that the glossary lacks the register asks what it stands for. The
/// abbreviation alone is kept, and nothing that stood around it.
/// </summary>
public static class AbbreviationSightings
{
    /// <summary>The most of one conversation.</summary>
    public const int Most = 20;

    /// <summary>The sightings: a function of the record alone. Whether the glossary has them is asked when the register is read.</summary>
    public static IEnumerable<Sighting> In(ConversationRecord record)
    {
        var (transcript, conversation) = (record.Transcript, record.Transcript.Conversation);
        string[] names = [.. transcript.Messages.Select(message => message.Sender.FirstName).Append(transcript.State.CustomerFirstName)
            .OfType<string>().Distinct(StringComparer.Ordinal)];
        return transcript.Messages
            .Where(message => message is { Kind: MessageKind.Message, Sender.Role: SenderRole.Advisor, DeletedAt: null })
            .SelectMany(message => Abbreviations.In(message.Text, names).Select(abbreviation => (Abbreviation: abbreviation, Message: message)))
            .DistinctBy(found => found.Abbreviation)
            .Take(Most)
            .Select(found => new Sighting
            {
                Id = Sighting.IdOf("abbreviation", conversation.Key, found.Abbreviation),
                Scope = new(transcript.State.Language is "en" ? "en" : "fr", QuestionScope.AnyBrand, QuestionScope.Abbreviation),
                Kind = SightingKind.Abbreviation,
                At = found.Message.SentAt,
                KnownAt = transcript.State.ClosedAt ?? transcript.State.LastAt,
                Wording = found.Abbreviation,
                Terms = [found.Abbreviation.ToLowerInvariant()],
                Conversation = conversation.Key,
                MessageId = found.Message.Id,
                Skill = transcript.Assignment?.Decision.Skill,
                Advisors = transcript.Assignment?.AdvisorId is { } advisor ? [advisor] : [],
            });
    }
}
