using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Training.DeadLetters;

/// <summary>Asks a running host for its dead letters, by its HTTP API.</summary>
/// <param name="http">The connection.</param>
/// <param name="api">The folder of the API, with a slash at its end.</param>
/// <param name="key">The administrator's access key; null for a host without keys.</param>
public sealed class DeadLetterClient(HttpClient http, Uri api, string? key)
{
    /// <summary>The most dead letters of one page and of one order.</summary>
    public const int PageSize = 250;

    /// <summary>All dead letters of a source, oldest first, page after page.</summary>
    public async IAsyncEnumerable<JsonElement> ListAsync(
        string source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0L;
        while (true)
        {
            var address = string.Create(
                CultureInfo.InvariantCulture, $"deadletters?source={Uri.EscapeDataString(source)}&after={after}&limit={PageSize}");
            var page = await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(api, address)), cancellationToken);
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
        return SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(api, address)), cancellationToken);
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
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, $"deadletters/{order}"))
            {
                Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
            };
            handled += (await SendAsync(request, cancellationToken)).GetProperty("handled").GetInt32();
        }

        return handled;
    }

    private async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            if (key is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            }

            try
            {
                using var response = await http.SendAsync(request, cancellationToken);
                var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
                return response.IsSuccessStatusCode
                    ? answer
                    : throw new ApiException($"The host answered {(int)response.StatusCode}: {Detail(answer)}");
            }
            catch (HttpRequestException exception)
            {
                throw new ApiException($"{api} cannot be asked: {exception.Message}", exception);
            }
            catch (JsonException exception)
            {
                throw new ApiException($"{api} answered something else than JSON; is it the API's address?", exception);
            }
            catch (TaskCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new ApiException($"{api} did not answer in time.", exception);
            }
        }
    }

    private static string? Detail(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("detail", out var detail) ? detail.GetString() : null;
}
