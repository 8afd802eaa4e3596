using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;
using Pipeline.Transcripts.Queries;
using Pipeline.Transcripts.Search;
using Pipeline.Transcripts.Search.Upkeep;

namespace Pipeline.Tests.Transcripts.Search;

/// <summary>From the recorded message to the answer of a query with words and other questions.</summary>
public sealed class WordsAmongQuestionsTests
{
    private readonly Recorder _recorder = new();

    public WordsAmongQuestionsTests() => _recorder.Projections.Add(new SearchProjection(_recorder.Tables));

    [Fact]
    public async Task Words_and_facets_are_met_and_pages_go_on_where_they_ended()
    {
        using var upkeep = new TranscriptSearchUpkeep(_recorder.Tables, new FakeClock(), Searched.Small);
        for (var number = 0; number < 40; number++)
        {
            await CloseAsync(number, number % 2 == 0 ? "ma box clignote" : "ma facture est fausse", number % 3 == 0 ? "boreal" : "austral");
            if (number % 9 == 0)
            {
                await upkeep.MaintainAsync(TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal(Numbers(number => number % 2 == 0), await PagesAsync(new() { Text = "clignoter" }));
        Assert.Equal(Numbers(number => number % 6 == 0), await PagesAsync(new() { Text = "box", Brand = "boreal" }));
        Assert.Equal(Numbers(number => number % 6 == 3), await PagesAsync(new() { Text = "-box ma facture", Brand = "boreal" }));
        Assert.Equal(
            Numbers(number => number % 2 == 0 && number is >= 10 and < 20),
            await PagesAsync(new() { Text = "box", From = Said.Start.AddHours(10), Before = Said.Start.AddHours(20) }));
    }

    [Fact]
    public async Task What_was_said_after_the_close_what_was_deleted_and_who_was_taken_out_changes_the_answers_at_once()
    {
        using var upkeep = new TranscriptSearchUpkeep(_recorder.Tables, new FakeClock(), Searched.Small);
        for (var number = 0; number < 8; number++)
        {
            await CloseAsync(number, "ma box clignote", "boreal");
        }

        await upkeep.MaintainAsync(TestContext.Current.CancellationToken);
        await _recorder.RecordAndIndexAsync(Of(3, Said.Advisor((3 * 3600) + 20, "un technicien passera")));
        Assert.Equal((int[])[3], await PagesAsync(new() { Text = "technicien" }));
        await _recorder.RecordAndIndexAsync(Of(3, Said.Deletion((3 * 3600) + 90, Said.Customer(3 * 3600, ""))));
        Assert.Equal(Numbers(number => number < 8 && number != 3), await PagesAsync(new() { Text = "box" }));

        // It is open again: what is said in it is not settled.
        await _recorder.RecordAndIndexAsync(Of(5, Said.Customer((5 * 3600) + 500, "la box clignote encore")));
        Assert.Equal(Numbers(number => number < 8 && number is not 3 and not 5), await PagesAsync(new() { Text = "box" }));
        await _recorder.Indexer.RemoveAsync(Of(6, Said.Close(0)).Conversation.Key, TestContext.Current.CancellationToken);
        Assert.Equal(Numbers(number => number < 8 && number is not 3 and not 5 and not 6), await PagesAsync(new() { Text = "box" }));
    }

    private Task CloseAsync(int number, string text, string brand) => _recorder.RecordAndIndexAsync(
        Of(number, Said.Customer(number * 3600, text), brand), Of(number, Said.Close((number * 3600) + 60), brand));

    private static MessageAnalyzed Of(int number, MessageAnalyzed message, string brand = "boreal") => message with
    {
        Conversation = Said.Conversation with { Key = $"generic~demo~c-{number}", Id = $"c-{number}", Brand = brand },
    };

    private static int[] Numbers(Func<int, bool> isMeant) => [.. Enumerable.Range(0, 40).Where(isMeant).Reverse()];

    private async Task<int[]> PagesAsync(TranscriptQuery query)
    {
        var queries = new TranscriptQueries(_recorder.Tables, new TranscriptSearchIndex(_recorder.Tables));
        var found = new List<int>();
        string? continuation = null;
        do
        {
            var page = await queries.QueryAsync(query, 3, continuation, TestContext.Current.CancellationToken);
            found.AddRange(page.Conversations.Select(conversation => int.Parse(conversation.Key["generic~demo~c-".Length..], null)));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return [.. found];
    }
}
