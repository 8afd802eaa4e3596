using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Sweep;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Sweep;

/// <summary>The sweep over plain tables, with a history and a bus that a test holds.</summary>
internal sealed class SweepFixture : IBusStatus
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;

    public SweepFixture(params string[] accounts)
    {
        History = new FakeHistory(accounts.Length == 0 ? ["demo"] : accounts);
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Logs))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ITables>(new WatchedTables(Tables, row => BeforeRead(row)))
            .AddSingleton<IBus>(Bus)
            .AddSingleton<IBusStatus>(this)
            .AddSingleton<IPlatformHistory>(History)
            .AddSweep()
            .BuildServiceProvider();
    }

    public FakeClock Clock { get; } = new(Now);

    public InMemoryTables Tables { get; } = new();

    /// <summary>Called with the key of a row before it is read alone.</summary>
    public Func<string, Task> BeforeRead { get; set; } = _ => Task.CompletedTask;

    public RecordingBus Bus { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public FakeHistory History { get; }

    public long Backlog { get; set; }

    public SweepJob Job => _services.GetRequiredService<SweepJob>();

    public AccountSweeper Sweeper => _services.GetRequiredService<AccountSweeper>();

    public IReadOnlyList<string> Sent => [.. Bus.Sent.Select(sent => sent.Message.Id)];

    public Task<IReadOnlyList<QueueDepth>> ReadDepthsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<QueueDepth>>([new(Entities.Captured, Backlog, 0, 0), new(Entities.Outcomes, 1_000_000, 0, 0)]);

    public async Task<SweepReport> SweepAsync(DateTimeOffset? since = null) =>
        (await Sweeper.RunAsync("generic", "demo", since, TestContext.Current.CancellationToken))!;

    public Task<SweepState> StateAsync(string account = "demo") =>
        _services.GetRequiredService<SweepLedger>().ReadAsync("generic", account, TestContext.Current.CancellationToken);

    /// <summary>A message that was sent some time ago.</summary>
    public static HistoryItem Item(string id, TimeSpan ago, string conversation = "c-1") => new(new MessageCaptured
    {
        Conversation = new Conversation
        {
            Key = ConversationKeys.Conversation("generic", "demo", conversation),
            Platform = "generic",
            Account = "demo",
            Id = conversation,
        },
        MessageId = id,
        Kind = MessageKind.Message,
        Sender = new Sender(SenderRole.Customer),
        SentAt = Now - ago,
        Text = "Bonjour",
    });

    public void Page(params HistoryItem[] items) => History.Pages.Add(new HistoryPage(items, 0));

    /// <summary>The message is recorded, as Record does it.</summary>
    public Task RecordAsync(HistoryItem item) => RecordAsync(item.Message.Conversation.Key, item.Message.SentAt, item.Message.MessageId);

    public Task RecordAsync(string conversationKey, DateTimeOffset sentAt, string id) => Tables.ApplyAsync(
        TableNames.Conversations,
        conversationKey,
        [
            new TableChange.Insert(new TableRow(
                conversationKey,
                ConversationRowKeys.Message(ConversationKeys.Order(sentAt, id)),
                new Dictionary<string, object> { ["Shape"] = 1 })),
        ],
        TestContext.Current.CancellationToken);
}
