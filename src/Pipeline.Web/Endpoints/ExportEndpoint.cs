using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Transcripts.Export;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Transcripts as rows for spreadsheets and notebooks (docs/export.md).</summary>
public static class ExportEndpoint
{
    /// <summary>
    /// A part of an export, newest first: <c>format</c> (csv, ndjson, json), <c>rows</c> (conversations, messages), <c>after</c> (the position of
    /// the last row that the client has), <c>bom</c> and <c>header</c> (for csv), and the parameters that say which
    /// conversations, as for their list.
    /// </summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "ExportTranscripts") is { } refusal)
        {
            return refusal;
        }

        var services = request.HttpContext.RequestServices;
        var query = TranscriptQueryReader.Start(request.Query, "format", "rows", "after", "bom", "header");
        var asked = TranscriptQueryReader.Read(query);
        var (format, rows) = (query.Text("format") ?? "csv", query.Text("rows") ?? "conversations");
        var (bom, header, place) = (query.Text("bom") ?? "false", query.Text("header") ?? "true", query.Text("after"));
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (((format is not ("csv" or "ndjson" or "json") ? Problems.QueryInvalid("format", "csv, ndjson or json") : null)
            ?? (rows is not ("conversations" or "messages") ? Problems.QueryInvalid("rows", "conversations or messages") : null)
            ?? (bom is not ("true" or "false") ? Problems.QueryInvalid("bom", "true or false") : null)
            ?? (header is not ("true" or "false") ? Problems.QueryInvalid("header", "true or false") : null)) is { } wrong)
        {
            return wrong;
        }

        ExportPosition? after = null;
        try
        {
            after = place is null ? null : ExportPosition.Read(place);
        }
        catch (FormatException)
        {
            return Problems.QueryInvalid("after", "what the last row has as its position");
        }

        if (!await services.GetRequiredService<ReadingAudit>()
            .WriteAsync(Gate.Entered(request), $"export~{rows}", "ExportTranscripts", cancellationToken))
        {
            return Problems.AuditUnavailable();
        }

        try
        {
            var export = services.GetRequiredService<TranscriptExport>();
            var listed = await services.GetRequiredService<ExportListing>().OpenAsync(asked, after, cancellationToken);
            return new ExportAnswer(FormatOf(format, bom == "true", header == "true"), rows, (written, output, token) => rows == "messages"
                ? export.WriteMessagesAsync(listed, after, written, output, token)
                : export.WriteConversationsAsync(listed, after, written, output, token));
        }
        catch (TextQueryException exception)
        {
            return Problems.QueryWords("text", exception.Message);
        }
    }

    /// <summary>The columns of both kinds of rows.</summary>
    public static Task<IResult> GetColumnsAsync(HttpRequest request, CancellationToken cancellationToken) => Task.FromResult<IResult>(
        Gate.Refuse(request, "ExportColumns") is { } refusal
            ? refusal
            : new JsonAnswer<ExportColumnsAnswer>(ExportColumnsAnswer.Of(), WebJson.Default.ExportColumnsAnswer));

    private static IExportFormat FormatOf(string format, bool bom, bool header) => format switch
    {
        "csv" => new CsvFormat(bom && header, header),
        _ => new JsonFormat(asArray: format == "json"),
    };
}
