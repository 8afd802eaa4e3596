using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Events;

/// <summary>Writes server-sent events (WHATWG HTML, "Server-sent events"); each is flushed at once.</summary>
internal sealed class EventWriter(HttpResponse response, long lastId)
{
    /// <summary>How long a watcher waits before it connects again after a connection that broke.</summary>
    private const int RetryMilliseconds = 3000;

    /// <summary>The same after one that we ended, when nothing is wrong.</summary>
    private const int RetrySoonMilliseconds = 250;

    private long _lastId = lastId;

    /// <summary>The first event: the watcher may have missed changes, and reads all it shows.</summary>
    public Task HelloAsync(CancellationToken cancellationToken) =>
        WriteAsync($"retry: {RetryMilliseconds}\nevent: hello\ndata: {{}}\n\n", cancellationToken);

    /// <summary>A conversation changed.</summary>
    public Task ChangedAsync(string key, CancellationToken cancellationToken)
    {
        var id = (++_lastId).ToString(CultureInfo.InvariantCulture);
        var data = JsonSerializer.Serialize(new ChangeNotice(key), WebJson.Default.ChangeNotice);
        return WriteAsync($"id: {id}\nevent: changed\ndata: {data}\n\n", cancellationToken);
    }

    /// <summary>Suggestions were withdrawn.</summary>
    public Task WithdrawnAsync(WithdrawalNotice notice, CancellationToken cancellationToken)
    {
        var id = (++_lastId).ToString(CultureInfo.InvariantCulture);
        var data = JsonSerializer.Serialize(notice, WebJson.Default.WithdrawalNotice);
        return WriteAsync($"id: {id}\nevent: withdrawn\ndata: {data}\n\n", cancellationToken);
    }

    /// <summary>A comment, which watchers skip: it keeps whatever is between from closing an idle connection.</summary>
    public Task HeartbeatAsync(CancellationToken cancellationToken) => WriteAsync(": still here\n\n", cancellationToken);

    /// <summary>The last words of a connection that we end.</summary>
    public Task GoodbyeAsync(CancellationToken cancellationToken) => WriteAsync($"retry: {RetrySoonMilliseconds}\n\n", cancellationToken);

    private async Task WriteAsync(string frame, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(frame), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
