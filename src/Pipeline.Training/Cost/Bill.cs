namespace Pipeline.Training.Cost;

/// <summary>A month's bill, in dollars.</summary>
/// <param name="CustomerMessages">Customers' messages of the month.</param>
/// <param name="ServiceBus">Service Bus.</param>
/// <param name="Functions">Azure Functions.</param>
/// <param name="Tables">Table storage: transactions, and the first month of what they keep.</param>
/// <param name="Language">Azure AI Language.</param>
/// <param name="Logs">Log Analytics.</param>
public sealed record Bill(double CustomerMessages, double ServiceBus, double Functions, double Tables, double Language, double Logs)
{
    private const double Million = 1e6;
    private const double Gigabyte = 1e9;

    /// <summary>All of it.</summary>
    public double Total => ServiceBus + Functions + Tables + Language + Logs;

    /// <summary>For a million of customers' messages.</summary>
    public double PerMillion => Total / (CustomerMessages / Million);

    /// <summary>Prices what the path counted.</summary>
    /// <param name="traffic">What was replayed.</param>
    /// <param name="customerMessages">Customers' messages of the month.</param>
    /// <param name="functions">What the month makes each function do.</param>
    /// <param name="prices">Prices and assumptions.</param>
    /// <param name="languageRecords">Text records that a second opinion is asked for.</param>
    public static Bill Of(
        ReplayedTraffic traffic,
        double customerMessages,
        IReadOnlyList<FunctionMonth> functions,
        Prices prices,
        double languageRecords)
    {
        var months = customerMessages / traffic.CustomerMessages;
        return new(
            customerMessages,
            Bus(prices.ServiceBus, months * traffic.Tallies.Sum(tally => tally.BusOperations)),
            FunctionsFor(prices, functions.Sum(function => function.Executions), functions.Sum(function => function.ActiveSeconds), prices.Deployment.InstanceMegabytes),
            Table(prices.Tables, months * traffic.Tallies.Sum(tally => tally.TableTransactions), months * traffic.StoredBytes),
            Prices.Graduated(languageRecords / Million, prices.Language.Tiers),
            Log(prices, months * traffic.Tallies.Sum(tally => tally.Spans) * prices.Deployment.SpansKept, functions, traffic.MetricSeries));
    }

    /// <summary>What operations of Service Bus cost in a month.</summary>
    public static double Bus(BusPrices prices, double operations)
    {
        // The base covers the first millions; the steps of the price count from zero all the same.
        var included = Math.Min(operations / Million, prices.IncludedMillions);
        return prices.Base + Prices.Graduated(operations / Million, prices.Tiers) - Prices.Graduated(included, prices.Tiers);
    }

    /// <summary>What executions and active seconds cost in a month.</summary>
    public static double FunctionsFor(Prices prices, double executions, double activeSeconds, double megabytes)
    {
        var gigabyteSeconds = activeSeconds * megabytes / 1024;
        return (Math.Max(0, gigabyteSeconds - prices.Functions.FreeGigabyteSeconds) * prices.Functions.PerGigabyteSecond)
            + (Math.Max(0, (executions / Million) - prices.Functions.FreeMillionExecutions) * prices.Functions.PerMillionExecutions);
    }

    /// <summary>What transactions cost, and the bytes they keep for a month.</summary>
    public static double Table(TablePrices prices, double transactions, double bytes) =>
        (transactions / 10_000 * prices.PerTenThousand) + (bytes / Gigabyte * prices.PerGigabyteMonth);

    // Metrics are sent while an instance runs, and it runs on for some minutes after its work: it counts for all of the open time.
    private static double Log(Prices prices, double spans, IReadOnlyList<FunctionMonth> functions, int series)
    {
        var points = series * functions.Count * prices.Deployment.OpenHoursAMonth * 3600 / prices.Deployment.MetricSeconds;
        return LogsFor(prices.Logs, (spans * prices.Logs.BytesASpan) + (points * prices.Logs.BytesAMetricPoint));
    }

    /// <summary>What bytes of logs cost in a month.</summary>
    public static double LogsFor(LogPrices prices, double bytes) =>
        Math.Max(0, (bytes / Gigabyte) - prices.FreeGigabytes) * prices.PerGigabyte;
}
