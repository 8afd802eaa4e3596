using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Pipeline.Replay;

/// <summary>Sends webhooks as the generic platform does: signed, and again while the receiver is busy, broken or away.</summary>
/// <param name="http">The connection; its time-out is each attempt's.</param>
/// <param name="address">The webhook's address.</param>
/// <param name="signer">Signs.</param>
/// <param name="clock">Stamps the webhooks and times the pauses.</param>
public sealed class GenericWebhookClient(HttpClient http, Uri address, StandardWebhookSigner signer, TimeProvider clock)
{
    private const int MaxAttempts = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Sends one webhook; tries again on 429, 5xx and no answer, with a doubled pause each time (or as Retry-After says).</summary>
    public async Task<WebhookAnswer> SendAsync(ReplayedEvent webhook, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (answer, pause) = await TryAsync(webhook, attempt, cancellationToken);
            var passing = answer.Status is null or 429 or >= 500;
            if (!passing || attempt == MaxAttempts)
            {
                return answer;
            }

            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private async Task<(WebhookAnswer Answer, TimeSpan Pause)> TryAsync(
        ReplayedEvent webhook, int attempt, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var pause = FirstPause * Math.Pow(2, attempt - 1);
        try
        {
            using var request = Request(webhook);
            using var response = await http.SendAsync(request, cancellationToken);
            var latency = clock.GetElapsedTime(started);
            if (response.Headers.RetryAfter?.Delta is { } asked)
            {
                pause = asked < LongestPause ? asked : LongestPause;
            }

            var detail = response.IsSuccessStatusCode ? null : await DetailAsync(response, cancellationToken);
            return (new WebhookAnswer((int)response.StatusCode, latency, attempt, detail), pause);
        }
        catch (HttpRequestException exception)
        {
            return (new WebhookAnswer(null, clock.GetElapsedTime(started), attempt, exception.Message), pause);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (new WebhookAnswer(null, clock.GetElapsedTime(started), attempt, "No answer in time."), pause);
        }
    }

    private HttpRequestMessage Request(ReplayedEvent webhook)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ReadOnlyMemoryContent(webhook.Body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
            },
        };
        request.Headers.Add("webhook-id", webhook.WebhookId);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", signer.Sign(webhook.WebhookId, timestamp, webhook.Body.Span));
        return request;
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var problem = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return problem.RootElement.ValueKind == JsonValueKind.Object && problem.RootElement.TryGetProperty("detail", out var detail)
                ? detail.ToString()
                : response.ReasonPhrase;
        }
        catch (JsonException)
        {
            return response.ReasonPhrase;
        }
    }
}
