using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Replies;

/// <summary>
/// A reply with the uses it was made of. All that is told of it follows from them, so that whatever order they came in, it is the same. Of more than
/// <see cref="ReplyThresholds.MostUses"/> those with the smallest hashes are kept, which is the same choice in every order too.
/// </summary>
internal sealed record KeptReply
{
    /// <summary>Takes the uses.</summary>
    public KeptReply(string id, string brand, string language, IEnumerable<ReplyUse> uses)
    {
        (Id, Brand, Language) = (id, brand, language);
        Uses = [.. uses.DistinctBy(use => use.Answer).OrderBy(use => use.Answer).Take(ReplyThresholds.MostUses)];
    }

    /// <summary>Names it within its brand and language.</summary>
    public string Id { get; }

    /// <summary>The brand.</summary>
    public string Brand { get; }

    /// <summary>The language: fr or en.</summary>
    public string Language { get; }

    /// <summary>Its uses, by hash.</summary>
    public IReadOnlyList<ReplyUse> Uses { get; }

    /// <summary>When somebody took it back; null while nobody has.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>Who did.</summary>
    public string? RetiredBy { get; init; }

    /// <summary>The day of its last use; null when it has none left.</summary>
    public DateOnly? LastUsed => Uses.Count == 0 ? null : Uses.Max(use => use.Day);

    /// <summary>In how many conversations it was accepted.</summary>
    public int Conversations => Uses.Select(use => use.Conversation).Distinct().Count();

    /// <summary>How many advisors sent it.</summary>
    public int Advisors => Uses.Select(use => use.Advisor).Where(advisor => advisor != 0).Distinct().Count();

    /// <summary>Whether it belongs to nobody any more.</summary>
    public bool IsAnonymous => Conversations >= ReplyThresholds.LeastConversations && Advisors >= ReplyThresholds.LeastAdvisors;

    /// <summary>The wording that was used most; of equals the shortest, then by its characters.</summary>
    public string Text => Uses.CountBy(use => use.Text)
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => pair.Key)
        .FirstOrDefault("");

    /// <summary>What is told of it.</summary>
    public AcceptedReply Told() => new()
    {
        Id = Id,
        Brand = Brand,
        Language = Language,
        Text = Text,
        Category = PhraseWords.Name(ReplyKind.CategoryOf(Text, Language)),
        Tone = PhraseWords.Name(ReplyKind.ToneOf(Text, Language)),
        Intents = new SortedDictionary<string, int>(
            Uses.Where(use => use.Intent.Length > 0).CountBy(use => use.Intent).ToDictionary(), StringComparer.Ordinal),
        Uses = Uses.Count,
        Conversations = Conversations,
        LastUsed = LastUsed,
        RetiredAt = RetiredAt,
        RetiredBy = RetiredBy,
    };
}
