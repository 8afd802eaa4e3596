using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Slack;

/// <summary>
/// The calls of Slack's Web API that are made here. Slack answers 200 to what it does not do, and says in the body why
/// (docs.slack.dev/apis/web-api): that is read here, and told apart by whether trying again can help.
/// </summary>
internal static class SlackApi
{
    private const int MaxError = 64;

    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "ratelimited", "rate_limited", "message_limit_exceeded", "internal_error", "fatal_error", "service_unavailable", "request_timeout",
    };

    /// <summary>Posts a call.</summary>
    /// <returns>Why Slack did not do it, where <paramref name="expected"/> is that; null when it did.</returns>
    /// <exception cref="HttpRequestException">Later.</exception>
    /// <exception cref="PlatformRefusedException">Never: the message names Slack's error.</exception>
    public static async Task<string?> PostAsync<T>(
        PlatformApi api, Uri address, string token, string method, T body, JsonTypeInfo<T> type, string? expected, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Post, address, token, method);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        return Check(await api.SendAsync(address, request, cancellationToken), method, expected);
    }

    /// <summary>The latest messages of a channel, as Slack answers them.</summary>
    public static async Task<byte[]> HistoryAsync(PlatformApi api, Uri address, string token, string channel, int most, CancellationToken cancellationToken)
    {
        const string Method = "conversations.history";
        var query = FormattableString.Invariant($"?channel={Uri.EscapeDataString(channel)}&limit={most}");
        var answer = await api.SendAsync(address, Request(HttpMethod.Get, address, token, Method + query), cancellationToken);
        Check(answer, Method, expected: null);
        return answer;
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri address, string token, string call)
    {
        var request = new HttpRequestMessage(method, new Uri($"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{call}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private static string? Check(byte[] answer, string method, string? expected)
    {
        SlackAnswer? said;
        try
        {
            said = JsonSerializer.Deserialize(answer, SlackJson.Default.SlackAnswer);
        }
        catch (JsonException)
        {
            // A page of something between here and Slack. The parser's own message would show a part of it.
            throw new HttpRequestException($"Slack's {method} was answered with something else than JSON: later.");
        }

        if (said is null or { Ok: true })
        {
            return said is null ? throw new HttpRequestException($"Slack's {method} was answered with nothing: later.") : null;
        }

        // Named only where it looks like a name.
        var error = said.Error is { Length: > 0 and <= MaxError } name && name.All(letter => char.IsAsciiLetterLower(letter) || letter == '_')
            ? name
            : "unknown_error";
        return error == expected ? error
            : Passing.Contains(error) ? throw new HttpRequestException($"Slack's {method} was answered {error}: later.")
            : throw new PlatformRefusedException($"Slack's {method} was answered {error}.");
    }
}

/// <summary>What every answer says (docs.slack.dev/apis/web-api#responses).</summary>
internal sealed record SlackAnswer(bool Ok, string? Error);

/// <summary>A message to post (docs.slack.dev/reference/methods/chat.postMessage and chat.postEphemeral); the user is for the second only.</summary>
internal sealed record SlackNewMessage(string Channel, string Text, string? User, bool? UnfurlLinks, bool? UnfurlMedia);

/// <summary>How calls are written, and answers read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SlackAnswer))]
[JsonSerializable(typeof(SlackNewMessage))]
internal sealed partial class SlackJson : JsonSerializerContext;
