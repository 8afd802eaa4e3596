using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Replay;
using Pipeline.Tests.Flow;
using Pipeline.Training.Rescoring;
using Pipeline.Transcripts;

namespace Pipeline.Tests.Training.Rescoring;

/// <summary>Conversations that the whole path has stored, to be scored again.</summary>
internal sealed class StoredHistory : IAsyncDisposable
{
    public static readonly DateOnly Day = DateOnly.FromDateTime(WholePath.Start.UtcDateTime);

    private readonly WholePath _path;

    private StoredHistory(WholePath path) => _path = path;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static Candidate Shipped { get; } = Candidate.Of(null);

    public static RunLine Asked { get; } = new(
        Shipped.Scorer, Shipped.Fingerprint, Day, Day, null, MessageComparison.DefaultTolerance, ShowText: false);

    /// <summary>A few of the bundled conversations, of both languages and of more than one brand.</summary>
    public static IReadOnlyList<RecordedConversation> Few { get; } = [.. BundledConversations.All.Where((_, place) => place % 5 == 0)];

    /// <summary>Plays conversations.</summary>
    public static async Task<StoredHistory> OfAsync(IReadOnlyList<RecordedConversation> conversations)
    {
        var history = new StoredHistory(await WholePath.StartAsync());
        foreach (var conversation in conversations)
        {
            foreach (var webhook in ReplayScript.Write(conversation, conversation.Id, WholePath.Start))
            {
                await history._path.PostAsync(webhook);
            }
        }

        await history._path.DrainAsync();
        return history;
    }

    /// <summary>Plays one conversation, and what happened to it then.</summary>
    public static async Task<StoredHistory> OneAsync(RecordedConversation conversation, params ReplayedEvent[] then)
    {
        var history = new StoredHistory(await WholePath.StartAsync());
        foreach (var webhook in ReplayScript.Write(conversation, conversation.Id, WholePath.Start).Concat(then))
        {
            await history._path.PostAsync(webhook);
        }

        await history._path.DrainAsync();
        return history;
    }

    public static RecordedConversation Conversation(string? language, params string[] texts) => new()
    {
        Id = "c-1",
        Language = language,
        Brand = "boreal",
        Customer = new("v-1", "Camille"),
        Advisor = new("a-1", "Nadia"),
        Turns = [.. texts.Select((text, turn) => new RecordedTurn(SenderRole.Customer, text, TimeSpan.FromSeconds(20 * turn)))],
    };

    public async Task<ConversationTranscript> ReadAsync(string id) =>
        (await _path.Transcripts.ReadAsync(ConversationKeys.Conversation("generic", "demo", id), Cancelled))!;

    /// <summary>Has a message be stored as if another scorer had scored it.</summary>
    public async Task PlantAsync(string key, string messageId, Func<TextAnalysis, TextAnalysis> score)
    {
        var row = _path.Tables.Dump().Select(entry => entry.Row).Single(row =>
            row.PartitionKey == key && row.RowKey.StartsWith(ConversationRowKeys.MessagePrefix, StringComparison.Ordinal)
            && row.Text("MessageId") == messageId);
        var message = MessageRow.Read(row);
        await _path.Tables.ApplyAsync(
            TableNames.Conversations, key,
            [new TableChange.Upsert(MessageRow.From(message with { Analysis = score(message.Analysis!) }))], Cancelled);
    }

    /// <summary>All lines of a run over the day.</summary>
    public async Task<List<RescoreLine>> RescoreAsync(RunLine? asked = null, Candidate? candidate = null) =>
        await new RescoreRun(new TablesConversations(_path.Transcripts), candidate ?? Shipped, asked ?? Asked).DayAsync(Day, Cancelled)
            .ToListAsync(Cancelled);

    public ValueTask DisposeAsync() => _path.DisposeAsync();
}
