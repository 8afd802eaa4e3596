using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Replies;
using Pipeline.Suggestions.Speaking;
using Pipeline.Tests.Support;
using Pipeline.Tests.Transcripts;

namespace Pipeline.Tests.Suggestions.Replies;

/// <summary>From recorded messages through the nightly job to what the next advisor is offered.</summary>
public sealed class NightlyRepliesTests
{
    private const string Answer = "Le voyant rouge vient d'un incident sur la ligne fibre, je lance un diagnostic.";

    private readonly Recorder _recorder = new();
    private readonly FakeClock _clock = new(Said.Start.AddDays(3));
    private readonly AcceptedReplyStore _store;
    private int _asked;

    public NightlyRepliesTests() => _store = new(_recorder.Tables, new("a key"), _clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_two_advisors_sent_in_three_conversations_is_offered_to_the_next_with_its_reason()
    {
        await HappenAsync("c-1", "a-1", Answer);
        await HappenAsync("c-2", "a-2", Answer);
        await RunAsync();
        Assert.Empty(await SuggestAsync());

        await HappenAsync("c-3", "a-2", "Le voyant rouge vient d'un incident sur la ligne fibre : je lance un diagnostic !");
        await RunAsync();

        var suggestion = Assert.Single(await SuggestAsync());
        Assert.Equal($"reply:{ReplyIdentity.IdOf("boreal", "fr", Answer)}", suggestion.Source);
        Assert.Equal(Answer, suggestion.Text);
        Assert.Equal("Déjà envoyé par des collègues dans 3 conversations comme celle-ci", suggestion.Reasons[0]);
    }

    [Fact]
    public async Task The_night_after_changes_nothing_and_a_late_message_changes_the_verdict()
    {
        foreach (var number in Enumerable.Range(1, 3))
        {
            await HappenAsync($"c-{number}", $"a-{number}", Answer);
        }

        await RunAsync();
        Assert.Single(await _store.ListAsync("boreal", "fr", Cancel));
        var rows = Rows();
        await RunAsync();
        Assert.Equal(rows, Rows());

        // What the customer wrote in between arrives now: the answer made things worse.
        await _recorder.RecordAndIndexAsync(Of("c-3", Said.Customer(35, "c'est n'importe quoi", -0.9)));
        await RunAsync();
        Assert.Empty(await _store.ListAsync("boreal", "fr", Cancel));
    }

    [Fact]
    public async Task Other_brands_do_not_get_to_see_it()
    {
        foreach (var number in Enumerable.Range(1, 3))
        {
            await HappenAsync($"c-{number}", $"a-{number}", Answer);
        }

        await RunAsync();
        Assert.NotEmpty(await SuggestAsync());
        Assert.Empty(await SuggestAsync("zephyr"));
    }

    private static MessageAnalyzed Of(string id, MessageAnalyzed message, string? advisorId = null, string brand = "boreal") => message with
    {
        Conversation = Said.Conversation with { Key = ConversationKeys.Conversation("generic", "demo", id), Id = id, Brand = brand, LanguageHint = "fr" },
        Sender = advisorId is null ? message.Sender : message.Sender with { Id = advisorId },
    };

    private Task HappenAsync(string id, string advisorId, string answer) => _recorder.RecordAndIndexAsync(
        Of(id, Said.Customer(0, "ma box a un voyant rouge", -0.4, "internet_trouble")),
        Of(id, Said.Advisor(30, answer), advisorId),
        Of(id, Said.Customer(60, "d'accord merci", 0.5)),
        Of(id, Said.Close(90)));

    private async Task RunAsync()
    {
        var settings = Options.Create(new SuggestionOptions());
        var weights = new BrandWeightsSource(_recorder.Tables, _clock);
        var history = new SuggestionHistory(_recorder.Tables, _recorder.Reader, new SpeakingPolicy(settings, weights));
        await new LearnAcceptanceJob(
            history, weights, new AcceptedReplies(settings.Value, Told.Gate), _store, _clock, NullLogger<LearnAcceptanceJob>.Instance).RunAsync(Cancel);
    }

    private async Task<IReadOnlyList<Suggestion>> SuggestAsync(string brand = "boreal")
    {
        using var library = new ReplyLibrary(_store, _clock, NullLogger<ReplyLibrary>.Instance);
        var stage = new SuggestStage([library], _recorder.Tables, Options.Create(new SuggestionOptions()), NullLogger<SuggestStage>.Instance);
        var scored = Assert.Single(await _recorder.RecordAsync(
            Of($"next-{brand}-{_asked++}", Said.Customer(600, "ma box fibre a un voyant rouge, un incident ?", intent: "internet_trouble"), brand: brand)));
        return await stage.RunAsync(scored, Cancel) is StageResult<RepliesSuggested>.GoOn goOn ? Assert.Single(goOn.Messages).Suggestions : [];
    }

    private List<string> Rows() =>
    [
        .. _recorder.Tables.Dump().Where(entry => entry.Table == TableNames.AcceptedReplies).Select(entry => $"{entry.Row.RowKey} {entry.Row.ETag}"),
    ];
}
