using System.Net.Http.Headers;
using System.Text.Json;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Signatures;

namespace Pipeline.Replay;

/// <summary>Sends webhooks as the generic platform does: signed, and again while the receiver is busy, broken or away.</summary>
public sealed class GenericWebhookClient
{
    private const int MaxAttempts = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly string _secret;
    private readonly TimeProvider _clock;

    /// <summary>Sends to one address.</summary>
    /// <param name="http">The connection; its time-out is each attempt's.</param>
    /// <param name="address">The webhook's address.</param>
    /// <param name="secret">The account's secret.</param>
    /// <param name="clock">Stamps the webhooks and times the pauses.</param>
    /// <exception cref="FormatException">The secret is not one; the message does not show it.</exception>
    public GenericWebhookClient(HttpClient http, Uri address, string secret, TimeProvider clock)
    {
        SecretBytes.Read(GenericPlatform.Scheme.SecretForm, secret);
        _http = http;
        _address = address;
        _secret = secret;
        _clock = clock;
    }

    /// <summary>Sends one webhook; tries again on 429, 5xx and no answer, with doubled pauses (or as Retry-After says).</summary>
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

            await Task.Delay(pause, _clock, cancellationToken);
        }
    }

    private async Task<(WebhookAnswer Answer, TimeSpan Pause)> TryAsync(
        ReplayedEvent webhook, int attempt, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        var pause = FirstPause * Math.Pow(2, attempt - 1);
        try
        {
            using var request = Request(webhook);
            using var response = await _http.SendAsync(request, cancellationToken);
            var latency = _clock.GetElapsedTime(started);
            if (response.Headers.RetryAfter?.Delta is { } asked)
            {
                pause = asked < LongestPause ? asked : LongestPause;
            }

            var detail = response.IsSuccessStatusCode ? null : await DetailAsync(response, cancellationToken);
            return (new WebhookAnswer((int)response.StatusCode, latency, attempt, detail), pause);
        }
        catch (HttpRequestException exception)
        {
            return (new WebhookAnswer(null, _clock.GetElapsedTime(started), attempt, exception.Message), pause);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (new WebhookAnswer(null, _clock.GetElapsedTime(started), attempt, "No answer in time."), pause);
        }
    }

    private HttpRequestMessage Request(ReplayedEvent webhook)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Content = new ReadOnlyMemoryContent(webhook.Body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
            },
        };
        foreach (var (name, value) in SignedWebhook.Headers(webhook, _secret, _clock.GetUtcNow()))
        {
            request.Headers.Add(name, value);
        }

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
