using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Endpoints;

/// <summary>TranscriptsEndpoint.</summary>
public static class TranscriptsEndpoint
{
    /// <summary>GetAsync(HttpRequest request, CancellationToken cancellationToken).</summary>
    public static Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) => throw new NotImplementedException();
}
