using System.Globalization;
using Pipeline.Messages;

namespace Pipeline.Quality.Indicators;

/// <summary>The place of a row of the table of indicators.</summary>
/// <param name="PartitionKey">The partition.</param>
/// <param name="RowKey">The row.</param>
internal readonly record struct IndicatorPlace(string PartitionKey, string RowKey);

/// <summary>
/// The rows of the table of indicators. A day's conversations lie in a few buckets, each with a mark that is written anew after any of its rows
/// changed: the versions of a day's marks are the version of the day. A roll-up says which version it was made from.
/// </summary>
internal static class IndicatorRows
{
    /// <summary>How many buckets a day has: no partition is hot.</summary>
    public const int Buckets = 4;

    /// <summary>What a conversation brings.</summary>
    public const string ContributionPrefix = "c~";

    /// <summary>A note beside a conversation that its customer may have come back: whether they did is asked when the day is made.</summary>
    public const string ReturnPrefix = "r~";

    /// <summary>What is left of a conversation that was erased, numbered: nothing leads from it to the conversation.</summary>
    public const string ForgottenPrefix = "f~";

    /// <summary>The property of a note of a return that is certain: the conversation that followed was erased since.</summary>
    public const string Certain = "Certain";

    public static string DayText(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static DateOnly ReadDay(string text) => DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture);

    public static IEnumerable<int> AllBuckets => Enumerable.Range(0, Buckets);

    public static int BucketOf(string conversationKey) => (int)(StableHash.Of(conversationKey) % Buckets);

    public static string DayPartition(DateOnly day, int bucket) => string.Create(CultureInfo.InvariantCulture, $"day~{DayText(day)}~{bucket}");

    public static IndicatorPlace Contribution(DateOnly day, string key) => new(DayPartition(day, BucketOf(key)), ContributionPrefix + key);

    public static IndicatorPlace Return(DateOnly day, string key) => new(DayPartition(day, BucketOf(key)), ReturnPrefix + key);

    public static string MarkPartition(int bucket) => string.Create(CultureInfo.InvariantCulture, $"mark~{bucket}");

    public static IndicatorPlace Mark(DateOnly day, string key) => new(MarkPartition(BucketOf(key)), DayText(day));

    /// <summary>Which rows of a conversation may stand.</summary>
    public static IndicatorPlace Note(string key) => new($"of~{key}", "places");

    public static string CustomerPartition(string customer) => $"customer~{customer}";

    /// <summary>A contact of a customer, by its beginning.</summary>
    public static IndicatorPlace Contact(string customer, DateTimeOffset startedAt, string key) =>
        new(CustomerPartition(customer), string.Create(CultureInfo.InvariantCulture, $"{startedAt.UtcTicks:D19}~{key}"));

    public static string RollUpPartition(RollUpScope scope) => scope.Brand is null ? "rollup~all" : $"rollup~brand~{ConversationKeys.Safe(scope.Brand)}";

    public static string RollUpRow(Dimension dimension, DateOnly day) => $"{dimension}~{DayText(day)}";
}
