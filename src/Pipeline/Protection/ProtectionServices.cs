using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Protection.Access;
using Pipeline.Protection.Erasure;
using Pipeline.Protection.Holds;
using Pipeline.Protection.Originals;
using Pipeline.Protection.Proof;
using Pipeline.Protection.Retention;
using Pipeline.Protection.Stores;

namespace Pipeline.Protection;

/// <summary>Registers data protection: erasure with its proof, retention, legal holds, the vault, reports and the reading of the audit.</summary>
public static class ProtectionServices
{
    /// <summary>Adds all of it. The host binds <see cref="ProtectionOptions"/> to its section of the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="topology">The entities of the bus, whose dead letters are looked through.</param>
    public static IServiceCollection AddProtection(this IServiceCollection services, BusTopology topology)
    {
        services.AddOptions<ProtectionOptions>().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<ProtectionOptions>, ProtectionOptionsValidator>()
            .AddSingleton<SubjectHashes>()
            .AddSingleton<LegalHolds>()
            .AddSingleton<RetentionRules>()
            .AddSingleton<ErasureLedger>()
            .AddSingleton<ErasedConversations>()
            .AddSingleton<IErasedConversations>(provider => provider.GetRequiredService<ErasedConversations>())
            .AddSingleton<ConversationEraser>()
            .AddSingleton(provider => new PersonalScan(
                provider.GetRequiredService<ITables>(),
                provider.GetRequiredService<TimeProvider>(),
                topology,
                provider.GetService<IDeadLetters>()))
            .AddSingleton<Eraser>()
            .AddSingleton<ErasureJob>()
            .AddSingleton<RetentionJob>()
            .AddSingleton<AccessReports>()
            .AddSingleton<AuditReader>()
            .AddSingleton<OriginalCipher>()
            .AddSingleton<OriginalTexts>()
            .AddSingleton<IOriginalTexts>(provider => provider.GetRequiredService<OriginalTexts>())
            .AddSingleton<IPersonalStore>(provider => provider.GetRequiredService<OriginalTexts>())
            .AddSingleton<IPersonalStore, AuditStore>()
            .AddSingleton<IPersonalStore>(provider => new BusStore(
                topology, provider.GetService<IDeadLetters>(), provider.GetService<IScheduledMessages>()));
    }
}
