using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Pipeline.AzureServices;
using Pipeline.AzureServices.Bus;
using Pipeline.Flow;

namespace Pipeline.Functions;

/// <summary>
/// The routes of <see cref="ConversationFlow"/>, one function each. They take batches of raw messages and settle message by message, so
/// that a message that fails never fails its neighbours, and a body that cannot be read is dead-lettered with its reason.
/// </summary>
public sealed class StageFunctions(RouteRunner runner, BatchSettlement settlement)
{
    private const string Bus = AzureConnection.ServiceBusName;

    /// <summary>Masks and analyses what was captured, and advances the conversation.</summary>
    [Function("Score")]
    public Task ScoreAsync(
        [ServiceBusTrigger(Entities.Captured, Connection = Bus, IsBatched = true, AutoCompleteMessages = false)]
        ServiceBusReceivedMessage[] messages,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken) => RunAsync("Score", messages, actions, cancellationToken);

    /// <summary>Drafts replies for the advisor.</summary>
    [Function("Suggest")]
    public Task SuggestAsync(
        [ServiceBusTrigger(Entities.Conversations, Entities.Suggest, Connection = Bus, IsBatched = true, AutoCompleteMessages = false)]
        ServiceBusReceivedMessage[] messages,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken) => RunAsync("Suggest", messages, actions, cancellationToken);

    /// <summary>Has a language model draft a reply, where that is on.</summary>
    [Function("Draft")]
    public Task DraftAsync(
        [ServiceBusTrigger(Entities.Drafts, Connection = Bus, IsBatched = true, AutoCompleteMessages = false)]
        ServiceBusReceivedMessage[] messages,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken) => RunAsync("Draft", messages, actions, cancellationToken);

    /// <summary>Decides what the conversation needs, and who takes it.</summary>
    [Function("Route")]
    public Task RouteAsync(
        [ServiceBusTrigger(Entities.Conversations, Entities.Route, Connection = Bus, IsBatched = true, AutoCompleteMessages = false)]
        ServiceBusReceivedMessage[] messages,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken) => RunAsync("Route", messages, actions, cancellationToken);

    /// <summary>Writes the index of transcripts.</summary>
    [Function("Store")]
    public Task StoreAsync(
        [ServiceBusTrigger(Entities.Conversations, Entities.Store, Connection = Bus, IsBatched = true, AutoCompleteMessages = false)]
        ServiceBusReceivedMessage[] messages,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken) => RunAsync("Store", messages, actions, cancellationToken);

    /// <summary>Takes suggestions and decisions back to the platform.</summary>
    [Function("Deliver")]
    public Task DeliverAsync(
        [ServiceBusTrigger(Entities.Outcomes, Connection = Bus, IsBatched = true, AutoCompleteMessages = false)]
        ServiceBusReceivedMessage[] messages,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken) => RunAsync("Deliver", messages, actions, cancellationToken);

    private async Task RunAsync(
        string name, ServiceBusReceivedMessage[] messages, ServiceBusMessageActions actions, CancellationToken cancellationToken)
    {
        var route = ConversationFlow.Routes.Single(route => route.Name == name);
        var settlements = await runner.RunAsync(route, [.. messages.Select(BusMessageMapping.Received)], cancellationToken);
        await settlement.SettleAsync(name, messages, settlements, actions);
    }
}
