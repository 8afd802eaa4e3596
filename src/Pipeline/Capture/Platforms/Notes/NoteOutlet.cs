using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Notes;

/// <summary>
/// Brings outcomes to the side of a platform that only advisors see: an assignment and tags where the account's settings name any, then a
/// note. The note is left last: once it is there, all of the outcome is, and the same outcome again changes nothing. A platform says only how
/// each is done in its API.
/// </summary>
public abstract class NoteOutlet(PlatformAccounts accounts) : IPlatformOutlet
{
    /// <inheritdoc/>
    public abstract string Platform { get; }

    /// <inheritdoc/>
    public bool Reaches(string account) => accounts.Find(Platform, account)?.OutletAddress is not null;

    /// <inheritdoc/>
    public async Task DeliverAsync(string account, ConversationEvent outcome, CancellationToken cancellationToken)
    {
        if (accounts.Find(Platform, account) is not { OutletAddress: { } address, OutletSecret: { } secret } configured
            || OutcomeNotes.Of(outcome) is not { } note)
        {
            return;
        }

        var place = new NotePlace(configured, address, secret, outcome.Conversation);
        if (await IsThereAsync(place, note.Reference, cancellationToken))
        {
            return;
        }

        if (outcome is ConversationRouted routed)
        {
            var assignee = Assignee.Of(configured, routed);
            if (assignee is not { Agent: null, Team: null })
            {
                await AssignAsync(place, assignee, cancellationToken);
            }

            if (configured.TagConversations)
            {
                await TagAsync(place, TagsOf(routed.Decision), cancellationToken);
            }
        }

        await LeaveAsync(place, note, outcome.BusId, cancellationToken);
    }

    /// <summary>Whether a note with this reference is there already. False where the platform's API cannot tell.</summary>
    protected abstract Task<bool> IsThereAsync(NotePlace place, string reference, CancellationToken cancellationToken);

    /// <summary>Leaves a note that customers never see.</summary>
    /// <param name="place">Where.</param>
    /// <param name="note">What.</param>
    /// <param name="idempotencyKey">The outcome's identity, for platforms that take such a key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    protected abstract Task LeaveAsync(NotePlace place, AdvisorNote note, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>Assigns the conversation. Called again with the same assignee after a crash.</summary>
    protected virtual Task AssignAsync(NotePlace place, Assignee assignee, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Adds tags, and removes none. Called again with the same tags after a crash.</summary>
    protected virtual Task TagAsync(NotePlace place, IReadOnlyList<string> tags, CancellationToken cancellationToken) => Task.CompletedTask;

    private static string[] TagsOf(RoutingDecision decision) =>
        [decision.Skill, .. decision.Hard ? ["hard"] : (string[])[], .. decision.Urgent ? ["urgent"] : (string[])[]];
}

/// <summary>Where an outcome is brought.</summary>
/// <param name="Account">The account with its settings.</param>
/// <param name="Address">The configured address of the API.</param>
/// <param name="Secret">The secret of the API.</param>
/// <param name="Conversation">The conversation, of this account or of one whose outcomes go through it.</param>
public sealed record NotePlace(PlatformAccount Account, Uri Address, string Secret, Conversation Conversation);

/// <summary>Whom a conversation goes to, by the platform's ids.</summary>
/// <param name="Agent">The advisor; null when nobody has it, or the settings do not name them.</param>
/// <param name="Team">The team of the skill; null when the settings name none.</param>
public sealed record Assignee(string? Agent, string? Team)
{
    /// <summary>Whom a decision asks for, as far as the settings name them.</summary>
    internal static Assignee Of(PlatformAccount account, ConversationRouted routed) => new(
        routed is { Status: AssignmentStatus.Assigned, AdvisorId: { } advisor } && account.Agents.TryGetValue(advisor, out var agent) ? agent : null,
        account.Teams.TryGetValue(routed.Decision.Skill, out var team) ? team : null);
}
