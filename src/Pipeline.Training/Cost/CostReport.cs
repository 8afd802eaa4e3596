using System.Globalization;
using System.Text;

namespace Pipeline.Training.Cost;

/// <summary>The figures as Markdown: what each stage counts, and what it costs at each volume.</summary>
/// <param name="traffic">What was replayed.</param>
/// <param name="prices">Prices and assumptions.</param>
/// <param name="maxBatch">host.json's <c>maxMessageBatchSize</c>.</param>
/// <param name="recordsPerHour">The budget of a second opinion, in text records an hour.</param>
public sealed class CostReport(ReplayedTraffic traffic, Prices prices, int maxBatch, double recordsPerHour)
{
    private const int Seed = 20261126;

    /// <summary>Service Bus operations for a customer's message, of all stages.</summary>
    public double BusOperations => PerCustomerMessage(traffic.Tallies.Sum(tally => tally.BusOperations));

    /// <summary>Table transactions for a customer's message, of all stages.</summary>
    public double TableTransactions => PerCustomerMessage(traffic.Tallies.Sum(tally => tally.TableTransactions));

    /// <summary>Writes it.</summary>
    /// <param name="volumes">Customers' messages a month.</param>
    public string Write(IReadOnlyList<double> volumes)
    {
        var text = new StringBuilder();
        WriteCounts(text);
        foreach (var volume in volumes)
        {
            WriteVolume(text, volume);
        }

        WriteThroughput(text);
        return text.ToString();
    }

    /// <summary>A month's bill.</summary>
    /// <param name="customerMessages">Customers' messages of the month.</param>
    /// <param name="functions">What the month makes each function do.</param>
    /// <param name="withSecondOpinion">Whether Azure AI Language is asked for second opinions, as far as its budget goes.</param>
    public Bill Price(double customerMessages, IReadOnlyList<FunctionMonth> functions, bool withSecondOpinion) => Bill.Of(
        traffic,
        customerMessages,
        functions,
        prices,
        withSecondOpinion ? Math.Min(UnsureRecords(customerMessages), recordsPerHour * prices.Deployment.OpenHoursAMonth * ScoreInstances(functions)) : 0);

    /// <summary>What a month makes each function do.</summary>
    public IReadOnlyList<FunctionMonth> Play(double customerMessages) =>
        new TrafficModel(traffic, prices, maxBatch, Seed).Play(customerMessages);

    private double UnsureRecords(double customerMessages) =>
        customerMessages / traffic.CustomerMessages * traffic.CustomerTexts.Where(text => text.IsUnsure).Sum(text => (double)text.Records);

    // Each process has a budget of its own.
    private static double ScoreInstances(IReadOnlyList<FunctionMonth> functions) =>
        Math.Max(1, Math.Ceiling(functions.Single(function => function.Stage == "Score").Busy));

    private void WriteCounts(StringBuilder text)
    {
        Line(text, $"{traffic.Conversations.Count} conversations, {traffic.Webhooks} webhooks, {traffic.CustomerMessages} of them customers' messages. For one customer's message, all that belongs to it counted:");
        Line(text, $"");
        Line(text, $"| stage | runs | Service Bus operations | table reads | queries | writes | platform calls | spans | own time, ms |");
        Line(text, $"| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var tally in traffic.Tallies)
        {
            Line(text, $"| {tally.Name} | {Each(tally.Messages)} | {Each(tally.BusOperations)} | {Each(tally.TableReads)} | {Each(tally.TableQueries)} | {Each(tally.TableWrites)} | {Each(tally.PlatformCalls)} | {Each(tally.Spans)} | {OwnMilliseconds(tally.Name):F2} |");
        }

        Line(text, $"| all | | **{BusOperations:F2}** | {Each(traffic.Tallies.Sum(tally => tally.TableReads))} | {Each(traffic.Tallies.Sum(tally => tally.TableQueries))} | {Each(traffic.Tallies.Sum(tally => tally.TableWrites))} (**{TableTransactions:F2}** in all) | {Each(traffic.Tallies.Sum(tally => tally.PlatformCalls))} | {Each(traffic.Tallies.Sum(tally => tally.Spans))} | |");
        Line(text, $"");
        Line(text, $"Rows kept: {PerCustomerMessage(traffic.StoredBytes) / 1024:F1} KiB for a customer's message. The local model is unsure about {PerCustomerMessage(traffic.CustomerTexts.Count(text => text.IsUnsure)):P1} of them: these a second opinion would be asked for, as far as its budget goes.");
    }

    private void WriteVolume(StringBuilder text, double volume)
    {
        var functions = Play(volume);
        Line(text, $"");
        Line(text, $"### {volume / 1e6:0.##} million customers' messages a month");
        Line(text, $"");
        Line(text, $"| function | executions a month | messages in a batch | billed seconds a month | busy |");
        Line(text, $"| --- | --- | --- | --- | --- |");
        foreach (var function in functions)
        {
            Line(text, $"| {function.Stage} | {function.Executions / 1e6:F2} M | {function.MeanBatch:F2} | {function.ActiveSeconds:N0} | {function.Busy:P1} |");
        }

        Line(text, $"");
        Line(text, $"| dollars a month | Service Bus | Functions | Tables | Language | Logs | all | for a million |");
        Line(text, $"| --- | --- | --- | --- | --- | --- | --- | --- |");
        WriteBill(text, "local analyser", Price(volume, functions, withSecondOpinion: false));
        WriteBill(text, "and second opinions, by their default budget", Price(volume, functions, withSecondOpinion: true));
        WriteBill(text, "naive, instances shared", NaivePipeline.Price(traffic, volume, isShared: true, prices));
        WriteBill(text, "naive, each execution alone", NaivePipeline.Price(traffic, volume, isShared: false, prices));
    }

    // Half of a limit is planned for: traffic comes in waves, and redeliveries and timers want their share.
    private void WriteThroughput(StringBuilder text)
    {
        const double Headroom = 0.5;
        var namespaces = prices.Limits.NamespaceOperationsASecond * Headroom / BusOperations;
        var accounts = prices.Limits.AccountTransactionsASecond * Headroom / TableTransactions;
        Line(text, $"");
        Line(text, $"### Throughput");
        Line(text, $"");
        Line(text, $"At half of its limit, one Standard namespace carries {namespaces:F0} and one storage account {accounts:F0} customers' messages a second, with all that belongs to them.");
        Line(text, $"");
        Line(text, $"| customers' messages a second | namespaces | storage accounts | processors, stage by stage |");
        Line(text, $"| --- | --- | --- | --- |");
        foreach (var rate in (double[])[10, 100, 1000, 10_000, 100_000])
        {
            var processors = traffic.Tallies.Select(tally => FormattableString.Invariant(
                $"{tally.Name} {rate * PerCustomerMessage(tally.Messages) * OwnMilliseconds(tally.Name) / 1000:0.##}"));
            Line(text, $"| {rate:N0} | {Math.Ceiling(rate / namespaces)} | {Math.Ceiling(rate / accounts)} | {string.Join(", ", processors)} |");
        }
    }

    private static void WriteBill(StringBuilder text, string name, Bill bill) => Line(
        text,
        $"| {name} | {bill.ServiceBus:F2} | {bill.Functions:F2} | {bill.Tables:F2} | {bill.Language:F2} | {bill.Logs:F2} | {bill.Total:F2} | **{bill.PerMillion:F2}** |");

    private double PerCustomerMessage(double amount) => amount / traffic.CustomerMessages;

    private string Each(long count) => PerCustomerMessage(count).ToString("F2", CultureInfo.InvariantCulture);

    private double OwnMilliseconds(string stage)
    {
        var times = traffic.Conversations.SelectMany(conversation => conversation).SelectMany(webhook => webhook.Invocations)
            .Where(invocation => invocation.Stage == stage).Select(invocation => invocation.Work.Own.TotalMilliseconds).ToList();
        return times.Count == 0 ? 0 : times.Average();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
}
