using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>The weights of a fit in one situation: what each category and each tone is worth in it is summed up once.</summary>
internal sealed class SituationWeights
{
    private readonly FitWeights _weights;
    private readonly double[] _categories = new double[Enum.GetValues<PhraseCategory>().Length];
    private readonly double[] _tones = new double[Enum.GetValues<PhraseTone>().Length];

    public SituationWeights(FitWeights weights, Situation situation)
    {
        _weights = weights;
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

    /// <summary>The score of a phrase, 0 to 1: the logistic function of how far its sum is from <see cref="FitWeights.Even"/>.</summary>
    public double Score(in PhraseFit fit) => 1 / (1 + Math.Exp(_weights.Even - Sum(fit)));

    /// <summary>The sum of what all aspects weigh.</summary>
    public double Sum(in PhraseFit fit) =>
        FitAspects.Sum(fit, _weights.Values) + _categories[(int)fit.Category] + _tones[(int)fit.Manner];

    /// <summary>What the words of the customer weigh.</summary>
    public double Words(in PhraseFit fit) => Of("words", fit.Words) + Of("newestWords", fit.NewestWords);

    /// <summary>What the subject weighs.</summary>
    public double Subject(in PhraseFit fit) => Of("intent", fit.Intent) + Of("newestIntent", fit.NewestIntent);

    /// <summary>What the tone weighs.</summary>
    public double Tone(in PhraseFit fit) => Of("tone", fit.Tone) + _tones[(int)fit.Manner];

    /// <summary>What weighs that its category suits where the conversation stands.</summary>
    public double Moment(in PhraseFit fit) => Of("moment", fit.Moment) + Of("lead", fit.Lead) + _categories[(int)fit.Category];

    /// <summary>What it weighs that the brand expects it.</summary>
    public double Mandatory(in PhraseFit fit) => Of("mandatory", fit.Mandatory);

    private double Of(string aspect, double value) => value == 0 ? 0 : _weights.Values[FitAspects.PlaceOf(aspect)] * value;
}
