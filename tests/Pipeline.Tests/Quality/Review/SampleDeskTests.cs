using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Review.Samples;
using Pipeline.Tests.Support;
using Pipeline.Tests.Transcripts;
using Pipeline.Transcripts.Queries;

namespace Pipeline.Tests.Quality.Review;

public sealed class SampleDeskTests
{
    private static readonly SampleDefinition Definition = new() { From = new(2026, 3, 1), To = new(2026, 3, 3), Size = 4, Seed = 7 };

    private readonly Recorder _recorder = new();
    private readonly SampleDesk _desk;

    public SampleDeskTests() => _desk = new(_recorder.Tables, new TranscriptQueries(_recorder.Tables), new FakeClock());

    [Fact]
    public async Task A_sample_is_drawn_from_the_closed_conversations_of_the_period_and_kept_once()
    {
        await TellAsync(10, day: 0);
        await TellAsync(3, day: 40);
        await _recorder.RecordAndIndexAsync(Said.Customer(0, "encore ouvert"));

        var sample = await _desk.DrawAsync(Definition, "lea", Cancel);
        Assert.Equal((10, 4), (sample.Population, sample.Conversations.Count));
        Assert.All(sample.Conversations, key => Assert.StartsWith("generic~demo~d0-", key, StringComparison.Ordinal));

        var again = await _desk.DrawAsync(Definition, "omar", Cancel);
        Assert.Equal((sample.Id, "lea"), (again.Id, again.DrawnBy));
        Assert.Equal(sample.Conversations, again.Conversations);
        Assert.Equal([sample.Id], (await _desk.ListAsync(10, null, Cancel)).Samples.Select(one => one.Id));
    }

    [Fact]
    public async Task What_was_reviewed_is_left_out_where_that_is_asked()
    {
        await TellAsync(5, day: 0);
        var row = new TableRow("generic~demo~d0-3", "review-1", new Dictionary<string, object>());
        await _recorder.Tables.ApplyAsync(TableNames.Conversations, row.PartitionKey, [new TableChange.Insert(row)], Cancel);

        Assert.Equal(5, (await _desk.DrawnAsync(Definition with { Size = 10 }, "lea", Cancel)).Population);
        var rest = await _desk.DrawnAsync(Definition with { Size = 10, ExcludeReviewed = true }, "lea", Cancel);
        Assert.DoesNotContain(row.PartitionKey, rest.Conversations);
        Assert.Equal(4, rest.Population);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task TellAsync(int count, int day)
    {
        for (var number = 0; number < count; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"d{day}-{number}");
            var conversation = Said.Conversation with { Id = id, Key = ConversationKeys.Conversation("generic", "demo", id) };
            MessageAnalyzed[] said = [Said.Customer(number, "bonjour"), Said.Close(number + 60)];
            await _recorder.RecordAndIndexAsync([.. said.Select(message =>
                message with { Conversation = conversation, SentAt = message.SentAt.AddDays(day) })]);
        }
    }
}
