using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web;

public sealed partial class PageEndpointTests : IAsyncLifetime
{
    private LoopbackHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await LoopbackHost.StartAsync(new WebFixture());

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("", "./api")]
    [InlineData("api/page", ".")]
    [InlineData("api/page/", "..")]
    public async Task Every_file_of_the_page_loads_from_wherever_the_page_is(string address, string api)
    {
        var page = await PageAsync(address);
        Assert.Equal(api, page.DocumentElement.GetAttribute("data-api"));
        var here = new Uri(_host.Client.BaseAddress!, address);
        var files = page.QuerySelectorAll("link[href], script[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!);
        await LoadAllAsync([.. files.Select(file => new Uri(here, file))]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("api/page")]
    [InlineData("api/page/page.js")]
    [InlineData("api/page/page.svg")]
    public async Task The_browser_is_told_to_run_only_our_own_files(string address)
    {
        using var response = await _host.Client.GetAsync(address, TestContext.Current.CancellationToken);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], response.Headers.GetValues("Referrer-Policy"));
    }

    [Fact]
    public async Task Nothing_in_the_page_is_inline()
    {
        var page = await PageAsync("");
        Assert.All(page.Scripts, script => Assert.Equal(("", true), (script.TextContent, script.HasAttribute("src"))));
        Assert.Empty(page.QuerySelectorAll("style, [style]"));
        Assert.DoesNotContain(
            page.All.SelectMany(element => element.Attributes),
            attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scripts_put_text_in_as_text_and_ask_nobody_else()
    {
        foreach (var (address, text) in await FilesAsync())
        {
            Assert.False(Unsafe().IsMatch(text), $"{address} makes markup or code from text.");
            Assert.DoesNotMatch(@"https?://(?!www\.w3\.org/2000/svg)", text);
        }
    }

    [Fact]
    public async Task Every_word_of_the_page_is_there_in_both_languages()
    {
        var words = (await FilesAsync()).Single(file => file.Address.EndsWith("/words.js", StringComparison.Ordinal)).Text;
        var known = Entry().Matches(words).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var page = await PageAsync("");
        var asked = page.QuerySelectorAll("[data-word], [data-word-label]")
            .Select(element => element.GetAttribute("data-word") ?? element.GetAttribute("data-word-label")!)
            .Concat((await FilesAsync()).SelectMany(file => Asked().Matches(file.Text).Select(match => match.Groups[1].Value)))
            .Distinct(StringComparer.Ordinal);
        Assert.Empty(asked.Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_browser_that_has_a_file_is_not_sent_it_again()
    {
        using var first = await _host.Client.GetAsync("api/page/page.css", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "api/page/page.css");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _host.Client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var other = new HttpRequestMessage(HttpMethod.Get, "api/page/page.css");
        other.Headers.IfNoneMatch.ParseAdd("\"another\"");
        using var third = await _host.Client.SendAsync(other, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Theory]
    [InlineData("api/page/page.html")]
    [InlineData("api/page/openapi.json")]
    [InlineData("api/page/..%2Fopenapi.json")]
    [InlineData("api/page/nothing.js")]
    public async Task What_is_no_file_of_the_page_is_not_found(string address) => (await _host.GetAsync(address)).IsProblem(404, "not-found");

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(string address)
    {
        var answer = await _host.GetAsync(address);
        Assert.Equal((200, "text/html; charset=utf-8"), (answer.Status, answer.MediaType));
        return new HtmlParser().ParseDocument(answer.Body);
    }

    private async Task<IReadOnlyList<(string Address, string Text)>> FilesAsync() =>
        await LoadAllAsync([new Uri(_host.Client.BaseAddress!, "api/page/page.js")]);

    /// <summary>Loads files and whatever they import.</summary>
    private async Task<IReadOnlyList<(string Address, string Text)>> LoadAllAsync(IReadOnlyList<Uri> start)
    {
        var files = new List<(string Address, string Text)>();
        var waiting = new Queue<Uri>(start);
        while (waiting.TryDequeue(out var address))
        {
            if (files.Any(file => file.Address == address.AbsolutePath))
            {
                continue;
            }

            var answer = await _host.GetAsync(address.AbsolutePath);
            Assert.True(answer.Status == 200, $"{address.AbsolutePath} answered {answer.Status}.");
            files.Add((address.AbsolutePath, answer.Body));
            foreach (Match import in Import().Matches(answer.Body))
            {
                waiting.Enqueue(new Uri(address, import.Groups[1].Value));
            }
        }

        return files;
    }

    [GeneratedRegex("from \"(\\./[^\"]+)\"")]
    private static partial Regex Import();

    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|createContextualFragment")]
    private static partial Regex Unsafe();

    [GeneratedRegex(@"^  (\w+): \[\s*""[^""]+"",\s*""[^""]+"",?\s*\]", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\b(?:word|fact)\(""(\w+)""")]
    private static partial Regex Asked();
}
