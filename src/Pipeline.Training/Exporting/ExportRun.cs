using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Pipeline.Training.Api;

namespace Pipeline.Training.Exporting;

/// <summary>Fetches an export part by part until there is no more, and goes on behind the last row when a connection breaks.</summary>
/// <param name="http">The connection.</param>
/// <param name="api">The folder of the API, with a slash at its end.</param>
/// <param name="key">The access key; null for a host without keys.</param>
/// <param name="clock">Waits between tries.</param>
internal sealed class ExportRun(HttpClient http, Uri api, string? key, TimeProvider clock)
{
    private const int MaxTries = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>Fetches all rows that the file lacks.</summary>
    /// <param name="query">The query of the export, without <c>after</c> and <c>header</c>.</param>
    /// <param name="file">Where rows go.</param>
    /// <param name="progress">Hears how many rows there are, after each part.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">The host refused, or could not be asked several times in a row.</exception>
    public async Task RunAsync(string query, ExportFile file, Action<int> progress, CancellationToken cancellationToken)
    {
        var failures = 0;
        while (true)
        {
            var (before, isComplete) = (file.Rows, false);
            try
            {
                isComplete = await PartAsync(query, file, cancellationToken);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException
                || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
            {
                failures = file.Rows > before ? 1 : failures + 1;
                if (failures == MaxTries)
                {
                    throw new ApiException($"{api} cannot be read: {exception.Message}", exception);
                }

                file.EndPart();
                progress(file.Rows);
                await Task.Delay(FirstPause * failures, clock, cancellationToken);
                continue;
            }

            file.EndPart();
            progress(file.Rows);
            failures = 0;

            // Behind a proxy that drops trailers, a part without rows is the end.
            if (isComplete || file.Rows == before)
            {
                return;
            }
        }
    }

    private async Task<bool> PartAsync(string query, ExportFile file, CancellationToken cancellationToken)
    {
        var after = file.Last is { } last ? $"&after={last}" : "";
        var header = file.IsEmpty ? "" : "&header=false";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(api, $"transcripts/export?{query}{after}{header}"));
        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new ApiException($"The host answered {(int)response.StatusCode}: {await DetailAsync(response, cancellationToken)}")
            {
                Status = (int)response.StatusCode,
            };
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[1 << 16];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            file.Write(buffer.AsSpan(0, read));
        }

        return response.TrailingHeaders.TryGetValues("Export-End", out var ends) && ends.Contains("complete");
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            return problem.RootElement.GetProperty("detail").GetString();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return response.ReasonPhrase;
        }
    }
}
