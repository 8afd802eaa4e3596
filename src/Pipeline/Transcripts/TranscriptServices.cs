using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Transcripts.Export;
using Pipeline.Transcripts.Floor;
using Pipeline.Transcripts.Index;
using Pipeline.Transcripts.Provenance;
using Pipeline.Transcripts.Queries;
using Pipeline.Transcripts.Search;
using Pipeline.Transcripts.Search.Upkeep;

namespace Pipeline.Transcripts;

/// <summary>Registers the recording, indexing and reading of conversations.</summary>
public static class TranscriptServices
{
    /// <summary>Adds the stages, the readers and the job.</summary>
    public static IServiceCollection AddTranscripts(this IServiceCollection services)
    {
        services.AddOptions<TranscriptOptions>()
            .Validate(options => options.IdleAfter > TimeSpan.Zero, "Transcripts:IdleAfter must be more than zero.")
            .Validate(options => options.ProjectionPatience > TimeSpan.Zero, "Transcripts:ProjectionPatience must be more than zero.")
            .ValidateOnStart();
        services.AddOptions<ExportOptions>()
            .Validate(options => options.MaxPart > TimeSpan.Zero, "Export:MaxPart must be more than zero.")
            .ValidateOnStart();
        return services
            .AddSingleton<RecordStage>()
            .AddSingleton<TranscriptIndexer>()
            .AddSingleton<ITranscriptIndexer>(provider => provider.GetRequiredService<TranscriptIndexer>())
            .AddSingleton<IClosedRecords>(provider => provider.GetRequiredService<TranscriptIndexer>())
            .AddSingleton<ITranscriptReindex, TranscriptReindex>()
            .AddSingleton<ITranscriptQueries, TranscriptQueries>()
            .AddSingleton<StoreStage>()
            .AddSingleton<TranscriptSeals>()
            .AddSingleton<IConversationProjection>(provider => provider.GetRequiredService<TranscriptSeals>())
            .AddSingleton<WholeTranscripts>()
            .AddSingleton<TranscriptExport>()
            .AddSingleton<ExportListing>()
            .AddSingleton<CloseIdleJob>()
            .AddSingleton<IConversationFloor, FloorDesk>()
            .AddSingleton<IOpenConversations, OpenConversations>()
            .AddSingleton<IReturningCustomers, ReturningCustomers>()
            .AddSingleton<ICustomerHashes, CustomerHashes>()
            .AddSingleton<IConversationProjection, SearchProjection>()
            .AddSingleton<ITranscriptSearch, TranscriptSearchIndex>()
            .AddSingleton<TranscriptSearchUpkeep>()
            .AddSingleton<ITranscriptSearchUpkeep>(provider => provider.GetRequiredService<TranscriptSearchUpkeep>())
            .AddSingleton<ICustomerConversations, CustomerConversations>()
            .AddSingleton<IPersonalStore, IndexStore>()
            .AddSingleton<IPersonalStore, SearchStore>()
            .AddSingleton<IPersonalStore, SealStore>()
            .AddSingleton<IPersonalStore, ConversationStore>()
            .AddSingleton<TranscriptReader>()
            .AddSingleton<ITranscripts>(provider => provider.GetRequiredService<TranscriptReader>())
            .AddSingleton<IConversationRecords>(provider => provider.GetRequiredService<TranscriptReader>())
            .AddSingleton<IConversationReader>(provider => provider.GetRequiredService<TranscriptReader>())
            .AddSingleton<IStandingReader>(provider => provider.GetRequiredService<TranscriptReader>());
    }
}
