using Pipeline.Messages;
using Pipeline.Scoring.Lexicons;

namespace Pipeline.Scoring.Feelings;

/// <summary>An expression of feeling in a text, weighed in its place.</summary>
/// <param name="Group">The lexicon's group.</param>
/// <param name="Match">Where it stands.</param>
internal sealed record Feeling(FeelingGroup Group, PhraseMatch Match)
{
    /// <summary>The emotion, after negation and sarcasm; null when nothing is felt.</summary>
    public Emotion? Emotion { get; set; } = Group.Emotion;

    /// <summary>The valence, after negation, sarcasm and everything that makes it stronger or weaker; -1 to 1.</summary>
    public double Valence { get; set; } = Group.Valence;

    /// <summary>The strength of the emotion, 0 to 1.</summary>
    public double Strength { get; set; } = Group.Strength ?? Math.Abs(Group.Valence);

    /// <summary>The first word of the evidence: a negation before the phrase belongs to it.</summary>
    public int FirstWord { get; set; } = Match.First;

    /// <summary>The last word of the evidence.</summary>
    public int LastWord { get; set; } = Match.Last;

    /// <summary>Whether an intensifier stands beside it.</summary>
    public bool IsIntensified { get; set; }

    /// <summary>Whether the group has a mark.</summary>
    public bool Has(FeelingMarks mark) => (Group.Marks & mark) != 0;

    /// <summary>Makes it stronger or weaker.</summary>
    public void Scale(double factor)
    {
        Valence = Math.Clamp(Valence * factor, -0.98, 0.98);
        Strength = Math.Min(Strength * factor, 0.98);
    }

    /// <summary>It says nothing after all.</summary>
    public void Silence() => (Emotion, Valence, Strength) = (null, 0, 0);

    /// <summary>It means the opposite.</summary>
    public void Turn(Emotion emotion, double valence) => (Emotion, Valence, Strength) = (emotion, valence, Math.Abs(valence));
}
