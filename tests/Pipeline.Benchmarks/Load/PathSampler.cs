using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Replay;

namespace Pipeline.Benchmarks.Load;

/// <summary>
/// Sends single customer messages in conversations of their own while the load runs, and reads each conversation until the message and then
/// its suggestions are there. What it measures includes up to one pause between two readings.
/// </summary>
internal sealed class PathSampler(LoadOrder order, SignedRequest requests, IReadOnlyList<RecordedConversation> conversations)
{
    private static readonly TimeSpan ReadEvery = TimeSpan.FromMilliseconds(4);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly Lock _lock = new();

    /// <summary>The times to the stored transcript.</summary>
    public List<TimeSpan> Transcripts { get; } = [];

    /// <summary>The times to the visible suggestion.</summary>
    public List<TimeSpan> Suggestions { get; } = [];

    /// <summary>How many webhooks it sent itself.</summary>
    public int Accepted => Suggestions.Count;

    public async Task RunAsync(int lane, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = order.Webhook };
        using var connection = await LoadConnection.OpenAsync(order.Webhook, cancellationToken);
        var started = _clock.GetTimestamp();
        for (var number = 0; _clock.GetElapsedTime(started) < order.Duration; number++)
        {
            var recorded = conversations[number % conversations.Count];
            if (recorded.Turns.FirstOrDefault(turn => turn.Role == SenderRole.Customer) is not { } turn)
            {
                continue;
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"{recorded.Id}-{order.Run}-sample-{lane}-{number}");
            var single = recorded with { Turns = [turn with { At = TimeSpan.Zero }] };
            var happening = ReplayScript.Write(single, id, _clock.GetUtcNow() - TimeSpan.FromSeconds(1))[0];
            await MeasureAsync(http, connection, id, happening, cancellationToken);
            await Task.Delay(Between, _clock, cancellationToken);
        }
    }

    private async Task MeasureAsync(
        HttpClient http, LoadConnection connection, string id, ReplayedEvent happening, CancellationToken cancellationToken)
    {
        var address = $"/api/conversations/{Uri.EscapeDataString(ConversationKeys.Conversation("generic", "demo", id))}";
        var request = requests.Write(happening);
        var sent = _clock.GetTimestamp();
        await connection.SendAsync(request, cancellationToken);
        TimeSpan? stored = null;
        while (true)
        {
            var message = await ReadAsync(http, address, cancellationToken);
            var elapsed = _clock.GetElapsedTime(sent);
            stored ??= message is null ? null : elapsed;
            if (message is { } found && found.TryGetProperty("suggestions", out _))
            {
                lock (_lock)
                {
                    Transcripts.Add(stored!.Value);
                    Suggestions.Add(elapsed);
                }

                return;
            }

            if (elapsed > Patience)
            {
                throw new InvalidOperationException($"{address} has no suggestions after {Patience}.");
            }

            await Task.Delay(ReadEvery, _clock, cancellationToken);
        }
    }

    private static async Task<JsonElement?> ReadAsync(HttpClient http, string address, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(address, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        answer.EnsureSuccessStatusCode();
        var transcript = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return transcript.GetProperty("messages").EnumerateArray().Select(message => (JsonElement?)message).FirstOrDefault();
    }
}
