using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Editing;

/// <summary>
/// How a kind of text is kept: one partition a language, and in it one row a text by its id. The row holds the newest version, and beside it
/// the one in force (its columns start with <c>InForce_</c>) while the newest is a draft or starts later. Past versions follow all ids: <c>~version~ID~NUMBER</c>.
/// </summary>
/// <typeparam name="TText">How the text is written down.</typeparam>
/// <typeparam name="T">The text, checked.</typeparam>
public abstract class EditedTable<TText, T>
    where TText : EditedText
    where T : class, IEdited<TText>
{
    private const string InForce = "InForce_";

    // After every character of an id, so that a library is read without its history.
    private const string AfterIds = "~";

    /// <summary>The table.</summary>
    public abstract string Name { get; }

    /// <summary>What starts the source of suggestions made from it, and the places of its audit.</summary>
    public abstract string Kind { get; }

    /// <summary>How the text is written as JSON.</summary>
    public abstract JsonTypeInfo<TText> Json { get; }

    /// <summary>Every problem of a text.</summary>
    public abstract IEnumerable<FieldProblem> ProblemsOf(TText text);

    /// <summary>Checks a text.</summary>
    /// <exception cref="InvalidTextException">A field is wrong.</exception>
    public abstract T Check(TText text, string origin);

    /// <summary>Every row of a language that holds a text.</summary>
    public IAsyncEnumerable<TableRow> ReadRowsAsync(ITables tables, string language, CancellationToken cancellationToken) =>
        tables.ReadAllAsync(Name, new TableQuery(language, BeforeRowKey: AfterIds), cancellationToken);

    /// <summary>The past versions of a text, oldest first.</summary>
    public async Task<IReadOnlyList<T>> ReadHistoryAsync(ITables tables, string language, string id, CancellationToken cancellationToken)
    {
        List<T> versions = [];
        await foreach (var row in tables.ReadAllAsync(Name, TableQuery.Prefix(language, $"~version~{id}~"), cancellationToken))
        {
            versions.Add(ReadText(row, id));
        }

        return versions;
    }

    /// <summary>A text as it stands in its row.</summary>
    /// <exception cref="InvalidTextException">The row holds no valid text.</exception>
    public StoredText<TText, T> Read(TableRow row)
    {
        var newest = ReadText(row, row.RowKey);
        var inForce = row.Properties.ContainsKey(InForce + "Version") ? ReadText(row, row.RowKey, InForce) : null;
        return new(newest, inForce, row.ETag!);
    }

    /// <summary>The row of a text.</summary>
    /// <param name="newest">Its newest version.</param>
    /// <param name="inForce">The version in force meanwhile; null when the newest is, or none.</param>
    public TableRow Write(T newest, T? inForce = null)
    {
        var columns = Columns(newest.Written);
        foreach (var (name, value) in inForce is null ? [] : Columns(inForce.Written))
        {
            columns[InForce + name] = value;
        }

        return new TableRow(newest.Written.Language!, newest.Id, columns);
    }

    /// <summary>The row that keeps a version when another takes its place.</summary>
    public TableRow WritePast(T past) => new(
        past.Written.Language!,
        string.Create(CultureInfo.InvariantCulture, $"~version~{past.Id}~{past.Written.Version:D8}"),
        Columns(past.Written));

    /// <summary>Adds the columns that only this kind of text has.</summary>
    protected abstract void WriteColumns(TText text, Dictionary<string, object> columns);

    /// <summary>Reads the columns that only this kind of text has.</summary>
    protected abstract TText ReadColumns(RowColumns columns);

    /// <summary>The exception for a wrong field.</summary>
    protected internal abstract InvalidTextException Wrong(string origin, string id, string field, string problem);

    private Dictionary<string, object> Columns(TText text)
    {
        var columns = new Dictionary<string, object>();
        EditingColumns.Write(text, columns);
        WriteColumns(text, columns);
        return columns;
    }

    private T ReadText(TableRow row, string id, string prefix = "")
    {
        var columns = new RowColumns(row, prefix, (field, problem) => Wrong($"table {Name}", id, field, problem));
        return Check(EditingColumns.Read(ReadColumns(columns), row.PartitionKey, id, columns), $"table {Name}");
    }
}
