using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Exchange;
using Pipeline.Suggestions.Library;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Library;

/// <summary>Import and export of a library.</summary>
/// <param name="table">What is imported and exported.</param>
/// <param name="name">What the texts are called together, for file names and the audit.</param>
/// <param name="refresh">Lets the suggestions of this host see what was imported.</param>
internal sealed class TextFiles<TText, T>(EditedTable<TText, T> table, string name, Action<IServiceProvider> refresh)
    where TText : EditedText
    where T : class, IEdited<TText>
{
    /// <summary>The most bytes of a file: ten thousand texts of usual length.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private const string Csv = "text/csv";

    /// <summary>The newest version of every text: <c>format</c> (csv or json), <c>language</c> (all when not given).</summary>
    public async Task<IResult> ExportAsync(HttpRequest request, string endpoint, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return refusal;
        }

        var query = new QueryReader(request.Query, "format", "language");
        var (format, language) = (query.Text("format") ?? "csv", query.Text("language"));
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (format is not ("csv" or "json"))
        {
            return Problems.QueryInvalid("format", "csv or json");
        }

        if (language is not null && !PhraseWords.Languages.Contains(language))
        {
            return Problems.QueryInvalid("language", $"one of {string.Join(", ", PhraseWords.Languages)}");
        }

        var editor = request.HttpContext.RequestServices.GetRequiredService<LibraryEditor<TText, T>>();
        List<TText> texts = [];
        foreach (var wanted in PhraseWords.Languages.Where(wanted => language is null || wanted == language))
        {
            texts.AddRange((await editor.ListAsync(wanted, cancellationToken)).Select(text => text.Newest.Written));
        }

        return format == "csv"
            ? new FileAnswer(LibraryFile.WriteCsv(texts, table.Json), "text/csv; charset=utf-8", $"{name}.csv")
            : new FileAnswer(LibraryFile.WriteJson(texts, table.Json), "application/json; charset=utf-8", $"{name}.json");
    }

    /// <summary>Takes a file in, whole or not at all; with <c>check=true</c> it is only checked.</summary>
    public async Task<IResult> ImportAsync(HttpRequest request, string endpoint, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return refusal;
        }

        var query = Actor.Query(request, "check");
        var (importer, check) = (Actor.Name(request, query), query.Text("check") ?? "false");
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (check is not ("true" or "false"))
        {
            return Problems.QueryInvalid("check", "true or false");
        }

        var isCsv = request.ContentType?.Split(';')[0].Trim().Equals(Csv, StringComparison.OrdinalIgnoreCase) == true;
        if (!isCsv && !request.HasJsonContentType())
        {
            return LibraryProblems.FileUnsupported();
        }

        using var body = await BodyReader.ReadAsync(request, MaxBytes, cancellationToken);
        if (body is null)
        {
            return LibraryProblems.TooLarge(MaxBytes);
        }

        var services = request.HttpContext.RequestServices;
        if (check == "false" && !await services.GetRequiredService<ReadingAudit>()
            .WriteChangeAsync(Gate.Entered(request), $"{name}~import", endpoint, cancellationToken))
        {
            return LibraryProblems.AuditUnavailable();
        }

        var file = isCsv ? LibraryFile.ReadCsv(body.Bytes, table.Json) : LibraryFile.ReadJson(body.Bytes, table.Json);
        var outcome = await services.GetRequiredService<LibraryImport<TText, T>>()
            .RunAsync(file, importer, Actor.IsAdministrator(request), check == "true", cancellationToken);
        refresh(services);
        return outcome switch
        {
            { Problems.Count: > 0 } => LibraryProblems.ImportInvalid(outcome.Problems),
            { Interrupted: true } => LibraryProblems.ImportInterrupted(),
            _ => new JsonAnswer<ImportAnswer>(
                new(outcome.Added, outcome.Changed, outcome.Unchanged, check == "true"), WebJson.Default.ImportAnswer),
        };
    }
}
