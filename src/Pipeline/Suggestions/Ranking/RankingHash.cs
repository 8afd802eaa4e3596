namespace Pipeline.Suggestions.Ranking;

/// <summary>
/// Turns what was read into a number: FNV-1a, finished as MurmurHash3 does so that low bits depend on all. Part of the model: another hash
/// needs another training.
/// </summary>
internal static class RankingHash
{
    private const uint Prime = 16777619;

    /// <summary>The hash of nothing yet, for one kind of feature.</summary>
    public static uint Begin(uint kind) => (2166136261 ^ kind) * Prime;

    /// <summary>Takes in a character.</summary>
    public static uint Add(uint hash, char character) => (hash ^ character) * Prime;

    /// <summary>Takes in another hash.</summary>
    public static uint Add(uint hash, uint value) => (((hash ^ (value & 0xFFFF)) * Prime) ^ (value >> 16)) * Prime;

    /// <summary>The number of the feature.</summary>
    public static uint Finish(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }

    /// <summary>The number of a feature of one part.</summary>
    public static uint Of(uint kind, uint first) => Finish(Add(Begin(kind), first));

    /// <summary>The number of a feature of two parts.</summary>
    public static uint Of(uint kind, uint first, uint second) => Finish(Add(Add(Begin(kind), first), second));

    /// <summary>The number of a feature of three parts.</summary>
    public static uint Of(uint kind, uint first, uint second, uint third) => Finish(Add(Add(Add(Begin(kind), first), second), third));
}
