using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Endpoints;

/// <summary>EventsEndpoint.</summary>
public static class EventsEndpoint
{
    /// <summary>GetOneAsync(HttpRequest request, string key, CancellationToken cancellationToken).</summary>
    public static Task<IResult> GetOneAsync(HttpRequest request, string key, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>GetAllAsync(HttpRequest request, CancellationToken cancellationToken).</summary>
    public static Task<IResult> GetAllAsync(HttpRequest request, CancellationToken cancellationToken) => throw new NotImplementedException();
}
