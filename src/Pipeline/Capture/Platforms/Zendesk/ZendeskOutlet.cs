using System.Globalization;
using System.Text;
using Pipeline.Capture.Platforms.Notes;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Zendesk;

/// <summary>
/// Leaves internal notes in Zendesk's tickets, which requesters never see, assigns the tickets and tags them. An update of a ticket takes no
/// idempotency key, so the last comments are read first, and a note that is already there is not left again.
/// </summary>
public sealed class ZendeskOutlet(PlatformAccounts accounts, PlatformApi api) : NoteOutlet(accounts)
{
    /// <inheritdoc/>
    public override string Platform => ZendeskPlatform.PlatformName;

    /// <inheritdoc/>
    protected override async Task<bool> IsThereAsync(NotePlace place, string reference, CancellationToken cancellationToken)
    {
        var comments = await api.SendAsync(place.Address, ZendeskApi.ReadComments(place), cancellationToken);
        return comments.AsSpan().IndexOf(Encoding.ASCII.GetBytes(reference)) >= 0;
    }

    /// <inheritdoc/>
    protected override Task LeaveAsync(NotePlace place, AdvisorNote note, string idempotencyKey, CancellationToken cancellationToken) =>
        api.SendAsync(
            place.Address,
            ZendeskApi.Update(place, new() { Comment = new(note.Write(NoteMarkup.Html), Public: false) }),
            cancellationToken);

    /// <inheritdoc/>
    protected override Task AssignAsync(NotePlace place, Assignee assignee, CancellationToken cancellationToken) => api.SendAsync(
        place.Address,
        ZendeskApi.Update(place, new() { GroupId = Number(assignee.Team), AssigneeId = Number(assignee.Agent) }),
        cancellationToken);

    /// <inheritdoc/>
    protected override Task TagAsync(NotePlace place, IReadOnlyList<string> tags, CancellationToken cancellationToken) =>
        api.SendAsync(place.Address, ZendeskApi.AddTags(place, tags), cancellationToken);

    private static long? Number(string? id) => id is null ? null
        : ZendeskPlatform.IsNumber(id) ? long.Parse(id, CultureInfo.InvariantCulture)
        : throw new PlatformRefusedException("Zendesk's groups and agents have numbers, and one that the account's settings name has none.");
}
