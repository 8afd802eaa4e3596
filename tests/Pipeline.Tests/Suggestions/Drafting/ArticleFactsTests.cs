using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts;
using Pipeline.Suggestions.Drafting;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions.Drafting;

public sealed class ArticleFactsTests : IAsyncLifetime, IDisposable
{
    private readonly InMemoryTables _tables = new();
    private readonly KnowledgeLibrary _articles;

    public ArticleFactsTests() => _articles = new(_tables, new FakeClock(), NullLogger<KnowledgeLibrary>.Instance);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await new ArticleSeed(_tables, NullLogger<ArticleSeed>.Instance).PlantAsync(Cancel);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _articles.Dispose();

    [Fact]
    public async Task A_draft_may_say_what_the_articles_on_the_subject_say()
    {
        var scored = new Chat("fr").Customer("je veux etre remboursé, ça prend combien de temps ?", "refund").Scored();
        var facts = await new ArticleFacts(_articles).FindAsync(scored, "fr", Cancel);

        var subjects = ArticleSeed.Articles().Where(article => article.Intents.Contains("refund")).Select(article => article.Source);
        Assert.InRange(facts.Count, 1, 3);
        Assert.All(facts, fact => Assert.Contains(fact.Id, subjects));
        Assert.All(facts, fact => Assert.DoesNotContain("{", fact.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nothing_tells_the_subject_there_is_nothing_to_say() =>
        Assert.Empty(await new ArticleFacts(_articles).FindAsync(new Chat("fr").Customer("bonjour").Scored(), "fr", Cancel));
}
