using FsCheck;
using FsCheck.Fluent;

namespace Pipeline.Tests.Sqlite;

/// <summary>
/// What a random change does to a row; <see cref="Stale"/> says whether it names the row's present ETag or its first one.
/// </summary>
public sealed record RandomChange(char What, string RowKey, bool Stale, object? Value);

/// <summary>One step of a random life of tables.</summary>
public abstract record TableStep
{
    // Neighbours in one order of characters or another, and a partition key that runs into row keys.
    private static readonly string[] RowKeys = ["", "a", "aa", "b", "B", "é", "\uD83C\uDF89", "\uE000", "\uFF5E"];

    private static readonly string[] PartitionKeys = ["p", "pa", "b", "\uD83C\uDF89", "\uE000"];
    private static readonly object?[] Values =
    [
        "", "a", "\uD83C", "é🎉", true, false, 0, -1, 1, 1L, long.MaxValue, 0.0, -0.5, double.NaN, null,
        new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(3)),
    ];

    public sealed record Apply(string PartitionKey, RandomChange[] Changes) : TableStep
    {
        public override string ToString() => $"Apply to {PartitionKey}: {string.Join(", ", Changes.Select(change => change.ToString()))}";
    }

    public sealed record Query(string PartitionKey, string? From, string? Before, object? Value, int MaxRows) : TableStep;

    public sealed record Scan(int MaxRows) : TableStep;

    public sealed record Reopen : TableStep;

    /// <summary>Random lives. A failing one is cut down to steps that are needed to fail.</summary>
    public static Arbitrary<TableStep[]> Lives() => Arb.From(Gen.ArrayOf(Steps()), Shorter);

    private static Gen<TableStep> Steps()
    {
        var partitionKey = Gen.Elements(PartitionKeys);
        var change = from what in Gen.Elements('i', 'r', 'u', 'd', 'D')
                     from rowKey in Gen.Elements(RowKeys)
                     from stale in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
                     from value in Gen.Elements(Values)
                     select new RandomChange(what, rowKey, stale, value);
        var bound = Gen.Elements<string?>([null, .. RowKeys, "z/"]);
        return Gen.Frequency(
            (8, from key in partitionKey
                from count in Gen.Choose(1, 4)
                from changes in Gen.ArrayOf(change, count)
                select (TableStep)new Apply(key, [.. changes.DistinctBy(one => one.RowKey)])),
            (4, from key in partitionKey
                from start in bound
                from end in bound
                from value in Gen.Elements<object?>([null, null, .. Values])
                from max in Gen.Choose(1, 5)
                select (TableStep)new Query(key, start, end, value, max)),
            (2, from max in Gen.Choose(1, 5)
                select (TableStep)new Scan(max)),
            (1, Gen.Constant<TableStep>(new Reopen())));
    }

    private static IEnumerable<TableStep[]> Shorter(TableStep[] life)
    {
        for (var size = life.Length / 2; size > 0; size /= 2)
        {
            for (var start = 0; start + size <= life.Length; start += size)
            {
                yield return [.. life[..start], .. life[(start + size)..]];
            }
        }
    }
}
