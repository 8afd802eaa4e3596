namespace Pipeline.Transcripts.Journey;

/// <summary>
/// Words that show what an advisor does and what a customer complains of, as <see cref="PlainText"/> writes them. The end is open: "refus" finds
/// "refusée". Our own, from how customers and advisors write in the conversations the rules were made on.
/// </summary>
internal sealed record JourneyCues
{
    /// <summary>An advisor says no, or names a fee, a delay, a rule.</summary>
    public required IReadOnlyList<string> Refusal { get; init; }

    /// <summary>An advisor hands over, or sends elsewhere.</summary>
    public required IReadOnlyList<string> Transfer { get; init; }

    /// <summary>An advisor's ready-made phrases.</summary>
    public required IReadOnlyList<string> Canned { get; init; }

    /// <summary>An advisor asks to try something.</summary>
    public required IReadOnlyList<string> Step { get; init; }

    /// <summary>A customer says that they have already said it.</summary>
    public required IReadOnlyList<string> Told { get; init; }

    /// <summary>A customer says that it does not work yet.</summary>
    public required IReadOnlyList<string> Still { get; init; }

    /// <summary>A customer speaks of waiting, or asks whether anybody is there.</summary>
    public required IReadOnlyList<string> Waiting { get; init; }

    /// <summary>A customer speaks of being sent around.</summary>
    public required IReadOnlyList<string> SentAround { get; init; }

    /// <summary>A customer speaks of how they are spoken to.</summary>
    public required IReadOnlyList<string> Manner { get; init; }

    /// <summary>A customer's relief.</summary>
    public required IReadOnlyList<string> Relief { get; init; }

    /// <summary>Words too common to show that two sentences are about the same.</summary>
    public required IReadOnlySet<string> Common { get; init; }

    /// <summary>The cues of a language; French and English together while it is not known.</summary>
    public static JourneyCues Of(string language) => language switch
    {
        "fr" => FrenchCues.All,
        "en" => EnglishCues.All,
        _ => Both,
    };

    private static JourneyCues Both { get; } = new()
    {
        Refusal = [.. FrenchCues.All.Refusal, .. EnglishCues.All.Refusal],
        Transfer = [.. FrenchCues.All.Transfer, .. EnglishCues.All.Transfer],
        Canned = [.. FrenchCues.All.Canned, .. EnglishCues.All.Canned],
        Step = [.. FrenchCues.All.Step, .. EnglishCues.All.Step],
        Told = [.. FrenchCues.All.Told, .. EnglishCues.All.Told],
        Still = [.. FrenchCues.All.Still, .. EnglishCues.All.Still],
        Waiting = [.. FrenchCues.All.Waiting, .. EnglishCues.All.Waiting],
        SentAround = [.. FrenchCues.All.SentAround, .. EnglishCues.All.SentAround],
        Manner = [.. FrenchCues.All.Manner, .. EnglishCues.All.Manner],
        Relief = [.. FrenchCues.All.Relief, .. EnglishCues.All.Relief],
        Common = new HashSet<string>([.. FrenchCues.All.Common, .. EnglishCues.All.Common], StringComparer.Ordinal),
    };
}
