using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Library;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions.Speaking;

/// <summary>The customer, the advisors, the library and the drafts at once, in 10,000 orders.</summary>
public sealed class RaceTests
{
    private const int Interleavings = 10_000;

    [Fact]
    public async Task No_stale_suggestion_is_ever_taken_and_none_that_answers_is_lost()
    {
        var phrases = await PhrasesAsync();
        using var library = new PhraseLibrary(phrases, new FakeClock(), NullLogger<PhraseLibrary>.Instance);
        TableRow[] rows = [.. phrases.Dump().Select(entry => entry.Row)];
        var total = (Taken: 0, Refused: 0, Delivered: 0, Standing: 0);
        for (var seed = 0; seed < Interleavings; seed++)
        {
            var random = new Random(seed);
            var world = new RaceWorld(seed, library, rows);
            try
            {
                await world.RunAsync(
                    Story(random),
                    random.Next(3) == 0 ? ConversationKeys.Order(Said.Start.AddSeconds(random.Next(1, 80)).AddMilliseconds(500), "transfer") : null,
                    random.Next(3) == 0 ? rows[random.Next(rows.Length)].RowKey : null);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Interleaving {seed}: {exception.Message}", exception);
            }

            var counts = world.Counts;
            total = (
                total.Taken + counts.Taken, total.Refused + counts.Refused, total.Delivered + counts.Delivered, total.Standing + counts.Standing);
        }

        // The simulation itself: every way it can go was gone often.
        Assert.True(
            total is
            {
                Taken: > Interleavings / 4,
                Refused: > Interleavings / 2,
                Delivered: > Interleavings / 4,
                Standing: > Interleavings / 10,
            },
            $"{total}");
    }

    /// <summary>A short conversation with whatever may happen in one.</summary>
    private static List<MessageAnalyzed> Story(Random random)
    {
        var story = new List<MessageAnalyzed> { Said.Customer(0, "ma box a un voyant rouge", intent: "internet_trouble") };
        var second = 0;
        for (var number = random.Next(1, 5); number > 0; number--)
        {
            second += random.Next(1, 20);
            var target = story[random.Next(story.Count)];
            story.Add(random.Next(10) switch
            {
                < 4 => Said.Customer(second, "elle ne marche toujours pas", intent: "internet_trouble"),
                < 6 => Said.Advisor(second, "Je regarde cela."),
                6 => Said.Close(second),
                7 when target.Kind == MessageKind.Message => Said.Edit(second, target, "ma box clignote en rouge"),
                8 when target.Kind == MessageKind.Message => Said.Deletion(second, target),
                _ => Said.Bot(second, "Un conseiller arrive."),
            });
        }

        return story;
    }

    private static async Task<InMemoryTables> PhrasesAsync()
    {
        var all = new InMemoryTables();
        await new PhraseSeed(all, NullLogger<PhraseSeed>.Instance).PlantAsync(CancellationToken.None);
        var few = new InMemoryTables();
        foreach (var (table, row) in all.Dump().Where(entry => entry.Row.PartitionKey == "fr"
            && entry.Row.Text("Intents")!.Contains("internet_trouble", StringComparison.Ordinal)))
        {
            await few.ApplyAsync(table, row.PartitionKey, [new TableChange.Insert(row)], CancellationToken.None);
        }

        return few;
    }
}
