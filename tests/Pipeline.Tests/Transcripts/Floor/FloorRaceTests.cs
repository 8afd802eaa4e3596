using Pipeline.Messages;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Transcripts.Floor;

/// <summary>A bot that asks before it sends, and people who take over meanwhile, in 10,000 orders.</summary>
public sealed class FloorRaceTests
{
    private const int Interleavings = 10_000;

    [Fact]
    public async Task No_bot_gets_leave_once_a_person_has_taken_over()
    {
        var total = (Granted: 0, Person: 0, Other: 0);
        for (var seed = 0; seed < Interleavings; seed++)
        {
            var random = new Random(seed);
            var world = new FloorWorld(seed);
            try
            {
                await world.RunAsync(Story(random), Acts(random));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Interleaving {seed}: {exception.Message}", exception);
            }

            total = (total.Granted + world.Counts.Granted, total.Person + world.Counts.Person, total.Other + world.Counts.Other);
        }

        // The simulation itself: every way it can go was gone often.
        Assert.True(
            total is { Granted: > Interleavings / 2, Person: > Interleavings / 2, Other: > Interleavings / 4 }, $"{total}");
    }

    private static List<MessageAnalyzed> Story(Random random)
    {
        var story = new List<MessageAnalyzed> { Said.Customer(0, "ma box a un voyant rouge", intent: "internet_trouble") };
        var second = 0;
        for (var number = random.Next(1, 5); number > 0; number--)
        {
            second += random.Next(1, 20);
            var target = story[random.Next(story.Count)];
            var isWish = target.Text.Contains("humain", StringComparison.Ordinal);
            story.Add(random.Next(10) switch
            {
                < 5 => Said.Customer(second, "elle ne marche toujours pas", intent: "internet_trouble"),
                5 => Said.Customer(second, "je veux un humain", 0, null, SignalNames.WantsHuman),
                6 => Said.Advisor(second, "Je regarde cela."),
                7 => Said.Close(second),
                8 when isWish => Said.Edit(second, target, "non rien"),
                9 when isWish => Said.Deletion(second, target),
                _ => Said.Bot(second, "Avez-vous regardé le voyant ?"),
            });
        }

        return story;
    }

    private static List<(FloorHolder Holder, FloorCause Cause)> Acts(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(3) switch
        {
            0 => (FloorHolder.Human, FloorCause.Accepted),
            1 => (FloorHolder.Human, FloorCause.HandedOver),
            _ => (FloorHolder.Bot, FloorCause.HandedBack),
        }),
    ];
}
