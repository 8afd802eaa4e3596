using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Capture;
using Pipeline.Delivery;
using Pipeline.Flow;
using Pipeline.Protection;
using Pipeline.Quality;
using Pipeline.Quality.Knowledge;
using Pipeline.Routing;
using Pipeline.Scoring;
using Pipeline.Scoring.PersonalData;
using Pipeline.Scoring.PersonalData.Names;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Drafting.Guard;
using Pipeline.Suggestions.Replies;
using Pipeline.Sweep;
using Pipeline.Transcripts;

namespace Pipeline;

/// <summary>Registers the whole path. The host adds the ports: the bus, the tables, and optionally another analyser.</summary>
public static class PipelineServices
{
    /// <summary>Adds every stage and the runner of routes.</summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<RouteRunner>()
            .AddCapture()
            .AddScoring()
            .AddTranscripts()
            .AddSuggestions()
            .AddSingleton(DraftGuard)
            .AddSingleton(ReplyGate)
            .AddRouting()
            .AddDelivery()
            .AddSweep()
            .AddQuality()
            .AddKnowledge()
            .AddProtection(ConversationFlow.Topology);
    }

    // What one room finds, another refuses; neither knows the other.
    private static DraftGuard DraftGuard(IServiceProvider provider) => new(PersonalData(provider));

    private static ReplyGate ReplyGate(IServiceProvider provider) =>
        new(new(PersonalData(provider), NameWords.IsName, NameWords.CanBeName, NameWords.IsOrdinary));

    private static Func<string, IReadOnlyList<string>> PersonalData(IServiceProvider provider)
    {
        var masker = provider.GetRequiredService<PersonalDataMasker>();
        return text => [.. masker.Entities(text).Select(entity => entity.Text)];
    }
}
