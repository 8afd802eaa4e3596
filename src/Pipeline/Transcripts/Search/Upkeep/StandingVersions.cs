using Pipeline.Ports;
using Pipeline.Transcripts.Search.Segments;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>A version of a conversation in a segment.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Ordinal">Its number in it.</param>
/// <param name="Document">The version.</param>
internal readonly record struct StandingVersion(int Segment, int Ordinal, SegmentDocument Document);

/// <summary>Finds the versions of conversations that segments hold and that count.</summary>
internal sealed class StandingVersions(ITables tables, IndexReading index)
{
    private readonly Dictionary<int, SegmentReader> _readers = [];

    /// <summary>The versions of a conversation: none or one, unless a crash left more to be taken out.</summary>
    public async Task<List<StandingVersion>> FindAsync(StandingPlace place, CancellationToken cancellationToken)
    {
        var found = new List<StandingVersion>();
        foreach (var time in place.Times)
        {
            foreach (var segment in index.State.Segments.Where(segment => segment.NewestTime <= time && time <= segment.OldestTime))
            {
                if (await FindAsync(segment, new(time, place.Key), cancellationToken) is { } version)
                {
                    found.Add(version);
                }
            }
        }

        return found;
    }

    private async Task<StandingVersion?> FindAsync(SegmentInfo segment, DocumentPlace place, CancellationToken cancellationToken)
    {
        if (!_readers.TryGetValue(segment.Id, out var reader))
        {
            _readers[segment.Id] = reader = new SegmentReader(tables, segment);
        }

        var ordinal = await reader.OrdinalAsync(place, cancellationToken);
        if (ordinal >= segment.Documents || Array.BinarySearch(index.Gone.GetValueOrDefault(segment.Id) ?? [], ordinal) >= 0)
        {
            return null;
        }

        await reader.LoadAsync([ordinal], cancellationToken);
        var document = reader.Document(ordinal);
        return document.Place == place ? new StandingVersion(segment.Id, ordinal, document) : null;
    }
}
