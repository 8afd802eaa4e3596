using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Speaking;

namespace Pipeline.Suggestions;

/// <summary>Registers the suggestion stage, and what decides when it is heard.</summary>
public static class SuggestionServices
{
    /// <summary>
    /// Adds the stage, the phrase library and its seed. The host binds <see cref="SuggestionOptions"/> to its section of the configuration.
    /// </summary>
    public static IServiceCollection AddSuggestions(this IServiceCollection services)
    {
        services.AddOptions<SuggestionOptions>().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SuggestionOptions>, SuggestionOptionsValidation>()
            .AddSingleton<PhraseLibrary>()
            .AddSingleton<ISeed, PhraseSeed>()
            .AddSingleton<SuggestStage>()
            .AddSingleton<SuggestionDesk>()
            .AddSingleton<FeedbackRecorder>()
            .AddSingleton<SuggestionHistory>()
            .AddSingleton<SuggestionReporter>()
            .AddSingleton<BrandWeightsSource>()
            .AddSingleton<LearnAcceptanceJob>()
            .AddSingleton<SilenceWatchJob>()
            .AddSingleton<ISpeakingPolicy, SpeakingPolicy>()
            .AddSingleton<ISuggestionSources, LibrarySources>();
    }
}
