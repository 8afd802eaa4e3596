using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Training.Api;

namespace Pipeline.Training.DeadLetters;

/// <summary>Asks a running host for its dead letters, by its HTTP API.</summary>
/// <param name="http">The connection.</param>
/// <param name="api">The folder of the API, with a slash at its end.</param>
/// <param name="key">The administrator's access key; null for a host without keys.</param>
public sealed class DeadLetterClient(HttpClient http, Uri api, string? key)
{
    /// <summary>The most dead letters of one page and of one order.</summary>
    public const int PageSize = 250;

    private readonly ApiClient _api = new(http, api, key);

    /// <summary>All dead letters of a source, oldest first, page after page.</summary>
    public async IAsyncEnumerable<JsonElement> ListAsync(
        string source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0L;
        while (true)
        {
            var address = string.Create(
                CultureInfo.InvariantCulture, $"deadletters?source={Uri.EscapeDataString(source)}&after={after}&limit={PageSize}");
            var page = await _api.GetAsync(address, cancellationToken);
            foreach (var letter in page.GetProperty("deadLetters").EnumerateArray())
            {
                yield return letter;
            }

            if (!page.TryGetProperty("next", out var next))
            {
                yield break;
            }

            after = next.GetInt64();
        }
    }

    /// <summary>One dead letter.</summary>
    public Task<JsonElement> ShowAsync(string source, long number, CancellationToken cancellationToken)
    {
        var place = Uri.EscapeDataString(source.Replace('/', '~'));
        var address = string.Create(CultureInfo.InvariantCulture, $"deadletters/{place}/{number}");
        return _api.GetAsync(address, cancellationToken);
    }

    /// <summary>Replays or purges dead letters, some at a time.</summary>
    /// <param name="order">replay or purge.</param>
    /// <param name="source">Their source.</param>
    /// <param name="numbers">Which ones.</param>
    /// <param name="cancellationToken">Gives up; what was done stays done.</param>
    /// <returns>How many were handled; one that is not a dead letter any more is none.</returns>
    public async Task<int> HandleAsync(
        string order, string source, IReadOnlyList<long> numbers, CancellationToken cancellationToken)
    {
        var handled = 0;
        foreach (var some in numbers.Chunk(PageSize))
        {
            var body = new JsonObject
            {
                ["source"] = source,
                ["numbers"] = new JsonArray([.. some.Select(number => (JsonNode)JsonValue.Create(number))]),
            };
            handled += (await _api.PostAsync($"deadletters/{order}", body, cancellationToken)).GetProperty("handled").GetInt32();
        }

        return handled;
    }
}
