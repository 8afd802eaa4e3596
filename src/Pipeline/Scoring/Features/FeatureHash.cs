namespace Pipeline.Scoring.Features;

/// <summary>
/// Turns what was read into the id of a feature: FNV-1a over its characters, with the finish of MurmurHash3 so that the low bits, which choose
/// the row of a table, depend on all of them. Part of the models: another hash needs other weights.
/// </summary>
internal static class FeatureHash
{
    private const uint Prime = 16777619;

    /// <summary>Begins a hash; each kind of feature has a seed of its own.</summary>
    public static uint Begin(uint seed) => (2166136261 ^ seed) * Prime;

    /// <summary>Takes in a character.</summary>
    public static uint Add(uint hash, char character) => (hash ^ character) * Prime;

    /// <summary>Takes in another hash or number.</summary>
    public static uint Add(uint hash, uint value) => (((hash ^ (value & 0xFFFF)) * Prime) ^ (value >> 16)) * Prime;

    /// <summary>Takes in all characters of a word.</summary>
    public static uint Add(uint hash, ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            hash = Add(hash, character);
        }

        return hash;
    }

    /// <summary>The id.</summary>
    public static uint Finish(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
