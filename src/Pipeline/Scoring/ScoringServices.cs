using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Scoring;

/// <summary>Registers the scoring stage.</summary>
public static class ScoringServices
{
    /// <summary>Adds the stage and what it needs.</summary>
    public static IServiceCollection AddScoring(this IServiceCollection services) => services.AddSingleton<ScoreStage>();
}
