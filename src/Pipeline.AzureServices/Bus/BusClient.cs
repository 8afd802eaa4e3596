using Azure.Messaging.ServiceBus;

namespace Pipeline.AzureServices.Bus;

/// <summary>How the client of Service Bus behaves when the service does not.</summary>
internal static class BusClient
{
    /// <summary>
    /// Three more tries, each of them ten seconds at most: less than the minute for which a message is locked, and a webhook's platform waits
    /// no longer either. By itself the client would try for a minute each time. When the service says that it is busy, the client waits ten
    /// seconds whatever stands here.
    /// </summary>
    public static ServiceBusClientOptions Options() => new()
    {
        RetryOptions = new ServiceBusRetryOptions
        {
            Mode = ServiceBusRetryMode.Exponential,
            MaxRetries = 3,
            Delay = TimeSpan.FromSeconds(0.5),
            MaxDelay = TimeSpan.FromSeconds(4),
            TryTimeout = TimeSpan.FromSeconds(10),
        },
    };
}
