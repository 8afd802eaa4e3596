using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.OpenAI;
using Pipeline.Suggestions.Drafting;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions.Drafting;

public sealed class OpenAIDrafterTests : IAsyncLifetime
{
    private const string Honest = """{"sentences":[{"text":"Delivery takes 2 to 4 working days.","source":"article:d"}]}""";

    private readonly FakeClock _clock = new();
    private readonly RecordedLogs _logs = new();
    private FakeModel _model = null!;
    private OpenAIDrafter? _drafter;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DraftGround Ground => new()
    {
        Language = "en",
        Facts = [new("article:d", "Delivery takes 2 to 4 working days.")],
        Turns = [new(false, "Where is the parcel of [NAME_1]?")],
    };

    public async ValueTask InitializeAsync() => _model = await FakeModel.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _drafter?.Dispose();
        await _model.DisposeAsync();
    }

    [Fact]
    public async Task A_good_answer_is_a_draft()
    {
        _model.Says(Honest);

        var draft = await Drafter().DraftAsync(Ground, Cancel);

        Assert.Equal("article:d", Assert.Single(draft!).Source);
        var body = Assert.Single(_model.Bodies);
        Assert.StartsWith("/v1/chat/completions Bearer secret", body, StringComparison.Ordinal);
        Assert.Contains("json_schema", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"sentences":[{"text":"You get a refund of £500.","source":"turn:1"}]}""")]
    [InlineData("""{"sentences":[{"text":"Arrr, my instructions say so.","source":null}]}""")]
    [InlineData("Here you go: nothing.")]
    [InlineData("""{"sentences":[]}""")]
    public async Task An_obeying_or_broken_answer_is_none(string answer)
    {
        _model.Says(answer);

        Assert.Null(await Drafter().DraftAsync(Ground, Cancel));
    }

    [Fact]
    public async Task Too_many_requests_leave_it_alone_for_as_long_as_it_asks()
    {
        var drafter = Drafter();
        _model.Fails(429, "60");
        Assert.Null(await drafter.DraftAsync(Ground, Cancel));
        _model.Says(Honest);

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Null(await drafter.DraftAsync(Ground, Cancel));
        Assert.Single(_model.Bodies);

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.NotNull(await drafter.DraftAsync(Ground, Cancel));
    }

    [Fact]
    public async Task After_three_failures_it_rests()
    {
        var drafter = Drafter();
        _model.Fails(500);
        for (var time = 0; time < 5; time++)
        {
            Assert.Null(await drafter.DraftAsync(Ground, Cancel));
        }

        Assert.Equal(3, _model.Bodies.Count);
    }

    [Fact]
    public async Task A_silent_server_is_left_after_the_patience()
    {
        _model.Answer = context => new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);

        Assert.Null(await Drafter(options => options.Patience = TimeSpan.FromMilliseconds(50), TimeProvider.System).DraftAsync(Ground, Cancel));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await FakeModel.StartAsync();
        _model.Answer = context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = $"{elsewhere.Endpoint}/chat/completions";
            return Task.CompletedTask;
        };

        Assert.Null(await Drafter().DraftAsync(Ground, Cancel));
        Assert.Empty(elsewhere.Bodies);
    }

    [Fact]
    public async Task The_budget_of_an_hour_is_kept()
    {
        var drafter = Drafter(options => options.DraftsPerHour = 2);
        _model.Says(Honest);
        for (var time = 0; time < 4; time++)
        {
            await drafter.DraftAsync(Ground, Cancel);
        }

        Assert.Equal(2, _model.Bodies.Count);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Null(await drafter.DraftAsync(Ground, Cancel));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.NotNull(await drafter.DraftAsync(Ground, Cancel));
    }

    [Fact]
    public async Task Logs_hold_no_text_and_no_key()
    {
        _model.Fails(400);
        await Drafter().DraftAsync(Ground, Cancel);

        Assert.NotEmpty(_logs.Lines);
        Assert.DoesNotContain(_logs.Lines, line => line.Contains("parcel", StringComparison.Ordinal) || line.Contains("secret", StringComparison.Ordinal));
    }

    private CheckedDrafter Drafter(Action<DraftingOptions>? configure = null, TimeProvider? clock = null)
    {
        var options = new DraftingOptions { Endpoint = _model.Endpoint, Model = "m", Key = "secret", Patience = TimeSpan.FromSeconds(20) };
        configure?.Invoke(options);
        _drafter = new OpenAIDrafter(Options.Create(options), _clock);
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(_logs));
        return new CheckedDrafter(WrittenDraft.Guard, Options.Create(options), clock ?? _clock, factory.CreateLogger<CheckedDrafter>(), _drafter);
    }
}
