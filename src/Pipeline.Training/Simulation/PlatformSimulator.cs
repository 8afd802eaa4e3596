using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Signatures;

namespace Pipeline.Training.Simulation;

/// <summary>
/// A platform on the loopback, as the generic one is: <c>/history</c> tells what happened (docs/history-api.md), <c>/callbacks</c> takes
/// what comes back. Both want the account's signature.
/// </summary>
public sealed class PlatformSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _secret;
    private readonly TimeProvider _clock;
    private readonly SignatureVerifier _verifier = new(Options.Create(new PlatformOptions()));
    private readonly ConcurrentDictionary<string, byte[]> _callbacks = new(StringComparer.Ordinal);

    private PlatformSimulator(WebApplication app, PlatformTruth truth, string secret, TimeProvider clock)
    {
        _app = app;
        _secret = secret;
        _clock = clock;
        Truth = truth;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>What happened on it.</summary>
    public PlatformTruth Truth { get; }

    /// <summary>What came back: each callback's body by its idempotency key.</summary>
    public IReadOnlyDictionary<string, byte[]> Callbacks => _callbacks;

    /// <summary>Whether its API is down: it answers 503 to everything.</summary>
    public bool IsDown { get; set; }

    /// <summary>Starts it.</summary>
    /// <param name="secret">The account's secret.</param>
    /// <param name="clock">The platform's clock.</param>
    /// <param name="port">The port on 127.0.0.1; 0 for any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<PlatformSimulator> StartAsync(
        string secret, TimeProvider clock, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var simulator = new PlatformSimulator(app, new PlatformTruth(), secret, clock);
        app.MapPost("/history", context => simulator.TakeAsync(context, simulator.AnswerHistoryAsync));
        app.MapPost("/callbacks", context => simulator.TakeAsync(context, simulator.KeepCallbackAsync));
        await app.StartAsync(cancellationToken);
        return simulator;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, Func<HttpContext, byte[], Task> takeAsync)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = new WebhookRequest(
            body.ToArray(), name => context.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null, _ => null);
        if (IsDown)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else if (_verifier.Check(GenericPlatform.Scheme, request, [_secret], _clock.GetUtcNow()) is { } problem)
        {
            context.Response.StatusCode = problem.Status;
            await context.Response.WriteAsync(problem.Detail, context.RequestAborted);
        }
        else
        {
            await takeAsync(context, body.ToArray());
        }
    }

    private async Task AnswerHistoryAsync(HttpContext context, byte[] body)
    {
        using var request = JsonDocument.Parse(body);
        var wanted = request.RootElement.GetProperty("data");
        var (events, next) = Truth.Read(
            wanted.GetProperty("since").GetDateTimeOffset(),
            wanted.TryGetProperty("cursor", out var cursor) ? cursor.GetString() : null,
            wanted.GetProperty("limit").GetInt32());
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter.AsStream());
        json.WriteStartObject();
        json.WriteStartArray("events");
        foreach (var happening in events)
        {
            WriteEvent(json, happening);
        }

        json.WriteEndArray();
        if (next is not null)
        {
            json.WriteString("next", next);
        }

        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, SimulatedEvent happening)
    {
        using var webhook = JsonDocument.Parse(happening.Webhook.Body);
        json.WriteStartObject();
        json.WriteString("webhook_id", happening.Webhook.WebhookId);
        foreach (var property in webhook.RootElement.EnumerateObject())
        {
            property.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private Task KeepCallbackAsync(HttpContext context, byte[] body)
    {
        // The first with a key counts, as integrators are told to do.
        _callbacks.TryAdd(context.Request.Headers[GenericPlatform.IdHeader].ToString(), body);
        return Task.CompletedTask;
    }
}
