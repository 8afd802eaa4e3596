using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Suggestions;

/// <summary>Registers the suggestion stage.</summary>
public static class SuggestionServices
{
    /// <summary>Adds the stage and what it needs.</summary>
    public static IServiceCollection AddSuggestions(this IServiceCollection services) => services.AddSingleton<SuggestStage>();
}
