namespace Pipeline.Messages;

/// <summary>A hash that is the same on every machine and in every version: what it decides stays decided.</summary>
public static class StableHash
{
    /// <summary>FNV-1a, 64 bits, over UTF-16 code units, with a last mixing so that the low bits are as good as the high ones.</summary>
    public static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;
        return hash ^ (hash >> 33);
    }
}
