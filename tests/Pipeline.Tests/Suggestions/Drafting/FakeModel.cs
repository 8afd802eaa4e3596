using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.Tests.Suggestions.Drafting;

/// <summary>An OpenAI-compatible endpoint on loopback that answers as it is told.</summary>
internal sealed class FakeModel : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeModel(WebApplication app) => _app = app;

    public List<string> Bodies { get; } = [];

    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public string Endpoint => $"{_app.Urls.First()}/v1";

    public static async Task<FakeModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var model = new FakeModel(builder.Build());
        model._app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            model.Bodies.Add($"{context.Request.Path} {context.Request.Headers.Authorization} {await reader.ReadToEndAsync()}");
            await model.Answer(context);
        });
        await model._app.StartAsync();
        return model;
    }

    public void Says(string content) => Answer = context => context.Response.WriteAsJsonAsync(new
    {
        id = "1",
        @object = "chat.completion",
        created = 1,
        model = "m",
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content } } },
        usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
    });

    public void Fails(int status, string? retryAfter = null) => Answer = context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return context.Response.WriteAsync("{\"error\":{\"message\":\"no\"}}");
    };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
