using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Endpoints;

/// <summary>HealthEndpoint.</summary>
public static class HealthEndpoint
{
    /// <summary>GetAsync(HttpRequest request, CancellationToken cancellationToken).</summary>
    public static Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>GetLiveAsync(HttpRequest request, CancellationToken cancellationToken).</summary>
    public static Task<IResult> GetLiveAsync(HttpRequest request, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>GetReadyAsync(HttpRequest request, CancellationToken cancellationToken).</summary>
    public static Task<IResult> GetReadyAsync(HttpRequest request, CancellationToken cancellationToken) => throw new NotImplementedException();
}
