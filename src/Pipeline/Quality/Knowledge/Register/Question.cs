using Pipeline.Quality.Knowledge.Clock;

namespace Pipeline.Quality.Knowledge.Register;

/// <summary>A question of the register, as people read it. What is quoted is masked.</summary>
public sealed record Question
{
    /// <summary>The most conversations that are named; the count has all.</summary>
    public const int MostConversations = 50;

    /// <summary>Names it: the number of its scope, a hyphen, and its id there.</summary>
    public required string Id { get; init; }

    /// <summary>The language: fr or en; und while unknown.</summary>
    public required string Language { get; init; }

    /// <summary>The brand.</summary>
    public required string Brand { get; init; }

    /// <summary>What it is about; any, abbreviation or tip where it is about no matter of the list.</summary>
    public required string Intent { get; init; }

    /// <summary>The session in which it was asked; null for none.</summary>
    public string? Session { get; init; }

    /// <summary>The trade that it needs; null when not known.</summary>
    public string? Skill { get; init; }

    /// <summary>The words of whoever asked first; null once their conversation was erased and no other asked.</summary>
    public string? Wording { get; init; }

    /// <summary>Where it stands.</summary>
    public required QuestionStatus Status { get; init; }

    /// <summary>How it came up.</summary>
    public required IReadOnlyList<SightingKind> Kinds { get; init; }

    /// <summary>How often it came up.</summary>
    public required int Count { get; init; }

    /// <summary>The conversations in which it did, newest first.</summary>
    public required IReadOnlyList<string> Conversations { get; init; }

    /// <summary>Who asked or met it, by id: those to whom the digest goes.</summary>
    public required IReadOnlyList<string> Advisors { get; init; }

    /// <summary>When it first came up.</summary>
    public DateTimeOffset? FirstAt { get; init; }

    /// <summary>When it last came up.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Until when it should have an answer: the end of the working day on which the register first knew of it.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Who looks for the answer.</summary>
    public string? Owner { get; init; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>When it was escalated.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>To whom.</summary>
    public string? EscalatedTo { get; init; }

    /// <summary>The answer, once there is one.</summary>
    public QuestionAnswer? Answer { get; init; }

    /// <summary>Why there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was answered, or found not to be answerable.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>When its answer was seen to be approved.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>How suggestions name the answer in the library, such as <c>article:q-fr-3b1c</c>; null while it is not published.</summary>
    public string? Source { get; init; }

    /// <summary>The conversation that the words are from; null for none.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? WordingFrom { get; init; }

    /// <summary>Whether somebody still has to look for the answer.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsUnanswered => Status is QuestionStatus.Open or QuestionStatus.Taken;

    /// <summary>The id of a group of a scope.</summary>
    public static string IdOf(QuestionScope scope, string group) => $"{scope.Number}-{group}";

    /// <summary>Takes an id apart; null when it can be none: what cannot never reaches the tables.</summary>
    public static (string Scope, string Group)? Read(string id) =>
        id.Length == 29 && id[12] == '-' && id.All(sign => sign == '-' || char.IsAsciiHexDigitLower(sign) || char.IsAsciiDigit(sign))
            ? (id[..12], id[13..])
            : null;

    /// <summary>A group, as people read it.</summary>
    internal static Question Of(QuestionScope scope, QuestionGroup group, WorkingDays days)
    {
        var (card, sightings) = (group.Card, group.Sightings);
        var founder = sightings.FirstOrDefault(sighting => sighting.Id == group.Id);
        return new Question
        {
            Id = IdOf(scope, group.Id),
            Language = scope.Language,
            Brand = scope.Brand,
            Intent = scope.Intent,
            Session = scope.Session,
            Skill = sightings.Select(sighting => sighting.Skill).FirstOrDefault(skill => skill is not null),
            Wording = founder?.Wording ?? card?.StandInWording,
            WordingFrom = founder is null ? card?.StandInConversation : founder.Conversation,
            Status = card?.Status ?? QuestionStatus.Open,
            Kinds = [.. sightings.Select(sighting => sighting.Kind).Distinct().Order()],
            Count = sightings.Count,
            Conversations =
            [
                .. sightings.Reverse().Where(sighting => sighting.Conversation is not null).Select(sighting => sighting.Conversation!)
                    .Distinct(StringComparer.Ordinal).Take(MostConversations),
            ],
            Advisors = [.. sightings.SelectMany(sighting => sighting.Advisors).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            FirstAt = sightings.Count == 0 ? null : sightings[0].At,
            LastAt = sightings.Count == 0 ? null : sightings[^1].At,
            DueAt = sightings.Count == 0 ? null : sightings.Min(sighting => days.DueAt(sighting.KnownAt)),
            Owner = card?.Owner,
            TakenAt = card?.TakenAt,
            EscalatedAt = card?.EscalatedAt,
            EscalatedTo = card?.EscalatedTo,
            Answer = card?.Answer,
            Reason = card?.Reason,
            DecidedAt = card?.DecidedAt,
            PublishedAt = card?.PublishedAt,
            Source = card?.Source,
        };
    }
}
