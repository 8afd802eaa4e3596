using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Scoring;
using Pipeline.Scoring.Fallback;

namespace Pipeline.Tests.Scoring.Fallback;

public sealed class GuardedAnalyzerTests : IDisposable
{
    private const string Text = "je suis furieux";

    private static readonly CareAnalyzer Local = new();
    private static readonly TextAnalysis Good = Local.Analyze(Text, "fr") with { Scorer = "cloud/7" };

    private readonly SettableClock _clock = new();
    private readonly ScoringOptions _options = new();
    private readonly FakeService _service = new();
    private readonly Lazy<GuardedAnalyzer> _guarded;

    public GuardedAnalyzerTests() => _guarded = new(() =>
        new GuardedAnalyzer(_service, Local, Options.Create(_options), _clock, NullLogger<GuardedAnalyzer>.Instance));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _guarded.Value.Dispose();
        _service.Dispose();
    }

    [Fact]
    public async Task A_service_that_answers_is_believed()
    {
        var analysis = await AnalyzeAsync();

        Assert.Equal(("cloud/7", false), (analysis.Scorer, analysis.Degraded));
    }

    [Fact]
    public async Task A_service_that_is_too_slow_is_stood_in_for_once_its_time_is_over()
    {
        _service.Hangs = true;
        var running = AnalyzeAsync();
        await _service.AskedAsync(1);
        _clock.Advance(_options.Patience - TimeSpan.FromMilliseconds(1));
        Assert.False(running.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        AssertStoodIn(await running);
    }

    [Fact]
    public async Task A_service_that_keeps_failing_is_left_alone_and_tried_by_one_message_after_the_rest()
    {
        _service.Fails = new HttpRequestException("503");
        for (var message = 0; message < _options.FailuresUntilRest + 10; message++)
        {
            AssertStoodIn(await AnalyzeAsync());
        }

        Assert.Equal(_options.FailuresUntilRest, _service.Asked);
        _clock.Advance(_options.Rest);
        AssertStoodIn(await AnalyzeAsync());
        AssertStoodIn(await AnalyzeAsync());
        Assert.Equal(_options.FailuresUntilRest + 1, _service.Asked);

        _clock.Advance(_options.Rest);
        _service.Fails = null;
        Assert.False((await AnalyzeAsync()).Degraded);
        Assert.False((await AnalyzeAsync()).Degraded);
    }

    [Fact]
    public async Task While_one_message_tries_the_service_again_the_others_do_not_wait_for_it()
    {
        await RestAsync();
        _clock.Advance(_options.Rest);
        _service.Hangs = true;
        var trying = AnalyzeAsync();
        await _service.AskedAsync(_options.FailuresUntilRest + 1);

        AssertStoodIn(await AnalyzeAsync());

        _clock.Advance(_options.Patience);
        AssertStoodIn(await trying);
        AssertStoodIn(await AnalyzeAsync());
        Assert.Equal(_options.FailuresUntilRest + 1, _service.Asked);
    }

    [Fact]
    public async Task Failures_with_answers_between_them_do_not_add_up()
    {
        for (var message = 0; message < _options.FailuresUntilRest * 3; message++)
        {
            _service.Fails = message % 2 == 0 ? new HttpRequestException("500") : null;
            await AnalyzeAsync();
        }

        Assert.Equal(_options.FailuresUntilRest * 3, _service.Asked);
    }

    [Fact]
    public async Task A_service_that_asks_to_wait_is_left_alone_at_once_and_as_long_as_it_asks()
    {
        _service.Fails = new AnalyzerBusyException("429", TimeSpan.FromMinutes(2));
        AssertStoodIn(await AnalyzeAsync());
        _service.Fails = null;

        _clock.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(1));
        AssertStoodIn(await AnalyzeAsync());
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False((await AnalyzeAsync()).Degraded);
    }

    [Fact]
    public async Task A_service_that_asks_for_a_day_is_tried_again_the_same_hour()
    {
        _service.Fails = new AnalyzerBusyException("429", TimeSpan.FromDays(1));
        AssertStoodIn(await AnalyzeAsync());
        _service.Fails = null;
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.False((await AnalyzeAsync()).Degraded);
    }

    [Fact]
    public async Task No_more_calls_run_at_once_than_allowed_also_of_those_nobody_waits_for_any_more()
    {
        (_options.MaxConcurrentCalls, _options.FailuresUntilRest) = (3, 1000);
        (_service.Hangs, _service.IsDeaf) = (true, true);
        var first = Enumerable.Range(0, 10).Select(_ => AnalyzeAsync()).ToList();
        await _service.AskedAsync(3);
        _clock.Advance(_options.Patience);
        Assert.All(await Task.WhenAll(first), AssertStoodIn);

        var later = AnalyzeAsync();
        _clock.Advance(_options.Patience);
        AssertStoodIn(await later);
        Assert.Equal(3, _service.Asked);

        _service.Hangs = false;
        _service.LetGo();
        Assert.False((await AnalyzeAsync()).Degraded);
    }

    [Fact]
    public async Task An_answer_without_any_emotion_is_no_answer()
    {
        _service.Answer = Good with { Emotions = [] };

        AssertStoodIn(await AnalyzeAsync());
    }

    [Fact]
    public async Task Whoever_is_stopped_gets_no_pretended_answer_and_the_service_is_not_blamed()
    {
        _options.FailuresUntilRest = 1;
        _service.Hangs = true;
        using var stop = new CancellationTokenSource();
        var running = _guarded.Value.AnalyzeAsync(Text, "fr", stop.Token).AsTask();
        await _service.AskedAsync(1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        _service.Hangs = false;
        Assert.False((await AnalyzeAsync()).Degraded);
    }

    [Fact]
    public async Task Each_message_that_was_stood_in_for_is_counted_with_its_reason()
    {
        var reasons = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Name == "pipeline.analyzer.degraded")
            {
                me.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            // Other tests count at the same time, on threads of their own.
            if (IsMine.Value)
            {
                reasons.Add((string)tags[0].Value!);
            }
        });
        listener.Start();
        IsMine.Value = true;

        await RestAsync();
        await AnalyzeAsync();

        Assert.Equal([.. Enumerable.Repeat("failed", _options.FailuresUntilRest), "resting"], reasons);
    }

    [Theory]
    [InlineData("Patience", "00:00:00")]
    [InlineData("Patience", "00:01:00")]
    [InlineData("MaxConcurrentCalls", "0")]
    [InlineData("FailuresUntilRest", "0")]
    [InlineData("Rest", "00:00:00")]
    public void A_setting_with_which_nothing_could_be_asked_is_refused_by_its_name(string setting, string value)
    {
        var property = typeof(ScoringOptions).GetProperty(setting)!;
        property.SetValue(_options, property.PropertyType == typeof(int) ? int.Parse(value, null) : TimeSpan.Parse(value, null));

        var result = new ScoringOptionsValidation().Validate(null, _options);

        Assert.Contains($"Scoring:{setting} is {value}", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private static readonly AsyncLocal<bool> IsMine = new();

    private static void AssertStoodIn(TextAnalysis analysis)
    {
        Assert.Equal((new CareAnalyzer().Scorer, true), (analysis.Scorer, analysis.Degraded));
        Assert.Equal(Emotion.Anger, analysis.DominantEmotion);
    }

    private Task<TextAnalysis> AnalyzeAsync() => _guarded.Value.AnalyzeAsync(Text, "fr", Cancelled).AsTask();

    private async Task RestAsync()
    {
        _service.Fails = new HttpRequestException("503");
        for (var message = 0; message < _options.FailuresUntilRest; message++)
        {
            await AnalyzeAsync();
        }

        _service.Fails = null;
    }

    /// <summary>A service that answers, fails or hangs, as a test says.</summary>
    private sealed class FakeService : ITextAnalyzer, IDisposable
    {
        private readonly SemaphoreSlim _asked = new(0);
        private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;
        private int _seen;

        public void Dispose() => _asked.Dispose();

        public TextAnalysis Answer { get; set; } = Good;

        public Exception? Fails { get; set; }

        public bool Hangs { get; set; }

        /// <summary>Whether it goes on hanging when it is told to give up.</summary>
        public bool IsDeaf { get; set; }

        public int Asked => Volatile.Read(ref _count);

        public async ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _count);
            _asked.Release();
            if (Hangs)
            {
                await _letGo.Task.WaitAsync(IsDeaf ? CancellationToken.None : cancellationToken);
            }

            return Fails is null ? Answer : throw Fails;
        }

        /// <summary>Waits until it has been asked so many times in all.</summary>
        public async Task AskedAsync(int times)
        {
            for (; _seen < times; _seen++)
            {
                await _asked.WaitAsync(Cancelled);
            }
        }

        public void LetGo() => _letGo.SetResult();
    }
}
