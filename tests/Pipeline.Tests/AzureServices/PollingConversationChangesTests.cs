using Pipeline.AzureServices.Changes;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Tests.AzureServices;

public sealed class PollingConversationChangesTests
{
    private const string Key = "generic~shop~1";
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryTables _tables = new();
    private readonly ManualClock _clock = new(Noon);
    private readonly Conversations _conversations = new();
    private readonly PollingConversationChanges _changes;

    public PollingConversationChangesTests() =>
        _changes = new PollingConversationChanges(_tables, _conversations, _conversations, _clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConversationRowKeys.Head)]
    [InlineData(ConversationRowKeys.Assignment)]
    [InlineData(ConversationRowKeys.SuggestionsPrefix + "20260302T1159590000000-m9")]
    [InlineData(ConversationRowKeys.DecisionPrefix + "20260302T1159590000000-m9")]
    public async Task A_row_that_the_advisor_sees_is_told_of_within_a_second(string rowKey)
    {
        await WriteAsync(ConversationRowKeys.Head);
        var watch = await WatchAsync(Key);
        await WriteAsync(rowKey);
        _clock.Advance(PollingConversationChanges.Interval);
        Assert.Equal(Key, await watch.NextAsync());
    }

    [Fact]
    public async Task Nothing_is_told_while_nothing_changes()
    {
        await WriteAsync(ConversationRowKeys.Head);
        var watch = await WatchAsync(Key);
        await watch.LookAgainAsync();
        Assert.False(watch.HasNews);
    }

    [Fact]
    public async Task Changes_between_two_looks_are_told_as_one()
    {
        await WriteAsync(ConversationRowKeys.Head);
        var watch = await WatchAsync(Key);
        await WriteAsync(ConversationRowKeys.Head);
        await WriteAsync(ConversationRowKeys.Head);
        _clock.Advance(PollingConversationChanges.Interval);
        Assert.Equal(Key, await watch.NextAsync());

        await watch.SleepAsync();
        await watch.LookAgainAsync();
        Assert.False(watch.HasNews);
    }

    [Fact]
    public async Task A_conversation_that_begins_is_told_of()
    {
        _conversations.State = null;
        var watch = await WatchAsync(Key);
        await WriteAsync(ConversationRowKeys.Head);
        _conversations.State = new ConversationState();
        _clock.Advance(PollingConversationChanges.Interval);
        Assert.Equal(Key, await watch.NextAsync());
    }

    [Fact]
    public async Task Of_all_conversations_the_new_one_and_the_changed_one_are_told_and_the_others_not()
    {
        _conversations.Summaries = [Summary("a"), Summary("b")];
        var watch = await WatchAsync(null);
        _conversations.Summaries = [Summary("c"), Summary("a"), Summary("b") with { Hard = true }];
        _clock.Advance(PollingConversationChanges.Interval);
        Assert.Equal("c", await watch.NextAsync());
        Assert.Equal("b", await watch.NextAsync());

        await watch.SleepAsync();
        await watch.LookAgainAsync();
        Assert.False(watch.HasNews);
    }

    [Fact]
    public async Task After_midnight_the_conversations_of_the_evening_are_still_watched()
    {
        _conversations.Summaries = [Summary("evening") with { StartedAt = Noon.AddHours(11) }];
        _clock.Advance(TimeSpan.FromHours(13));
        var watch = await WatchAsync(null);
        _conversations.Summaries = [_conversations.Summaries[0] with { Rating = 5 }];
        _clock.Advance(PollingConversationChanges.Interval);
        Assert.Equal("evening", await watch.NextAsync());
    }

    private static ConversationSummary Summary(string key) => new()
    {
        Key = key,
        StartedAt = Noon.AddMinutes(-5),
        Platform = "generic",
        Brand = "default",
        Channel = "web",
        Language = "fr",
    };

    private async Task WriteAsync(string rowKey) => await _tables.ApplyAsync(
        TableNames.Conversations,
        Key,
        [new TableChange.Upsert(new TableRow(Key, rowKey, new Dictionary<string, object>()))],
        Cancellation);

    private async Task<Watch> WatchAsync(string? key)
    {
        var watch = new Watch(_changes.WatchAsync(key, Cancellation).GetAsyncEnumerator(Cancellation), _clock);
        await watch.SleepAsync();
        return watch;
    }

    /// <summary>A watch that was started and sleeps between two looks.</summary>
    private sealed class Watch(IAsyncEnumerator<string> news, ManualClock clock)
    {
        private Task<bool>? _next;

        public bool HasNews => _next?.IsCompleted == true;

        /// <summary>Lets it look until it sleeps.</summary>
        public Task SleepAsync()
        {
            _next ??= news.MoveNextAsync().AsTask();
            return clock.SomebodySleepsAsync(Cancellation);
        }

        /// <summary>Lets a second pass, and the look that follows end in another sleep.</summary>
        public Task LookAgainAsync()
        {
            clock.Advance(PollingConversationChanges.Interval);
            return clock.SomebodySleepsAsync(Cancellation);
        }

        public async Task<string> NextAsync()
        {
            Assert.True(await (_next ?? news.MoveNextAsync().AsTask()));
            _next = null;
            return news.Current;
        }
    }

    private sealed class Conversations : IConversationReader, ITranscripts
    {
        public ConversationState? State { get; set; } = new()
        {
            Window = [new Turn { MessageId = "m1", Role = SenderRole.Customer, SentAt = Noon.AddMinutes(-1), Text = "Bonjour" }],
        };

        public IReadOnlyList<ConversationSummary> Summaries { get; set; } = [];

        public Task<ConversationState?> ReadStateAsync(string conversationKey, CancellationToken cancellationToken) =>
            Task.FromResult(State);

        public Task<ConversationTranscript?> ReadAsync(string conversationKey, CancellationToken cancellationToken) =>
            Task.FromResult<ConversationTranscript?>(null);

        public Task<string?> ReadSkillAsync(string conversationKey, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public Task<TranscriptPage> ListDayAsync(DateOnly day, int maxRows, string? continuation, CancellationToken cancellationToken) =>
            Task.FromResult(new TranscriptPage(
                [.. Summaries.Where(summary => DateOnly.FromDateTime(summary.StartedAt.UtcDateTime) == day)], null));
    }
}
