using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Routing.Calendars;
using Pipeline.Routing.Capacity;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Library;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>The data that routing goes by, as the JSON text it is: calendars, and how places are shared out.</summary>
public static class RoutingDataEndpoint
{
    /// <summary>The calendars.</summary>
    public static Task<IResult> GetCalendarsAsync(HttpRequest request, CancellationToken cancellationToken) =>
        GetAsync<CalendarRulesSource, CalendarRules>(request, "Calendars", cancellationToken);

    /// <summary>Replaces the calendars.</summary>
    public static Task<IResult> PutCalendarsAsync(HttpRequest request, CancellationToken cancellationToken) =>
        PutAsync<CalendarRulesSource, CalendarRules>(request, "PutCalendars", cancellationToken);

    /// <summary>The capacity rules.</summary>
    public static Task<IResult> GetCapacityAsync(HttpRequest request, CancellationToken cancellationToken) =>
        GetAsync<CapacityRulesSource, CapacityRules>(request, "CapacityRules", cancellationToken);

    /// <summary>Replaces the capacity rules.</summary>
    public static Task<IResult> PutCapacityAsync(HttpRequest request, CancellationToken cancellationToken) =>
        PutAsync<CapacityRulesSource, CapacityRules>(request, "PutCapacityRules", cancellationToken);

    private static async Task<IResult> GetAsync<TSource, T>(HttpRequest request, string endpoint, CancellationToken cancellationToken)
        where TSource : StoredSetting<T>
        where T : class
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return refusal;
        }

        var (json, etag) = await request.HttpContext.RequestServices.GetRequiredService<TSource>().ReadStoredAsync(cancellationToken);
        return Answer(request, json, etag);
    }

    private static async Task<IResult> PutAsync<TSource, T>(HttpRequest request, string endpoint, CancellationToken cancellationToken)
        where TSource : StoredSetting<T>
        where T : class
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return refusal;
        }

        if (!request.HasJsonContentType())
        {
            return Problems.MediaTypeUnsupported();
        }

        // A property of a row holds no more.
        using var body = await BodyReader.ReadAsync(request, Ports.TableLimits.MaxTextLength, cancellationToken);
        if (body is null)
        {
            return LibraryProblems.TooLarge(Ports.TableLimits.MaxTextLength);
        }

        var setting = request.HttpContext.RequestServices.GetRequiredService<TSource>();
        var (_, current) = await setting.ReadStoredAsync(cancellationToken);
        if (TextTag.Refuse(request, current ?? "") is { } stale)
        {
            return stale;
        }

        var json = Encoding.UTF8.GetString(body.Bytes.Span);
        return await setting.StoreAsync(json, current, cancellationToken) switch
        {
            { Fault: { } fault } => Problems.BodyInvalid(fault.Field, fault.ToString()),
            { ETag: { } etag } => Answer(request, json, etag),
            _ => LibraryProblems.Of(Suggestions.Editing.EditRefusal.Changed),
        };
    }

    private static JsonTextAnswer Answer(HttpRequest request, string json, string? etag)
    {
        request.HttpContext.Response.Headers.ETag = TextTag.Of(etag ?? "");
        return new JsonTextAnswer(json);
    }
}
