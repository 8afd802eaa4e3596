using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Training.Cost;

/// <summary>A step of a graduated price.</summary>
/// <param name="PerMillion">Dollars for a million.</param>
/// <param name="UpToMillions">Where the step ends, in millions a month; null for the last one.</param>
public sealed record PriceTier(double PerMillion, double? UpToMillions = null);

/// <summary>Service Bus Standard.</summary>
/// <param name="Base">Dollars a month.</param>
/// <param name="IncludedMillions">Operations within the base, in millions.</param>
/// <param name="Tiers">Dollars for operations beyond.</param>
public sealed record BusPrices(double Base, double IncludedMillions, IReadOnlyList<PriceTier> Tiers);

/// <summary>Azure Functions, Flex Consumption.</summary>
/// <param name="PerGigabyteSecond">Dollars for a GB-second on demand.</param>
/// <param name="PerMillionExecutions">Dollars for a million executions.</param>
/// <param name="FreeGigabyteSeconds">Free each month.</param>
/// <param name="FreeMillionExecutions">Free each month, in millions.</param>
/// <param name="MinimumMilliseconds">The shortest active period that is billed.</param>
/// <param name="StepMilliseconds">What longer ones are rounded up to.</param>
/// <param name="AlwaysReadyPerGigabyteSecond">Dollars for a GB-second of an instance that is kept ready.</param>
public sealed record FunctionsPrices(
    double PerGigabyteSecond,
    double PerMillionExecutions,
    double FreeGigabyteSeconds,
    double FreeMillionExecutions,
    double MinimumMilliseconds,
    double StepMilliseconds,
    double AlwaysReadyPerGigabyteSecond);

/// <summary>Table storage.</summary>
/// <param name="PerTenThousand">Dollars for ten thousand transactions.</param>
/// <param name="PerGigabyteMonth">Dollars for a gigabyte kept for a month.</param>
public sealed record TablePrices(double PerTenThousand, double PerGigabyteMonth);

/// <summary>Azure AI Language.</summary>
/// <param name="Tiers">Dollars for text records.</param>
public sealed record LanguagePrices(IReadOnlyList<PriceTier> Tiers);

/// <summary>Log Analytics, and how large telemetry is taken to be.</summary>
/// <param name="PerGigabyte">Dollars for a gigabyte.</param>
/// <param name="FreeGigabytes">Free each month.</param>
/// <param name="BytesASpan">Bytes of a span of a trace.</param>
/// <param name="BytesAMetricPoint">Bytes of one value of one series.</param>
public sealed record LogPrices(double PerGigabyte, double FreeGigabytes, double BytesASpan, double BytesAMetricPoint);

/// <summary>What one of a service carries.</summary>
/// <param name="NamespaceOperationsASecond">Operations a second of a Service Bus namespace.</param>
/// <param name="AccountTransactionsASecond">Transactions a second of a storage account.</param>
public sealed record ServiceLimits(double NamespaceOperationsASecond, double AccountTransactionsASecond);

/// <summary>What the deployment sets.</summary>
/// <param name="OpenHoursAMonth">The hours of a month in which customers write.</param>
/// <param name="InstanceMegabytes">The memory of an instance.</param>
/// <param name="ProcessorShare">The share of a processor that an instance has: own times are measured on a whole one.</param>
/// <param name="SpansKept">The share of traces that is kept, 0 to 1.</param>
/// <param name="MetricSeconds">How often metrics are sent.</param>
public sealed record DeploymentFigures(double OpenHoursAMonth, double InstanceMegabytes, double ProcessorShare, double SpansKept, double MetricSeconds);

/// <summary>Prices and assumptions: <c>prices.json</c>, which says where each comes from, or a file like it.</summary>
public sealed record Prices(
    BusPrices ServiceBus,
    FunctionsPrices Functions,
    TablePrices Tables,
    LanguagePrices Language,
    LogPrices Logs,
    Latencies Latencies,
    ServiceLimits Limits,
    DeploymentFigures Deployment)
{
    /// <summary>The prices that come with the tool.</summary>
    public static Prices Default()
    {
        using var file = typeof(Prices).Assembly.GetManifestResourceStream("Pipeline.Training.Cost.prices.json")!;
        return JsonSerializer.Deserialize(file, PricesJson.Default.Prices)!;
    }

    /// <summary>Reads a file of prices.</summary>
    /// <exception cref="PricesException">It cannot be read, or lacks a part; the message names the file and what is wrong.</exception>
    public static Prices Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize(file, PricesJson.Default.Prices)
                ?? throw new PricesException($"The file of prices '{path}' is empty.");
        }
        catch (JsonException exception)
        {
            throw new PricesException($"The file of prices '{path}': {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PricesException($"The file of prices '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The price of an amount on a graduated scale.</summary>
    public static double Graduated(double millions, IReadOnlyList<PriceTier> tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        var (price, from) = (0.0, 0.0);
        foreach (var tier in tiers)
        {
            var to = Math.Min(millions, tier.UpToMillions ?? double.PositiveInfinity);
            price += Math.Max(0, to - from) * tier.PerMillion;
            from = tier.UpToMillions ?? from;
        }

        return price;
    }
}

/// <summary>A file of prices cannot be used; the message says why.</summary>
public sealed class PricesException(string message, Exception? inner = null) : Exception(message, inner);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Prices))]
internal sealed partial class PricesJson : JsonSerializerContext;
