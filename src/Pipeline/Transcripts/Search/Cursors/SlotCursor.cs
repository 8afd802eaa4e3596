using Pipeline.Ports;
using Pipeline.Transcripts.Search.Segments;

namespace Pipeline.Transcripts.Search.Cursors;

/// <summary>A word of a query: any of the terms that stand for it, on the side that is asked for.</summary>
internal sealed class SlotCursor(IReadOnlyList<TermCursor> terms, TextSide? side) : DocumentCursor
{
    /// <inheritdoc/>
    public override async ValueTask<int> SeekAsync(int target, CancellationToken cancellationToken)
    {
        for (; Current < target; target++)
        {
            var nearest = End;
            foreach (var term in terms)
            {
                nearest = Math.Min(nearest, await term.SeekAsync(target, cancellationToken));
            }

            if (nearest == End || side is null || terms.Any(term => term.Current == nearest && Segments.Positions.HasSide(term.Positions.Span, side.Value)))
            {
                return Current = nearest;
            }

            target = nearest;
        }

        return Current;
    }

    /// <summary>Adds the places where it occurs in the current conversation, ascending within each term.</summary>
    public void ReadPositions(List<int> positions)
    {
        foreach (var term in terms)
        {
            if (term.Current == Current)
            {
                Positions.Read(term.Positions.Span, positions);
            }
        }
    }
}
