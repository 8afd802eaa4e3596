using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Suggestions.Library;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions;

public sealed class KnowledgeTests : IDisposable
{
    private static readonly ArticleDraft Draft = new()
    {
        Id = "fr-article-x",
        Language = "fr",
        Title = "Un titre",
        Body = "Un corps.",
        Source = "le guide",
        Intents = ["outage"],
    };

    private readonly InMemoryTables _tables = new();
    private readonly FakeClock _clock = new();
    private readonly KnowledgeLibrary _library;

    public KnowledgeTests() => _library = new(_tables, _clock, NullLogger<KnowledgeLibrary>.Instance);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _library.Dispose();

    [Fact]
    public void The_programs_own_articles_are_valid_and_many_in_both_languages()
    {
        var articles = ArticleSeed.Articles();
        Assert.Equal(articles.Count, articles.Select(article => article.Id).Distinct().Count());
        Assert.All(PhraseWords.Languages, language => Assert.InRange(articles.Count(article => article.Language == language), 30, int.MaxValue));
        Assert.All(articles, article =>
        {
            Assert.NotEmpty(article.Questions);
            Assert.NotEmpty(article.Intents);
            Assert.Equal(article.Body, article.Reply);
            Assert.Equal($"article:{article.Id}", article.Source);
        });
    }

    [Fact]
    public async Task Seeds_are_read_and_an_unchanged_list_is_the_same_list()
    {
        await new ArticleSeed(_tables, NullLogger<ArticleSeed>.Instance).PlantAsync(Cancel);
        var french = (await _library.ReadAsync("fr", Cancel))?.Articles;
        Assert.Equal(ArticleSeed.Articles().Count(article => article.Language == "fr"), french!.Count);

        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Same(french, (await _library.ReadAsync("fr", Cancel))?.Articles);
        Assert.True(await _library.IsOfferedAsync(french[0].Source, Cancel));
        Assert.False(await _library.IsOfferedAsync("article:none", Cancel));
        Assert.True(await _library.IsOfferedAsync("phrase:none", Cancel));
    }

    [Fact]
    public async Task Only_what_a_peer_approved_is_read()
    {
        var editor = new LibraryEditor<ArticleDraft, Article>(ArticleTable.Instance, _tables, _clock);
        await editor.ProposeAsync(Draft, "nadia", Cancel);
        var second = (await editor.ProposeAsync(Draft with { Id = "fr-article-y" }, "nadia", Cancel)).Text!;
        await editor.ApproveAsync(second, "karim", Cancel);

        Assert.Equal(["fr-article-y"], (await _library.ReadAsync("fr", Cancel))!.Articles.Select(article => article.Id));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("body")]
    [InlineData("source")]
    [InlineData("questions")]
    [InlineData("id")]
    public void A_wrong_article_is_refused_with_its_field(string field)
    {
        var draft = field switch
        {
            "title" => Draft with { Title = " " },
            "body" => Draft with { Body = "Un {slot}." },
            "source" => Draft with { Source = null },
            "questions" => Draft with { Questions = ["Oui ?", ""] },
            _ => Draft with { Id = "a/b" },
        };

        Assert.Equal(field, Assert.Throws<InvalidArticleException>(() => new Article(draft, "test")).Field);
    }

    [Fact]
    public void A_long_body_is_offered_as_its_first_sentences()
    {
        var sentence = string.Concat(Enumerable.Repeat("mot ", 40)).Trim() + ". ";
        var article = new Article(Draft with { Body = string.Concat(Enumerable.Repeat(sentence, 8)).Trim() }, "test");
        Assert.InRange(article.Reply.Length, 100, Article.MaxReply);
        Assert.EndsWith(".", article.Reply, StringComparison.Ordinal);
        Assert.StartsWith(article.Reply, article.Body, StringComparison.Ordinal);

        var endless = new Article(Draft with { Body = string.Concat(Enumerable.Repeat("mot ", 400)).Trim() }, "test");
        Assert.InRange(endless.Reply.Length, 100, Article.MaxReply);
        Assert.EndsWith("mot…", endless.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_holds_the_longest_article()
    {
        var longest = Draft with
        {
            Body = new string('é', ArticleRules.MaxBody),
            Questions = [.. Enumerable.Repeat(new string('"', EditingRules.MaxList / EditingRules.MaxEntries), EditingRules.MaxEntries)],
            Intents = [.. Enumerable.Repeat(new string('é', EditingRules.MaxEntry), EditingRules.MaxEntries)],
            Brands = [.. Enumerable.Repeat(new string('é', EditingRules.MaxEntry), EditingRules.MaxEntries)],
        };
        var article = new Article(longest, "test");
        Assert.InRange(TableLimits.RowBytes(ArticleTable.Instance.Write(article)), 1, TableLimits.MaxRowBytes);
        Assert.InRange(TableLimits.RowBytes(ArticleTable.Instance.Write(article, article)), 1, TableLimits.MaxRowBytes);
    }
}
