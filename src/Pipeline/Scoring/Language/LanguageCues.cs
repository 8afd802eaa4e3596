namespace Pipeline.Scoring.Language;

/// <summary>
/// What words say about the language: small words that only one language has say much, the words of only one language's lexicons less.
/// </summary>
internal sealed class LanguageCues
{
    private readonly LanguageWeights[] _weights;

    /// <param name="french">The symbols that only French has.</param>
    /// <param name="english">The symbols that only English has.</param>
    /// <param name="symbols">How many symbols there are.</param>
    /// <param name="classes">The symbol of a class of a language.</param>
    public LanguageCues(IReadOnlyList<int> french, IReadOnlyList<int> english, int symbols, Func<string, string, int?> classes)
    {
        _weights = new LanguageWeights[symbols];
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
            strongest = LanguageWeights.Max(strongest, _weights[symbol]);
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
