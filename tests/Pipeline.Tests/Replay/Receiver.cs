using System.Net;
using System.Text;
using System.Text.Json;

namespace Pipeline.Tests.Replay;

/// <summary>Stands for the webhook's host: keeps the requests and answers as told.</summary>
internal sealed class Receiver(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly List<(HttpRequestMessage Request, byte[] Body)> _requests = [];

    public Receiver()
        : this(_ => new HttpResponseMessage(HttpStatusCode.Accepted))
    {
    }

    public IReadOnlyList<(HttpRequestMessage Request, byte[] Body)> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>The requests as "conversation/event", in the order of arrival.</summary>
    public IReadOnlyList<string> Events => [.. Requests.Select(request =>
    {
        var data = JsonElement.Parse(request.Body).GetProperty("data");
        return $"{data.GetProperty("conversation_id").GetString()}/{data.GetProperty("id").GetString()}";
    })];

    public static HttpResponseMessage Problem(HttpStatusCode status, string detail) => new(status)
    {
        Content = new StringContent($$"""{"detail":"{{detail}}"}""", Encoding.UTF8, "application/problem+json"),
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        int index;
        lock (_lock)
        {
            index = _requests.Count;
            _requests.Add((request, body));
        }

        return answer(index);
    }
}
