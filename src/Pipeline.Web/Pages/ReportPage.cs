using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.Quality.Indicators;
using Pipeline.Quality.Reports;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Pages;

/// <summary>
/// A report as a page to print: one file, no script, no picture, and the customer's view first. Its one style is allowed by its hash, and nothing else is.
/// </summary>
internal sealed class ReportPage(GroupReport report, string language) : IResult
{
    private const string Style =
        "body{font:11pt/1.4 sans-serif;margin:2em;color:#111}h1{font-size:16pt}h2{font-size:12pt;margin:1.5em 0 .3em}"
        + ".customer{font-size:13pt;border-left:4px solid #555;padding-left:.8em}table{border-collapse:collapse;width:100%}"
        + "th,td{border-bottom:1px solid #bbb;padding:.25em .5em;text-align:left;vertical-align:top}td.n{text-align:right;white-space:nowrap}"
        + "small{color:#444}section{break-inside:avoid}@media print{body{margin:0}}";

    private static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly ReportWords _words = new(language);
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language == "fr" ? "fr-FR" : "en-GB");

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Encoding.UTF8.GetBytes(Page());
        var response = httpContext.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.AddSecurityHeaders();
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    private string Page()
    {
        var page = new StringBuilder("<!doctype html>\n")
            .Append(CultureInfo.InvariantCulture, $"<html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>{Escape(Title())}</title>")
            .Append(CultureInfo.InvariantCulture, $"<style>{Style}</style></head><body>\n<h1>{Escape(Title())}</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"customer\">{Escape(language == "fr" ? report.French : report.English)}</p>\n");
        Section(page, report.All, _words.All);
        foreach (var group in report.Group == Dimension.All ? [] : report.Groups)
        {
            Section(page, group, group.Value);
        }

        return page.Append(CultureInfo.InvariantCulture, $"<p><small>{Escape(_words.Read(report.RowsRead, report.DaysMade))}</small></p>\n</body></html>\n").ToString();
    }

    private string Title() => string.Create(
        _culture, $"{_words.Title} · {report.From:d} – {report.To:d}{(report.Brand is null ? "" : $" · {report.Brand}")}");

    private void Section(StringBuilder page, ReportGroup group, string name)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section><h2>{Escape(name)}</h2>\n");
        if (group.Indicators is not { } indicators)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>{Escape(_words.Withheld)}</p></section>\n");
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<p>{group.Conversations} {Escape(_words.Conversations)}</p><table>\n");
        foreach (var (label, figure) in Rows(indicators).Where(row => row.Figure is not null))
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th>{Escape(label)}</th><td class=\"n\">{Escape(figure!)}</td></tr>\n");
        }

        page.Append("</table></section>\n");
    }

    // The order of the report: what customers met first, the handling time late and with its quality.
    private IEnumerable<(string Label, string? Figure)> Rows(IndicatorSet set) =>
    [
        (_words.Resolved, Percent(set.Customer.Resolved)),
        (_words.Unresolved, Percent(set.Customer.Unresolved)),
        (_words.Unanswered, Percent(set.Customer.Unanswered)),
        (_words.Unknown, Percent(set.Customer.Unknown)),
        (_words.FirstContact, Percent(set.Customer.FirstContactResolution)),
        (_words.Effort, Number(set.Customer.Effort)),
        (_words.FeelingAtEnd, Number(set.Feeling.EndValence)),
        (_words.FeelingRise, Number(set.Feeling.Rise)),
        (_words.Repaired, Percent(set.Feeling.Repaired)),
        (_words.ComplaintTreatment, Number(set.ComplaintTreatment)),
        (_words.Rating, Number(set.Satisfaction.Rating)),
        (_words.FirstResponse, set.Waits.FirstResponseMedian is { } median ? string.Create(_culture, $"{median:0} s (90 % : {set.Waits.FirstResponseNinth:0} s)") : null),
        (_words.Escalated, Percent(set.Escalated)),
        (_words.Transferred, Percent(set.Transferred)),
        (_words.Accepted, Percent(set.Suggestions.Accepted)),
        (_words.AcceptedHeldOut, Percent(set.Suggestions.AcceptedHeldOut)),
        (_words.Handling, set.Handling is { } handling ? Handling(handling) : null),
    ];

    private string Handling(HandlingView handling) =>
        $"{Number(handling.Minutes)} min, {_words.Band(handling.Band)}; {_words.Resolved}: {Percent(handling.Quality.Resolved)}"
        + (handling.Quality.FeelingRise is { } rise ? $"; {_words.FeelingRise}: {Number(rise)}" : "")
        + (handling.Quality.Rating is { } rating ? $"; {_words.Rating}: {Number(rating)}" : "");

    private string? Percent(Estimate? share) => share is null
        ? null
        : string.Create(_culture, $"{100 * share.Value:0.0} % ({100 * share.Low:0.0} – {100 * share.High:0.0})");

    private string? Number(Estimate? figure) => figure is null ? null : string.Create(_culture, $"{figure.Value:0.00} ({figure.Low:0.00} – {figure.High:0.00})");

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
