using System.Text;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web;

public sealed class DeadLettersEndpointTests : IAsyncLifetime
{
    private readonly WebFixture _fixture = new();
    private LoopbackHost? _host;

    private LoopbackHost Host => _host!;

    public async ValueTask InitializeAsync() => _host = await LoopbackHost.StartAsync(_fixture);

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    [Fact]
    public async Task A_source_is_read_page_by_page_to_an_empty_page()
    {
        Fill("captured", 3);
        var first = (await Host.GetAsync("api/deadletters?source=captured&limit=2")).Json;
        Assert.Equal([1, 2], first.GetProperty("deadLetters").EnumerateArray().Select(letter => letter.GetProperty("number").GetInt64()));
        Assert.Equal(2, first.GetProperty("next").GetInt64());
        var second = (await Host.GetAsync("api/deadletters?source=captured&after=2")).Json;
        Assert.Equal(3, second.GetProperty("next").GetInt64());
        var last = (await Host.GetAsync("api/deadletters?source=captured&after=3")).Json;
        Assert.Equal(0, last.GetProperty("deadLetters").GetArrayLength());
        Assert.False(last.TryGetProperty("next", out _));
    }

    [Theory]
    [InlineData("api/deadletters?source=conversations/store")]
    [InlineData("api/deadletters?source=conversations~store")]
    public async Task A_subscription_is_named_with_a_slash_or_a_tilde(string address)
    {
        Fill("conversations/store", 1);
        var page = (await Host.GetAsync(address)).Json;
        Assert.Equal("conversations/store", page.GetProperty("source").GetString());
        Assert.Equal(1, page.GetProperty("deadLetters").GetArrayLength());
    }

    [Theory]
    [InlineData("", "source")]
    [InlineData("?source=orders", "source")]
    [InlineData("?source=captured&after=-1", "after")]
    [InlineData("?source=captured&after=9223372036854775807", "after")]
    [InlineData("?source=captured&limit=251", "limit")]
    public async Task A_parameter_that_is_not_valid_is_refused_by_name(string query, string field) =>
        (await Host.GetAsync("api/deadletters" + query)).IsProblem(400, "query-invalid", field);

    [Fact]
    public async Task A_dead_letter_shows_its_history_and_nothing_that_people_wrote()
    {
        var captured = new MessageCaptured
        {
            Conversation = new() { Key = "generic~demo~c-42", Platform = "generic", Account = "demo", Id = "c-42", CustomerId = "0612345678" },
            MessageId = "m3",
            Kind = MessageKind.Message,
            Sender = new Sender(SenderRole.Customer, "0612345678", "Camille"),
            SentAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
            Text = "mon numéro est 0612345678",
            Attachments = [new Attachment("Camille.png", "image/png", 12)],
        };
        _fixture.DeadLetters.Add("conversations/store", 7, Envelope.Wrap(captured).Body.ToArray());
        var answer = await Host.GetAsync("api/deadletters/conversations~store/7");
        Assert.DoesNotContain("0612345678", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Camille", answer.Body, StringComparison.Ordinal);
        var letter = answer.Json;
        Assert.Equal("captured", letter.GetProperty("kind").GetString());
        Assert.Equal("It is no message.", letter.GetProperty("description").GetString());
        Assert.Equal(3, letter.GetProperty("deliveryCount").GetInt32());
        Assert.Equal("2026-03-02T09:00:00+00:00", letter.GetProperty("enqueuedAt").GetString());
        Assert.Equal("2026-03-02T09:00:30+00:00", letter.GetProperty("failedAt").GetString());
        Assert.Equal("boreal", letter.GetProperty("properties").GetProperty("brand").GetString());
        var body = letter.GetProperty("body");
        Assert.Equal("(25 characters, not shown)", body.GetProperty("text").GetString());
        Assert.Equal("m3", body.GetProperty("messageId").GetString());
        Assert.Equal("Customer", body.GetProperty("sender.role").GetString());
        Assert.Equal("12", body.GetProperty("attachments[0].bytes").GetString());
    }

    [Theory]
    [InlineData("no json at all")]
    [InlineData("""["captured"]""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"captured","text":"\ud800"}""")]
    public async Task A_body_that_cannot_be_read_shows_only_its_length(string body)
    {
        _fixture.DeadLetters.Add("captured", 7, Encoding.UTF8.GetBytes(body));
        var letter = (await Host.GetAsync("api/deadletters/captured/7")).Json;
        Assert.Equal("unreadable", letter.GetProperty("kind").GetString());
        Assert.Equal(body.Length, letter.GetProperty("bodyBytes").GetInt32());
        Assert.Empty(letter.GetProperty("body").EnumerateObject());
    }

    [Theory]
    [InlineData("captured/8")]
    [InlineData("captured/0")]
    [InlineData("captured/9223372036854775808")]
    [InlineData("captured/seven")]
    [InlineData("orders/7")]
    public async Task One_that_is_not_there_is_not_known(string place)
    {
        _fixture.DeadLetters.Add("captured", 7, "{}"u8.ToArray());
        (await Host.GetAsync($"api/deadletters/{place}")).IsProblem(404, "dead-letter-unknown");
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("purge")]
    public async Task Some_are_handled_by_their_numbers(string what)
    {
        Fill("conversations/store", 3);
        var answer = await OrderAsync(what, """{"source":"conversations~store","numbers":[1,3,99]}""");
        Assert.Equal((2, false), (answer.Json.GetProperty("handled").GetInt32(), answer.Json.GetProperty("more").GetBoolean()));
        Assert.Equal([$"{what} conversations/store 1,3,99"], _fixture.DeadLetters.Done);
        Assert.Equal([2], _fixture.DeadLetters.Left);
    }

    [Fact]
    public async Task All_takes_a_thousand_at_once_and_says_that_there_are_more()
    {
        Fill("captured", 1200);
        var first = (await OrderAsync("purge", """{"source":"captured","all":true}""")).Json;
        Assert.Equal((1000, true), (first.GetProperty("handled").GetInt32(), first.GetProperty("more").GetBoolean()));
        var second = (await OrderAsync("purge", """{"source":"captured","all":true}""")).Json;
        Assert.Equal((200, false), (second.GetProperty("handled").GetInt32(), second.GetProperty("more").GetBoolean()));
        Assert.Empty(_fixture.DeadLetters.Left);
    }

    [Theory]
    [InlineData("""{"numbers":[1]}""", "source")]
    [InlineData("""{"source":"orders","all":true}""", "source")]
    [InlineData("""{"source":"captured"}""", "numbers")]
    [InlineData("""{"source":"captured","all":false}""", "numbers")]
    [InlineData("""{"source":"captured","all":true,"numbers":[1]}""", "numbers")]
    [InlineData("""{"source":"captured","numbers":[]}""", "numbers")]
    [InlineData("""{"source":"captured","numbers":["1"]}""", "numbers[0]")]
    [InlineData("""{"source":"captured","al":true}""", "al")]
    [InlineData("null", null)]
    [InlineData("", null)]
    public async Task An_order_that_is_not_valid_is_refused_by_name_and_handles_nothing(string body, string? field)
    {
        Fill("captured", 1);
        (await OrderAsync("purge", body)).IsProblem(400, "body-invalid", field);
        Assert.Empty(_fixture.DeadLetters.Done);
    }

    [Fact]
    public async Task An_order_that_a_page_elsewhere_could_post_unasked_is_refused()
    {
        Fill("captured", 1);
        (await OrderAsync("purge", """{"source":"captured","all":true}""", "text/plain"))
            .IsProblem(415, "media-type-unsupported", "Content-Type");
        Assert.Empty(_fixture.DeadLetters.Done);
    }

    [Fact]
    public async Task An_order_over_the_limit_is_refused() =>
        (await OrderAsync("replay", new string(' ', 40_000))).IsProblem(413, "body-too-large");

    private async Task<Answer> OrderAsync(string what, string body, string mediaType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        return await Host.SendAsync(HttpMethod.Post, $"api/deadletters/{what}", content);
    }

    private void Fill(string source, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            _fixture.DeadLetters.Add(source, number, """{"type":"captured"}"""u8.ToArray());
        }
    }
}
