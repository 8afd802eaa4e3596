using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Capture;
using Pipeline.Protection;
using Pipeline.Quality.Indicators;
using Pipeline.Quality.Knowledge;
using Pipeline.Scoring.Fallback;
using Pipeline.Scoring.PersonalData;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Drafting;
using Pipeline.Sweep;
using Pipeline.Transcripts;
using Pipeline.Transcripts.Export;
using Pipeline.Web.Access;

namespace Pipeline.Web;

/// <summary>Reads the settings of the rooms from the configuration, the same in both hosts.</summary>
public static class PipelineSettings
{
    /// <summary>Binds each room's options to its section.</summary>
    public static IServiceCollection AddPipelineSettings(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<PlatformOptions>(configuration.GetSection(PlatformOptions.Section))
        .Configure<AccessOptions>(configuration.GetSection(AccessOptions.Section))
        .Configure<ScoringOptions>(configuration.GetSection(ScoringOptions.Section))
        .Configure<PersonalDataOptions>(configuration.GetSection(PersonalDataOptions.Section))
        .Configure<SuggestionOptions>(configuration.GetSection(SuggestionOptions.Section))
        .Configure<KnowledgeOptions>(configuration.GetSection(KnowledgeOptions.Section))
        .Configure<DraftingOptions>(configuration.GetSection(DraftingOptions.Section))
        .Configure<SweepOptions>(configuration.GetSection(SweepOptions.Section))
        .Configure<ExportOptions>(configuration.GetSection(ExportOptions.Section))
        .Configure<IndicatorOptions>(configuration.GetSection(IndicatorOptions.Section))
        .Configure<ProtectionOptions>(configuration.GetSection(ProtectionOptions.Section))
        .Configure<TranscriptOptions>(configuration.GetSection(TranscriptOptions.Section));
}
