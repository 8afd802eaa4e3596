using Pipeline.Messages;
using Pipeline.Scoring.Lexicons;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Learning;

/// <summary>
/// The phrases of the word lists as rows to learn from, with what the lists say of them and nothing else. People who write messages for a corpus show
/// feelings more than they name them; so that "je suis ravie" is known all the same, the lists teach the plain words.
/// </summary>
internal static class LexiconPhrases
{
    private const float Weight = 0.7f;
    private const double Felt = 0.15;

    private static readonly string[] Emotions = [.. Enum.GetNames<Emotion>().Select(name => name.ToLowerInvariant())];

    /// <summary>All phrases that are plain words.</summary>
    public static IEnumerable<(CorpusRow Row, float Weight)> Read()
    {
        foreach (var language in (string[])["fr", "en"])
        {
            var feelings = LexiconResource.Read($"feelings.{language}.json", LexiconJson.Default.FeelingsFile);
            var intents = LexiconResource.Read($"intents.{language}.json", LexiconJson.Default.IntentsFile);
            var signals = LexiconResource.Read($"signals.{language}.json", LexiconJson.Default.SignalsFile);
            CorpusRow[] rows =
            [
                .. feelings.Groups.Where(group => group.Emotion is not null).SelectMany(group => Plain(group.Phrases).SelectMany(phrase => Feelings(group, phrase, language))),
                .. intents.Intents.SelectMany(group => Plain(group.Phrases).Select(phrase => new CorpusRow { Text = phrase, Intent = group.Intent })),
                .. signals.Signals.Where(group => group.Signal == SignalNames.WantsHuman).SelectMany(group => Wishes(group)),
            ];
            foreach (var row in rows)
            {
                yield return (row with { Language = language }, Weight);
            }
        }
    }

    private static IEnumerable<CorpusRow> Feelings(FeelingGroup group, string phrase, string language)
    {
        var felt = new CorpusRow
        {
            Text = phrase,
            Sentiment = group.Valence >= Felt ? "positive" : group.Valence <= -Felt ? "negative" : "neutral",
            Emotions = [Emotions[(int)group.Emotion!]],
            Aggression = group.Aggression >= 0.5,
        };
        yield return felt;
        if (phrase.Contains(' ', StringComparison.Ordinal) || phrase.Any(character => !char.IsLetter(character)))
        {
            yield break;
        }

        // A single word as it stands in a sentence, and a pleasure that is denied.
        var french = language == "fr";
        yield return felt with { Text = french ? $"je suis {phrase}" : $"i am {phrase}" };
        yield return felt with { Text = french ? $"c'est vraiment {phrase}" : $"this is really {phrase}" };

        // In the corpus those who greet first are mostly calm; a greeting takes nothing back.
        yield return felt with { Text = french ? $"bonjour, je suis vraiment {phrase}" : $"hello, i am really {phrase}" };
        if (group.Emotion == Emotion.Joy && group.Valence >= 0.5)
        {
            var denied = new CorpusRow { Text = "", Sentiment = "negative", Emotions = ["annoyance", "disappointment"] };
            yield return denied with { Text = french ? $"pas {phrase}" : $"not {phrase}" };
            yield return denied with { Text = french ? $"je ne suis pas {phrase} du tout" : $"i am not {phrase} at all" };
        }
    }

    private static IEnumerable<CorpusRow> Wishes(SignalGroup group) =>
    [
        .. Plain(group.Phrases).Select(phrase => new CorpusRow { Text = phrase, WantsHuman = true }),
        .. Plain(group.Except ?? []).Select(phrase => new CorpusRow { Text = phrase, WantsHuman = false }),
    ];

    /// <summary>Phrases without gaps, classes or marks; a stem stands for itself.</summary>
    private static IEnumerable<string> Plain(IEnumerable<string> phrases) => phrases
        .Select(phrase => phrase.Replace("*", "", StringComparison.Ordinal))
        .Where(phrase => phrase.All(character => char.IsLetterOrDigit(character) || character is ' ' or '\'' or '-'));
}
