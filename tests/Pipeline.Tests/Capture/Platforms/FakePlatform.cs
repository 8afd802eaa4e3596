using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>A platform's API on the loopback: keeps what it is sent, and answers as a test says.</summary>
internal sealed class FakePlatform : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakePlatform(WebApplication app) => _app = app;

    public ConcurrentQueue<Call> Calls { get; } = [];

    /// <summary>What to answer; the default is 200 and an empty object.</summary>
    public Func<Call, HttpResponse, Task> Answer { get; set; } = (_, response) => response.WriteAsync("{}");

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Starts one.</summary>
    /// <param name="at">Where one was before that has been stopped; null for any free port.</param>
    public static async Task<FakePlatform> StartAsync(Uri? at = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(at?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0");
        var fake = new FakePlatform(app);
        app.Run(fake.HandleAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    public void AnswerAlways(HttpStatusCode status) => Answer = (_, response) =>
    {
        response.StatusCode = (int)status;
        return Task.CompletedTask;
    };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var call = new Call(context.Request.Method, context.Request.Path + context.Request.QueryString, headers, body.ToArray());
        Calls.Enqueue(call);
        await Answer(call, context.Response);
    }

    internal sealed record Call(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
    {
        public string Text => Encoding.UTF8.GetString(Body);

        public JsonElement Json => JsonDocument.Parse(Body).RootElement;
    }
}
