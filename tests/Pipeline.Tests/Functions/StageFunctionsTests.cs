using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.AzureServices;
using Pipeline.Flow;
using Pipeline.Functions;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Functions;

public sealed class StageFunctionsTests
{
    private readonly StageFunctions _functions = new(
        new RouteRunner(
            new ServiceCollection().BuildServiceProvider(), new RecordingBus(), new FakeClock(), NullLogger<RouteRunner>.Instance),
        new BatchSettlement(TimeProvider.System, NullLogger<BatchSettlement>.Instance));

    [Fact]
    public void Every_route_has_one_function_of_its_name_that_listens_to_its_source()
    {
        var functions = DeclaredFunctions.With<ServiceBusTriggerAttribute>()
            .Select(function => (function.Name, SourceOf(function.Trigger)));
        var routes = ConversationFlow.Routes.Select(route => (route.Name, route.Source));
        Assert.Equal(routes.Order(), functions.Order());
    }

    [Fact]
    public void Every_route_listens_to_an_entity_of_the_topology()
    {
        var entities = ConversationFlow.Topology.Queues.Select(queue => queue.Name).Concat(
            ConversationFlow.Topology.Topics.SelectMany(topic =>
                topic.Subscriptions.Select(subscription => Entities.Subscription(topic.Name, subscription.Name))));
        Assert.Equal(
            entities.Order(StringComparer.Ordinal),
            DeclaredFunctions.With<ServiceBusTriggerAttribute>().Select(f => SourceOf(f.Trigger)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_trigger_takes_batches_of_raw_messages_settles_by_itself_and_uses_the_one_connection()
    {
        Assert.All(DeclaredFunctions.With<ServiceBusTriggerAttribute>(), function =>
        {
            Assert.True(function.Trigger.IsBatched);
            Assert.False(function.Trigger.AutoCompleteMessages);
            Assert.Equal(AzureConnection.ServiceBusName, function.Trigger.Connection);
            Assert.Equal(
                [typeof(ServiceBusReceivedMessage[]), typeof(ServiceBusMessageActions), typeof(CancellationToken)],
                function.Method.GetParameters().Select(parameter => parameter.ParameterType));
        });
    }

    [Fact]
    public void Automatic_completion_is_switched_off_in_words_because_the_default_of_the_worker_is_on()
    {
        var written = DeclaredFunctions.With<ServiceBusTriggerAttribute>().Select(function =>
            function.Method.GetParameters()[0].CustomAttributes
                .Single(attribute => attribute.AttributeType == typeof(ServiceBusTriggerAttribute))
                .NamedArguments.Select(argument => argument.MemberName));
        Assert.All(written, names => Assert.Contains(nameof(ServiceBusTriggerAttribute.AutoCompleteMessages), names));
    }

    [Fact]
    public async Task Every_function_runs_the_route_of_its_name()
    {
        var stages = new ConcurrentDictionary<string, string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PipelineTelemetry.Name,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => stages[activity.TraceId.ToHexString()] = (string)activity.GetTagItem("pipeline.stage")!,
        };
        ActivitySource.AddActivityListener(listener);

        foreach (var function in DeclaredFunctions.With<ServiceBusTriggerAttribute>())
        {
            var trace = ActivityTraceId.CreateRandom().ToHexString();
            var message = Message("a", "null", ("traceparent", $"00-{trace}-00f067aa0ba902b7-01"));
            await (Task)function.Method.Invoke(
                _functions, [new[] { message }, new RecordingActions(), TestContext.Current.CancellationToken])!;
            Assert.Equal(function.Name, stages[trace]);
        }
    }

    [Fact]
    public async Task A_body_that_is_no_message_of_the_route_is_dead_lettered_with_its_reason()
    {
        var actions = new RecordingActions();
        await _functions.ScoreAsync([Message("a", "{]")], actions, TestContext.Current.CancellationToken);
        Assert.StartsWith("dead letter: BadBody: The body is not a message of this route", actions.Settled["a"], StringComparison.Ordinal);
    }

    private static ServiceBusReceivedMessage Message(string id, string body, params (string Name, object Value)[] properties) =>
        ServiceBusModelFactory.ServiceBusReceivedMessage(
            body: BinaryData.FromString(body),
            messageId: id,
            correlationId: "conversation",
            properties: properties.ToDictionary(property => property.Name, property => property.Value),
            lockTokenGuid: Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
            deliveryCount: 1);

    private static string SourceOf(ServiceBusTriggerAttribute trigger) =>
        trigger.QueueName ?? Entities.Subscription(trigger.TopicName!, trigger.SubscriptionName!);
}
