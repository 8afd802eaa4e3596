using System.Collections.Concurrent;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing;
using Pipeline.Tests.Support;
using Pipeline.Transcripts;

namespace Pipeline.Tests.Routing.Capacity;

/// <summary>Ten thousand conversations claim places from many instances at once, and processes die between any two steps.</summary>
public sealed class ClaimStormTests
{
    private const int Conversations = 10_000;
    private const int Workers = 64;
    private const int Instances = 8;
    private const int Batch = 12;
    private const int Minutes = 5;
    private const int Advisors = 280;

    private static readonly string[] Keys =
        [.. Enumerable.Range(0, Conversations).Select(number => ConversationKeys.Conversation("generic", "demo", $"c-{number}"))];

    private readonly CrashingTables _tables = new();
    private readonly FakeClock _clock = new();
    private readonly RecordingBus _bus = new();

    [Fact]
    public async Task Nobody_is_ever_above_capacity_and_no_place_is_lost_whoever_dies_when()
    {
        await PlantAsync();
        RoutingRooms[] rooms = [.. Enumerable.Range(0, Instances).Select(_ => new RoutingRooms(_tables, _bus, _clock))];
        foreach (var minute in Enumerable.Range(0, Conversations).Chunk(Conversations / Minutes))
        {
            _tables.Crashes = true;
            await StormAsync(rooms, new ConcurrentQueue<int[]>(minute.Chunk(Batch)));
            _tables.Crashes = false;

            // What a crash left is given back by the second run that sees it.
            _clock.Advance(TimeSpan.FromMinutes(1));
            await rooms[0].Job.RunAsync(TestContext.Current.CancellationToken);
            _clock.Advance(TimeSpan.FromMinutes(1));
            await rooms[0].Job.RunAsync(TestContext.Current.CancellationToken);
        }

        Assert.Empty(_tables.Overloaded);
        Assert.InRange(_tables.CrashCount, 300, int.MaxValue);
        Assert.All(await rooms[0].Directory.ReadAsync(TestContext.Current.CancellationToken), advisor => Assert.Empty(advisor.Claims));
        Assert.Empty(await rooms[0].Line.ReadAsync(_clock.GetUtcNow(), TestContext.Current.CancellationToken));
        foreach (var key in Keys)
        {
            var row = await _tables.ReadAsync(TableNames.Conversations, key, ConversationRowKeys.Assignment, TestContext.Current.CancellationToken);
            Assert.Equal(AssignmentStatus.Released, Assignment.Read(row!).View!.Status);
        }
    }

    private static Task StormAsync(RoutingRooms[] rooms, ConcurrentQueue<int[]> batches) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            var stage = rooms[worker % Instances].Stage;
            while (batches.TryDequeue(out var batch))
            {
                foreach (var number in batch)
                {
                    await DeliverAsync(stage, Opening(number));
                }

                foreach (var number in batch)
                {
                    await DeliverAsync(stage, Closing(number));
                }
            }
        })));

    private async Task PlantAsync()
    {
        await new RoutingSeed(_tables).PlantAsync(TestContext.Current.CancellationToken);
        foreach (var advisor in RoutingSeed.ReadAdvisors())
        {
            await _tables.ApplyAsync(
                TableNames.Advisors, Advisor.Partition, [new TableChange.Delete(advisor.Id)], TestContext.Current.CancellationToken);
        }

        for (var number = 0; number < Advisors; number++)
        {
            var profile = new AdvisorSeed
            {
                Id = $"a-{number}",
                FirstName = "Nadia",
                Languages = ["fr"],
                Skills = RoutingSeed.ReadRules().SkillByIntent.Values.Append("technical").Distinct().ToDictionary(skill => skill, _ => 2),
            };
            await _tables.ApplyAsync(
                TableNames.Advisors,
                Advisor.Partition,
                [new TableChange.Insert(new Advisor { Profile = profile }.ToRow())],
                TestContext.Current.CancellationToken);
        }

        foreach (var number in Enumerable.Range(0, Conversations))
        {
            var scored = Opening(number);
            var head = new HeadRow(new FoldedConversation(scored.Conversation, scored.State), 0).ToRow(scored.Conversation.Key);
            await _tables.ApplyAsync(
                TableNames.Conversations, head.PartitionKey, [new TableChange.Insert(head)], TestContext.Current.CancellationToken);
        }
    }

    // As the bus does: again until it is done.
    private static async Task DeliverAsync(RouteStage stage, MessageScored message)
    {
        while (true)
        {
            try
            {
                await stage.RunAsync(message, TestContext.Current.CancellationToken);
                return;
            }
            catch (CrashException)
            {
                // It is delivered again.
            }
        }
    }

    private static MessageScored Opening(int number) => Scored(number, Said.Customer(0, "ma box", 0, "internet_trouble"), 1);

    private static MessageScored Closing(int number) => Scored(number, Said.Close(60), 2);

    private static MessageScored Scored(int number, MessageAnalyzed message, int position)
    {
        var conversation = Said.Conversation with { Id = $"c-{number}", Key = Keys[number], CustomerId = null };
        return new MessageScored
        {
            Conversation = conversation,
            Message = message with { Conversation = conversation },
            State = new ConversationState
            {
                Position = position,
                StartedAt = Said.Start,
                LastAt = Said.Start,
                Language = "fr",
                Intent = "internet_trouble",
                WaitingSince = Said.Start,
                CustomerMessages = 1,

                // Every fifth is angry and weighs more.
                Journey = new EmotionalJourney { Last = number % 5 == 0 ? Emotion.Anger : Emotion.Neutral },
            },
        };
    }
}
