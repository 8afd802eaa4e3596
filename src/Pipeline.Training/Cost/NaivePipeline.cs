namespace Pipeline.Training.Cost;

/// <summary>
/// The pipeline that is often built first, on the same traffic: five stages with a queue each, one message at a time, a write by each stage,
/// 2 GB instances, every span kept, and three calls of Azure AI Language for each customer's message (sentiment, personal data, key phrases).
/// </summary>
public static class NaivePipeline
{
    private const int Hops = 5;
    private const int OperationsAHop = 3;
    private const int Features = 3;
    private const double InstanceMegabytes = 2048;
    private const double LogBytesAMessage = 6000;
    private const double StoredBytesAMessage = 5000;

    /// <summary>A month's bill.</summary>
    /// <param name="traffic">What was replayed: how many messages come, and how long.</param>
    /// <param name="customerMessages">Customers' messages of the month.</param>
    /// <param name="isShared">Whether executions share an active instance; otherwise each is alone on one, as with little traffic.</param>
    /// <param name="prices">Prices and assumptions.</param>
    public static Bill Price(ReplayedTraffic traffic, double customerMessages, bool isShared, Prices prices)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        ArgumentNullException.ThrowIfNull(prices);
        var messages = customerMessages * traffic.Webhooks / traffic.CustomerMessages;
        var executions = messages * (Hops + 1);
        const double Sharing = 16; // maxConcurrentCalls of the Service Bus extension, where nothing else is set.
        var seconds = executions * prices.Functions.MinimumMilliseconds / 1000 / (isShared ? Sharing : 1);
        var records = customerMessages / traffic.CustomerMessages * traffic.CustomerTexts.Sum(text => text.Records) * Features;
        return new(
            customerMessages,
            Bill.Bus(prices.ServiceBus, messages * Hops * OperationsAHop),
            Bill.FunctionsFor(prices, executions, seconds, InstanceMegabytes),
            Bill.Table(prices.Tables, messages * Hops, messages * StoredBytesAMessage),
            Prices.Graduated(records / 1e6, prices.Language.Tiers),
            Bill.LogsFor(prices.Logs, messages * LogBytesAMessage));
    }
}
