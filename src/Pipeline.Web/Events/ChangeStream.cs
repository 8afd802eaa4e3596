using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.Ports;
using Pipeline.Suggestions.Speaking;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Events;

/// <summary>
/// A response that tells changes while they happen. It ends by itself after <see cref="Lifetime"/>, because Azure's load balancer ends
/// responses after 230 seconds; the watcher's EventSource connects again and is told to read everything once.
/// </summary>
/// <param name="caller">Who watches; null where everybody may.</param>
/// <param name="conversationKey">The conversation; null for all.</param>
/// <param name="mayTell">Whether the watcher may know that a conversation changed; null where they may know of all.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class ChangeStream(
    Caller? caller, string? conversationKey, Func<string, CancellationToken, Task<bool>>? mayTell, CancellationToken cancellationToken) : IResult
{
    /// <summary>How long one response lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(220);

    private const string RetryAfterSeconds = "30";

    /// <summary>How often an idle connection shows that it lives.</summary>
    public static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var limits = httpContext.RequestServices.GetRequiredService<WatcherLimits>();
        if (caller is not null && !limits.TryEnter(caller.Name))
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            await Problems.TooManyWatchers().ExecuteAsync(httpContext);
            return;
        }

        try
        {
            await StreamAsync(httpContext);
        }
        finally
        {
            if (caller is not null)
            {
                limits.Leave(caller.Name);
            }
        }
    }

    private async Task StreamAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var clock = services.GetRequiredService<TimeProvider>();
        var stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        using var lifetime = new CancellationTokenSource(Lifetime, clock);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(
            lifetime.Token, stopping, cancellationToken, httpContext.RequestAborted);
        var writer = Open(httpContext);
        WebTelemetry.Watching(1);
        try
        {
            var withdrawals = conversationKey is null
                ? null
                : new WithdrawalWatch(services.GetRequiredService<SuggestionDesk>(), conversationKey);
            await TellAsync(services.GetRequiredService<IConversationChanges>(), writer, withdrawals, clock, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // Every way this ends is a normal one: the watcher left, its time is over, or the host stops.
        }
        finally
        {
            WebTelemetry.Watching(-1);
        }

        if (lifetime.IsCancellationRequested && !httpContext.RequestAborted.IsCancellationRequested)
        {
            await writer.GoodbyeAsync(httpContext.RequestAborted);
        }
    }

    private static EventWriter Open(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store";
        response.AddSecurityHeaders();
        // A reverse proxy such as nginx would otherwise gather events into blocks.
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // Ids only rise for one watcher: they go on from the last one it saw.
        var last = long.TryParse(
            httpContext.Request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        return new EventWriter(response, last);
    }

    private async Task TellAsync(
        IConversationChanges changes, EventWriter writer, WithdrawalWatch? withdrawals, TimeProvider clock, CancellationToken ends)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(ends);
        await using var watch = changes.WatchAsync(conversationKey, watching.Token).GetAsyncEnumerator(watching.Token);
        // The watch begins before the watcher is told to read, so that nothing falls between.
        var change = watch.MoveNextAsync().AsTask();
        using var heartbeats = new PeriodicTimer(HeartbeatEvery, clock);
        try
        {
            await writer.HelloAsync(ends);
            await TellWithdrawnAsync(withdrawals, writer, ends);
            var heartbeat = heartbeats.WaitForNextTickAsync(ends).AsTask();
            while (true)
            {
                if (await Task.WhenAny(change, heartbeat) == heartbeat)
                {
                    await heartbeat;
                    await writer.HeartbeatAsync(ends);

                    // A phrase that was taken out of the library changes no conversation.
                    await TellWithdrawnAsync(withdrawals, writer, ends);
                    heartbeat = heartbeats.WaitForNextTickAsync(ends).AsTask();
                }
                else if (await change)
                {
                    if (mayTell is null || await mayTell(watch.Current, ends))
                    {
                        await writer.ChangedAsync(watch.Current, ends);
                        await TellWithdrawnAsync(withdrawals, writer, ends);
                    }

                    change = watch.MoveNextAsync().AsTask();
                }
                else
                {
                    return;
                }
            }
        }
        finally
        {
            // An enumerator may not be disposed while it moves: end its move, however that goes.
            await watching.CancelAsync();
            await ((Task)change).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task TellWithdrawnAsync(WithdrawalWatch? withdrawals, EventWriter writer, CancellationToken ends)
    {
        if (withdrawals is not null && await withdrawals.LookAsync(ends) is { } notice)
        {
            await writer.WithdrawnAsync(notice, ends);
        }
    }
}
