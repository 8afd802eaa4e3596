using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;
using Pipeline.Transcripts.Search;
using Pipeline.Transcripts.Search.Upkeep;

namespace Pipeline.Tests.Transcripts.Search;

/// <summary>Closed conversations that are searched, with segments so small that a few make many.</summary>
internal sealed class Searched(ITables? tables = null) : IDisposable
{
    public static readonly SearchSizes Small = new(LeafBytes: 120, BlockSize: 3, FlushAtLeast: 4, FlushAtMost: 6);

    public InMemoryTables Plain { get; } = tables as InMemoryTables ?? new();

    public ITables Tables => tables ?? Plain;

    public FakeClock Clock { get; } = new();

    public TranscriptSearchUpkeep Upkeep => field ??= new(Tables, Clock, Small);

    public SearchProjection Projection => new(Tables);

    public TranscriptSearchIndex Index => new(Tables);

    /// <summary>Closes a conversation of one message of the customer.</summary>
    public Task CloseAsync(int number, string text, string language = "fr") =>
        CloseAsync(Key(number), Said.Start.AddMinutes(number), language, (SenderRole.Customer, text));

    public Task CloseAsync(string key, DateTimeOffset startedAt, string language, params (SenderRole Role, string Text)[] messages) =>
        Projection.ProjectAsync(Record(key, startedAt, language, messages), TestContext.Current.CancellationToken);

    public Task MaintainAsync() => Upkeep.MaintainAsync(TestContext.Current.CancellationToken);

    /// <summary>The numbers of the conversations that match, in the order found.</summary>
    public async Task<int[]> FindAsync(string text) =>
        [.. (await PageAsync(text, 1000)).Matches.Select(match => int.Parse(match.Key[2..], System.Globalization.CultureInfo.InvariantCulture))];

    public Task<TranscriptMatchPage> PageAsync(
        string text, int most, string? after = null, DateTimeOffset? from = null, DateTimeOffset? before = null) =>
        Index.SearchAsync(new(Index.Parse(text), from, before), most, after, TestContext.Current.CancellationToken);

    public static string Key(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c-{number}");

    public static ConversationRecord Record(
        string key, DateTimeOffset startedAt, string language, params (SenderRole Role, string Text)[] messages) => new(
        new ConversationTranscript
        {
            Conversation = Said.Conversation with { Key = key },
            State = new ConversationState { StartedAt = startedAt, Language = language, Closed = true },
            Story = new JourneyStory(ConversationArc.Calm, "", ""),
            Messages =
            [
                .. messages.Select((message, index) => new TranscriptMessage
                {
                    Id = $"m-{index}",
                    Kind = MessageKind.Message,
                    Sender = new Sender(message.Role),
                    SentAt = startedAt.AddSeconds(index),
                    Text = message.Text,
                }),
            ],
        },
        new Dictionary<string, TableRow>());

    public void Dispose() => Upkeep.Dispose();
}
