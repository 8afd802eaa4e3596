using Pipeline.Ports;

namespace Pipeline.Suggestions.Editing;

/// <summary>
/// Changes the texts of a library. A new text and each change of one is a draft until a peer of its author approves it; the version that was
/// in force stays so until then. Each change keeps the version before it.
/// </summary>
public sealed class LibraryEditor<TText, T>(EditedTable<TText, T> table, ITables tables, TimeProvider clock)
    where TText : EditedText
    where T : class, IEdited<TText>
{
    private const string Origin = "the request";

    /// <summary>What kind of texts these are.</summary>
    public EditedTable<TText, T> Table => table;

    /// <summary>A text; null when there is none such.</summary>
    public async Task<StoredText<TText, T>?> FindAsync(string language, string id, CancellationToken cancellationToken) =>
        await tables.ReadAsync(table.Name, language, id, cancellationToken) is { } row ? table.Read(row) : null;

    /// <summary>Every text of a language, by id. A row that holds no valid text is left out: the library's log tells of it.</summary>
    public async Task<IReadOnlyList<StoredText<TText, T>>> ListAsync(string language, CancellationToken cancellationToken)
    {
        List<StoredText<TText, T>> texts = [];
        await foreach (var row in table.ReadRowsAsync(tables, language, cancellationToken))
        {
            try
            {
                texts.Add(table.Read(row));
            }
            catch (InvalidTextException)
            {
                // Whoever lists a library wants the others.
            }
        }

        return texts;
    }

    /// <summary>The versions that came before the newest, oldest first.</summary>
    public Task<IReadOnlyList<T>> HistoryAsync(string language, string id, CancellationToken cancellationToken) =>
        table.ReadHistoryAsync(tables, language, id, cancellationToken);

    /// <summary>Adds a text as a draft.</summary>
    /// <exception cref="InvalidTextException">A field of it is wrong.</exception>
    public async Task<EditResult<TText, T>> ProposeAsync(TText text, string author, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var draft = table.Check(Draft(text, author, 1, now, now), Origin);
        return await ApplyAsync(draft, null, [new TableChange.Insert(table.Write(draft))], EditRefusal.Exists, cancellationToken);
    }

    /// <summary>Adds a version of a text as a draft; what is in force stays so until it is approved.</summary>
    /// <exception cref="InvalidTextException">A field of it is wrong.</exception>
    public async Task<EditResult<TText, T>> ChangeAsync(
        TText text, StoredText<TText, T> stored, string author, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = stored.Newest.Written;
        var draft = table.Check(Draft(text, author, before.Version!.Value + 1, before.CreatedAt, now), Origin);
        var inForce = stored.InForce(Day(now));
        return await ApplyAsync(
            draft,
            inForce,
            [
                new TableChange.Replace(table.Write(draft, inForce), stored.ETag),
                new TableChange.Upsert(table.WritePast(stored.Newest)),
            ],
            EditRefusal.Changed,
            cancellationToken);
    }

    /// <summary>Approves the draft, which another must have written.</summary>
    public async Task<EditResult<TText, T>> ApproveAsync(StoredText<TText, T> stored, string peer, CancellationToken cancellationToken)
    {
        var draft = stored.Newest.Written;
        if (draft.Status != EditingStatus.Draft)
        {
            return new(null, EditRefusal.NoDraft);
        }

        if (string.Equals(draft.Author, peer, StringComparison.OrdinalIgnoreCase))
        {
            return new(null, EditRefusal.OwnText);
        }

        var approved = table.Check(draft with { ApprovedBy = peer }, Origin);

        // What was in force stays so until the first day of the new version.
        var before = draft.ValidFrom > Day(clock.GetUtcNow()) ? stored.Before : null;
        return await ApplyAsync(
            approved, before, [new TableChange.Replace(table.Write(approved, before), stored.ETag)], EditRefusal.Changed, cancellationToken);
    }

    /// <summary>Takes the text back, whatever its state; it stays readable.</summary>
    public async Task<EditResult<TText, T>> RetireAsync(StoredText<TText, T> stored, string by, CancellationToken cancellationToken)
    {
        if (stored.Newest.Written.Status == EditingStatus.Retired)
        {
            return new(null, EditRefusal.Retired);
        }

        var retired = table.Check(stored.Newest.Written with { RetiredAt = clock.GetUtcNow(), RetiredBy = by }, Origin);
        return await ApplyAsync(
            retired, null, [new TableChange.Replace(table.Write(retired), stored.ETag)], EditRefusal.Changed, cancellationToken);
    }

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static TText Draft(TText text, string author, int version, DateTimeOffset? createdAt, DateTimeOffset now) => text with
    {
        Version = version,
        Author = author,
        ApprovedBy = null,
        CreatedAt = createdAt,
        ChangedAt = now,
        RetiredAt = null,
        RetiredBy = null,
    };

    private async Task<EditResult<TText, T>> ApplyAsync(
        T newest, T? before, IReadOnlyList<TableChange> changes, EditRefusal conflict, CancellationToken cancellationToken)
    {
        try
        {
            var tags = await tables.ApplyAsync(table.Name, newest.Written.Language!, changes, cancellationToken);
            return new(new(newest, before, tags[0]!));
        }
        catch (TableConflictException)
        {
            return new(null, conflict);
        }
    }
}
