using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Replies;
using Pipeline.Suggestions.Speaking;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions.Candidates;

/// <summary>What comes from several sources is offered as one library.</summary>
public sealed class CandidateSourceTests : IDisposable
{
    private static readonly SuggestionOptions Options = new() { MinimumScore = 0 };

    private readonly InMemoryTables _tables = new();
    private readonly FakeClock _clock = new();
    private readonly PhraseLibrary _phrases;
    private readonly KnowledgeLibrary _articles;

    public CandidateSourceTests()
    {
        _phrases = new(_tables, _clock, NullLogger<PhraseLibrary>.Instance);
        _articles = new(_tables, _clock, NullLogger<KnowledgeLibrary>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ArticleDraft Draft => new()
    {
        Id = "en-article-x",
        Language = "en",
        Title = "The zamboulidon hums",
        Body = "A humming zamboulidon is harmless. Unplug it for a minute and plug it in again.",
        Intents = ["internet_trouble"],
        Questions = ["Why does my zamboulidon hum?"],
        Source = "test",
    };

    public void Dispose()
    {
        _phrases.Dispose();
        _articles.Dispose();
    }

    [Theory]
    [InlineData("en", "From the article \"The zamboulidon hums\"")]
    [InlineData("fr", "D'après l'article « The zamboulidon hums »")]
    public void An_article_is_offered_as_an_explanation_and_says_that_it_is_one(string language, string reason)
    {
        var suggestion = Assert.Single(Suggest(language, "why does my zamboulidon hum", Article(Draft with { Language = language })));

        Assert.Equal(("explanation", "article:en-article-x"), (suggestion.Category, suggestion.Source));
        Assert.Equal(Draft.Body, suggestion.Text);
        Assert.Equal(reason, suggestion.Reasons[0]);
    }

    [Fact]
    public void An_article_is_held_to_the_policies_and_to_the_length_of_the_channel()
    {
        Assert.Empty(Suggest("en", "why does it hum", Article(Draft with { Body = "Call us on 01 99 00 12 34 when it hums." })));
        Assert.Empty(Suggest("en", "why does it hum", Article(Draft with { Body = "We'll refund you €30 when it hums." })));
        Assert.Empty(Suggest("en", "why does it hum", Article(Draft with { Body = "See {link:nowhere} when it hums." })));
        Assert.Empty(Suggest("en", "why does it hum", Article(Draft with { Brands = ["lumo"] })));

        var text = string.Join(' ', Enumerable.Range(0, 20).Select(number => $"Step {number} is to look at lamp {number}."));
        var cut = Assert.Single(ReplySuggester.Suggest(
            new Chat("en", channel: "sms").Customer("why does it hum, which lamp", "internet_trouble").Scored(), Index("en", Article(Draft with { Body = text })), Options));
        Assert.InRange(cut.Text.Length, 20, 160);
        Assert.EndsWith(".", cut.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_as_a_phrase_and_as_a_past_reply_is_offered_as_the_phrase()
    {
        var phrase = One(CandidateKind.Phrase, "a", "Unplug the zamboulidon, {customer_first_name}.", ["outage"]);
        var reply = One(CandidateKind.Reply, "b", "Unplug the zamboulidon!", ["internet_trouble"]);

        // The reply alone would be offered, and it is for the very situation.
        Assert.Equal("reply:b", Assert.Single(Suggest("en", "my zamboulidon hums", reply)).Source);
        Assert.Equal("phrase:a", Assert.Single(Suggest("en", "my zamboulidon hums", reply, phrase)).Source);
    }

    [Fact]
    public void Nearly_the_same_text_from_two_sources_is_offered_once()
    {
        var phrase = One(CandidateKind.Phrase, "a", "Please unplug the zamboulidon from the wall and wait a minute.", ["internet_trouble"]);
        var reply = One(CandidateKind.Reply, "b", "Please unplug your zamboulidon from the wall, then wait one minute.", ["internet_trouble"]);
        var other = One(CandidateKind.Reply, "c", "The engineer is already travelling towards your village.", ["internet_trouble"]);

        var sources = Suggest("en", "my zamboulidon hums", phrase, reply, other).Select(suggestion => suggestion.Source).ToArray();
        Assert.Single(sources, source => source is "phrase:a" or "reply:b");
        Assert.Contains("reply:c", sources);
    }

    [Fact]
    public async Task The_stage_suggests_articles_while_they_are_in_force()
    {
        var editor = new LibraryEditor<ArticleDraft, Article>(ArticleTable.Instance, _tables, _clock);
        var proposed = (await editor.ProposeAsync(Draft, "nadia", Cancel)).Text!;
        Assert.DoesNotContain("article:en-article-x", await StageSourcesAsync("m-draft"));

        var approved = (await editor.ApproveAsync(proposed, "karim", Cancel)).Text!;
        _articles.Refresh();
        await UntilAsync(async () => (await _articles.ReadAsync("en", Cancel))?.Articles.Count == 1);
        Assert.Contains("article:en-article-x", await StageSourcesAsync("m-approved"));
        using var replies = new ReplyLibrary(new AcceptedReplyStore(_tables, new("a key"), _clock), _clock, NullLogger<ReplyLibrary>.Instance);
        var sources = new LibrarySources(_phrases, _articles, replies, _tables, _clock);
        Assert.True(await sources.IsOfferedAsync("article:en-article-x", "en", exactly: true, Cancel));

        await editor.RetireAsync(approved, "karim", Cancel);
        _articles.Refresh();
        await UntilAsync(async () => (await _articles.ReadAsync("en", Cancel))?.Articles.Count == 0);
        Assert.DoesNotContain("article:en-article-x", await StageSourcesAsync("m-retired"));
        Assert.False(await sources.IsOfferedAsync("article:en-article-x", "en", exactly: false, Cancel));
        Assert.False(await sources.IsOfferedAsync("article:en-article-x", "en", exactly: true, Cancel));
    }

    private async Task<IReadOnlyList<string>> StageSourcesAsync(string id)
    {
        var stage = new SuggestStage([_phrases, _articles], new InMemoryTables(), Microsoft.Extensions.Options.Options.Create(Options), NullLogger<SuggestStage>.Instance);
        var scored = new Chat("en").Customer("why does my zamboulidon hum", "internet_trouble").Scored();
        var result = await stage.RunAsync(scored with { Message = scored.Message with { MessageId = id } }, Cancel);
        return result is StageResult<RepliesSuggested>.GoOn { Messages: [var replies] } ? [.. replies.Suggestions.Select(suggestion => suggestion.Source)] : [];
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Yield();
        }
    }

    private static IReadOnlyList<Suggestion> Suggest(string language, string asked, params ReplyCandidate[] candidates) =>
        ReplySuggester.Suggest(new Chat(language).Customer(asked, "internet_trouble").Scored(), Index(language, candidates), Options);

    private static CandidateIndex Index(string language, params ReplyCandidate[] candidates) => new(
        language, candidates.GroupBy(candidate => candidate.Kind).Select(group => CandidateCollection.Of(language, group)));

    private static ReplyCandidate Article(ArticleDraft draft) => ReplyCandidate.Of(new Article(draft, "test"));

    private static ReplyCandidate One(CandidateKind kind, string id, string text, string[] intents) => new()
    {
        Kind = kind,
        Id = id,
        Source = $"{kind}:{id}".ToLowerInvariant(),
        Language = "en",
        Text = text,
        Category = PhraseCategory.Explanation,
        Intents = intents,
        Accepted = kind == CandidateKind.Reply ? 3 : 0,
    };
}
