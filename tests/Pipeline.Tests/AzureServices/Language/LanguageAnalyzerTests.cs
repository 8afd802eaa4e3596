using Azure;
using Azure.AI.TextAnalytics;
using Microsoft.Extensions.Options;
using Pipeline.AzureServices.Language;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Scoring.PersonalData;
using Pipeline.Scoring.SecondOpinion;

namespace Pipeline.Tests.AzureServices.Language;

public sealed class LanguageAnalyzerTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(20);

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly FakeLanguage _language = new();
    private readonly SecondOpinionOptions _options = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("+bien", Sentiment.Positive, 0.8)]
    [InlineData("-mal", Sentiment.Negative, -0.8)]
    [InlineData("±les deux", Sentiment.Mixed, 0)]
    [InlineData("0rien", Sentiment.Neutral, 0)]
    public async Task It_gives_sentiment_valence_and_the_words_of_opinions_and_no_emotion(string text, Sentiment sentiment, double valence)
    {
        var analysis = Assert.Single(await AskAsync(text));

        Assert.Equal((sentiment, valence, "fr"), (analysis.Sentiment, analysis.Valence, analysis.Language));
        Assert.Equal("azure-language/2026-01-01", analysis.Scorer);
        Assert.Equal([new(Emotion.Neutral, 1)], analysis.Emotions);
        Assert.Equal(text, Assert.Single(analysis.Evidence).Text);
    }

    [Fact]
    public async Task Those_who_ask_at_the_same_time_share_requests_of_ten_and_each_gets_its_own_answer()
    {
        string[] texts = [.. Enumerable.Range(0, 23).Select(number => $"{(number % 2 == 0 ? '+' : '-')}{number}")];
        var analyses = await AskAsync(texts);

        Assert.Equal([3, 10, 10], _language.Sentiments.Select(request => request.Length).Order());
        Assert.Equal(texts, analyses.Select(analysis => Assert.Single(analysis.Evidence).Text));
    }

    [Fact]
    public async Task Personal_data_is_looked_for_five_at_a_time_and_starred_before_the_sentiment_is_asked_for()
    {
        _options.FindPersonalData = true;
        _language.Entities =
        [
            TextAnalyticsModelFactory.PiiEntity("jean", "Person", null, 0.95, 1, 4),
            TextAnalyticsModelFactory.PiiEntity("jean", "Person", null, 0.5, 1, 4),
            TextAnalyticsModelFactory.PiiEntity("lundi", "DateTime", null, 0.99, 6, 5),
        ];
        var running = Start(_clock, [.. Enumerable.Range(0, 10).Select(number => $"+jean lundi {number}")]);
        var analyses = await running;

        Assert.Equal([5, 5], _language.PersonalData.Select(request => request.Length));
        Assert.All(_language.Sentiments.SelectMany(request => request), input => Assert.StartsWith("+**** lundi", input.Text, StringComparison.Ordinal));
        Assert.All(analyses, analysis => Assert.Equal([new(PersonalDataKind.Name, 1, 4)], analysis.LeftPersonalData));
    }

    [Fact]
    public async Task A_document_that_is_refused_fails_alone_and_its_text_is_not_in_the_error()
    {
        _language.Refused.Add("-non");
        var analyzer = Analyzer();
        string[] texts = ["+oui", "-non", "+si"];
        var asked = texts.Select(text => analyzer.AnalyzeAsync(text, "fr", Cancellation).AsTask()).ToArray();
        _clock.Advance(Wait);

        Assert.Equal(Sentiment.Positive, (await asked[0]).Sentiment);
        Assert.Equal(Sentiment.Positive, (await asked[2]).Sentiment);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => asked[1]);
        Assert.Contains("InvalidDocument", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("quotes", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(429, "Mon, 02 Mar 2026 09:00:30 GMT", 30)]
    [InlineData(429, "Mon, 02 Mar 2026 08:00:00 GMT", 0)]
    [InlineData(503, null, null)]
    [InlineData(403, "1296000", 1296000)]
    public async Task A_service_that_asks_to_be_left_alone_is_understood(int status, string? retryAfter, int? seconds)
    {
        _language.Failure = FakeLanguage.Refusal(status, retryAfter);
        var busy = await Assert.ThrowsAsync<AnalyzerBusyException>(() => AskAsync("+bien"));

        // A date is the later the sooner it is read: the wait for other documents has passed meanwhile.
        Assert.Equal(seconds, busy.RetryAfter is { } wanted ? (int)Math.Ceiling(wanted.TotalSeconds) : null);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task Any_other_refusal_is_a_failure(int status)
    {
        _language.Failure = FakeLanguage.Refusal(status);
        Assert.Equal(status, (await Assert.ThrowsAsync<RequestFailedException>(() => AskAsync("+bien"))).Status);
    }

    [Fact]
    public async Task One_who_gives_up_takes_nobody_along_and_when_all_have_the_request_is_called_off()
    {
        _language.Gate = new();
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var analyzer = Analyzer();
        var (one, two) = (
            analyzer.AnalyzeAsync("+un", "fr", first.Token).AsTask(), analyzer.AnalyzeAsync("+deux", "fr", second.Token).AsTask());
        _clock.Advance(Wait);
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.False(_language.LastToken.IsCancellationRequested);

        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => two);
        Assert.True(_language.LastToken.IsCancellationRequested);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_cut_between_two_characters_and_one_that_fits_is_not()
    {
        const string Family = "👨‍👩‍👧";
        var fits = "+" + string.Concat(Enumerable.Repeat(Family, 5119));
        await AskAsync(fits);
        await AskAsync(fits + Family);

        Assert.All(_language.Sentiments, request => Assert.Equal(fits, Assert.Single(request).Text));
    }

    private LanguageAnalyzer Analyzer() => new(_language, Options.Create(_options), _clock);

    private Task<TextAnalysis[]> AskAsync(params string[] texts) => Start(_clock, texts);

    /// <summary>Asks about all at once, and lets the wait for others pass.</summary>
    private async Task<TextAnalysis[]> Start(ManualClock clock, string[] texts)
    {
        var analyzer = Analyzer();
        var asked = Task.WhenAll(texts.Select(text => analyzer.AnalyzeAsync(text, "fr", Cancellation).AsTask()));
        while (!asked.IsCompleted)
        {
            clock.Advance(Wait);
            await Task.Yield();
        }

        return await asked;
    }
}
