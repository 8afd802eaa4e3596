using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Training.Api;

/// <summary>Asks a running host by its HTTP API.</summary>
/// <param name="http">The connection.</param>
/// <param name="api">The folder of the API, with a slash at its end.</param>
/// <param name="key">The access key; null for a host without keys.</param>
public sealed class ApiClient(HttpClient http, Uri api, string? key)
{
    /// <summary>The variable that holds the access key.</summary>
    public const string KeyVariable = "PIPELINE_ACCESS_KEY";

    /// <summary>Reads what an address below the folder answers.</summary>
    /// <exception cref="ApiException">The host refused, or could not be asked.</exception>
    public Task<JsonElement> GetAsync(string address, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(api, address)), cancellationToken);

    /// <summary>Gives an order to an address below the folder.</summary>
    /// <exception cref="ApiException">The host refused, or could not be asked.</exception>
    public Task<JsonElement> PostAsync(string address, JsonObject? order, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, address));
        if (order is not null)
        {
            request.Content = new StringContent(order.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return SendAsync(request, cancellationToken);
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
                    : throw new ApiException($"The host answered {(int)response.StatusCode}: {Detail(answer)}")
                    {
                        Status = (int)response.StatusCode,
                        RetryAfter = response.Headers.RetryAfter?.Delta,
                    };
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
