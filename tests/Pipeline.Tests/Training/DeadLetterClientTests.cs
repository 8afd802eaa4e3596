using System.Text;
using Pipeline.Tests.Web.Support;
using Pipeline.Training.Api;
using Pipeline.Training.DeadLetters;

namespace Pipeline.Tests.Training;

public sealed class DeadLetterClientTests : IAsyncLifetime
{
    private const string Source = "conversations/store";

    private readonly WebFixture _fixture = new();
    private LoopbackHost? _host;

    private LoopbackHost Host => _host!;

    private DeadLetterClient Client => new(Host.Client, ApiAddress.Of(Host.Client.BaseAddress!.AbsoluteUri)!, null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await LoopbackHost.StartAsync(_fixture);
        for (var number = 1; number <= 600; number++)
        {
            _fixture.DeadLetters.Add(Source, number, Encoding.UTF8.GetBytes("""{"type":"routed"}"""));
        }
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    [Fact]
    public async Task All_pages_are_read()
    {
        var numbers = await Client.ListAsync(Source, Token).Select(letter => letter.GetProperty("number").GetInt64()).ToListAsync(Token);
        Assert.Equal(Enumerable.Range(1, 600).Select(number => (long)number), numbers);
    }

    [Fact]
    public async Task One_of_a_subscription_is_shown() =>
        Assert.Equal("routed", (await Client.ShowAsync(Source, 600, Token)).GetProperty("kind").GetString());

    [Fact]
    public async Task Many_are_handled_some_at_a_time()
    {
        Assert.Equal(599, await Client.HandleAsync("replay", Source, [.. Enumerable.Range(2, 600).Select(number => (long)number)], Token));
        Assert.Equal(3, _fixture.DeadLetters.Done.Count);
        Assert.Equal([1], _fixture.DeadLetters.Left);
    }

    [Fact]
    public async Task A_refusal_says_what_the_host_says()
    {
        var refused = await Assert.ThrowsAsync<ApiException>(() => Client.HandleAsync("purge", "orders", [1], Token));
        Assert.Contains("400: source must be one of captured", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:7071", "http://127.0.0.1:7071/api/")]
    [InlineData("https://example.org/desk/api", "https://example.org/desk/api/")]
    [InlineData("https://example.org/desk/", "https://example.org/desk/")]
    [InlineData("127.0.0.1:7071", null)]
    [InlineData("ftp://127.0.0.1", null)]
    public void A_host_stands_for_its_API(string to, string? address) => Assert.Equal(address, ApiAddress.Of(to)?.AbsoluteUri);
}
