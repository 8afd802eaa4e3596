using System.Text;
using Pipeline.Capture.Platforms.Notes;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Slack;

/// <summary>
/// Leaves notes in the advisors' channel: for the advisor alone who has the conversation, where the account's <c>Agents</c> name their Slack
/// user, else for the whole channel. Each says which conversation it is about, which mostly is another platform's.
/// </summary>
/// <remarks>
/// Slack knows no idempotency keys. What stands in the channel is read first, and a note that is among the latest messages is not left again;
/// a note for one advisor is never among them, so that it may be shown twice when an answer was lost.
/// </remarks>
public sealed class SlackOutlet(PlatformAccounts accounts, PlatformApi api, IStandingReader? standings = null) : NoteOutlet(accounts)
{
    private const string NotInChannel = "user_not_in_channel";

    // Of a page of Slack's, as much as it advises.
    private const int Latest = 200;

    // Enough to find a customer by, too little to call one: some platforms' ids of customers are telephone numbers.
    private const int ShownOfCustomer = 4;

    /// <inheritdoc/>
    public override string Platform => SlackPlatform.PlatformName;

    /// <inheritdoc/>
    protected override async Task<bool> IsThereAsync(NotePlace place, string reference, CancellationToken cancellationToken)
    {
        if (await UserOfAsync(place, cancellationToken) is not null)
        {
            return false;
        }

        var answer = await SlackApi.HistoryAsync(api, place.Address, place.Secret, ChannelOf(place), Latest, cancellationToken);
        return answer.AsSpan().IndexOf(Encoding.ASCII.GetBytes(reference)) >= 0;
    }

    /// <inheritdoc/>
    protected override async Task LeaveAsync(NotePlace place, AdvisorNote note, string idempotencyKey, CancellationToken cancellationToken)
    {
        var (channel, text) = (ChannelOf(place), $"{About(place.Conversation, note.French)}\n{note.Write(NoteMarkup.Slack)}");
        if (await UserOfAsync(place, cancellationToken) is not { } user
            || await PostAsync(place, "chat.postEphemeral", new(channel, text, user, null, null), NotInChannel, cancellationToken) is not null)
        {
            // An advisor who is not in the channel is shown nothing there: better all who are see it than nobody.
            await PostAsync(place, "chat.postMessage", new(channel, text, null, false, false), null, cancellationToken);
        }
    }

    private Task<string?> PostAsync(
        NotePlace place, string method, SlackNewMessage message, string? expected, CancellationToken cancellationToken) => SlackApi.PostAsync(
            api, place.Address, place.Secret, method, message, SlackJson.Default.SlackNewMessage, expected, cancellationToken);

    /// <summary>The Slack user of the advisor who has the conversation now; null when nobody has it, or the settings do not name them.</summary>
    private async Task<string?> UserOfAsync(NotePlace place, CancellationToken cancellationToken) =>
        standings is not null && place.Account.Agents.Count > 0
        && (await standings.ReadStandingAsync(place.Conversation.Key, cancellationToken))?.Assignment is { Status: AssignmentStatus.Assigned, AdvisorId: { } advisor }
        && place.Account.Agents.TryGetValue(advisor, out var user)
            ? user
            : null;

    private static string ChannelOf(NotePlace place) => SlackPlatform.IsId(place.Account.AccountId)
        ? place.Account.AccountId!
        : throw new PlatformRefusedException("The Slack account names no channel of the advisors.");

    private static string About(Conversation conversation, bool french)
    {
        var customer = conversation.CustomerId is { Length: > ShownOfCustomer } id ? $", {(french ? "client" : "customer")} …{id[^ShownOfCustomer..]}" : "";
        return NoteMarkup.Slack.Text(
            $"{conversation.Platform}/{conversation.Account}, {conversation.Brand}, {conversation.Channel}, conversation {conversation.Id}{customer}");
    }
}
