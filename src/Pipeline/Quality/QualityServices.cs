using Microsoft.Extensions.DependencyInjection;
using Pipeline.Quality.Indicators;
using Pipeline.Quality.Review;

namespace Pipeline.Quality;

/// <summary>Registers what quality teams work with.</summary>
public static class QualityServices
{
    /// <summary>Adds the indicators, the reports and quality review.</summary>
    public static IServiceCollection AddQuality(this IServiceCollection services) => services.AddIndicators().AddReview();
}
