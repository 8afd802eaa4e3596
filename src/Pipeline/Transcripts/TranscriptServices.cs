using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Transcripts.Floor;
using Pipeline.Transcripts.Index;

namespace Pipeline.Transcripts;

/// <summary>Registers the recording, indexing and reading of conversations.</summary>
public static class TranscriptServices
{
    /// <summary>Adds the stages, the readers and the job.</summary>
    public static IServiceCollection AddTranscripts(this IServiceCollection services)
    {
        services.AddOptions<TranscriptOptions>()
            .Validate(options => options.IdleAfter > TimeSpan.Zero, "Transcripts:IdleAfter must be more than zero.")
            .ValidateOnStart();
        return services
            .AddSingleton<RecordStage>()
            .AddSingleton<ITranscriptIndexer, TranscriptIndexer>()
            .AddSingleton<StoreStage>()
            .AddSingleton<CloseIdleJob>()
            .AddSingleton<IConversationFloor, FloorDesk>()
            .AddSingleton<IOpenConversations, OpenConversations>()
            .AddSingleton<IReturningCustomers, ReturningCustomers>()
            .AddSingleton<ICustomerConversations, CustomerConversations>()
            .AddSingleton<IPersonalStore, IndexStore>()
            .AddSingleton<IPersonalStore, ConversationStore>()
            .AddSingleton<TranscriptReader>()
            .AddSingleton<ITranscripts>(provider => provider.GetRequiredService<TranscriptReader>())
            .AddSingleton<IConversationRecords>(provider => provider.GetRequiredService<TranscriptReader>())
            .AddSingleton<IConversationReader>(provider => provider.GetRequiredService<TranscriptReader>())
            .AddSingleton<IStandingReader>(provider => provider.GetRequiredService<TranscriptReader>());
    }
}
