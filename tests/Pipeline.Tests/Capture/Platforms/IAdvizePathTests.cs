using Microsoft.Extensions.DependencyInjection;
using Pipeline.Capture;
using Pipeline.Tests.Flow;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>iAdvize over the whole path: what comes of it goes through another account, for it has no side for advisors that a server reaches.</summary>
public sealed class IAdvizePathTests
{
    [Fact]
    public async Task A_visitors_message_becomes_notes_in_the_advisors_channel_and_comes_again_for_nothing()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var path = await WholePath.StartAsync(
            clock: new(WebhookSamples.Now),
            more: services => services.Configure<PlatformOptions>(options =>
            {
                var account = IAdvizeInletTests.Account;
                account.OutletThrough = "slack/desk";
                options.Accounts.Add(account);
                options.Accounts.Add(SlackPathTests.Desk(slack));
            }));

        var body = WebhookSamples.Body("iadvize_message_visitor.json");
        for (var time = 0; time < 2; time++)
        {
            Assert.IsType<WebhookReading.Understood>(await path.Service<WebhookCapture>().ReceiveAsync(
                "iadvize",
                "shop",
                IAdvizeInletTests.Signed(body, $"/api/webhooks/iadvize/shop/conversations/{IAdvizeInletTests.Id}/messages"),
                TestContext.Current.CancellationToken));
            await path.DrainAsync();
            path.ForgetIds();
        }

        Assert.Single(slack.Posted, post => post.Text.Contains("*Suggestions de réponse*", StringComparison.Ordinal));
        Assert.Single(slack.Posted, post => post.Text.Contains("*Orientation*", StringComparison.Ordinal));
        Assert.All(slack.Posted, post => Assert.StartsWith("iadvize/shop, ", post.Text, StringComparison.Ordinal));
        Assert.Empty(path.DeadLetters);
    }
}
