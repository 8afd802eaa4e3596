using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Pipeline.Messages;

namespace Pipeline.EndToEnd.Crashes;

/// <summary>
/// A chat that is called back, and keeps every call. It is busy at some first calls (503), so that the schedule of retries is among what
/// the crashes meet.
/// </summary>
internal sealed class CallbackReceiver : IAsyncDisposable
{
    private const int OneInSoMany = 20;

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, bool> _met = [];

    private CallbackReceiver(WebApplication app) => _app = app;

    /// <summary>The calls that were answered 2xx, in the order of their arrival.</summary>
    public ConcurrentQueue<Callback> Taken { get; } = [];

    /// <summary>The calls that were answered 503.</summary>
    public ConcurrentQueue<Callback> SentAway { get; } = [];

    public string Address => $"{_app.Urls.Single()}/callbacks";

    public static async Task<CallbackReceiver> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new CallbackReceiver(app);
        app.Run(receiver.TakeAsync);
        await app.StartAsync(cancellationToken);
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var root = body.RootElement;
        var call = new Callback(
            context.Request.Headers["webhook-id"].ToString(), root.GetProperty("type").GetString()!, root.GetProperty("data").Clone());
        if (StableHash.Of(call.Key) % OneInSoMany == 0 && _met.TryAdd(call.Key, true))
        {
            SentAway.Enqueue(call);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        Taken.Enqueue(call);
    }
}

/// <summary>One call back.</summary>
/// <param name="Key">The idempotency key: the header <c>webhook-id</c>.</param>
/// <param name="Type">The type.</param>
/// <param name="Data">What it says. When it was made stands beside it, and differs with every try.</param>
internal sealed record Callback(string Key, string Type, JsonElement Data);
