using System.Text.Json.Serialization.Metadata;
using Pipeline.Ports;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Knowledge;

/// <summary>The articles in <see cref="TableNames.Answers"/>.</summary>
public sealed class ArticleTable : EditedTable<ArticleDraft, Article>
{
    /// <summary>The only one: it holds nothing.</summary>
    public static ArticleTable Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => TableNames.Answers;

    /// <inheritdoc/>
    public override string Kind => Article.SourceKind;

    /// <inheritdoc/>
    public override JsonTypeInfo<ArticleDraft> Json => PhraseJson.Default.ArticleDraft;

    /// <inheritdoc/>
    public override IEnumerable<FieldProblem> ProblemsOf(ArticleDraft text) => ArticleRules.ProblemsOf(text);

    /// <inheritdoc/>
    public override Article Check(ArticleDraft text, string origin) => new(text, origin);

    /// <inheritdoc/>
    protected internal override InvalidTextException Wrong(string origin, string id, string field, string problem) =>
        new InvalidArticleException(origin, id, field, problem);

    /// <inheritdoc/>
    protected override void WriteColumns(ArticleDraft text, Dictionary<string, object> columns)
    {
        columns["Title"] = text.Title!;
        columns["Body"] = text.Body!;
        columns["Questions"] = EditingColumns.Json(text.Questions);
        columns["Source"] = text.Source!;
    }

    /// <inheritdoc/>
    protected override ArticleDraft ReadColumns(RowColumns columns) => new()
    {
        Title = columns.Text("Title"),
        Body = columns.Text("Body"),
        Questions = columns.List("Questions"),
        Source = columns.Text("Source"),
    };
}
