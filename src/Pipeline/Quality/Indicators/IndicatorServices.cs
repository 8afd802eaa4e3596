using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Quality.Reports;

namespace Pipeline.Quality.Indicators;

/// <summary>Registers the indicators.</summary>
internal static class IndicatorServices
{
    public static IServiceCollection AddIndicators(this IServiceCollection services)
    {
        services.AddOptions<IndicatorOptions>().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<IndicatorOptions>, IndicatorOptionsValidation>()
            .AddSingleton<JourneyMap>()
            .AddSingleton<IConversationMeasurer, ConversationMeasurer>()
            .AddSingleton<IConversationProjection, IndicatorProjection>()
            .AddSingleton<RollUps>()
            .AddSingleton<RollUpJob>()
            .AddSingleton<GroupReporter>()
            .AddSingleton<IrritantReporter>()
            .AddSingleton<ConsistencyReporter>()
            .AddSingleton<DigestReporter>();
    }
}
