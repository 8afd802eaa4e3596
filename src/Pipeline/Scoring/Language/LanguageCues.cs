namespace Pipeline.Scoring.Language;

/// <summary>
/// What words say about the language: small words that only one language has say much, the words of only one language's lexicons less.
/// </summary>
internal sealed class LanguageCues
{
    private readonly Dictionary<int, LanguageWeights> _weights = [];

    public LanguageCues(IReadOnlyList<int> french, IReadOnlyList<int> english, Func<string, string, int?> classes)
    {
        foreach (var symbol in french)
        {
            _weights[symbol] = new(0.7, 0, 0);
        }

        foreach (var symbol in english)
        {
            _weights[symbol] = new(0, 0.7, 0);
        }

        Set("fr", "strong", new(2, 0, 0));
        Set("fr", "weak", new(1, 0, 0));
        Set("en", "strong", new(0, 2, 0));
        Set("en", "weak", new(0, 1, 0));
        Set("other", "strong", new(0, 0, 2));
        Set("other", "weak", new(0, 0, 1));

        void Set(string language, string name, LanguageWeights weights)
        {
            if (classes(language, name) is { } symbol)
            {
                _weights[symbol] = weights;
            }
        }
    }

    /// <summary>What a word says.</summary>
    public LanguageWeights Of(ReadOnlySpan<int> symbols)
    {
        var strongest = default(LanguageWeights);
        foreach (var symbol in symbols)
        {
            if (_weights.TryGetValue(symbol, out var weights))
            {
                strongest = LanguageWeights.Max(strongest, weights);
            }
        }

        return strongest;
    }
}

/// <summary>Weights for French, English and any other language.</summary>
internal readonly record struct LanguageWeights(double French, double English, double Other)
{
    public double Total => French + English + Other;

    public static LanguageWeights operator +(LanguageWeights left, LanguageWeights right) =>
        new(left.French + right.French, left.English + right.English, left.Other + right.Other);

    public static LanguageWeights Max(LanguageWeights left, LanguageWeights right) =>
        new(Math.Max(left.French, right.French), Math.Max(left.English, right.English), Math.Max(left.Other, right.Other));
}
