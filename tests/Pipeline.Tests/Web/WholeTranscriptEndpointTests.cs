using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;
using Pipeline.Tests.Transcripts;
using Pipeline.Tests.Web.Access;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web;

public sealed class WholeTranscriptEndpointTests
{
    private static readonly string Address = $"api/transcripts/{Said.Conversation.Key}";

    [Fact]
    public async Task A_conversation_is_answered_with_its_edits_its_sources_and_its_chain()
    {
        var fixture = new WebFixture();
        var question = Said.Customer(1, "Où est mon colis ?", -0.4);
        await new Recorder(fixture.Tables).RecordAsync(
            question, Said.Advisor(5, "Je regarde cela tout de suite."), Said.Close(9), Said.Edit(12, question, "Où est ma commande ?"));
        await using var host = await LoopbackHost.StartAsync(fixture);
        var answer = (await host.GetAsync(Address)).Json;
        Assert.Equal("Où est ma commande ?", answer.GetProperty("transcript").GetProperty("messages")[0].GetProperty("text").GetString());
        Assert.Equal("Edit", answer.GetProperty("revisions")[0].GetProperty("kind").GetString());
        var sentence = answer.GetProperty("provenance").GetProperty("messages")[0].GetProperty("sentences")[0];
        Assert.Equal("advisor", sentence.GetProperty("origin").GetString());
        Assert.Equal(4, answer.GetProperty("chain").GetProperty("links").GetArrayLength());
        Assert.Equal("pending", answer.GetProperty("chain").GetProperty("verdict").GetString());
    }

    [Theory]
    [InlineData("api/transcripts/generic~demo~nobody")]
    [InlineData("api/transcripts/no-parts")]
    public async Task One_that_is_not_known_is_a_problem(string address)
    {
        await using var host = await LoopbackHost.StartAsync(new WebFixture());
        (await host.GetAsync(address)).IsProblem(404, "conversation-unknown", "key");
    }

    [Fact]
    public async Task Its_reading_is_written_down_as_that_of_any_conversation()
    {
        var fixture = KeyedHost.Fixture(options => options.Key("quality-key", "quality"));
        await new Recorder(fixture.Tables).RecordAsync(Said.Customer(1, "Bonjour", 0));
        await using var host = await LoopbackHost.StartAsync(fixture);
        host.Client.DefaultRequestHeaders.Authorization = new("Bearer", "quality-key");
        Assert.Equal(200, (await host.GetAsync(Address)).Status);
        var rows = await fixture.Tables.ReadAllAsync(TableNames.Audit, new TableQuery(Said.Conversation.Key), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("Transcript", "quality-1"), (Assert.Single(rows).Text("Endpoint"), rows[0].Text("Name")));
    }
}
