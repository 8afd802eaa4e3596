using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Delivery;

/// <summary>Registers the delivery stage.</summary>
public static class DeliveryServices
{
    /// <summary>Adds the stage and what it needs.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<OutletDirectory>()
        .AddSingleton<AudibleOutcome>()
        .AddSingleton<DeliverStage>();
}
