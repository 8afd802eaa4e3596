using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Delivery;

/// <summary>Finds where the outcomes of a conversation go: back to its own account, or through another one that the account names.</summary>
public sealed class OutletDirectory(IEnumerable<IPlatformOutlet> outlets, IOutletAccounts accounts)
{
    private readonly Dictionary<string, IPlatformOutlet> _outlets =
        outlets.ToDictionary(outlet => outlet.Platform, StringComparer.Ordinal);

    /// <summary>The place; null when nothing is configured that could be reached.</summary>
    public OutletPlace? Find(Conversation conversation)
    {
        var (platform, account) = accounts.OutletOf(conversation.Platform, conversation.Account);
        return _outlets.TryGetValue(platform, out var outlet) && outlet.Reaches(account) ? new(outlet, account) : null;
    }
}

/// <summary>Where outcomes go.</summary>
/// <param name="Outlet">The outlet.</param>
/// <param name="Account">The account at its platform, by its configured name.</param>
public sealed record OutletPlace(IPlatformOutlet Outlet, string Account);
