namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>When rows end and segments are made. Tests take small ones, so that a few conversations make many rows.</summary>
/// <param name="LeafBytes">The size at which a leaf ends.</param>
/// <param name="BlockSize">How many conversations a row of a segment's list of conversations has.</param>
/// <param name="FlushAtLeast">How many recent rows make a segment; also the smallest size of the merge policy.</param>
/// <param name="FlushAtMost">How many recent rows go into one segment.</param>
public sealed record SearchSizes(int LeafBytes, int BlockSize, int FlushAtLeast, int FlushAtMost)
{
    /// <summary>
    /// A leaf of 16,000 bytes is a row of 21,000 characters; 512 conversations are about half of that. A hundred recent rows are looked through in a
    /// few milliseconds; as many rows are deleted in one batch.
    /// </summary>
    public static SearchSizes Default { get; } = new(16_000, 512, 100, 1000);
}
