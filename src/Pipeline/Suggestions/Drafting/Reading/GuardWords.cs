using System.Collections.Frozen;
using System.Text.Json;

namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>The words that the guard knows of a language, from <c>drafting.fr.json</c> and <c>drafting.en.json</c>.</summary>
internal sealed class GuardWords
{
    private static readonly FrozenDictionary<string, GuardWords> Languages =
        new[] { "fr", "en" }.ToFrozenDictionary(language => language, language => new GuardWords(language), StringComparer.Ordinal);

    private GuardWords(string language)
    {
        var fileName = $"drafting.{language}.json";
        using var content = typeof(GuardWords).Assembly.GetManifestResourceStream(fileName)
            ?? throw new InvalidOperationException($"The program was built without {fileName}.");
        var file = JsonSerializer.Deserialize(content, GuardWordsJson.Default.GuardWordsFile)!;
        Language = language;
        Function = Expressions.Of(file.Function);
        Neutral = Expressions.Of(file.Neutral);
        Courtesy = Expressions.Of(file.Courtesy);
        Question = Expressions.Of(file.Question);
        Restating = Expressions.Of(file.Restating);
        Concepts = Expressions.Of(file.Concepts);
        Secrets = Expressions.Of(file.Secrets);
        Requests = Expressions.Of(file.Requests);
        Accomplished = Expressions.Of(file.Accomplished);
        Acknowledging = Expressions.Of(file.Acknowledging);
        Asking = Expressions.Of(file.Asking);
        Tones =
        [
            (RefusalReason.Rude, Expressions.Of(file.Rude)),
            (RefusalReason.Condescending, Expressions.Of(file.Condescending)),
            (RefusalReason.HardSell, Expressions.Of(file.HardSell)),
            (RefusalReason.MetaTalk, Expressions.Of(file.Meta)),
        ];
        Negations = Expressions.Of(file.Negations);
        NegativeAdjectives = Expressions.Of(file.NegativeAdjectives);
        Synonyms = [.. Split(file.Synonyms).Select(group => Expressions.Of(group.Replace('/', ',')))];
        Only = Expressions.Of(file.Only);
        Conditions = Expressions.Of(file.Conditions);
        Thresholds = Expressions.Of(file.Thresholds);
        ThatCase = Expressions.Of(file.ThatCase);
        Otherwise = Expressions.Of(file.Otherwise);
        Unless = Expressions.Of(file.Unless);
        Breaks = Expressions.Of(file.Breaks);
        Antonyms = [.. Split(file.Antonyms).Select(pair => pair.Split('/')).Select(pair => (Expressions.Of(pair[0]), Expressions.Of(pair[1])))];
        CourtesyTimes = Expressions.Of(file.CourtesyTimes);
        RelativeTimes = Expressions.Of(file.RelativeTimes);
        Units = Expressions.Of(file.Units);
        Currencies = Expressions.Of(file.Currencies);
        Rates = Expressions.Of(file.Rates);
        Months = [.. Split(file.Months).Select(Expressions.Of)];
        Weekdays = [.. Split(file.Weekdays).Select(Expressions.Of)];
        AtMost = Expressions.Of(file.AtMost);
        AtLeast = Expressions.Of(file.AtLeast);
        Numbers = Split(file.Numbers).Select(entry => entry.Split(' '))
            .ToFrozenDictionary(entry => entry[0], entry => int.Parse(entry[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Foreign = Expressions.Of(file.Foreign);
    }

    /// <summary>fr or en.</summary>
    public string Language { get; }

    /// <summary>Words that every sentence has.</summary>
    public Expressions Function { get; }

    /// <summary>Words that add nothing of their own to what a source says.</summary>
    public Expressions Neutral { get; }

    /// <summary>Words that courtesy is made of: a sentence without a source has no others.</summary>
    public Expressions Courtesy { get; }

    /// <summary>Words that a question without a source may have besides.</summary>
    public Expressions Question { get; }

    /// <summary>Words for saying again what a customer said.</summary>
    public Expressions Restating { get; }

    /// <summary>What a company decides, promises or does, by concept: never said unless the source has the same concept.</summary>
    public Expressions Concepts { get; }

    /// <summary>What nobody may ask a customer for.</summary>
    public Expressions Secrets { get; }

    /// <summary>Words that ask for something.</summary>
    public Expressions Requests { get; }

    /// <summary>Words that say something is done already.</summary>
    public Expressions Accomplished { get; }

    /// <summary>What "I" and "we" may do with what a customer said.</summary>
    public Expressions Acknowledging { get; }

    /// <summary>What a customer does who asks for something.</summary>
    public Expressions Asking { get; }

    /// <summary>Words of a tone that no advisor's has, with the reason.</summary>
    public IReadOnlyList<(RefusalReason Reason, Expressions Words)> Tones { get; }

    /// <summary>Words that say no.</summary>
    public Expressions Negations { get; }

    /// <summary>Words that say no as "not possible" does.</summary>
    public Expressions NegativeAdjectives { get; }

    /// <summary>Names for the same thing.</summary>
    public IReadOnlyList<Expressions> Synonyms { get; }

    /// <summary>What turns "ne" into "only".</summary>
    public Expressions Only { get; }

    /// <summary>Words that begin a condition.</summary>
    public Expressions Conditions { get; }

    /// <summary>Words within a clause that say for whom or from where on it holds.</summary>
    public Expressions Thresholds { get; }

    /// <summary>Words that take a case up that was named.</summary>
    public Expressions ThatCase { get; }

    /// <summary>Words for the other case.</summary>
    public Expressions Otherwise { get; }

    /// <summary>Words that begin an exception.</summary>
    public Expressions Unless { get; }

    /// <summary>Words between clauses.</summary>
    public Expressions Breaks { get; }

    /// <summary>Words that say the opposite of each other.</summary>
    public IReadOnlyList<(Expressions One, Expressions Other)> Antonyms { get; }

    /// <summary>Wishes that name a time and promise none.</summary>
    public Expressions CourtesyTimes { get; }

    /// <summary>Times told from now, by what they are.</summary>
    public Expressions RelativeTimes { get; }

    /// <summary>Units by their name.</summary>
    public Expressions Units { get; }

    /// <summary>Currencies by their code.</summary>
    public Expressions Currencies { get; }

    /// <summary>Words between an amount and what it is paid for ("a month").</summary>
    public Expressions Rates { get; }

    /// <summary>January first.</summary>
    public IReadOnlyList<Expressions> Months { get; }

    /// <summary>Monday first.</summary>
    public IReadOnlyList<Expressions> Weekdays { get; }

    /// <summary>Words before or after a number that is a most.</summary>
    public Expressions AtMost { get; }

    /// <summary>Words before or after a number that is a least.</summary>
    public Expressions AtLeast { get; }

    /// <summary>Numbers in words.</summary>
    public FrozenDictionary<string, int> Numbers { get; }

    /// <summary>Common words of languages that nobody here answers in.</summary>
    public Expressions Foreign { get; }

    /// <summary>The words of a language: fr or en.</summary>
    public static GuardWords Of(string language) => Languages[language];

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
