using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Endpoints;

/// <summary>CaptureEndpoint.</summary>
public static class CaptureEndpoint
{
    /// <summary>PostAsync(HttpRequest request, string platform, string account, CancellationToken cancellationToken).</summary>
    public static Task<IResult> PostAsync(HttpRequest request, string platform, string account, CancellationToken cancellationToken) => throw new NotImplementedException();
}
