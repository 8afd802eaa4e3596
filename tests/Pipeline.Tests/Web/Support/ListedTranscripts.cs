using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;

namespace Pipeline.Tests.Web.Support;

/// <summary>Answers every query with the same conversations.</summary>
internal sealed class ListedTranscripts(params ConversationSummary[] conversations) : ITranscriptQueries
{
    public Task<TranscriptPage> QueryAsync(TranscriptQuery query, int maxRows, string? continuation, CancellationToken cancellationToken) =>
        Task.FromResult(new TranscriptPage(conversations, null));
}

/// <summary>Puts them in.</summary>
internal static class ListedServices
{
    public static IServiceCollection AddListed(this IServiceCollection services, params ConversationSummary[] conversations) =>
        services.AddSingleton<ITranscriptQueries>(new ListedTranscripts(conversations));
}
