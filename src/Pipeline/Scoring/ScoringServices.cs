using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Ports;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Scoring;

/// <summary>Registers the scoring stage.</summary>
public static class ScoringServices
{
    /// <summary>
    /// Adds the stage and what it needs. A host that adds another <see cref="ITextAnalyzer"/> keeps the local one as its stand-in.
    /// </summary>
    public static IServiceCollection AddScoring(this IServiceCollection services)
    {
        services.TryAddSingleton<ITextAnalyzer>(provider => provider.GetRequiredService<LexiconAnalyzer>());
        return services
            .AddSingleton<LexiconAnalyzer>()
            .AddSingleton<PersonalDataMasker>()
            .AddSingleton<ScoreStage>();
    }
}
