using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Benchmarks.Search;

/// <summary>
/// Closed conversations of 20 messages of 12 words: 200,000 are 4,000,000 messages. The words are drawn from 30,000 made-up ones as in natural texts (the
/// n-th most frequent one n times as seldom as the first), and words whose frequency is known are planted among them. Each is a function of its number.
/// </summary>
internal static class SyntheticConversations
{
    public const int Messages = 20;
    private const int WordsInMessage = 12;
    private const int Vocabulary = 30_000;
    private const int DaysInAll = 1_000;

    private static readonly string[] Syllables =
        ["ba", "co", "di", "fu", "ga", "lo", "mi", "nu", "pa", "ro", "si", "tu", "va", "ze", "cha", "pro", "tri", "blo", "gan", "ver", "mon", "cal"];

    private static readonly string[] Words = [.. Enumerable.Range(0, Vocabulary).Select(Word)];

    private static readonly DateTimeOffset Start = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When a conversation started, of so many over nearly three years.</summary>
    public static DateTimeOffset StartedAt(int number, int of) => Start.AddTicks(TimeSpan.FromDays(DaysInAll).Ticks / of * number);

    /// <summary>A conversation.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="of">How many there are in all.</param>
    /// <param name="edition">Another edition has other words.</param>
    public static ConversationRecord Record(int number, int of, int edition = 0)
    {
        var random = new Random((number * 7) + edition);
        var startedAt = StartedAt(number, of);
        var messages = new TranscriptMessage[Messages];
        for (var index = 0; index < Messages; index++)
        {
            var words = Enumerable.Range(0, WordsInMessage).Select(_ => Words[Zipf(random)]).ToList();
            if (index == 3)
            {
                words.InsertRange(2, Planted(number, random));
            }

            messages[index] = new TranscriptMessage
            {
                Id = index.ToString(CultureInfo.InvariantCulture),
                Kind = MessageKind.Message,
                Sender = new Sender(index % 2 == 0 ? SenderRole.Customer : SenderRole.Advisor),
                SentAt = startedAt.AddMinutes(index),
                Text = string.Join(' ', words),
            };
        }

        return new ConversationRecord(
            new ConversationTranscript
            {
                Conversation = new Conversation
                {
                    Key = ConversationKeys.Conversation("chatwoot", "support", number.ToString(CultureInfo.InvariantCulture)),
                    Platform = "chatwoot",
                    Account = "support",
                    Id = number.ToString(CultureInfo.InvariantCulture),
                },
                State = new ConversationState { StartedAt = startedAt, Language = "fr", Closed = true },
                Story = new JourneyStory(ConversationArc.Calm, "", ""),
                Messages = messages,
            },
            new Dictionary<string, TableRow>());
    }

    private static IEnumerable<string> Planted(int number, Random random)
    {
        if (random.Next(10) < 4)
        {
            yield return "facture";
        }

        if (random.Next(10) < 4)
        {
            // Side by side with the word before in a sixth of all, and with this one in a thousandth.
            yield return random.Next(400) == 0 ? "rouge ligne" : "ligne";
        }

        if (random.Next(20) == 0)
        {
            yield return "pas de réseau";
        }

        if (random.Next(100) == 0)
        {
            yield return "décodeur";
        }

        if (random.Next(100) == 0)
        {
            yield return "antenne";
        }

        if (number % 10_000 == 77)
        {
            yield return "rarissime";
        }
    }

    // Uniform in the logarithm: the density of rank n is as 1/n.
    private static int Zipf(Random random) => Math.Min(Vocabulary, (int)Math.Exp(random.NextDouble() * Math.Log(Vocabulary))) - 1;

    private static string Word(int number)
    {
        var word = "";
        for (var rest = number + Syllables.Length; rest > 0; rest /= Syllables.Length)
        {
            word += Syllables[rest % Syllables.Length];
        }

        return word + "k";
    }
}
