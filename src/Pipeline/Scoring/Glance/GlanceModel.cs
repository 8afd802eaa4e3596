using System.Runtime.Intrinsics;
using Pipeline.Scoring.Models;

namespace Pipeline.Scoring.Glance;

/// <summary>
/// A linear model over the places of <see cref="GlanceReader{TSink}"/>: at each place one weight for each sentiment, as four 16-bit steps in a row.
/// Immutable and thread-safe; scoring allocates nothing.
/// </summary>
/// <param name="name">Its name and version.</param>
/// <param name="step">What one step is worth.</param>
/// <param name="biases">What each sentiment has before anything is read, in the order of <see cref="Messages.Sentiment"/>.</param>
/// <param name="places">The four steps of each place, the first one lowest.</param>
internal sealed class GlanceModel(string name, float step, float[] biases, ulong[] places)
{
    /// <summary>How many sentiments there are, and steps at a place.</summary>
    public const int Width = Heads.SentimentCount;

    /// <summary>How many places the table has: as many as two bytes tell.</summary>
    public const int Places = ushort.MaxValue + 1;

    private const float Loudness = 1.5f;

    /// <summary>Its name and version.</summary>
    public string Name => name;

    /// <summary>The scores of the sentiments of a text.</summary>
    public Vector128<float> Score(ReadOnlySpan<char> text)
    {
        var sums = new Sums(places);
        new GlanceReader<Sums>(ref sums).Read(text);
        var total = (Vector128.ConvertToSingle(sums.Words) * Share(sums.WordCount)) + (Vector128.ConvertToSingle(sums.Letters) * Share(sums.LetterCount));
        return Vector128.Create(biases) + (step * total);
    }

    /// <summary>What each of a number of features is worth, so that a long text is no louder than a short one. The same in training and in use.</summary>
    public static float Share(int count) => Loudness / MathF.Sqrt(Math.Max(1, count));

    private struct Sums(ulong[] places) : IGlanceSink
    {
        public Vector128<int> Words { get; private set; }

        public Vector128<int> Letters { get; private set; }

        public int WordCount { get; private set; }

        public int LetterCount { get; private set; }

        public void TakeWord(ushort place)
        {
            Words += Steps(place);
            WordCount++;
        }

        public void TakeLetters(ushort place)
        {
            Letters += Steps(place);
            LetterCount++;
        }

        private readonly Vector128<int> Steps(ushort place) => Vector128.WidenLower(Vector128.CreateScalar(places[place]).AsInt16());
    }
}
