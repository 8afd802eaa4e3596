using Pipeline.Messages;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions;

/// <summary>Conversations that nobody would write, by seed: whatever they hold, the rules about suggestions stand.</summary>
internal static class RandomChats
{
    private static readonly IReadOnlyList<Phrase> Phrases = PhraseSeed.Phrases();
    private static readonly string[] Intents = [.. Phrases.SelectMany(phrase => phrase.Intents).Distinct().Order(StringComparer.Ordinal)];
    private static readonly string?[] Names = ["Zoé", "Jean-Luc", null, "", "{brand}", "a@b.fr", "D'Arcy", "🙂"];
    private static readonly string[] Signals = ["wants_human", "legal_threat", "fraud_risk"];

    public static MessageScored Scored(int seed)
    {
        var random = new Random(seed);
        var language = Pick(random, PhraseWords.Languages);
        var chat = new Chat(language, Pick(random, "boreal", "lumo", "other", "default"), Pick(random, "web", "app", "whatsapp", "email"))
        {
            CustomerFirstName = Pick(random, Names),
            AdvisorFirstName = Pick(random, Names) ?? "Nadia",
        };
        for (var turns = random.Next(12); turns > 0; turns--)
        {
            chat = random.Next(2) == 0 ? Customer(chat, random) : chat.Advisor(AdvisorText(random, language), random.NextDouble() * 8);
        }

        return Customer(chat, random).Scored();
    }

    private static Chat Customer(Chat chat, Random random) => chat.Customer(
        string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => CustomerText(random))),
        random.Next(4) == 0 ? null : Pick(random, Intents),
        Pick(random, Enum.GetValues<Emotion>()),
        random.NextDouble() * 8,
        random.Next(6) == 0 ? [Pick(random, Signals)] : []);

    private static string CustomerText(Random random)
    {
        var phrase = Pick(random, Phrases);
        return random.Next(4) switch
        {
            0 => phrase.Text,
            1 => Pick(random, "ça marche", "it works", "merci", "bye", "vous êtes là ?", "ok", "{brand}", "[phone]", "???"),
            _ => string.Join(' ', phrase.Keywords).ToUpperInvariant(),
        };
    }

    /// <summary>Half of the time a phrase of the library, as if an advisor had taken it.</summary>
    private static string AdvisorText(Random random, string language) => random.Next(2) == 0
        ? Pick(random, [.. Phrases.Where(phrase => phrase.Language == language)]).Text
            .Replace("{advisor_first_name}", "Nadia", StringComparison.Ordinal)
        : Pick(random, "Je regarde.", "Could you tell me more?", "Désolée pour l'attente.", "Voilà, c'est fait. Autre chose ?");

    private static T Pick<T>(Random random, params IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
