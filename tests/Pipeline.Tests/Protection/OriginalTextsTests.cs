using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Protection;
using Pipeline.Protection.Originals;
using Pipeline.Protection.Retention;
using Pipeline.Replay;
using Pipeline.Tests.Flow;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Protection;

public sealed class OriginalTextsTests
{
    private const string Text = "Mon numéro est le 06 12 34 56 78, rappelez-moi";

    private static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);

    private static readonly RecordedConversation Said = People.Conversation(People.Erased, "Camille", Text, "D'accord.", "Merci");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_brand_that_asks_gets_the_text_as_it_was_written_and_nothing_of_it_is_readable_in_the_tables()
    {
        await using var path = await StartAsync("boreal");
        await path.PlayAsync(Said, "c-1");
        var text = Assert.Single(await path.Service<OriginalTexts>().ReadTextsAsync(People.Key("c-1"), Token));
        Assert.Equal(Text, text.Text);
        Assert.DoesNotContain("06 12 34 56 78", TableText.Of(path.Tables), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_kept_for_a_brand_that_did_not_ask()
    {
        await using var path = await StartAsync("other");
        await path.PlayAsync(Said, "c-1");
        Assert.DoesNotContain(path.Tables.Dump(), entry => entry.Table == TableNames.Originals);
    }

    [Fact]
    public async Task With_another_key_nothing_can_be_read_and_messages_still_come_through()
    {
        await using var path = await StartAsync("boreal");
        await path.PlayAsync(Said, "c-1", close: false);
        path.Service<Microsoft.Extensions.Options.IOptions<ProtectionOptions>>().Value.Vault.Key = Convert.ToBase64String(new byte[32]);
        Assert.Null(Assert.Single(await path.Service<OriginalTexts>().ReadTextsAsync(People.Key("c-1"), Token)).Text);
        path.ForgetIds();
        await path.PlayAsync(People.Conversation(People.Erased, "Camille", "Merci", "Oui ?", "Ou bien rappelez-moi au 07 12 34 56 78"), "c-1", close: false, after: TimeSpan.FromMinutes(9));
        Assert.Empty(path.DeadLetters);
        Assert.Contains(await path.Service<OriginalTexts>().ReadTextsAsync(People.Key("c-1"), Token), text => text.Text is not null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deleted_message_is_not_kept_whichever_comes_first(bool deletionFirst)
    {
        await using var path = await StartAsync("boreal");
        var (message, deletion) = (
            ReplayScript.Write(Said, "c-1", WholePath.Start)[0], ReplayScript.Delete(Said, "c-1", 0, WholePath.Start.AddMinutes(1)));
        foreach (var webhook in deletionFirst ? new[] { deletion, message } : [message, deletion])
        {
            await path.PostNowAsync(webhook);
            await path.DrainAsync();
        }

        Assert.Empty(await path.Service<OriginalTexts>().ReadTextsAsync(People.Key("c-1"), Token));
        Assert.DoesNotContain(path.Tables.Dump(), entry => entry.Table == TableNames.Originals && entry.Row.Properties.ContainsKey("Text0"));
    }

    [Fact]
    public async Task It_goes_with_the_person_and_after_its_own_time()
    {
        await using var path = await StartAsync("boreal");
        await path.PlayAsync(Said, "c-1");
        path.Clock.Set(WholePath.Start.AddDays(31));
        await path.Service<RetentionJob>().RunAsync(Token);
        Assert.Empty(await path.Service<OriginalTexts>().ReadTextsAsync(People.Key("c-1"), Token));
        Assert.NotNull(await path.Transcripts.ReadAsync(People.Key("c-1"), Token));

        await path.PlayAsync(Said, "c-2", after: TimeSpan.FromDays(32));
        path.Clock.Advance(TimeSpan.FromMinutes(1));
        var receipt = (await path.EraseAsync(People.Subject("06 12 34 56 78"))).Receipt!;
        Assert.Equal(1, receipt.Items["originals"]);
        Assert.DoesNotContain(path.Tables.Dump(), entry => entry.Table == TableNames.Originals);
    }

    private static Task<WholePath> StartAsync(string brand) => WholePath.StartAsync(more: services =>
        services.Configure<ProtectionOptions>(options =>
        {
            options.Vault.Brands.Add(brand);
            options.Vault.Key = Key;
        }));
}
