using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;
using Pipeline.Ports;
using Pipeline.Suggestions.Drafting;

namespace Pipeline.OpenAI;

/// <summary>
/// Asks OpenAI, Azure OpenAI or a server that speaks as they do. One try, no redirects: the library's suggestions stand in, and the text goes
/// nowhere but to the configured host.
/// </summary>
public sealed class OpenAIDrafter : IReplyDrafter, IDisposable
{
    private static readonly BinaryData Schema = BinaryData.FromString("""
        {"type":"object","additionalProperties":false,"required":["sentences"],"properties":{"sentences":{"type":"array","items":
        {"type":"object","additionalProperties":false,"required":["text","source"],"properties":{"text":{"type":"string"},"source":{"type":["string","null"]}}}}}}
        """);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) });
    private readonly ChatClient _chat;
    private readonly bool _structured;
    private readonly TimeProvider _clock;

    /// <summary>A drafter at the endpoint of the settings.</summary>
    public OpenAIDrafter(IOptions<DraftingOptions> options, TimeProvider clock)
    {
        var settings = options.Value;
        _clock = clock;
        _structured = settings.StructuredOutput;

        // A server without keys still gets a header: the client wants one.
        var key = string.IsNullOrWhiteSpace(settings.Key) ? "none" : settings.Key;
        _chat = new ChatClient(settings.Model!, new ApiKeyCredential(key), new OpenAIClientOptions
        {
            Endpoint = new Uri(settings.Endpoint!),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = settings.Patience,
            Transport = new HttpClientPipelineTransport(_http),
        });
    }

    /// <inheritdoc/>
    public async ValueTask<string> DraftAsync(DraftPrompt prompt, CancellationToken cancellationToken)
    {
        var options = new ChatCompletionOptions
        {
            MaxOutputTokenCount = prompt.MaxTokens,
            Temperature = 0,
            ResponseFormat = _structured
                ? ChatResponseFormat.CreateJsonSchemaFormat("draft", Schema, jsonSchemaIsStrict: true)
                : ChatResponseFormat.CreateJsonObjectFormat(),
        };
        try
        {
            ChatCompletion completion = await _chat.CompleteChatAsync(
                [new SystemChatMessage(prompt.Instructions), new UserChatMessage(prompt.Material)], options, cancellationToken);
            return string.Concat(completion.Content.Select(part => part.Text));
        }
        catch (ClientResultException failure) when (failure.Status is 429 or 503)
        {
            throw new DrafterBusyException($"The language model's service answered {failure.Status}.", RetryAfter(failure), failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private TimeSpan? RetryAfter(ClientResultException failure)
    {
        if (failure.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var value) != true)
        {
            return null;
        }

        var now = _clock.GetUtcNow();
        return double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(1).TotalSeconds))
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? (date > now ? date - now : TimeSpan.Zero)
                : null;
    }
}
