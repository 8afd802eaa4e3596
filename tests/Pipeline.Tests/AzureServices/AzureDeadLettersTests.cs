using Azure.Messaging.ServiceBus;
using Pipeline.AzureServices.Bus;
using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.AzureServices;

public sealed class AzureDeadLettersTests
{
    private readonly SettableClock _clock = new();
    private TimeSpan _lockedFor = TimeSpan.FromHours(1);

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

    [Fact]
    public async Task One_whose_lock_runs_out_after_it_was_sent_comes_again_and_is_only_removed()
    {
        var (letters, client, bus) = Prepare();
        client.LosesLock.Add(2);
        Assert.Equal(1, await letters.ReplayAsync("conversations/route", [3], Cancellation));
        Assert.Equal(2, await letters.ReplayAsync("outcomes", [2, 5], Cancellation));

        Assert.Equal([3L, 2L, 5L], bus.Sent.Select(sent => long.Parse(sent.Message.Id.Split("~replay")[1], null)));
        Assert.Equal([1, 3, 4, 6, 7], Waiting(client));
    }

    [Fact]
    public async Task The_search_ends_before_the_locks_of_what_is_held_run_out()
    {
        var (letters, client, _) = Prepare(lockedFor: TimeSpan.FromMinutes(1));
        client.BeforePage = () => _clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(0, await letters.PurgeAsync("outcomes", [7], Cancellation));
        Assert.Equal([1, 2], client.GivenBack.Order());
    }

    [Fact]
    public async Task An_id_that_is_as_long_as_ids_may_be_can_be_replayed()
    {
        var (letters, client, bus) = Prepare();
        client.DeadLetters["outcomes"] = [Letter(12, new string('x', BusMessage.MaxIdLength))];
        Assert.Equal(1, await letters.ReplayAsync("outcomes", [12], Cancellation));
        var id = Assert.Single(bus.Sent).Message.Id;
        Assert.Equal(BusMessage.MaxIdLength, id.Length);
        Assert.EndsWith("~replay12", id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_of_a_source_that_is_not_there_are_an_error_that_names_it()
    {
        var (letters, client, _) = Prepare();
        client.LookFailure = new ServiceBusException("404", ServiceBusFailureReason.MessagingEntityNotFound);
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => letters.ListAsync("outcomes", 0, 10, Cancellation));
        Assert.Contains("outcomes", thrown.Message, StringComparison.Ordinal);
    }

    private ServiceBusReceivedMessage Letter(int number) => Letter(number, $"scored-{number}");

    private ServiceBusReceivedMessage Letter(int number, string id) => ServiceBusModelFactory.ServiceBusReceivedMessage(
        body: BinaryData.FromString("{}"), messageId: id, correlationId: "conversation", sequenceNumber: number,
        lockedUntil: _clock.GetUtcNow() + _lockedFor);

    private static IEnumerable<long> Waiting(RecordingServiceBus client) =>
        client.DeadLetters["outcomes"].Select(message => message.SequenceNumber);

    private (AzureDeadLetters Letters, RecordingServiceBus Client, RecordingBus Bus) Prepare(TimeSpan? lockedFor = null)
    {
        _lockedFor = lockedFor ?? _lockedFor;
        var (client, bus) = (new RecordingServiceBus(), new RecordingBus());
        client.DeadLetters["outcomes"] = [.. Enumerable.Range(1, 7).Select(Letter)];
        client.DeadLetters["conversations/route"] = [Letter(3)];
        return (new AzureDeadLetters(client, bus, _clock), client, bus);
    }
}
