using System.Text;
using Pipeline.Tests.Routing;
using Pipeline.Tests.Support;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web;

public sealed class HandoverEndpointTests : IAsyncLifetime
{
    private static readonly string Key = Said.Conversation.Key;

    private readonly WebFixture _fixture = new();
    private LoopbackHost? _host;

    private static string Address => $"api/conversations/{Key}/handover";

    public async ValueTask InitializeAsync()
    {
        // Recorded and routed by the product's own stages, on the fixture's tables.
        var router = new Router(_fixture.Tables);
        await router.RouteAsync(Said.Customer(0, "ma facture [ORDER_NUMBER_1]", -0.1, "billing_question"), Said.Advisor(5, "Vous recevrez un avoir demain."));
        _fixture.Transcripts.Known[Key] = (await router.Recorder.Reader.ReadAsync(Key, TestContext.Current.CancellationToken))!;
        _host = await LoopbackHost.StartAsync(_fixture);
    }

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    [Fact]
    public async Task The_card_is_what_a_hand_over_would_say_and_names_no_reason_before_one()
    {
        var card = (await _host!.GetAsync(Address)).Json;
        Assert.False(card.TryGetProperty("reason", out _));
        Assert.Equal("Nadia", card.GetProperty("holders")[0].GetProperty("firstName").GetString());
        Assert.Equal("promise", card.GetProperty("told")[0].GetProperty("kinds")[0].GetString());
        Assert.Equal("[ORDER_NUMBER_1]", card.GetProperty("known")[1].GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_hand_over_is_answered_with_who_goes_on()
    {
        var answer = await PostAsync("""{"id":"h-1","reason":"other_skill","skill":"technical"}""");
        Assert.Equal((200, "Assigned"), (answer.Status, answer.Json.GetProperty("status").GetString()));
        Assert.Equal("technical", answer.Json.GetProperty("next").GetProperty("skill").GetString());
        Assert.Equal(answer.Body, (await PostAsync("""{"id":"h-1","reason":"other_skill","skill":"technical"}""")).Body);
        var floor = (await _host!.GetAsync($"api/conversations/{Key}/floor")).Json;
        Assert.Equal("handedOver", floor.GetProperty("cause").GetString());
    }

    [Theory]
    [InlineData("""{"reason":"capacity"}""", "id")]
    [InlineData("""{"id":"h"}""", "reason")]
    [InlineData("""{"id":"h","reason":"colleague_was_slow"}""", "reason")]
    [InlineData("""{"id":"h","reason":"capacity","comment":"she did not do the job"}""", "comment")]
    [InlineData("""{"id":"h","reason":"other_skill"}""", "skill")]
    [InlineData("""{"id":"h","reason":"higher_level"}""", "level")]
    [InlineData("""{"id":"h","reason":"higher_level","level":4}""", "level")]
    [InlineData("""{"id":"h","reason":"other_skill","skill":"plumbing"}""", "skill")]
    [InlineData("""{"id":"h","reason":"capacity","advisorId":""}""", "advisorId")]
    public async Task A_body_that_is_not_valid_is_refused_by_name(string body, string field) =>
        (await PostAsync(body)).IsProblem(400, "body-invalid", field);

    [Fact]
    public async Task What_cannot_be_handed_over_is_a_problem()
    {
        (await PostAsync("""{"id":"h","reason":"capacity","advisorId":"a-zoe"}""")).IsProblem(409, "handover-impossible", "advisorId");
        (await _host!.GetAsync("api/conversations/generic~demo~nobody/handover")).IsProblem(404, "conversation-unknown", "key");
        (await PostAsync("""{"id":"h","reason":"capacity"}""", "api/conversations/generic~demo~nobody/handover")).IsProblem(404, "conversation-unknown", "key");
    }

    private async Task<Answer> PostAsync(string body, string? address = null)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await _host!.SendAsync(HttpMethod.Post, address ?? Address, content);
    }
}
