using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Scoring;
using Pipeline.Scoring.Fallback;
using Pipeline.Scoring.PersonalData;
using Pipeline.Scoring.SecondOpinion;

namespace Pipeline.Tests.Scoring.SecondOpinion;

public sealed class SecondOpinionAnalyzerTests : IDisposable
{
    private const string Unsure = "le service est rapide mais la facture est encore fausse et personne ne répond";
    private const string Sure = "merci beaucoup, c'est parfait !";

    private static readonly CareAnalyzer Local = new();

    private readonly SettableClock _clock = new();
    private readonly SecondOpinionOptions _options = new() { RecordsPerHour = 3 };
    private readonly FakeService _service = new();
    private readonly Lazy<(GuardedAnalyzer Guard, SecondOpinionAnalyzer Analyzer)> _both;

    public SecondOpinionAnalyzerTests() => _both = new(() =>
    {
        var guard = new GuardedAnalyzer(
            _service, Local, Options.Create(new ScoringOptions { FailuresUntilRest = 1 }), _clock, NullLogger<GuardedAnalyzer>.Instance);
        return (guard, new(guard, Local, new FixedConfidence(), Options.Create(_options), _clock));
    });

    public void Dispose()
    {
        if (_both.IsValueCreated)
        {
            _both.Value.Guard.Dispose();
        }
    }

    [Fact]
    public async Task A_sure_message_is_never_sent_to_the_service()
    {
        var analysis = await AnalyzeAsync(Sure);

        Assert.Equal(Local.Scorer, analysis.Scorer);
        Assert.Empty(_service.Asked);
    }

    [Fact]
    public async Task Of_an_unsure_message_the_service_decides_sentiment_and_valence_and_nothing_else()
    {
        var local = Local.Analyze(Unsure, "fr");
        _service.Sentiment = local.Sentiment == Sentiment.Negative ? Sentiment.Positive : Sentiment.Negative;
        var analysis = await AnalyzeAsync(Unsure);

        Assert.Equal((_service.Sentiment, -0.75), (analysis.Sentiment, analysis.Valence));
        Assert.Equal(local.Emotions, analysis.Emotions);
        Assert.Equal((local.Intent, local.Intensity, local.Aggression), (analysis.Intent, analysis.Intensity, analysis.Aggression));
        Assert.Equal(new CareAnalyzer().Scorer + "+cloud/7", analysis.Scorer);
        Assert.False(analysis.Degraded);
    }

    [Fact]
    public async Task A_service_that_agrees_leaves_the_local_valence_and_signs_for_it()
    {
        var local = Local.Analyze(Unsure, "fr");
        _service.Sentiment = local.Sentiment;
        var analysis = await AnalyzeAsync(Unsure);

        Assert.Equal((local.Valence, new CareAnalyzer().Scorer + "+cloud/7"), (analysis.Valence, analysis.Scorer));
    }

    [Fact]
    public async Task Beyond_the_budget_of_the_hour_the_local_analysis_stands_and_is_not_called_degraded()
    {
        for (var message = 0; message < 5; message++)
        {
            var analysis = await AnalyzeAsync(Unsure);
            Assert.Equal(message < 3 ? new CareAnalyzer().Scorer + "+cloud/7" : new CareAnalyzer().Scorer, analysis.Scorer);
            Assert.False(analysis.Degraded);
        }

        Assert.Equal(3, _service.Asked.Count);
        _clock.Advance(TimeSpan.FromMinutes(62));
        Assert.Equal(new CareAnalyzer().Scorer + "+cloud/7", (await AnalyzeAsync(Unsure)).Scorer);
    }

    [Fact]
    public async Task A_long_message_costs_the_records_it_is_billed_as()
    {
        var two = Unsure + new string(' ', 1500);
        Assert.Contains("cloud", (await AnalyzeAsync(two)).Scorer, StringComparison.Ordinal);
        Assert.DoesNotContain("cloud", (await AnalyzeAsync(two)).Scorer, StringComparison.Ordinal);
        Assert.Contains("cloud", (await AnalyzeAsync(Unsure)).Scorer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_fails_leaves_the_local_analysis_marked_and_while_it_rests_nothing_is_taken_from_the_budget()
    {
        _service.Fails = new AnalyzerBusyException("429", TimeSpan.FromMinutes(1));
        Assert.True((await AnalyzeAsync(Unsure)).Degraded);
        for (var message = 0; message < 10; message++)
        {
            var resting = await AnalyzeAsync(Unsure);
            Assert.Equal((new CareAnalyzer().Scorer, true), (resting.Scorer, resting.Degraded));
        }

        _service.Fails = null;
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new CareAnalyzer().Scorer + "+cloud/7", (await AnalyzeAsync(Unsure)).Scorer);
        Assert.Equal(new CareAnalyzer().Scorer + "+cloud/7", (await AnalyzeAsync(Unsure)).Scorer);
    }

    [Fact]
    public async Task A_language_that_nobody_knows_is_not_sent()
    {
        var analysis = await _both.Value.Analyzer.AnalyzeAsync("qwpx zzkt mlbv", null, TestContext.Current.CancellationToken);

        Assert.Equal("und", analysis.Language);
        Assert.Empty(_service.Asked);
    }

    [Fact]
    public async Task The_metric_tells_what_share_of_messages_costs_money()
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "pipeline.second_opinion.messages")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };

        // Other tests may count at the same time: what is counted here is at least what this test did.
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            lock (counts)
            {
                var outcome = (string)tags[0].Value!;
                counts[outcome] = counts.GetValueOrDefault(outcome) + value;
            }
        });
        listener.Start();
        await AnalyzeAsync(Sure);
        for (var message = 0; message < 4; message++)
        {
            await AnalyzeAsync(Unsure);
        }

        lock (counts)
        {
            Assert.True(counts["sure"] >= 1 && counts["asked"] >= 3 && counts["refused"] >= 1);
        }
    }

    [Fact]
    public async Task Personal_data_that_the_service_still_sees_is_masked_and_no_evidence_quotes_it()
    {
        const string Text = "ce numéro [PHONE_1] et jean durand sont faux, la facture est fausse mais rapide";
        _service.Left = [new(PersonalDataKind.Name, 24, 11), new(PersonalDataKind.Phone, 10, 9)];
        _service.Evidence = [new("jean durand sont faux", -0.9), new("fausse", -0.5)];
        var stage = new ScoreStage(_both.Value.Guard, new PersonalDataMasker(), _both.Value.Analyzer);
        var result = await stage.RunAsync(
            new()
            {
                Conversation = new() { Key = "generic~a~1", Platform = "generic", Account = "a", Id = "1", LanguageHint = "fr" },
                MessageId = "m1",
                Kind = MessageKind.Message,
                Sender = new(SenderRole.Customer, "c1"),
                SentAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
                Text = Text,
            },
            TestContext.Current.CancellationToken);
        var message = Assert.Single(Assert.IsType<StageResult<MessageAnalyzed>.GoOn>(result).Messages);

        Assert.Equal("ce numéro [PHONE_1] et [NAME_1] sont faux, la facture est fausse mais rapide".Length, message.Text.Length);
        Assert.DoesNotContain("durand", message.Text, StringComparison.Ordinal);
        Assert.Contains("[PHONE_1]", message.Text, StringComparison.Ordinal);
        Assert.Contains(PersonalDataKind.Name, message.Masked);
        Assert.DoesNotContain(message.Analysis!.Evidence, evidence => evidence.Text.Contains("durand", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1, 0.5, "Language:RecordsPerHour")]
    [InlineData(600_001, 0.5, "Language:RecordsPerHour")]
    [InlineData(50, 1.1, "Language:AskBelow")]
    [InlineData(50, double.NaN, "Language:AskBelow")]
    public void A_setting_that_means_nothing_is_named(int recordsPerHour, double askBelow, string setting)
    {
        var result = new SecondOpinionOptionsValidation().Validate(
            null, new() { RecordsPerHour = recordsPerHour, AskBelow = askBelow });
        Assert.Contains(setting, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private async Task<TextAnalysis> AnalyzeAsync(string text) =>
        await _both.Value.Analyzer.AnalyzeAsync(text, "fr", TestContext.Current.CancellationToken);

    private sealed class FixedConfidence : ISentimentConfidence
    {
        public double Of(TextAnalysis analysis, string text) => text == Sure ? 0.9 : 0.1;
    }

    private sealed class FakeService : ITextAnalyzer
    {
        public List<string> Asked { get; } = [];

        public Exception? Fails { get; set; }

        public Sentiment Sentiment { get; set; } = Sentiment.Negative;

        public IReadOnlyList<PersonalDataSpan> Left { get; set; } = [];

        public IReadOnlyList<TextEvidence> Evidence { get; set; } = [];

        public ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken)
        {
            lock (Asked)
            {
                Asked.Add(text);
            }

            return Fails is { } failure
                ? ValueTask.FromException<TextAnalysis>(failure)
                : ValueTask.FromResult(new TextAnalysis
                {
                    Language = languageHint!,
                    LanguageConfidence = 1,
                    Sentiment = Sentiment,
                    Valence = -0.75,
                    Emotions = [new(Emotion.Neutral, 1)],
                    Intensity = 0,
                    Evidence = Evidence,
                    Scorer = "cloud/7",
                    LeftPersonalData = Left,
                });
        }
    }
}
