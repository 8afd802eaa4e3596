using System.Text.Json.Serialization.Metadata;
using Pipeline.Ports;
using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Library;

/// <summary>The phrases in <see cref="TableNames.Phrases"/>.</summary>
public sealed class PhraseTable : EditedTable<PhraseDraft, Phrase>
{
    /// <summary>The only one: it holds nothing.</summary>
    public static PhraseTable Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => TableNames.Phrases;

    /// <inheritdoc/>
    public override string Kind => Phrase.SourceKind;

    /// <inheritdoc/>
    public override JsonTypeInfo<PhraseDraft> Json => PhraseJson.Default.PhraseDraft;

    /// <inheritdoc/>
    public override IEnumerable<FieldProblem> ProblemsOf(PhraseDraft text) => PhraseRules.ProblemsOf(text);

    /// <inheritdoc/>
    public override Phrase Check(PhraseDraft text, string origin) => new(text, origin);

    /// <inheritdoc/>
    protected internal override InvalidTextException Wrong(string origin, string id, string field, string problem) =>
        new InvalidPhraseException(origin, id, field, problem);

    /// <inheritdoc/>
    protected override void WriteColumns(PhraseDraft text, Dictionary<string, object> columns)
    {
        columns["Category"] = text.Category!;
        columns["Tone"] = text.Tone!;
        columns["Channels"] = EditingColumns.Json(text.Channels);
        columns["Levels"] = EditingColumns.Json(text.Levels);
        columns["Mandatory"] = text.Mandatory;
        columns["Text"] = text.Text!;
        columns["Keywords"] = EditingColumns.Json(text.Keywords);
    }

    /// <inheritdoc/>
    protected override PhraseDraft ReadColumns(RowColumns columns) => new()
    {
        Category = columns.Text("Category"),
        Tone = columns.Text("Tone"),
        Channels = columns.List("Channels"),
        Levels = columns.List("Levels"),
        Mandatory = columns.Flag("Mandatory"),
        Text = columns.Text("Text"),
        Keywords = columns.List("Keywords"),
    };
}
