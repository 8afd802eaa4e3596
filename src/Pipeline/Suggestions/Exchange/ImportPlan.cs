using System.Globalization;
using System.Text.Json;
using Pipeline.Ports;
using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Exchange;

/// <summary>Decides what becomes of one text of a file.</summary>
internal sealed class ImportPlan<TText, T>(EditedTable<TText, T> table, string importer, bool mayApprove, DateTimeOffset now)
    where TText : EditedText
    where T : class, IEdited<TText>
{
    /// <summary>The change it needs, or what is wrong; neither when it stays as it is.</summary>
    public (PlannedChange<TText, T>? Change, FieldProblem? Problem) For(TText text, StoredText<TText, T>? stored)
    {
        if (stored is null)
        {
            return (new(Taken(text, null), null, null), null);
        }

        var before = stored.Newest.Written;
        var version = text.Version ?? before.Version!.Value;
        if (version < before.Version)
        {
            return (null, new("version", string.Create(
                CultureInfo.InvariantCulture,
                $"the library has version {before.Version} by now: export it again and make the change there.")));
        }

        if (version > before.Version)
        {
            return (new(Taken(text with { Version = version }, before.CreatedAt), stored, InForce(stored)), null);
        }

        return IsSame(table.Check(text, "the file").Written, before)
            ? (null, null)
            : (new(Draft(text, version + 1, before.CreatedAt), stored, InForce(stored)), null);
    }

    /// <summary>As the file has it, as far as the importer may say so.</summary>
    private T Taken(TText text, DateTimeOffset? createdAt) => mayApprove
        ? table.Check(text with { Author = text.Author ?? importer, CreatedAt = text.CreatedAt ?? createdAt ?? now, ChangedAt = text.ChangedAt ?? now }, "the file")
        : Draft(text, text.Version ?? 1, createdAt ?? now);

    private T Draft(TText text, int version, DateTimeOffset? createdAt) => table.Check(
        text with
        {
            Version = version,
            Author = importer,
            ApprovedBy = null,
            CreatedAt = createdAt,
            ChangedAt = now,
            RetiredAt = null,
            RetiredBy = null,
        },
        "the file");

    private T? InForce(StoredText<TText, T> stored) => stored.InForce(DateOnly.FromDateTime(now.UtcDateTime));

    /// <summary>Whether a file leaves a text as it is: who wrote and approved it and when does not make it another text.</summary>
    private bool IsSame(TText file, TText stored)
    {
        var alike = file with
        {
            Version = stored.Version,
            Author = stored.Author,
            ApprovedBy = stored.ApprovedBy,
            CreatedAt = stored.CreatedAt,
            ChangedAt = stored.ChangedAt,
            RetiredAt = stored.RetiredAt,
            RetiredBy = stored.RetiredBy,
        };
        return JsonSerializer.Serialize(alike, table.Json) == JsonSerializer.Serialize(stored, table.Json);
    }
}

/// <summary>A text that an import writes.</summary>
/// <param name="Newest">The text.</param>
/// <param name="Past">What stood there; null when nothing did.</param>
/// <param name="InForce">What stays in force while the text is a draft; null for nothing.</param>
internal sealed record PlannedChange<TText, T>(T Newest, StoredText<TText, T>? Past, T? InForce)
    where TText : EditedText
    where T : class, IEdited<TText>
{
    public IEnumerable<TableChange> Rows(EditedTable<TText, T> table) => Past is null
        ? [new TableChange.Insert(table.Write(Newest))]
        :
        [
            new TableChange.Replace(table.Write(Newest, Newest.Written.Status == EditingStatus.Draft ? InForce : null), Past.ETag),
            new TableChange.Upsert(table.WritePast(Past.Newest)),
        ];
}
