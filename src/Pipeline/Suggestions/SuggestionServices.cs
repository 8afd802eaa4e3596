using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Suggestions.Drafting;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions;

/// <summary>Registers the suggestion stage.</summary>
public static class SuggestionServices
{
    /// <summary>
    /// Adds the stage, the phrase library and its seed. The host binds <see cref="SuggestionOptions"/> to its section of the configuration.
    /// </summary>
    public static IServiceCollection AddSuggestions(this IServiceCollection services)
    {
        services.AddOptions<SuggestionOptions>().ValidateOnStart();
        services.AddOptions<DraftingOptions>().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DraftingOptions>, DraftingOptionsValidation>()
            .AddSingleton<CheckedDrafter>()
            .AddSingleton<DraftRequests>()
            .AddSingleton<DraftStage>()
            .AddSingleton<IValidateOptions<SuggestionOptions>, SuggestionOptionsValidation>()
            .AddSingleton<PhraseLibrary>()
            .AddSingleton<ISeed, PhraseSeed>()
            .AddSingleton<SuggestStage>();
    }
}
