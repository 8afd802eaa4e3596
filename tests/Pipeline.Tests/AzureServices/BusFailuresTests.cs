using Azure.Messaging.ServiceBus;
using Pipeline.AzureServices.Bus;
using Pipeline.Ports;

namespace Pipeline.Tests.AzureServices;

public sealed class BusFailuresTests
{
    [Theory]
    [InlineData(ServiceBusFailureReason.ServiceBusy)]
    [InlineData(ServiceBusFailureReason.ServiceTimeout)]
    [InlineData(ServiceBusFailureReason.ServiceCommunicationProblem)]
    [InlineData(ServiceBusFailureReason.QuotaExceeded)]
    [InlineData(ServiceBusFailureReason.MessagingEntityDisabled)]
    public async Task A_bus_that_takes_nothing_now_is_unavailable_to_who_sends(ServiceBusFailureReason reason)
    {
        var failure = new ServiceBusException("It said no.", reason);
        var bus = new AzureBus(new RecordingServiceBus { Failure = failure });
        var thrown = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => bus.SendAsync("captured", [Message()], TestContext.Current.CancellationToken));

        Assert.Same(failure, thrown.InnerException);
        Assert.Contains("captured", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ServiceBusFailureReason.MessagingEntityNotFound)]
    [InlineData(ServiceBusFailureReason.MessageSizeExceeded)]
    public async Task What_the_sender_did_wrong_is_an_argument_and_names_the_entity(ServiceBusFailureReason reason)
    {
        var bus = new AzureBus(new RecordingServiceBus { Failure = new ServiceBusException("It said no.", reason) });
        var thrown = await Assert.ThrowsAsync<ArgumentException>(
            () => bus.SendAsync("captured", [Message()], TestContext.Current.CancellationToken));
        Assert.Contains("captured", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_other_failure_stays_what_it_is() =>
        Assert.Null(BusFailures.Of(new ServiceBusException("?", ServiceBusFailureReason.GeneralError), "captured"));

    private static BusMessage Message() => new("1", "{}"u8.ToArray(), new Dictionary<string, string>(), "key");
}
