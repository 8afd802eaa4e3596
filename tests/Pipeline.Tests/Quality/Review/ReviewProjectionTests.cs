using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Review.Annotations;
using Pipeline.Quality.Review.Corrections;
using Pipeline.Scoring.PersonalData;
using Pipeline.Tests.Support;
using Pipeline.Tests.Transcripts;

namespace Pipeline.Tests.Quality.Review;

public sealed class ReviewProjectionTests
{
    private readonly InMemoryTables _tables = new();
    private readonly ThanksProjection _thanks;
    private readonly CorrectionProjection _corrections;
    private readonly Recorder _recorder;

    public ReviewProjectionTests()
    {
        _thanks = new(_tables, new TextMasker(new PersonalDataMasker()));
        _corrections = new(_tables);
        _recorder = new(_tables) { Projections = { _thanks, _corrections } };
    }

    [Theory]
    [InlineData("Merci beaucoup, vous êtes super !", true)]
    [InlineData("Merci beaucoup Nadia, vous êtes super !", false)]
    [InlineData("Merci, c'est Camille qui est contente", false)]
    [InlineData("Merci, appelez-moi au 06 39 98 12 34", false)]
    [InlineData("Merci pour [ORDER_NUMBER_1]", false)]
    public async Task The_wall_has_meant_thanks_and_nothing_that_tells_who(string text, bool shown)
    {
        await _recorder.RecordAndIndexAsync(Said.Customer(0, "bonjour", -0.3, "outage"), Said.Advisor(20, "Voilà"), Thanks(text), Said.Close(100));
        var wall = await _thanks.ReadAsync(2026, 3, 10, Cancel);

        Assert.Equal(shown ? [text] : [], wall.Thanks.Select(entry => entry.Text));
    }

    [Fact]
    public async Task Thanks_go_when_the_conversation_does_and_come_back_with_it()
    {
        await _recorder.RecordAndIndexAsync(Said.Customer(0, "bonjour", -0.3, "outage"), Thanks("Merci, parfait !"), Said.Close(100));
        Assert.Single((await _thanks.ReadAsync(2026, 3, 10, Cancel)).Thanks);

        await _recorder.RecordAndIndexAsync(Said.Customer(200, "encore moi"));
        Assert.Empty((await _thanks.ReadAsync(2026, 3, 10, Cancel)).Thanks);
        Assert.DoesNotContain(_tables.Dump(), entry => entry.Table == TableNames.Reviews);

        await _recorder.RecordAndIndexAsync(Said.Close(300));
        Assert.Single((await _thanks.ReadAsync(2026, 3, 10, Cancel)).Thanks);
    }

    [Fact]
    public async Task Corrected_conversations_are_listed_until_the_last_correction_is_taken_back()
    {
        var thanks = Thanks("merci bien, bravo");
        var correction = CorrectionTests.Correct(300, thanks, new() { By = "q", Cause = CorrectionCause.Irony, Sentiment = Sentiment.Negative });
        await _recorder.RecordAndIndexAsync(Said.Customer(0, "bonjour"), thanks, Said.Close(100), correction);
        Assert.Equal([Said.Conversation.Key], (await _corrections.ListAsync(10, null, Cancel)).Conversations);

        // What is no thanks any more goes from the wall too.
        Assert.Empty((await _thanks.ReadAsync(2026, 3, 10, Cancel)).Thanks);

        await _recorder.RecordAndIndexAsync(CorrectionTests.Withdraw(400, correction));
        Assert.Empty((await _corrections.ListAsync(10, null, Cancel)).Conversations);
    }

    [Fact]
    public async Task Corrected_conversations_are_paged_through_once_each()
    {
        for (var number = 0; number < 25; number++)
        {
            var key = $"generic~demo~c-{number}";
            await _tables.ApplyAsync(
                TableNames.Reviews, $"corrected~{StableHash.Of(key) % 16:x}",
                [new TableChange.Upsert(new($"corrected~{StableHash.Of(key) % 16:x}", key, new Dictionary<string, object>()))], Cancel);
        }

        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = await _corrections.ListAsync(4, next, Cancel);
            seen.AddRange(page.Conversations);
            next = page.Continuation;
        }
        while (next is not null);
        Assert.Equal(25, seen.Distinct().Count());
        Assert.Equal(25, seen.Count);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static MessageAnalyzed Thanks(string text)
    {
        var said = Said.Customer(60, text, 0.7, "thanks_feedback");
        return said with { Analysis = said.Analysis! with { Emotions = [new(Emotion.Gratitude, 0.9)] } };
    }
}
