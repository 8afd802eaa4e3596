using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Capture.Platforms;
using Pipeline.Capture.Platforms.Chatwoot;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class ChatwootHistoryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Since = WebhookSamples.Now - TimeSpan.FromHours(2);

    private readonly FakeClock _clock = new(WebhookSamples.Now);
    private readonly PlatformApi _api = new();
    private readonly PlatformAccount _account = WebhookSamples.ChatwootAccount();
    private FakeChatwoot _chatwoot = null!;
    private ChatwootHistory _history = null!;

    public async ValueTask InitializeAsync()
    {
        _chatwoot = await FakeChatwoot.StartAsync();
        _account.AccountId = "3";
        _account.HistoryAddress = new Uri(_chatwoot.Platform.Address, "/desk/");
        _account.HistorySecret = "api-token";
        var options = new PlatformOptions { Accounts = { _account, WebhookSamples.GenericAccount() } };
        _history = new ChatwootHistory(new PlatformAccounts(Options.Create(options)), new HistoryCalls(_api, _clock), _clock);
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _chatwoot.DisposeAsync();
    }

    [Theory]
    [InlineData("chatwoot_message_incoming.json")]
    [InlineData("chatwoot_message_incoming_old_date.json")]
    [InlineData("chatwoot_message_advisor.json")]
    [InlineData("chatwoot_message_bot.json")]
    [InlineData("chatwoot_message_template.json")]
    [InlineData("chatwoot_message_attachment.json")]
    public async Task A_message_is_what_its_webhook_says_to_the_byte(string file)
    {
        _chatwoot.Add(file);

        var item = Assert.Single(await ReadAsync());

        Assert.Equal(Text(ByWebhook(file)), Text(item.Message));
        Assert.Null(item.Alike);
    }

    [Fact]
    public async Task Notes_and_activities_are_nobodys_talk()
    {
        _chatwoot.Add("chatwoot_private_note.json");
        _chatwoot.Add("chatwoot_activity.json");
        Assert.Empty(await ReadAsync());
    }

    [Theory]
    [InlineData("chatwoot_message_deleted.json", MessageKind.Deletion)]
    [InlineData("chatwoot_survey_answered.json", MessageKind.Rating)]
    public async Task What_has_no_time_in_the_API_is_known_by_the_start_of_its_id(string file, MessageKind kind)
    {
        _chatwoot.Add(file);

        var item = Assert.Single(await ReadAsync(), item => item.Message.Kind == kind);

        var webhook = ByWebhook(file);
        Assert.StartsWith(item.Alike!.IdStart, webhook.MessageId, StringComparison.Ordinal);
        Assert.True(item.Alike.Since <= webhook.SentAt);
        Assert.Equal(
            (webhook.TargetMessageId, webhook.Rating, webhook.Sender), (item.Message.TargetMessageId, item.Message.Rating, item.Message.Sender));
    }

    [Fact]
    public async Task Of_a_deleted_message_its_place_is_kept_and_what_Chatwoot_put_there_is_not()
    {
        _chatwoot.Add("chatwoot_message_deleted.json");

        var message = Assert.Single(await ReadAsync(), item => item.Message.Kind == MessageKind.Message).Message;

        Assert.Equal(Text(ByWebhook("chatwoot_message_incoming.json") with { Text = "" }), Text(message));
    }

    [Fact]
    public async Task A_resolved_conversation_is_closed_after_the_customers_last_word()
    {
        _chatwoot.Add("chatwoot_message_incoming.json");
        _chatwoot.Add("chatwoot_message_advisor.json", webhook => webhook["conversation"]!["status"] = "resolved");

        var close = Assert.Single(await ReadAsync(), item => item.Message.Kind == MessageKind.Close);

        var webhook = ByWebhook("chatwoot_status_resolved.json");
        Assert.StartsWith(close.Alike!.IdStart, webhook.MessageId, StringComparison.Ordinal);
        Assert.Equal(ByWebhook("chatwoot_message_incoming.json").SentAt, close.Alike.Since);
        Assert.Equal(ByWebhook("chatwoot_message_advisor.json").SentAt, close.Message.SentAt);
        Assert.Equal(webhook.Conversation, close.Message.Conversation);
    }

    [Fact]
    public async Task Every_message_of_every_conversation_is_read_page_by_page_back_to_the_wanted_time()
    {
        for (var number = 0; number < 30; number++)
        {
            for (var minute = 0; minute < 45; minute++)
            {
                Add(1000 + number, (number * 100) + minute + 1, Since + TimeSpan.FromMinutes(minute - 22) + TimeSpan.FromSeconds(number));
            }
        }

        Add(5000, 90_000, Since - TimeSpan.FromMinutes(1));

        var items = await ReadAsync();

        Assert.Equal(30 * 23, items.Count);
        Assert.Equal(items.Count, items.DistinctBy(item => item.Message.MessageId).Count());
        Assert.DoesNotContain(_chatwoot.Platform.Calls, call => call.Path.Contains("/5000/", StringComparison.Ordinal));
        Assert.All(_chatwoot.Platform.Calls, call => Assert.Equal("GET", call.Method));
    }

    [Fact]
    public async Task A_conversation_that_moves_to_the_front_while_the_list_is_read_is_not_missed()
    {
        for (var number = 0; number < 30; number++)
        {
            Add(1000 + number, number + 1, Since + TimeSpan.FromMinutes(30 + number));
        }

        var pages = 0;
        var items = new List<HistoryItem>();
        await foreach (var page in _history.ReadAsync("desk", Since, TestContext.Current.CancellationToken))
        {
            items.AddRange(page.Items);
            if (pages++ == 0)
            {
                // The last of the list becomes the first: what stood at the end of the first page now begins the second.
                Add(1000, 77, WebhookSamples.Now);
            }
        }

        Assert.Equal(31, items.DistinctBy(item => item.Message.MessageId).Count());
    }

    [Fact]
    public async Task An_item_that_cannot_be_read_is_counted_and_keeps_no_other_from_being_read()
    {
        _chatwoot.Add("chatwoot_message_incoming.json");
        _chatwoot.Add("chatwoot_message_advisor.json", webhook => webhook["sender"]!["name"] = new string('x', 300));

        var pages = await PagesAsync();

        Assert.Equal(1, pages.Sum(page => page.Unreadable));
        Assert.Equal("41207", Assert.Single(pages.SelectMany(page => page.Items)).Message.MessageId);
    }

    [Theory]
    [InlineData("{}", "data must be an object")]
    [InlineData("""{"data":{}}""", "data.payload must be an array")]
    [InlineData("""{"data":{"payload":[{"id":"x"}]}}""", "data.payload[0].id must be a whole number")]
    [InlineData("""{"data":{"payload":[{"id":7}]}}""", "data.payload[0].last_activity_at must be a time")]
    [InlineData("<html>", "not JSON")]
    public async Task What_is_not_Chatwoots_answer_is_refused_and_says_where(string answer, string what)
    {
        _chatwoot.Platform.Answer = (_, response) => response.WriteAsync(answer);
        var refused = await Assert.ThrowsAsync<PlatformRefusedException>(PagesAsync);
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_and_not_shown()
    {
        _account.HistorySecret = "another-token";
        var refused = await Assert.ThrowsAsync<PlatformRefusedException>(PagesAsync);
        Assert.DoesNotContain("another-token", refused.Message, StringComparison.Ordinal);
        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_is_down_may_come_back()
    {
        _chatwoot.Platform.AnswerAlways(HttpStatusCode.BadGateway);
        await Assert.ThrowsAsync<HttpRequestException>(PagesAsync);
    }

    [Fact]
    public void Only_accounts_with_an_address_are_read() => Assert.Equal(["desk"], _history.Accounts);

    private void Add(long conversation, long id, DateTimeOffset sentAt) => _chatwoot.Add("chatwoot_message_incoming.json", webhook =>
    {
        webhook["conversation"]!["id"] = conversation;
        webhook["id"] = id;
        webhook["created_at"] = sentAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
    });

    private async Task<List<HistoryItem>> ReadAsync() => [.. (await PagesAsync()).SelectMany(page => page.Items)];

    private Task<List<HistoryPage>> PagesAsync() =>
        _history.ReadAsync("desk", Since, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).AsTask();

    private static MessageCaptured ByWebhook(string file) => Assert.Single(Assert.IsType<WebhookReading.Understood>(
        new ChatwootInlet(WebhookSamples.Verifier).Read(
            WebhookSamples.Chatwoot(WebhookSamples.Body(file)), WebhookSamples.ChatwootAccount(), WebhookSamples.Now)).Messages);

    private static string Text(MessageCaptured message) => Encoding.UTF8.GetString(Envelope.Wrap(message).Body.Span);
}
