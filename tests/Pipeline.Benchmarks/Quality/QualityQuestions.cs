using System.Globalization;

namespace Pipeline.Benchmarks.Quality;

/// <summary>A question that a quality team asks, as the address of its one query.</summary>
/// <param name="Name">In words.</param>
/// <param name="Limit">The most milliseconds of 95 of 100 answers.</param>
/// <param name="Address">The address below the API's folder; asked about another period, brand or word each time.</param>
internal sealed record QualityQuestion(string Name, double Limit, Func<Random, string> Address);

/// <summary>The twenty questions of docs/quality.md, about conversations that nobody had.</summary>
internal static class QualityQuestions
{
    private const double List = 50;
    private const double Words = 150;

    /// <summary>The questions.</summary>
    public static IReadOnlyList<QualityQuestion> All { get; } =
    [
        new("which conversations of a week ended angry", List, random => Page($"{Week(random)}&endEmotion=Anger")),
        new("which escalations ended without the need being met", List, random => Page($"{Month(random)}&escalated=true&outcome=Unresolved")),
        new("where suggestions were used and the customer was displeased", List, random => Page($"{Month(random)}&suggestions=Edited&ratingMax=2")),
        new("what was said of a reason in a brand", List, random => Page($"brand={Brand(random)}&reason={Reason(random)}")),
        new("who was lost for want of an answer", List, random => Page($"{Month(random)}&outcome=Unanswered")),
        new("what an advisor's customers praised", List, random => Page($"advisor=a-{random.Next(40)}&ratingMin=5")),
        new("which moods were lifted", List, random => Page($"{Month(random)}&arc=Repair")),
        new("where the mood turned for a long wait", List, random => Page($"{Month(random)}&cause=Wait")),
        new("which conversations began in fear", List, random => Page($"{Month(random)}&startEmotion=Fear")),
        new("what made conversations hard by a rule", List, random => Page($"{Month(random)}&hardReason=legal_threat")),
        new("which urgent ones were not solved", List, random => Page("urgent=true&outcome=Unresolved")),
        new("which changed hands and ended badly", List, random => Page("transferred=true&endEmotion=Annoyance")),
        new("what English customers wrote on WhatsApp", List, random => Page($"language=en&channel=whatsapp&{Month(random)}")),
        new("which ended with meant thanks", List, random => Page($"{Week(random)}&thanked=true")),
        new("hard ones of a skill on a day", List, random => Page($"day={Day(random, 1)}&hard=true&skill={ConversationMaker.Skills[random.Next(10)]}")),
        new("the oldest conversations there are", List, _ => Page($"to={ConversationMaker.End.AddDays(10 - ConversationMaker.Days):yyyy-MM-dd}")),
        new("the newest conversations of all", List, _ => Page("")),
        new("who rated one of five", List, random => Page($"{Month(random)}&ratingMax=1")),
        new("what customers said with a frequent word", Words, random => Page($"text={Uri.EscapeDataString("internet in:customer")}&{Month(random)}")),
        new("where a rare word was said", Words, random => Page($"text={SyntheticWords.RareWord(random.Next(SyntheticWords.Rare))}")),
        new("a word of a brand's angry customers", Words, random => Page($"text=commande&brand={Brand(random)}&endEmotion=Anger")),
        new("a phrase", Words, _ => Page($"text={Uri.EscapeDataString("\"de la\"")}")),
    ];

    private static string Page(string query) => $"transcripts?limit=100{(query.Length > 0 ? "&" : "")}{query}";

    private static string Week(Random random) => Period(random, 7);

    private static string Month(Random random) => Period(random, 30);

    private static string Period(Random random, int days)
    {
        var last = random.Next(ConversationMaker.Days - days);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"from={ConversationMaker.End.AddDays(-last - days):yyyy-MM-dd}&to={ConversationMaker.End.AddDays(-last - 1):yyyy-MM-dd}");
    }

    private static string Day(Random random, int days) =>
        ConversationMaker.End.AddDays(-days - random.Next(ConversationMaker.Days - days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Brand(Random random) => ConversationMaker.Brands[random.Next(2)];

    private static string Reason(Random random) => ConversationMaker.Intents[random.Next(ConversationMaker.Intents.Length)];
}
