using System.Xml;
using Pipeline.Ports;
using Pipeline.Tests.Infrastructure.Bicep;

namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>The entities of Service Bus are those of the code, with the same rules, and no others.</summary>
internal static class BusCheck
{
    private const string Namespace = "Microsoft.ServiceBus/namespaces";

    // Service Bus makes a rule of this name that lets every message pass; only one of the same name replaces it.
    private const string DefaultRule = "$Default";

    /// <param name="resources">What is deployed.</param>
    /// <param name="topology">What the code expects.</param>
    /// <param name="sources">What triggers listen to: queues, and subscriptions as <c>topic/subscription</c>.</param>
    public static IEnumerable<string> Find(IReadOnlyList<Resource> resources, BusTopology topology, IEnumerable<string> sources)
    {
        var declared = resources.Where(resource => resource.Type.StartsWith($"{Namespace}/", StringComparison.Ordinal))
            .ToLookup(resource => resource.Type[(Namespace.Length + 1)..]);
        var queues = declared["queues"].ToDictionary(queue => queue.Name);
        var topics = declared["topics"].ToDictionary(topic => topic.Name);
        var subscriptions = declared["topics/subscriptions"].ToDictionary(item => Entities.Subscription(item.Parent!.Name, item.Name));
        var expected = topology.Topics.SelectMany(
            topic => topic.Subscriptions, (topic, item) => (Name: Entities.Subscription(topic.Name, item.Name), Description: item)).ToList();

        return
        [
            .. Names("queue", topology.Queues.Select(queue => queue.Name), queues.Keys),
            .. Names("topic", topology.Topics.Select(topic => topic.Name), topics.Keys),
            .. Names("subscription", expected.Select(item => item.Name), subscriptions.Keys),
            .. sources.Except(queues.Keys).Except(subscriptions.Keys).Select(source => $"A trigger listens to {source}, which is not declared."),
            .. topology.Queues.Where(queue => queues.ContainsKey(queue.Name)).SelectMany(queue =>
                Rules(queues[queue.Name], queue.LockDuration, queue.MaxDeliveryCount).Concat(Window(queues[queue.Name], queue.DuplicateWindow))),
            .. topology.Topics.Where(topic => topics.ContainsKey(topic.Name)).SelectMany(topic => Window(topics[topic.Name], topic.DuplicateWindow)),
            .. expected.Where(item => subscriptions.ContainsKey(item.Name)).SelectMany(item =>
                Rules(subscriptions[item.Name], item.Description.LockDuration, item.Description.MaxDeliveryCount)
                    .Concat(Filters(item.Name, item.Description, declared["topics/subscriptions/rules"]
                        .Where(rule => rule.Parent == subscriptions[item.Name]).ToList()))),
        ];
    }

    private static IEnumerable<string> Names(string kind, IEnumerable<string> expected, IEnumerable<string> declared) =>
        expected.Except(declared).Select(name => $"The {kind} {name} is not declared.")
            .Concat(declared.Except(expected).Select(name => $"The code knows no {kind} {name}."));

    private static IEnumerable<string> Rules(Resource entity, TimeSpan lockDuration, int maxDeliveryCount)
    {
        if (Duration(entity, "lockDuration") != lockDuration)
        {
            yield return $"{entity} locks for {Duration(entity, "lockDuration")}, and the code expects {lockDuration}.";
        }

        if (entity.Properties.GetValueOrDefault("maxDeliveryCount") is not long count || count != maxDeliveryCount)
        {
            yield return $"{entity} delivers {entity.Properties.GetValueOrDefault("maxDeliveryCount")} times, and the code expects {maxDeliveryCount}.";
        }

        if (entity.Properties.GetValueOrDefault("requiresSession") is true)
        {
            yield return $"{entity} wants sessions, and the code has none.";
        }
    }

    private static IEnumerable<string> Window(Resource entity, TimeSpan window)
    {
        if (entity.Properties.GetValueOrDefault("requiresDuplicateDetection") is not true
            || Duration(entity, "duplicateDetectionHistoryTimeWindow") != window)
        {
            yield return $"{entity} does not remember ids for {window}.";
        }
    }

    private static IEnumerable<string> Filters(string name, SubscriptionDescription description, List<Resource> rules)
    {
        var expected = description.Filters.Select(filter => Text(filter.Properties)).Order(StringComparer.Ordinal);
        var declared = rules.Select(rule => Text(rule.Properties.Inner("correlationFilter").Inner("properties")
            .ToDictionary(pair => pair.Key, pair => BicepText.Of(pair.Value)))).Order(StringComparer.Ordinal);
        if (!expected.SequenceEqual(declared))
        {
            yield return $"{name} lets {string.Join(" or ", declared)} pass, and the code expects {string.Join(" or ", expected)}.";
        }

        if (description.Filters.Count > 0 && rules.All(rule => rule.Name != DefaultRule))
        {
            yield return $"{name} has no rule {DefaultRule}: the one that Service Bus makes lets everything pass.";
        }
    }

    private static TimeSpan? Duration(Resource entity, string name) =>
        entity.Properties.GetValueOrDefault(name) is string text ? XmlConvert.ToTimeSpan(text) : null;

    private static string Text(IReadOnlyDictionary<string, string> properties) =>
        string.Join(" and ", properties.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}
