using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Pipeline.Capture.Reading;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Generic;

/// <summary>
/// Asks one's own chat what happened, as docs/history-api.md says: a signed POST, answered by a page of the bodies that its webhooks had,
/// oldest first.
/// </summary>
public sealed class GenericHistory(PlatformAccounts accounts, HistoryCalls calls, TimeProvider clock) : IPlatformHistory
{
    /// <summary>The most events of a page that are asked for.</summary>
    public const int PageSize = 200;

    // A platform may give more than was asked for, but not without end.
    private const int MaxPage = 1000;
    private const int MaxCursor = 1024;

    /// <inheritdoc/>
    public string Platform => GenericPlatform.PlatformName;

    /// <inheritdoc/>
    public IReadOnlyList<string> Accounts =>
    [
        .. accounts.All.Where(account => account.Platform == GenericPlatform.PlatformName && account.HistoryAddress is not null)
            .Select(account => account.Account),
    ];

    /// <inheritdoc/>
    public async IAsyncEnumerable<HistoryPage> ReadAsync(
        string account, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (accounts.Find(Platform, account) is not { HistoryAddress: { } address } configured)
        {
            yield break;
        }

        string? cursor = null;
        DateTimeOffset? latest = null;
        var ordered = true;
        do
        {
            using var answer = await calls.SendAsync(address, () => Request(address, configured, since, cursor), cancellationToken);
            var (items, unreadable, next) = ReadPage(answer.RootElement, configured);
            foreach (var item in items)
            {
                // An event out of order: what was complete so far cannot be told any more, though all is still read.
                ordered &= latest is null || item.Message.SentAt >= latest;
                latest = item.Message.SentAt;
            }

            yield return new HistoryPage(items, unreadable, ordered ? latest : null);
            cursor = next is null || next != cursor
                ? next
                : throw new PlatformRefusedException("The history gave the same cursor twice: it would never end.");
        }
        while (cursor is not null);
    }

    private HttpRequestMessage Request(Uri address, PlatformAccount account, DateTimeOffset since, string? cursor)
    {
        var now = clock.GetUtcNow();
        var id = ConversationKeys.BusId("history", account.Account, now.ToString("O", CultureInfo.InvariantCulture), cursor ?? "");
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new("history.read", now, new HistoryRequest(since, cursor, PageSize)), GenericJson.Default.GenericCallbackHistoryRequest);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(GenericPlatform.IdHeader, id);
        request.Headers.Add(GenericPlatform.TimestampHeader, timestamp);
        request.Headers.Add(
            GenericPlatform.SignatureHeader,
            WebhookSigner.Sign(GenericPlatform.Scheme, account.HistorySecret ?? account.Secrets[0], id, timestamp, body));
        return request;
    }

    private (IReadOnlyList<HistoryItem> Items, int Unreadable, string? Next) ReadPage(JsonElement answer, PlatformAccount account)
    {
        try
        {
            var page = new BodyObject(answer, "");
            if (answer.ValueKind != JsonValueKind.Object || page.Find("events") is null)
            {
                throw page.Wrong("events", "an array");
            }

            List<HistoryItem> items = [];
            var unreadable = 0;
            foreach (var body in page.Objects("events", MaxPage))
            {
                unreadable += TryRead(body, account, items) ? 0 : 1;
            }

            return (items, unreadable, page.TextOrNone("next", MaxCursor) is { Length: > 0 } next ? next : null);
        }
        catch (BodyRefusedException refused)
        {
            throw new PlatformRefusedException($"The history is not one: {refused.Problem.Detail}");
        }
    }

    // An event that its webhook would be refused for is passed over: it must not keep the others from being found.
    private bool TryRead(BodyObject body, PlatformAccount account, List<HistoryItem> items)
    {
        try
        {
            var webhookId = body.Text("webhook_id", CaptureLimits.Id);
            if (GenericInlet.Understand(body, account, webhookId, clock.GetUtcNow()) is WebhookReading.Understood understood)
            {
                items.AddRange(understood.Messages.Select(message => new HistoryItem(message)));
            }

            return true;
        }
        catch (BodyRefusedException)
        {
            return false;
        }
    }
}

/// <summary>What of the history is wanted.</summary>
/// <param name="Since">From when on, UTC.</param>
/// <param name="Cursor">The <c>next</c> of the page before; left out for the first.</param>
/// <param name="Limit">The most events.</param>
internal sealed record HistoryRequest(DateTimeOffset Since, string? Cursor, int Limit);
