using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Clock;
using Pipeline.Quality.Knowledge.Digests;
using Pipeline.Quality.Knowledge.Glossary;
using Pipeline.Quality.Knowledge.Neighbours;
using Pipeline.Quality.Knowledge.Peers;
using Pipeline.Quality.Knowledge.Register;
using Pipeline.Quality.Knowledge.Sessions;
using Pipeline.Quality.Knowledge.Storage;

namespace Pipeline.Quality.Knowledge;

/// <summary>Registers the knowledge loop.</summary>
public static class KnowledgeServices
{
    /// <summary>Adds the register, its projections and jobs, and the glossary's seed. The host binds <see cref="KnowledgeOptions"/>.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddOptions<KnowledgeOptions>().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<KnowledgeOptions>, KnowledgeOptionsValidation>()
            .AddSingleton<ProjectedRows>()
            .AddSingleton<BesideRows>()
            .AddSingleton<IPersonalStore, KnowledgeTraces>()
            .AddSingleton<QuestionRows>()
            .AddSingleton<WorkingDays>()
            .AddSingleton<GlossaryStore>()
            .AddSingleton<QuestionRegister>()
            .AddSingleton<QuestionDesk>()
            .AddSingleton<DigestStore>()
            .AddSingleton<SessionStore>()
            .AddSingleton<PeerConsents>()
            .AddSingleton<PeerFinder>()
            .AddSingleton<NeighbourDesk>()
            .AddSingleton<EscalateQuestionsJob>()
            .AddSingleton<MakeDigestsJob>()
            .AddSingleton<NeighbourWatchJob>()
            .AddSingleton<ISeed, GlossarySeed>()
            .AddSingleton<IConversationProjection, QuestionProjection>()
            .AddSingleton<IConversationProjection, SolvedCaseProjection>();
    }
}
