using Pipeline.Messages;
using Pipeline.Quality.Indicators;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Quality.Indicators;

/// <summary>Random histories of conversations against figures worked out the slow way.</summary>
public sealed class RollUpPropertyTests
{
    private const int Days = 4;
    private const int Conversations = 12;
    private const int Steps = 90;

    private static readonly DateOnly First = DateOnly.FromDateTime(Said.Start.UtcDateTime);
    private static readonly string[] Intents = ["refund", "payment", "internet_trouble"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Whatever_comes_twice_late_changed_reopened_or_removed_the_figures_are_those_of_what_is_there(int seed)
    {
        var random = new Random(seed);
        var room = new IndicatorRoom(options => options.RepeatWithinDays = 1 + random.Next(3));
        var said = new Dictionary<string, List<MessageAnalyzed>>(StringComparer.Ordinal);
        var removed = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < Steps; step++)
        {
            await TakeStepAsync(room, random, said, removed);
            if (random.Next(5) == 0)
            {
                await CompareAsync(room, random, said, removed);
            }
        }

        await CompareAsync(room, random, said, removed);
        Assert.Contains(said.Keys, key => !removed.Contains(key));
    }

    private static async Task TakeStepAsync(
        IndicatorRoom room, Random random, Dictionary<string, List<MessageAnalyzed>> said, HashSet<string> removed)
    {
        var conversation = ConversationOf(random.Next(Conversations));
        if (removed.Contains(conversation.Key))
        {
            return;
        }

        var messages = said.TryGetValue(conversation.Key, out var known) ? known : said[conversation.Key] = [];
        var choice = random.Next(20);
        if (choice == 0 && messages.Count > 0)
        {
            removed.Add(conversation.Key);
            await room.RemoveAsync(conversation.Key);
        }
        else if (choice <= 3 && messages.Count > 0)
        {
            // Told twice.
            await room.SayAsync(messages[random.Next(messages.Count)]);
            await room.IndexAsync(conversation.Key);
        }
        else
        {
            MessageAnalyzed[] told =
            [
                .. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => Message(random, conversation, messages)),
                .. random.Next(3) > 0 ? (MessageAnalyzed[])[Said.Close(Second(random, conversation) + 3_000)] : [],
            ];
            told = [.. told.Select(message => message with { Conversation = conversation })];
            messages.AddRange(told);
            random.Shuffle(told);
            await room.SayAsync(told);
        }
    }

    // Any second of a quarter of an hour of the conversation's day: so that many come late, and advisors have several at once.
    private static int Second(Random random, Conversation conversation) =>
        ((int.Parse(conversation.Id, System.Globalization.CultureInfo.InvariantCulture) % Days) * 86_400) + random.Next(900) + (random.Next(30) == 0 ? 86_400 : 0);

    private static MessageAnalyzed Message(Random random, Conversation conversation, List<MessageAnalyzed> messages)
    {
        var second = Second(random, conversation);
        return random.Next(10) switch
        {
            < 4 => Said.Customer(second, $"texte {second}", (random.Next(21) - 10) / 10.0, Intents[random.Next(Intents.Length)]),
            < 8 => Said.Advisor(second, "réponse") with { Sender = new(SenderRole.Advisor, $"a-{random.Next(2)}", "Nadia") },
            8 => Said.Rating(second, 1 + random.Next(5)),
            _ when messages.Find(message => message is { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer }) is { } target =>
                Said.Edit(second + 5_000, target, "autre texte", (random.Next(21) - 10) / 10.0),
            _ => Said.Bot(second, "un instant"),
        };
    }

    private static Conversation ConversationOf(int number)
    {
        var id = $"{number}";
        return Said.Conversation with
        {
            Id = id,
            Key = ConversationKeys.Conversation("generic", "demo", id),
            Brand = number % 2 == 0 ? "boreal" : "lumen",
            Channel = number % 3 == 0 ? "web" : "app",
            CustomerId = number % 5 == 0 ? null : $"v-{number % 3}",
        };
    }

    private static async Task CompareAsync(
        IndicatorRoom room, Random random, Dictionary<string, List<MessageAnalyzed>> said, HashSet<string> removed)
    {
        var all = new List<Contribution>();
        foreach (var key in said.Keys.Where(key => !removed.Contains(key)))
        {
            if (await room.ReadAsync(key) is { Transcript.State.Closed: true } record)
            {
                all.Add(Contribution.Of(record, room.Measurer.Measure(record), room.Hashes.Of(record.Transcript.Conversation)));
            }
        }

        var dimension = Dimensions.Every[random.Next(Dimensions.Every.Count)];
        var scope = random.Next(3) switch { 0 => RollUpScope.All, 1 => new("boreal"), _ => new RollUpScope("lumen") };
        var from = First.AddDays(random.Next(2));
        var to = from.AddDays(random.Next(Days + 1));
        var reading = await room.RollUps.ReadAsync(scope, dimension, from, to, TestContext.Current.CancellationToken);
        var expected = all.Where(one => (scope.Brand is null || one.Brand == scope.Brand) && one.Day >= from && one.Day <= to)
            .Select(one => Dimensions.ValueOf(one, dimension)).Distinct().Order(StringComparer.Ordinal)
            .Select(value => $"{value}: " + NaiveFigures.Line(
                all,
                one => (scope.Brand is null || one.Brand == scope.Brand) && one.Day >= from && one.Day <= to && Dimensions.ValueOf(one, dimension) == value,
                room.Options.RepeatWithinDays));
        Assert.Equal(expected, reading.Sum().Select(pair => $"{pair.Key}: {NaiveFigures.Line(pair.Value)}"));

        // What was made is found the next time.
        Assert.Equal(0, (await room.RollUps.ReadAsync(scope, dimension, from, to, TestContext.Current.CancellationToken)).DaysMade);
    }
}
