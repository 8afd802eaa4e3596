using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>The weights of a fit in one situation: what each category and each tone is worth in it is summed up once.</summary>
internal sealed class SituationWeights
{
    private readonly FitWeights _weights;
    private readonly double[] _categories = new double[Enum.GetValues<PhraseCategory>().Length];
    private readonly double[] _tones = new double[Enum.GetValues<PhraseTone>().Length];
    private readonly double _words;
    private readonly double _newestWords;
    private readonly double _answerWords;

    public SituationWeights(FitWeights weights, Situation situation)
    {
        _weights = weights;
        (_words, _newestWords, _answerWords) = (Of("words", 1), Of("newestWords", 1), Of("answerWords", 1));
        foreach (var circumstance in Circumstances.Of(situation))
        {
            for (var category = 0; category < _categories.Length; category++)
            {
                _categories[category] += weights.Values[FitAspects.Place(circumstance, (PhraseCategory)category)];
            }
        }

        for (var tone = 0; tone < _tones.Length; tone++)
        {
            _tones[tone] = weights.Values[FitAspects.Place(situation.Mood, (PhraseTone)tone)];
        }
    }

    private SituationWeights(SituationWeights same, PhraseCategory only, double more)
    {
        (_weights, _words, _newestWords, _answerWords) = (same._weights, same._words, same._newestWords, same._answerWords);
        same._tones.CopyTo(_tones, 0);
        Array.Fill(_categories, double.NegativeInfinity);
        _categories[(int)only] = same._categories[(int)only] + more;
    }

    /// <summary>The same for what stands behind help: holding phrases alone, and with <see cref="FitWeights.Patience"/>.</summary>
    public SituationWeights BehindHelp => new(this, PhraseCategory.Holding, _weights.Patience);

    /// <summary>Whether a category may be offered at all.</summary>
    public bool Takes(PhraseCategory category) => !double.IsNegativeInfinity(_categories[(int)category]);

    /// <summary>The most that the words of a candidate can weigh.</summary>
    public double MostWords => Math.Max(0, _words) + Math.Max(0, _newestWords) + Math.Max(0, _answerWords);

    /// <summary>The most that it can weigh that some of a candidate was told: nothing, as long as that speaks against it.</summary>
    public double MostTold => Math.Max(0, Of("told", 1));

    /// <summary>The score of a candidate, 0 to 1.</summary>
    public double Score(in ReplyFit fit) => Score(Sum(fit));

    /// <summary>The score of a sum: the logistic function of how far it is from <see cref="FitWeights.Even"/>.</summary>
    public double Score(double sum) => 1 / (1 + Math.Exp(_weights.Even - sum));

    /// <summary>The sum of which a score is; minus infinity for 0.</summary>
    public double SumOf(double score) => _weights.Even - Math.Log((1 / score) - 1);

    /// <summary>The most that the three shares of words can weigh, by the first alone: what was said in the newest message was said.</summary>
    /// <param name="words">The share of the customer's words.</param>
    /// <param name="answered">Whether the last answer shares a word.</param>
    public double MostWordSum(double words, bool answered) =>
        ((_words + Math.Max(0, _newestWords)) * words) + (answered ? Math.Max(0, _answerWords) : 0);

    /// <summary>What the three shares of words weigh.</summary>
    public double WordSum(double words, double newestWords, double answerWords) =>
        (_words * words) + (_newestWords * newestWords) + (_answerWords * answerWords);

    /// <summary>The sum of what all aspects weigh.</summary>
    public double Sum(in ReplyFit fit) =>
        FitAspects.Sum(fit, _weights.Values) + _categories[(int)fit.Category] + _tones[(int)fit.Manner];

    /// <summary>What the words of the customer weigh.</summary>
    public double Words(in ReplyFit fit) => Of("words", fit.Words) + Of("newestWords", fit.NewestWords);

    /// <summary>What the subject weighs.</summary>
    public double Subject(in ReplyFit fit) => Of("intent", fit.Intent) + Of("newestIntent", fit.NewestIntent) + Of("topic", fit.Topic) + Of("topicShare", fit.TopicShare)
        + Of("subjectWords", fit.SubjectWords) + Of("subjectAnswers", fit.SubjectAnswers) + Of("related", fit.Related);

    /// <summary>What the tone weighs.</summary>
    public double Tone(in ReplyFit fit) => Of("tone", fit.Tone) + _tones[(int)fit.Manner];

    /// <summary>What weighs that its category suits where the conversation stands.</summary>
    public double Moment(in ReplyFit fit) => Of("moment", fit.Moment) + Of("lead", fit.Lead) + _categories[(int)fit.Category];

    /// <summary>What it weighs that the brand expects it.</summary>
    public double Mandatory(in ReplyFit fit) => Of("mandatory", fit.Mandatory);

    private double Of(string aspect, double value) => value == 0 ? 0 : _weights.Values[FitAspects.PlaceOf(aspect)] * value;
}
