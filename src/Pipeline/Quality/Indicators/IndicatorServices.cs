using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Ports;

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
            .AddSingleton<IConversationMeasurer, ConversationMeasurer>();
    }
}
