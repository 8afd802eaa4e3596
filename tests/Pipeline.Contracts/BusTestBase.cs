using System.Text;
using Pipeline.Ports;
using Xunit;

namespace Pipeline.Contracts;

/// <summary>What the contracts of the bus share: a bus for each test, and short words for what tests do with it.</summary>
/// <typeparam name="TFixture">The kind of bus the contract needs.</typeparam>
public abstract class BusTestBase<TFixture> : IAsyncLifetime
    where TFixture : BusFixture
{
    protected TFixture Fixture { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Fixture = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Fixture.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the bus: the one thing an adapter writes.</summary>
    protected abstract ValueTask<TFixture> StartAsync();

    protected static BusMessage Message(string id, params (string Name, string Value)[] properties) => new(
        id,
        Encoding.UTF8.GetBytes($"body of {id}"),
        properties.ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal),
        PartitionKey: "key of " + id);

    protected Task SendAsync(string entity, params BusMessage[] messages) => Fixture.Bus.SendAsync(entity, messages, Token);

    /// <summary>Takes what is there, without waiting, in the order of arrival.</summary>
    protected async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string source, int maxMessages = 100) =>
        await Fixture.Receiver.ReceiveAsync(source, maxMessages, TimeSpan.Zero, Token);

    protected async Task<ReceivedMessage> ReceiveOneAsync(string source) => Assert.Single(await ReceiveAsync(source, 1));

    protected async Task<string[]> ReceiveIdsAsync(string source) =>
        [.. (await ReceiveAsync(source)).Select(message => message.Message.Id)];

    protected Task SettleAsync(string source, params Settlement[] settlements) => Fixture.Receiver.SettleAsync(source, settlements, Token);

    protected Task CompleteAsync(string source, ReceivedMessage message) => SettleAsync(source, new Settlement.Complete(message.LockToken));

    protected Task AbandonAsync(string source, ReceivedMessage message) =>
        SettleAsync(source, new Settlement.Abandon(message.LockToken, "it failed"));

    protected Task DeadLetterAsync(string source, ReceivedMessage message) =>
        SettleAsync(source, new Settlement.DeadLetter(message.LockToken, "BadBody", "It is no order."));

    protected async Task<IReadOnlyList<DeadLetter>> ListDeadAsync(string source) =>
        await Fixture.DeadLetters.ListAsync(source, 0, 250, Token);
}
