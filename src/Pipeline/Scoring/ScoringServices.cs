using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Scoring.Fallback;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Scoring;

/// <summary>Registers the scoring stage.</summary>
public static class ScoringServices
{
    /// <summary>
    /// Adds the stage and what it needs. A host that adds another <see cref="ITextAnalyzer"/>, before or after, has it guarded, with the
    /// local one as its stand-in. The host binds <see cref="ScoringOptions"/> to its section of the configuration.
    /// </summary>
    public static IServiceCollection AddScoring(this IServiceCollection services)
    {
        services.TryAddSingleton<ITextAnalyzer>(provider => provider.GetRequiredService<CareAnalyzer>());
        services.AddOptions<ScoringOptions>().ValidateOnStart();
        services.AddOptions<PersonalDataOptions>().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<ScoringOptions>, ScoringOptionsValidation>()
            .AddSingleton<CareAnalyzer>()
            .AddSingleton<GuardedAnalyzer>()
            .AddSingleton<IValidateOptions<PersonalDataOptions>, PersonalDataOptionsValidation>()
            .AddSingleton(provider => new PersonalDataMasker(provider.GetRequiredService<IOptions<PersonalDataOptions>>().Value))
            .AddSingleton<ITextMasker, TextMasker>()
            .AddSingleton<ScoreStage>();
    }
}
