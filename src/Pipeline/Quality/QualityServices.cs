using Microsoft.Extensions.DependencyInjection;
using Pipeline.Quality.Indicators;

namespace Pipeline.Quality;

/// <summary>Registers what quality teams work with.</summary>
public static class QualityServices
{
    /// <summary>Adds the indicators and the reports.</summary>
    public static IServiceCollection AddQuality(this IServiceCollection services) => services.AddIndicators();
}
