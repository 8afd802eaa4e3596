using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Pipeline.Capture.Reading;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Chatwoot;

/// <summary>
/// Reads Chatwoot's conversations, those that something last happened in first, and of each the messages since the wanted time. The token
/// should be an administrator's: another user's sees the conversations of their own inboxes only.
/// </summary>
public sealed class ChatwootHistory(PlatformAccounts accounts, HistoryCalls calls, TimeProvider clock) : IPlatformHistory
{
    private const int MaxListed = 1000;

    // While the list is read, a conversation that becomes active moves to its front, past the place that is read.
    private static readonly TimeSpan Moved = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public string Platform => ChatwootPlatform.PlatformName;

    /// <inheritdoc/>
    public IReadOnlyList<string> Accounts =>
    [
        .. accounts.All.Where(account => account.Platform == ChatwootPlatform.PlatformName && account.HistoryAddress is not null)
            .Select(account => account.Account),
    ];

    /// <inheritdoc/>
    public async IAsyncEnumerable<HistoryPage> ReadAsync(
        string account, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (accounts.Find(Platform, account) is not { HistoryAddress: { } address, HistorySecret: { } token } configured)
        {
            yield break;
        }

        var source = new Source(configured, address, token, since);
        var read = new HashSet<string>(StringComparer.Ordinal);
        var started = clock.GetUtcNow();
        foreach (var activeSince in (DateTimeOffset[])[since, started - Moved])
        {
            await foreach (var page in ReadActiveAsync(source, activeSince, read, cancellationToken))
            {
                yield return page;
            }
        }
    }

    private async IAsyncEnumerable<HistoryPage> ReadActiveAsync(
        Source source, DateTimeOffset activeSince, HashSet<string> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = 1; ; page++)
        {
            var address = ChatwootApi.Conversations(source.Address, source.Account, page);
            using var answer = await AskAsync(source, address, cancellationToken);
            var listed = Payload(answer.RootElement, "data");
            if (listed.Count == 0)
            {
                yield break;
            }

            foreach (var conversation in listed)
            {
                var (id, active) = Facts(conversation);
                if (active < ChatwootTime.ToTheSecond(activeSince))
                {
                    yield break;
                }

                if (read.Add(id))
                {
                    await foreach (var messages in ReadMessagesAsync(source, id, conversation, cancellationToken))
                    {
                        yield return messages;
                    }
                }
            }
        }
    }

    private async IAsyncEnumerable<HistoryPage> ReadMessagesAsync(
        Source source, string id, BodyObject conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var since = ChatwootTime.ToTheSecond(source.Since);
        var lastWord = since;
        long? before = null;
        bool more;
        do
        {
            using var answer = await AskAsync(source, ChatwootApi.Messages(source.Address, source.Account, id, before), cancellationToken);
            var listed = Payload(answer.RootElement, null);
            var (items, unreadable) = Read(listed, message =>
                new ChatwootMessage(message, source.Account, clock.GetUtcNow(), conversation).ReadListed());
            var oldest = listed.Count == 0 ? null : listed.Min(message => message.NumberOrNone("id", 1, long.MaxValue));
            more = oldest is not null && oldest < (before ?? long.MaxValue)
                && items.All(item => item.Message.SentAt >= since);
            before = oldest;
            items.RemoveAll(item => item.Message.SentAt < since);
            foreach (var word in items.Where(item => item.Message is { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer }))
            {
                lastWord = word.Message.SentAt > lastWord ? word.Message.SentAt : lastWord;
            }

            yield return new HistoryPage(items, unreadable);
        }
        while (more);
        var (close, strange) = Read([conversation], listed =>
            ChatwootConversation.CloseOf(listed, source.Account, lastWord, clock.GetUtcNow()) is { } found ? [found] : []);
        yield return new HistoryPage(close, strange);
    }

    // What its webhook would be refused for is passed over: it must not keep the others from being found.
    private static (List<HistoryItem> Items, int Unreadable) Read(
        IReadOnlyList<BodyObject> listed, Func<BodyObject, IEnumerable<HistoryItem>> read)
    {
        List<HistoryItem> items = [];
        var unreadable = 0;
        foreach (var item in listed)
        {
            try
            {
                items.AddRange(read(item).ToList());
            }
            catch (BodyRefusedException)
            {
                unreadable++;
            }
        }

        return (items, unreadable);
    }

    private (string Id, DateTimeOffset Active) Facts(BodyObject conversation)
    {
        try
        {
            var id = conversation.NumberOrNone("id", 1, long.MaxValue) ?? throw conversation.Wrong("id", "a whole number");
            var active = ChatwootTime.TimeOrNone(conversation, "last_activity_at", clock.GetUtcNow())
                ?? ChatwootTime.TimeOrNone(conversation, "timestamp", clock.GetUtcNow())
                ?? throw conversation.Wrong("last_activity_at", "a time");
            return (id.ToString(CultureInfo.InvariantCulture), active);
        }
        catch (BodyRefusedException refused)
        {
            throw NotChatwoot(refused);
        }
    }

    private static List<BodyObject> Payload(JsonElement answer, string? within)
    {
        try
        {
            var root = new BodyObject(answer, "");
            var holder = within is null ? root : root.Object(within);
            return holder.Find("payload") is null
                ? throw holder.Wrong("payload", "an array")
                : [.. holder.Objects("payload", MaxListed)];
        }
        catch (BodyRefusedException refused)
        {
            throw NotChatwoot(refused);
        }
    }

    private static PlatformRefusedException NotChatwoot(BodyRefusedException refused) =>
        new($"The answer is not one of Chatwoot's API: {refused.Problem.Detail}");

    private Task<JsonDocument> AskAsync(Source source, Uri address, CancellationToken cancellationToken) =>
        calls.SendAsync(source.Address, () => ChatwootApi.Request(HttpMethod.Get, address, source.Token), cancellationToken);

    private sealed record Source(PlatformAccount Account, Uri Address, string Token, DateTimeOffset Since);
}
