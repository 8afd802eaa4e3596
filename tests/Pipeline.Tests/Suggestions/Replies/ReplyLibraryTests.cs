using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Replies;
using Pipeline.Tests.Suggestions.Speaking;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions.Replies;

public sealed class ReplyLibraryTests
{
    private const string Known = "Le voyant rouge vient d'un incident sur la ligne fibre, je lance un diagnostic.";

    private static readonly string Id = ReplyIdentity.IdOf("boreal", "fr", Known);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_retired_reply_takes_its_suggestion_back_at_once_where_it_counts_and_within_a_minute_elsewhere()
    {
        using var fixture = await SpeakingFixture.StartAsync();
        await LearnAsync(fixture.Store, Known);
        await fixture.SayAsync(Said.Customer(0, "bonjour, plus d'internet", intent: "internet_trouble"));
        await fixture.SayAsync(Said.Advisor(1, "Bonjour, que voyez-vous sur la box ?"));
        await fixture.SayAsync(Said.Customer(2, "ma box fibre a un voyant rouge, un incident sur la ligne ?", intent: "internet_trouble"));
        var seen = await fixture.LookAsync();
        var index = seen.Suggestions.ToList().FindIndex(suggestion => suggestion.Source == $"reply:{Id}");
        Assert.True(index >= 0, "The reply was not offered.");
        Assert.IsType<FeedbackTaken.Kept>(await fixture.TellAsync("f-1", FeedbackKind.Inserted, seen, index));

        await fixture.Store.RetireAsync(Id, "quality-1", Cancel);

        Assert.Equal(
            WithdrawalReason.PhraseRetired,
            Assert.IsType<FeedbackTaken.Refused>(await fixture.TellAsync("f-2", FeedbackKind.Sent, seen, index)).Reason);
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(async () => (await fixture.LookAsync()).Suggestions.All(suggestion => suggestion.Source != $"reply:{Id}"));
    }

    [Fact]
    public async Task What_a_phrase_says_too_is_offered_as_the_phrase()
    {
        var message = Said.Customer(0, "ma box a un voyant rouge", intent: "internet_trouble");
        using var without = await SpeakingFixture.StartAsync();
        await without.SayAsync(message);
        var sources = (await without.LookAsync()).Suggestions.Select(suggestion => suggestion.Source).ToList();

        using var with = await SpeakingFixture.StartAsync();
        foreach (var phrase in PhraseSeed.Phrases().Where(phrase => sources.Contains(phrase.Source)))
        {
            await LearnAsync(with.Store, phrase.Text, phrase.Id);
        }

        await with.SayAsync(message);
        Assert.NotEmpty(sources);
        Assert.Equal(sources, (await with.LookAsync()).Suggestions.Select(suggestion => suggestion.Source));
    }

    [Fact]
    public async Task A_new_reply_is_seen_after_a_minute_by_readers_who_keep_what_they_have()
    {
        var clock = new FakeClock();
        var store = new AcceptedReplyStore(new InMemoryTables(), new("a key"), clock);
        using var library = new ReplyLibrary(store, clock, NullLogger<ReplyLibrary>.Instance);
        await LearnAsync(store, Known);
        var first = (await library.CandidatesAsync("fr", "Boreal", Cancel))!;
        Assert.Equal([Id], first.Candidates.Select(candidate => candidate.Id));

        await LearnAsync(store, "Je vous envoie tout cela par écrit dans un instant.", "c-9");
        Assert.Same(first, await library.CandidatesAsync("fr", "boreal", Cancel));
        clock.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(async () => (await library.CandidatesAsync("fr", "boreal", Cancel))!.Count == 2);
        Assert.Equal(1, first.Count);
        Assert.Null(await library.CandidatesAsync("en", "boreal", Cancel));
        Assert.Null(await library.CandidatesAsync("fr", "zephyr", Cancel));
    }

    [Fact]
    public async Task A_source_of_another_kind_is_not_taken_back()
    {
        var store = new AcceptedReplyStore(new InMemoryTables(), new("a key"), new FakeClock());
        using var library = new ReplyLibrary(store, new FakeClock(), NullLogger<ReplyLibrary>.Instance);
        Assert.True(await library.IsOfferedAsync("phrase:fr-holding-03", "fr", exactly: false, Cancel));
        Assert.False(await library.IsOfferedAsync($"reply:{Id}", "fr", exactly: false, Cancel));
        await LearnAsync(store, Known);
        Assert.True(await library.IsOfferedAsync($"reply:{Id}", "fr", exactly: true, Cancel));
        Assert.False(await library.IsOfferedAsync($"reply:{Id}", "en", exactly: true, Cancel));
    }

    private static Task<int> LearnAsync(AcceptedReplyStore store, string text, string conversation = "c-1") => store.LearnAsync(
        [],
        [
            .. Enumerable.Range(0, 3).Select(number => new SentReply(text, new(
                "boreal", "fr", $"{conversation}-{number}", "m-1", $"a-{number}", DateOnly.FromDateTime(Said.Start.UtcDateTime), "internet_trouble"))),
        ],
        Cancel);

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
