using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web.Access;

/// <summary>Live events tell an advisor's key of the conversations that it may read, and of no other.</summary>
public sealed class EventSkillsTests
{
    private const string Other = "generic~demo~c-43";

    private readonly WebFixture _fixture = KeyedHost.Fixture(options =>
    {
        options.Key("technical-key", "advisor", "technical");
        options.Key("billing-key", "advisor", "billing");
        options.Key("any-key", "advisor");
        options.Key("quality-key", "quality");
    });

    public EventSkillsTests()
    {
        _fixture.Transcripts.Known[Samples.Key] = Samples.Transcript(Samples.Full);
        _fixture.Transcripts.Known[Other] = Samples.Transcript(Samples.Full) with { Assignment = null };
    }

    [Theory]
    [InlineData("technical-key", Samples.Key)]
    [InlineData("any-key", Samples.Key)]
    [InlineData("quality-key", Samples.Key)]
    [InlineData("billing-key", Other)]
    public async Task The_first_change_that_is_told_is_of_a_conversation_that_may_be_read(string key, string told)
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        host.Client.DefaultRequestHeaders.Add("X-Api-Key", key);
        using var stream = await host.Client.GetStreamAsync("api/events", TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        _fixture.Changes.Tell(Samples.Key);
        _fixture.Changes.Tell(Other);
        string? line;
        do
        {
            line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        }
        while (line is not null && !line.Contains("generic~", StringComparison.Ordinal));
        Assert.Contains(told, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_of_another_skill_cannot_be_watched()
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        host.Client.DefaultRequestHeaders.Add("X-Api-Key", "billing-key");
        (await host.GetAsync($"api/conversations/{Samples.Key}/events")).IsProblem(403, "skill-missing");
        Assert.Equal(200, await host.StatusAsync("GET", $"api/conversations/{Other}/events", "Accept", null));
        Assert.Equal(200, await host.StatusAsync("GET", "api/conversations/a~b~new/events", "Accept", null));
    }

    [Fact]
    public async Task One_that_goes_to_another_skill_meanwhile_is_not_told_of_any_more()
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        host.Client.DefaultRequestHeaders.Add("X-Api-Key", "billing-key");
        using var stream = await host.Client.GetStreamAsync("api/events", TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        _fixture.Transcripts.Known[Other] = Samples.Transcript(Samples.Full);
        _fixture.Changes.Tell(Other);
        _fixture.Changes.End();
        Assert.DoesNotContain("generic~", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
