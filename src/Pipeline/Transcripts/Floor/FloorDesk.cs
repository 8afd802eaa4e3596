using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Floor;

/// <summary>
/// Gives the word, by the head row alone. Whatever takes it from a bot writes that row, a recorded message as well as a hand-over, and leave to
/// send is given by writing it under the version that was read: so none is given once a person has taken over.
/// </summary>
public sealed class FloorDesk(ITables tables) : IConversationFloor
{
    // Writers of one conversation are few: so many conflicts in a row mean that something else is wrong.
    private const int MaxTries = 20;

    /// <inheritdoc/>
    public async Task<FloorStanding?> ReadAsync(string conversationKey, CancellationToken cancellationToken) =>
        await ReadHeadAsync(conversationKey, cancellationToken) is { Folded: not null } head ? StandingOf(head) : null;

    /// <inheritdoc/>
    public Task<FloorStanding?> GiveAsync(
        string conversationKey, FloorHolder holder, FloorCause cause, CancellationToken cancellationToken) =>
        ChangeAsync<FloorStanding?>(
            conversationKey,
            head =>
            {
                if (head is null)
                {
                    return (null, null);
                }

                var given = new ConversationFloor(holder, cause, head.Folded!.State.LastKey);
                var after = head with { Floor = (head.Floor ?? new()) with { Given = given } };
                return (StandingOf(after), head.Floor?.Given == given ? null : after);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<FloorClaim> ClaimAsync(
        string conversationKey, string claimId, FloorVersion version, CancellationToken cancellationToken) =>
        ChangeAsync<FloorClaim>(
            conversationKey,
            head =>
            {
                if (head is null)
                {
                    return (new(null, null), null);
                }

                var standing = StandingOf(head);
                if (WhyNot(standing, head.Floor, claimId, version) is { } refusal)
                {
                    return (new(standing, refusal), null);
                }

                // Also one that has leave already is written: that the row is still the one that was read is what gives leave.
                return (new(standing, null), head with
                {
                    Floor = (head.Floor ?? new()) with { ClaimId = claimId, ClaimKey = version.OrderKey, ClaimPosition = version.Position },
                });
            },
            cancellationToken);

    private static FloorRefusal? WhyNot(FloorStanding standing, FloorActs? acts, string claimId, FloorVersion version) =>
        standing.Floor.Holder == FloorHolder.Human ? FloorRefusal.PersonHasTheWord
        : standing.Version != version ? FloorRefusal.ConversationMovedOn
        : acts is not null && new FloorVersion(acts.ClaimKey ?? "", acts.ClaimPosition) == version && acts.ClaimId != claimId
            ? FloorRefusal.AlreadyClaimed
            : null;

    private static FloorStanding StandingOf(HeadRow head)
    {
        var state = head.Folded!.State;
        return new(ConversationFloor.Now(state, head.Floor?.Given), new(state.LastKey, state.Position));
    }

    private async Task<TAnswer> ChangeAsync<TAnswer>(
        string key, Func<HeadRow?, (TAnswer Answer, HeadRow? After)> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var head = await ReadHeadAsync(key, cancellationToken);
            var (answer, after) = change(head?.Folded is null ? null : head);
            if (after is null)
            {
                return answer;
            }

            try
            {
                await tables.ApplyAsync(TableNames.Conversations, key, [after.Over(key, head)], cancellationToken);
                return answer;
            }
            catch (TableConflictException)
            {
                // A message was recorded, or somebody else was faster: it is decided again by what stands now.
            }
        }

        throw new InvalidOperationException($"The head of '{key}' changed under each of {MaxTries} tries.");
    }

    private async Task<HeadRow?> ReadHeadAsync(string key, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Conversations, key, ConversationRowKeys.Head, cancellationToken) is { } row
            ? HeadRow.Read(row)
            : null;
}
