using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>
/// The order in which the aspects of a fit are weighed: the measured ones by name, then what each category is worth in each circumstance, then
/// what each tone is worth in each mood.
/// </summary>
internal static class FitAspects
{
    private static readonly (string Name, Func<ReplyFit, double> Of)[] Measured =
    [
        ("intent", fit => fit.Intent), ("newestIntent", fit => fit.NewestIntent), ("narrow", fit => fit.Narrow), ("words", fit => fit.Words),
        ("newestWords", fit => fit.NewestWords), ("answerWords", fit => fit.AnswerWords), ("tone", fit => fit.Tone), ("moment", fit => fit.Moment),
        ("lead", fit => fit.Lead), ("mandatory", fit => fit.Mandatory), ("brand", fit => fit.Brand), ("told", fit => fit.Told),
        ("topic", fit => fit.Topic), ("topicShare", fit => fit.TopicShare), ("subjectWords", fit => fit.SubjectWords),
        ("subjectAnswers", fit => fit.SubjectAnswers), ("related", fit => fit.Related),
    ];

    private static readonly string[] Categories = [.. Enum.GetValues<PhraseCategory>().Select(PhraseWords.Name)];

    private static readonly string[] Tones = [.. Enum.GetValues<PhraseTone>().Select(PhraseWords.Name)];

    /// <summary>The names, such as <c>words</c>, <c>Opening greeting</c>, <c>Upset warm</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Measured.Select(aspect => aspect.Name),
        .. Circumstances.Names.SelectMany(circumstance => Categories.Select(category => $"{circumstance} {category}")),
        .. Enum.GetNames<Mood>().SelectMany(mood => Tones.Select(tone => $"{mood} {tone}")),
    ];

    /// <summary>Where the weight of a measured aspect stands.</summary>
    public static int PlaceOf(string name) => Array.FindIndex(Measured, aspect => aspect.Name == name);

    private static int FirstTone => Measured.Length + (Circumstances.Names.Count * Categories.Length);

    /// <summary>Writes every aspect of a fit, most of them 0.</summary>
    public static void Write(in ReplyFit fit, Situation situation, Span<double> into)
    {
        into.Clear();
        for (var index = 0; index < Measured.Length; index++)
        {
            into[index] = Measured[index].Of(fit);
        }

        foreach (var circumstance in Circumstances.Of(situation))
        {
            into[Place(circumstance, fit.Category)] = 1;
        }

        into[Place(situation.Mood, fit.Manner)] = 1;
    }

    /// <summary>The sum of what the measured aspects weigh. Written out, in their order: it is asked for thousands of times a message.</summary>
    public static double Sum(in ReplyFit fit, ReadOnlySpan<double> weights) =>
        (weights[0] * fit.Intent) + (weights[1] * fit.NewestIntent) + (weights[2] * fit.Narrow) + (weights[3] * fit.Words)
        + (weights[4] * fit.NewestWords) + (weights[5] * fit.AnswerWords) + (weights[6] * fit.Tone) + (weights[7] * fit.Moment)
        + (weights[8] * fit.Lead) + (weights[9] * fit.Mandatory) + (weights[10] * fit.Brand) + (weights[11] * fit.Told);

    /// <summary>Where the weight of a category in a circumstance stands.</summary>
    public static int Place(int circumstance, PhraseCategory category) => Measured.Length + (circumstance * Categories.Length) + (int)category;

    /// <summary>Where the weight of a tone in a mood stands.</summary>
    public static int Place(Mood mood, PhraseTone tone) => FirstTone + ((int)mood * Tones.Length) + (int)tone;
}
