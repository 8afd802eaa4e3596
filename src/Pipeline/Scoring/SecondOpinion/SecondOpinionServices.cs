using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pipeline.Ports;

namespace Pipeline.Scoring.SecondOpinion;

/// <summary>Registers the second opinion.</summary>
public static class SecondOpinionServices
{
    /// <summary>
    /// Has the scoring stage ask an analyser for a second opinion where the local one is unsure. The host binds
    /// <see cref="SecondOpinionOptions"/> to its section of the configuration.
    /// </summary>
    /// <typeparam name="TAnalyzer">The service that is asked.</typeparam>
    public static IServiceCollection AddSecondOpinion<TAnalyzer>(this IServiceCollection services)
        where TAnalyzer : class, ITextAnalyzer
    {
        services.TryAddSingleton<ISentimentConfidence, ModelConfidence>();
        services.AddOptions<SecondOpinionOptions>().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SecondOpinionOptions>, SecondOpinionOptionsValidation>()
            .AddSingleton<ITextAnalyzer, TAnalyzer>()
            .AddSingleton<SecondOpinionAnalyzer>();
    }
}
