using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Pipeline.Transcripts.Export;

namespace Pipeline.Web.Answers;

/// <summary>
/// Answers with a part of an export, row by row as they are read. Where the connection has trailers, they tell where the part ended; where it has none,
/// the last row tells, and a part without rows is the end.
/// </summary>
/// <param name="format">How rows are written.</param>
/// <param name="name">What the file is called, without its extension.</param>
/// <param name="writeAsync">Writes the part.</param>
public sealed class ExportAnswer(
    IExportFormat format, string name, Func<IExportFormat, PipeWriter, CancellationToken, Task<ExportedPart>> writeAsync) : IResult
{
    /// <summary>The trailer that says <c>complete</c> or <c>cut</c>.</summary>
    public const string EndTrailer = "Export-End";

    /// <summary>The trailer with the position of the last row.</summary>
    public const string PositionTrailer = "Export-Position";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = format.MediaType;
        response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"{name}.{format.Extension}\"");
        response.Headers.CacheControl = "no-store";
        response.AddSecurityHeaders();
        var hasTrailers = response.SupportsTrailers();
        if (hasTrailers)
        {
            response.DeclareTrailer(EndTrailer);
            response.DeclareTrailer(PositionTrailer);
        }

        var part = await writeAsync(format, response.BodyWriter, httpContext.RequestAborted);
        (format as IDisposable)?.Dispose();
        if (hasTrailers)
        {
            response.AppendTrailer(EndTrailer, part.IsComplete ? "complete" : "cut");
            if (part.Last is { } last)
            {
                response.AppendTrailer(PositionTrailer, last.ToString());
            }
        }
    }
}
