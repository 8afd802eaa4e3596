namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>All damaged requests there are: one for each seed and number.</summary>
internal static class FuzzCases
{
    /// <summary>Makes the request of a number: three of four are webhooks.</summary>
    public static FuzzCase Make(int seed, int number, IReadOnlyList<string> keys)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        return random.Next(4) > 0 ? WebhookCases.Make(random, number) : QueryCases.Make(random, number, keys);
    }
}
