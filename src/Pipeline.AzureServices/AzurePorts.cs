using Azure.AI.TextAnalytics;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Administration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.AzureServices.Bus;
using Pipeline.AzureServices.Changes;
using Pipeline.AzureServices.Language;
using Pipeline.AzureServices.Tables;
using Pipeline.Ports;
using Pipeline.Scoring.SecondOpinion;

namespace Pipeline.AzureServices;

/// <summary>Registers the ports on Azure: Service Bus, Table storage, and if wanted Language.</summary>
public static class AzurePorts
{
    /// <summary>Adds the bus, its dead letters and status, the tables, and the changes of conversations.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or refused: see <see cref="AzureConnection"/>.</exception>
    public static IServiceCollection AddAzureServices(this IServiceCollection services, IConfiguration configuration)
    {
        var bus = AzureConnection.ServiceBus(configuration);
        var tables = AzureConnection.Tables(configuration);
        if (AzureConnection.Language(configuration) is { } language)
        {
            services.AddLanguage(language, configuration);
        }

        return services
            .AddSingleton(_ => AzureIdentity.Of(configuration))
            .AddSingleton(provider => bus switch
            {
                AzureConnection.Emulator emulator => new ServiceBusClient(emulator.ConnectionString, BusClient.Options()),
                AzureConnection.Identity identity => new ServiceBusClient(identity.Address, Credential(provider), BusClient.Options()),
                _ => throw Unknown(bus),
            })
            .AddSingleton(provider => bus switch
            {
                AzureConnection.Emulator emulator => new ServiceBusAdministrationClient(emulator.ConnectionString),
                AzureConnection.Identity identity => new ServiceBusAdministrationClient(identity.Address, Credential(provider)),
                _ => throw Unknown(bus),
            })
            .AddSingleton(provider => tables switch
            {
                AzureConnection.Emulator emulator => new TableServiceClient(emulator.ConnectionString, TablesClient.Options()),
                AzureConnection.Identity identity => new TableServiceClient(
                    new Uri(identity.Address), Credential(provider), TablesClient.Options()),
                _ => throw Unknown(tables),
            })
            .AddSingleton(ConversationFlow.Topology)
            .AddSingleton<IBus, AzureBus>()
            .AddSingleton<IDeadLetters, AzureDeadLetters>()
            .AddSingleton<IBusStatus, AzureBusStatus>()
            .AddSingleton<ITables, AzureTables>()
            .AddSingleton<IConversationChanges, PollingConversationChanges>();
    }

    private static void AddLanguage(this IServiceCollection services, Uri endpoint, IConfiguration configuration) => services
        .Configure<SecondOpinionOptions>(configuration.GetSection(SecondOpinionOptions.Section))
        .AddSingleton(provider => new TextAnalyticsClient(endpoint, Credential(provider), LanguageClient.Options()))
        .AddSecondOpinion<LanguageAnalyzer>();

    private static TokenCredential Credential(IServiceProvider provider) => provider.GetRequiredService<TokenCredential>();

    private static InvalidOperationException Unknown(AzureConnection connection) =>
        new($"A connection is an address or an emulator's, and not a {connection.GetType().Name}.");
}
