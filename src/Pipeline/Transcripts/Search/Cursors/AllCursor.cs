namespace Pipeline.Transcripts.Search.Cursors;

/// <summary>The conversations that every part matches: each part leaps to where the others stand.</summary>
internal class AllCursor(IReadOnlyList<DocumentCursor> parts) : DocumentCursor
{
    /// <inheritdoc/>
    public override async ValueTask<int> SeekAsync(int target, CancellationToken cancellationToken)
    {
        while (Current < target)
        {
            var (candidate, agreed) = (target, 0);
            for (var index = 0; agreed < parts.Count; index = (index + 1) % parts.Count)
            {
                var found = await parts[index].SeekAsync(candidate, cancellationToken);
                if (found == End)
                {
                    return Current = End;
                }

                (candidate, agreed) = found == candidate ? (candidate, agreed + 1) : (found, 1);
            }

            if (await HoldsAsync(candidate, cancellationToken))
            {
                return Current = candidate;
            }

            target = candidate + 1;
        }

        return Current;
    }

    /// <summary>What else must hold of a conversation that all parts stand at.</summary>
    protected virtual ValueTask<bool> HoldsAsync(int candidate, CancellationToken cancellationToken) => ValueTask.FromResult(true);
}

/// <summary>The conversations that every part matches and none of the excluded ones.</summary>
internal sealed class ExceptCursor(IReadOnlyList<DocumentCursor> parts, IReadOnlyList<DocumentCursor> excluded) : AllCursor(parts)
{
    /// <inheritdoc/>
    protected override async ValueTask<bool> HoldsAsync(int candidate, CancellationToken cancellationToken)
    {
        foreach (var cursor in excluded)
        {
            if (await cursor.SeekAsync(candidate, cancellationToken) == candidate)
            {
                return false;
            }
        }

        return true;
    }
}
