using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Capture;
using Pipeline.Replay;
using Pipeline.Tests.Flow;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>The whole path of an account that has no side for advisors: webhook in, notes in the advisors' channel.</summary>
public sealed class SlackPathTests : IAsyncLifetime
{
    private FakeSlack _slack = null!;

    public async ValueTask InitializeAsync() => _slack = await FakeSlack.StartAsync();

    public ValueTask DisposeAsync() => _slack.DisposeAsync();

    [Fact]
    public async Task A_customers_message_becomes_notes_in_the_advisors_channel_and_comes_again_for_nothing()
    {
        await using var path = await StartAsync();
        await PlayAsync(path);
        Assert.Contains(_slack.Posted, post => post.Text.Contains("*Suggestions de réponse*", StringComparison.Ordinal));
        Assert.Contains(_slack.Posted, post => post.Text.Contains("*Orientation*", StringComparison.Ordinal));
        Assert.All(_slack.Posted, post => Assert.StartsWith("generic/demo, ", post.Text, StringComparison.Ordinal));

        var before = _slack.Posted.Count;
        path.ForgetIds();
        await PlayAsync(path);
        Assert.Equal(before, _slack.Posted.Count);
        Assert.Empty(path.DeadLetters);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "1")]
    [InlineData(HttpStatusCode.ServiceUnavailable, null)]
    public async Task A_pause_and_an_outage_are_survived(HttpStatusCode status, string? retryAfter)
    {
        _slack.FailNext(3, status, retryAfter);
        await using var path = await StartAsync();
        await PlayAsync(path);
        Assert.Contains(_slack.Posted, post => post.Text.Contains("*Suggestions de réponse*", StringComparison.Ordinal));
        Assert.Empty(path.DeadLetters);
        Assert.Equal(_slack.Posted.Count, _slack.Posted.Select(post => post.Text).Distinct().Count());
    }

    /// <summary>The account through which others' outcomes go.</summary>
    internal static PlatformAccount Desk(FakeSlack slack) => new()
    {
        Platform = "slack",
        Account = "desk",
        AccountId = "C0ADVISORS",
        OutletAddress = new Uri(slack.Platform.Address, "/api/"),
        OutletSecret = "api-token",
    };

    private static async Task PlayAsync(WholePath path)
    {
        var conversation = BundledConversations.All.First(candidate => candidate.Id.StartsWith("fr", StringComparison.Ordinal));
        var webhook = ReplayScript.Write(conversation, conversation.Id, WholePath.Start)[0];
        Assert.IsType<WebhookReading.Understood>(await path.PostAsync(webhook));
        await path.DrainAsync();
    }

    private Task<WholePath> StartAsync() => WholePath.StartAsync(more: services => services.Configure<PlatformOptions>(options =>
    {
        options.Accounts[0].OutletThrough = "slack/desk";
        options.Accounts.Add(Desk(_slack));
    }));
}
