using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>
/// Slack's Web API as far as notes go, in the shapes of docs.slack.dev/reference/methods: a channel's messages in its history, ephemeral ones
/// in none, and 200 with an error for what it does not do.
/// </summary>
internal sealed class FakeSlack(FakePlatform platform) : IAsyncDisposable
{
    private int _failures;

    public FakePlatform Platform => platform;

    /// <summary>What was posted, and to whom; null for the whole channel.</summary>
    public ConcurrentQueue<(string Text, string? User)> Posted { get; } = [];

    /// <summary>The error that every post is answered with; null for none.</summary>
    public string? Error { get; set; }

    /// <summary>Whether users are in the channel.</summary>
    public bool UsersAreInChannel { get; set; } = true;

    public static async Task<FakeSlack> StartAsync()
    {
        var fake = new FakeSlack(await FakePlatform.StartAsync());
        fake.Platform.Answer = fake.AnswerAsync;
        return fake;
    }

    /// <summary>Fails the next calls.</summary>
    public void FailNext(int calls, HttpStatusCode status, string? retryAfter = null)
    {
        _failures = calls;
        platform.Answer = (call, response) =>
        {
            if (Interlocked.Decrement(ref _failures) < 0)
            {
                return AnswerAsync(call, response);
            }

            response.StatusCode = (int)status;
            response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        };
    }

    public Task AnswerAsync(FakePlatform.Call call, HttpResponse response)
    {
        if (call.Method == "GET")
        {
            return WriteAsync(response, new { ok = true, messages = Posted.Where(post => post.User is null).Select(post => new { type = "message", text = post.Text }) });
        }

        var ephemeral = call.Path.EndsWith("/chat.postEphemeral", StringComparison.Ordinal);
        if ((Error ?? (ephemeral && !UsersAreInChannel ? "user_not_in_channel" : null)) is { } error)
        {
            return WriteAsync(response, new { ok = false, error });
        }

        Posted.Enqueue((call.Json.GetProperty("text").GetString()!, ephemeral ? call.Json.GetProperty("user").GetString() : null));
        return WriteAsync(response, new { ok = true });
    }

    public ValueTask DisposeAsync() => platform.DisposeAsync();

    private static Task WriteAsync(HttpResponse response, object body)
    {
        response.ContentType = "application/json";
        return response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body)).AsTask();
    }
}
