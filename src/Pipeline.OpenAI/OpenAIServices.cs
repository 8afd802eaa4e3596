using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Suggestions.Drafting;

namespace Pipeline.OpenAI;

/// <summary>Registers the language model that drafts replies.</summary>
public static class OpenAIServices
{
    /// <summary>Adds it when <c>Drafting:Endpoint</c> is set, else nothing.</summary>
    public static IServiceCollection AddDrafting(this IServiceCollection services, IConfiguration configuration) =>
        string.IsNullOrWhiteSpace(configuration[$"{DraftingOptions.Section}:{nameof(DraftingOptions.Endpoint)}"])
            ? services
            : services.AddSingleton<IReplyDrafter, OpenAIDrafter>();
}
