using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Transcripts;

/// <summary>Registers the recording and indexing of conversations.</summary>
public static class TranscriptServices
{
    /// <summary>Adds the stages, the reader and the jobs.</summary>
    public static IServiceCollection AddTranscripts(this IServiceCollection services) => services
        .AddSingleton<RecordStage>()
        .AddSingleton<StoreStage>()
        .AddSingleton<CloseIdleJob>();
}
