using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Answers;

/// <summary>The headers that keep a browser from making anything else of an answer of the API than what it is.</summary>
internal static class SecurityHeaders
{
    /// <summary>An answer of the API is data: it loads nothing, and stands in nobody's frame.</summary>
    public const string ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Adds them, before the answer starts.</summary>
    public static void AddSecurityHeaders(this HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;

        // Another site's page may not even load it as a picture or a script to see how large it is.
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
