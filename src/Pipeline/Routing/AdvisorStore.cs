using Pipeline.Ports;
using Pipeline.Routing.Capacity;

namespace Pipeline.Routing;

/// <summary>The place that a conversation has with an advisor, and its place in the line of those who wait. Both are given back.</summary>
public sealed class AdvisorStore(AdvisorDirectory advisors, WaitingLine line, TimeProvider clock) : IPersonalStore
{
    /// <inheritdoc/>
    public string Name => "advisors";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptItem>> ReadAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var holders = (await advisors.ReadAsync(cancellationToken)).Where(advisor => advisor.Holds(conversationKey))
            .Select(advisor => Item("place with an advisor", "advisorId", advisor.Profile.Id));
        var waiting = (await line.ReadAsync(clock.GetUtcNow(), cancellationToken)).Where(entry => entry.Ask.Conversation == conversationKey)
            .Select(entry => Item("place in the waiting line", "since", entry.Since));
        return [.. holders, .. waiting];
    }

    /// <inheritdoc/>
    public async Task EraseAsync(string conversationKey, CancellationToken cancellationToken)
    {
        await line.RemoveAsync(conversationKey, null, cancellationToken);
        foreach (var holder in (await advisors.ReadAsync(cancellationToken)).Where(advisor => advisor.Holds(conversationKey)))
        {
            await advisors.ChangeAsync(
                holder, advisor => advisor.Holds(conversationKey) ? advisor.Without(conversationKey) : advisor, cancellationToken);
        }
    }

    private static KeptItem Item(string kind, string name, object value) =>
        new(kind, new Dictionary<string, object>(StringComparer.Ordinal) { [name] = value });
}
