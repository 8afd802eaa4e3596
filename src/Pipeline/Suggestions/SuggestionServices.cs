using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Drafting;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Exchange;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Linting;
using Pipeline.Suggestions.Proposals;
using Pipeline.Suggestions.Provenance;
using Pipeline.Suggestions.Replies;
using Pipeline.Suggestions.Speaking;

namespace Pipeline.Suggestions;

/// <summary>Registers the suggestion stage, and what decides when it is heard.</summary>
public static class SuggestionServices
{
    /// <summary>
    /// Adds the stage, the libraries of phrases and articles, how they are edited, and their seeds. The host binds <see cref="SuggestionOptions"/> to its section of the configuration.
    /// </summary>
    public static IServiceCollection AddSuggestions(this IServiceCollection services)
    {
        services.AddOptions<SuggestionOptions>().ValidateOnStart();
        services.AddOptions<DraftingOptions>().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DraftingOptions>, DraftingOptionsValidation>()
            .AddSingleton<CheckedDrafter>()
            .AddSingleton<DraftRequests>()
            .AddSingleton<IDraftFacts, ArticleFacts>()
            .AddSingleton<DraftStage>()
            .AddSingleton<IValidateOptions<SuggestionOptions>, SuggestionOptionsValidation>()
            .AddSingleton<PhraseLibrary>()
            .AddSingleton<ICandidateSource>(services => services.GetRequiredService<PhraseLibrary>())
            .AddSingleton(services => new LibraryEditor<PhraseDraft, Phrase>(
                PhraseTable.Instance, services.GetRequiredService<ITables>(), services.GetRequiredService<TimeProvider>()))
            .AddSingleton<KnowledgeLibrary>()
            .AddSingleton<ICandidateSource>(services => services.GetRequiredService<KnowledgeLibrary>())
            .AddSingleton(services => new LibraryEditor<ArticleDraft, Article>(
                ArticleTable.Instance, services.GetRequiredService<ITables>(), services.GetRequiredService<TimeProvider>()))
            .AddSingleton(services => new TextFeedback<PhraseDraft, Phrase>(
                PhraseTable.Instance, services.GetRequiredService<ITables>(), services.GetRequiredService<TimeProvider>()))
            .AddSingleton<ILibraryProposals, LibraryProposals>()
            .AddSingleton<LibraryImport<PhraseDraft, Phrase>>()
            .AddSingleton<LibraryImport<ArticleDraft, Article>>()
            .AddSingleton<ISeed, PhraseSeed>()
            .AddSingleton<ISeed, ArticleSeed>()
            .AddSingleton<SuggestStage>()
            .AddSingleton<SuggestionDesk>()
            .AddSingleton<FeedbackRecorder>()
            .AddSingleton<SuggestionHistory>()
            .AddSingleton<SuggestionReporter>()
            .AddSingleton<ISuggestionOutcomes, SuggestionOutcomes>()
            .AddSingleton<BrandWeightsSource>()
            .AddSingleton<LearnAcceptanceJob>()
            .AddSingleton(services => new ReplyHashes(services.GetRequiredService<IOptions<SuggestionOptions>>().Value.Replies.HashKey))
            .AddSingleton(services => new AcceptedReplies(
                services.GetRequiredService<IOptions<SuggestionOptions>>().Value, services.GetRequiredService<ReplyGate>()))
            .AddSingleton<AcceptedReplyStore>()
            .AddSingleton<IPersonalStore, ReplyStore>()
            .AddSingleton<ReplyLibrary>()
            .AddSingleton<ICandidateSource>(services => services.GetRequiredService<ReplyLibrary>())
            .AddSingleton<SilenceWatchJob>()
            .AddSingleton<ISpeakingPolicy, SpeakingPolicy>()
            .AddSingleton<IReplyProvenance, ReplyProvenance>()
            .AddSingleton<IToneReading, ToneReading>()
            .AddSingleton<ISuggestionSources, LibrarySources>();
    }
}
