using Pipeline.Messages;
using Pipeline.Suggestions.Speaking;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Events;

/// <summary>Notices, between one look at a conversation and the next, that suggestions which could be used can't be any more.</summary>
internal sealed class WithdrawalWatch(SuggestionDesk desk, string conversationKey)
{
    private SuggestionVersion? _current;

    /// <summary>Looks.</summary>
    /// <returns>What was withdrawn since the last look; null when nothing was.</returns>
    public async Task<WithdrawalNotice?> LookAsync(CancellationToken cancellationToken)
    {
        var before = _current;
        var view = await desk.ReadAsync(conversationKey, cancellationToken);
        _current = view is { Withdrawn: null, Suggestions.Count: > 0 } ? view.Version : null;
        if (before is null || before == _current)
        {
            return null;
        }

        return new(conversationKey, before, view switch
        {
            null => WithdrawalReason.Erased,
            { Version: { } now, Withdrawn: { } reason } when now.OrderKey == before.OrderKey && now.Position == before.Position => reason,
            { Version: { } now } when now.OrderKey == before.OrderKey => WithdrawalReason.MessageChanged,

            // Others stand in their place, or nothing fits what the customer wrote since; a message that was deleted leaves those before it.
            { Version: { } now } when string.CompareOrdinal(now.OrderKey, before.OrderKey) > 0 => WithdrawalReason.CustomerWroteAgain,
            _ => WithdrawalReason.MessageDeleted,
        });
    }
}
