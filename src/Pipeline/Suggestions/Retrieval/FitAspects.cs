using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>
/// The order in which the aspects of a fit are weighed: the measured ones by name, then what each category is worth in each circumstance, then
/// what each tone is worth in each mood.
/// </summary>
internal static class FitAspects
{
    private static readonly string[] Measured =
    [
        "intent", "newestIntent", "narrow", "words", "newestWords", "answerWords", "tone", "moment", "lead", "mandatory", "brand", "told", "topic",
        "topicShare", "subjectWords", "subjectAnswers", "related",
    ];

    private static readonly string[] Categories = [.. Enum.GetValues<PhraseCategory>().Select(PhraseWords.Name)];

    private static readonly string[] Tones = [.. Enum.GetValues<PhraseTone>().Select(PhraseWords.Name)];

    /// <summary>The names, such as <c>words</c>, <c>Opening greeting</c>, <c>Upset warm</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Measured,
        .. Circumstances.Names.SelectMany(circumstance => Categories.Select(category => $"{circumstance} {category}")),
        .. Enum.GetNames<Mood>().SelectMany(mood => Tones.Select(tone => $"{mood} {tone}")),
    ];

    /// <summary>Where the weight of a measured aspect stands.</summary>
    public static int PlaceOf(string name) => Array.IndexOf(Measured, name);

    private static int FirstTone => Measured.Length + (Circumstances.Names.Count * Categories.Length);

    /// <summary>Writes every aspect of a fit, most of them 0.</summary>
    public static void Write(in ReplyFit fit, Situation situation, Span<double> into)
    {
        into.Clear();
        Measure(fit, into);
        foreach (var circumstance in Circumstances.Of(situation))
        {
            into[Place(circumstance, fit.Category)] = 1;
        }

        into[Place(situation.Mood, fit.Manner)] = 1;
    }

    /// <summary>The sum of what the measured aspects weigh.</summary>
    public static double Sum(in ReplyFit fit, ReadOnlySpan<double> weights)
    {
        Span<double> measured = stackalloc double[Measured.Length];
        Measure(fit, measured);
        var sum = 0.0;
        for (var index = 0; index < measured.Length; index++)
        {
            sum += weights[index] * measured[index];
        }

        return sum;
    }

    /// <summary>Where the weight of a category in a circumstance stands.</summary>
    public static int Place(int circumstance, PhraseCategory category) => Measured.Length + (circumstance * Categories.Length) + (int)category;

    /// <summary>Where the weight of a tone in a mood stands.</summary>
    public static int Place(Mood mood, PhraseTone tone) => FirstTone + ((int)mood * Tones.Length) + (int)tone;

    // Written out by the places of their names: it is asked for thousands of times a message. The last comes first, so that bounds are checked once.
    private static void Measure(in ReplyFit fit, Span<double> into)
    {
        into[16] = fit.Related;
        into[0] = fit.Intent;
        into[1] = fit.NewestIntent;
        into[2] = fit.Narrow;
        into[3] = fit.Words;
        into[4] = fit.NewestWords;
        into[5] = fit.AnswerWords;
        into[6] = fit.Tone;
        into[7] = fit.Moment;
        into[8] = fit.Lead;
        into[9] = fit.Mandatory;
        into[10] = fit.Brand;
        into[11] = fit.Told;
        into[12] = fit.Topic;
        into[13] = fit.TopicShare;
        into[14] = fit.SubjectWords;
        into[15] = fit.SubjectAnswers;
    }
}
