using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Endpoints;

/// <summary>ConversationEndpoint.</summary>
public static class ConversationEndpoint
{
    /// <summary>GetAsync(HttpRequest request, string key, CancellationToken cancellationToken).</summary>
    public static Task<IResult> GetAsync(HttpRequest request, string key, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>GetSuggestionsAsync(HttpRequest request, string key, CancellationToken cancellationToken).</summary>
    public static Task<IResult> GetSuggestionsAsync(HttpRequest request, string key, CancellationToken cancellationToken) => throw new NotImplementedException();
}
