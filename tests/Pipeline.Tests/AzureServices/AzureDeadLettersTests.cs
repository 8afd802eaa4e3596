using Azure.Messaging.ServiceBus;
using Pipeline.AzureServices.Bus;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.AzureServices;

public sealed class AzureDeadLettersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_listed_page_by_page()
    {
        var (letters, _, _) = Prepare();
        Assert.Equal([1, 2, 3], (await letters.ListAsync("outcomes", 0, 3, Cancellation)).Select(letter => letter.SequenceNumber));
        Assert.Equal([4, 5, 6], (await letters.ListAsync("outcomes", 3, 3, Cancellation)).Select(letter => letter.SequenceNumber));
    }

    [Fact]
    public async Task A_replayed_one_goes_back_on_its_queue_under_an_id_that_passes_duplicate_detection_once()
    {
        var (letters, client, bus) = Prepare();
        Assert.Equal(2, await letters.ReplayAsync("outcomes", [2, 5], Cancellation));

        Assert.Equal([("outcomes", "scored-2~replay2"), ("outcomes", "scored-5~replay5")], bus.Sent.Select(s => (s.Entity, s.Message.Id)));
        Assert.Equal([1, 3, 4, 6, 7], Waiting(client));
    }

    [Fact]
    public async Task One_of_a_subscription_goes_back_through_its_topic()
    {
        var (letters, _, bus) = Prepare();
        Assert.Equal(1, await letters.ReplayAsync("conversations/route", [3], Cancellation));
        Assert.Equal("conversations", Assert.Single(bus.Sent).Entity);
    }

    [Fact]
    public async Task A_purged_one_is_gone_and_goes_nowhere()
    {
        var (letters, client, bus) = Prepare();
        Assert.Equal(1, await letters.PurgeAsync("outcomes", [1], Cancellation));
        Assert.Empty(bus.Sent);
        Assert.Equal([2, 3, 4, 5, 6, 7], Waiting(client));
    }

    [Fact]
    public async Task What_was_not_wanted_is_given_back_and_what_is_not_there_is_not_counted()
    {
        var (letters, client, _) = Prepare();
        Assert.Equal(1, await letters.PurgeAsync("outcomes", [3, 99], Cancellation));
        Assert.Equal([1, 2, 4, 5, 6, 7], client.GivenBack.Order());
    }

    [Fact]
    public async Task It_looks_no_further_than_the_last_one_that_is_wanted()
    {
        var (letters, client, _) = Prepare();
        await letters.PurgeAsync("outcomes", [1], Cancellation);
        Assert.Equal([2], client.GivenBack);
    }

    private static ServiceBusReceivedMessage Letter(int number) => ServiceBusModelFactory.ServiceBusReceivedMessage(
        body: BinaryData.FromString("{}"), messageId: $"scored-{number}", correlationId: "conversation", sequenceNumber: number);

    private static IEnumerable<long> Waiting(RecordingServiceBus client) =>
        client.DeadLetters["outcomes"].Select(message => message.SequenceNumber);

    private static (AzureDeadLetters Letters, RecordingServiceBus Client, RecordingBus Bus) Prepare()
    {
        var (client, bus) = (new RecordingServiceBus(), new RecordingBus());
        client.DeadLetters["outcomes"] = [.. Enumerable.Range(1, 7).Select(Letter)];
        client.DeadLetters["conversations/route"] = [Letter(3)];
        return (new AzureDeadLetters(client, bus, TimeProvider.System), client, bus);
    }
}
