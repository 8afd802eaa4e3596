using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Training.Api;

namespace Pipeline.Training.Rescoring;

/// <summary>Conversations read from a running host by its HTTP API, which audits each reading. A host that says it is busy is waited for.</summary>
/// <param name="api">The host.</param>
/// <param name="clock">Times the waiting.</param>
internal sealed class HostConversations(ApiClient api, TimeProvider clock) : IStoredConversations
{
    // The most that the API gives at once.
    private const int PageSize = 200;

    // Within the limit of requests a token comes back in less than a second, so one who is sent away so often in a row is not within it.
    private const int MostWaits = 20;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ConversationSummary> ListDayAsync(DateOnly day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = "";
        do
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"transcripts?day={day:yyyy-MM-dd}&limit={PageSize}{next}");
            var page = await GetAsync(address, PipelineJson.Default.TranscriptPage, cancellationToken);
            foreach (var summary in page.Conversations)
            {
                yield return summary;
            }

            next = page.Continuation is { } continuation ? $"&continuation={Uri.EscapeDataString(continuation)}" : null;
        }
        while (next is not null);
    }

    /// <inheritdoc/>
    public async Task<ConversationTranscript?> ReadAsync(string conversationKey, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(
                $"conversations/{Uri.EscapeDataString(conversationKey)}", PipelineJson.Default.ConversationTranscript, cancellationToken);
        }
        catch (ApiException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    private async Task<T> GetAsync<T>(string address, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        for (var waits = 0; ; waits++)
        {
            try
            {
                var answer = await api.GetAsync(address, cancellationToken);
                return answer.Deserialize(type) ?? throw new ApiException("The host answered with nothing.");
            }
            catch (ApiException exception) when (exception.Status is 429 or 503 && waits < MostWaits)
            {
                var asked = exception.RetryAfter ?? ShortestWait;
                await Task.Delay(asked < LongestWait ? asked : LongestWait, clock, cancellationToken);
            }
            catch (JsonException exception)
            {
                throw new ApiException("The host answered with something else than this version understands.", exception);
            }
        }
    }
}
