using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Replies;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions.Replies;

public sealed class AcceptedReplyStoreTests
{
    private const string Known = "La panne est connue, nos équipes y travaillent.";

    private readonly InMemoryTables _tables = new();
    private readonly FakeClock _clock = new(Said.Start.AddDays(20));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AcceptedReplyStore Store => new(_tables, new("a key"), _clock);

    [Theory]
    [InlineData("c-1:a c-2:b", false)]
    [InlineData("c-1:a c-2:a c-3:a", false)]
    [InlineData("c-1:a c-1:b c-1:c", false)]
    [InlineData("c-1:a c-2:- c-3:-", false)]
    [InlineData("c-1:a c-2:a c-3:b", true)]
    public async Task A_reply_is_offered_when_it_was_accepted_in_three_conversations_of_two_advisors(string sent, bool offered)
    {
        await LearnAsync([.. sent.Split(' ').Select((one, place) => Reply(Known, one.Split(':')[0], one.Split(':')[1], $"m-{place}"))]);

        var listed = await Store.ListAsync("boreal", "fr", Cancel);
        Assert.Equal(offered, listed.Count == 1);
        Assert.Equal(offered, await Store.IsOfferedAsync(ReplyIdentity.IdOf("boreal", "fr", Known), "fr", Cancel));
    }

    [Fact]
    public async Task What_differs_in_accents_capitals_and_marks_is_one_reply_in_its_commonest_wording()
    {
        await LearnAsync(
            Reply("la panne est connue nos equipes y travaillent", "c-1", "a"),
            Reply(Known, "c-2", "b"),
            Reply(Known, "c-3", "b"),
            Reply("{customer_first_name}, la panne est connue, nos équipes y travaillent !", "c-4", "b"));

        var reply = Assert.Single(await Store.ListAsync("boreal", "fr", Cancel));
        Assert.Equal((Known, 4, 4, "explanation"), (reply.Text, reply.Uses, reply.Conversations, reply.Category));
        Assert.Equal(new Dictionary<string, int> { ["internet_trouble"] = 4 }, reply.Intents);
    }

    [Fact]
    public async Task Rows_depend_on_the_conversations_alone_however_often_late_and_in_whatever_order_they_are_read()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var conversations = Enumerable.Range(0, 30).ToDictionary(number => $"c-{number}", number => Some(random, $"c-{number}"));

            // The one host reads all at once, as they are in the end.
            var once = new InMemoryTables();
            await LearnAsync(once, conversations.Keys, conversations.Values.SelectMany(replies => replies));

            // The other night by night, some again and again, some from less than all of their messages.
            var often = new InMemoryTables();
            for (var night = 0; night < 6; night++)
            {
                var read = conversations.Keys.Where(_ => random.Next(2) == 0).ToArray();
                random.Shuffle(read);
                await LearnAsync(often, read, read.SelectMany(key => random.Next(3) == 0 ? Some(random, key) : conversations[key]));
            }

            var all = conversations.Keys.ToArray();
            random.Shuffle(all);
            foreach (var part in all.Chunk(7))
            {
                await LearnAsync(often, part, part.SelectMany(key => conversations[key].Reverse()));
            }

            Assert.Equal(Rows(once), Rows(often));
        }
    }

    [Fact]
    public async Task Reading_the_same_again_writes_nothing()
    {
        SentReply[] replies = [Reply(Known, "c-1", "a"), Reply(Known, "c-2", "b")];
        await LearnAsync(replies);
        var before = _tables.Dump().Select(entry => entry.Row.ETag).ToList();

        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await Store.LearnAsync(["c-1", "c-2"], replies, Cancel));
        Assert.Equal(before, _tables.Dump().Select(entry => entry.Row.ETag));
    }

    [Fact]
    public async Task Of_many_uses_the_same_are_kept_in_every_order()
    {
        SentReply[] replies = [.. Enumerable.Range(0, 300).Select(number => Reply(Known, $"c-{number}", $"a-{number % 9}"))];
        var (forth, back) = (new InMemoryTables(), new InMemoryTables());
        foreach (var part in replies.Chunk(40))
        {
            await LearnAsync(forth, [.. part.Select(reply => reply.Place.ConversationKey)], part);
        }

        foreach (var part in replies.Reverse().Chunk(70))
        {
            await LearnAsync(back, [.. part.Select(reply => reply.Place.ConversationKey)], part);
        }

        Assert.Equal(Rows(forth), Rows(back));
        var reply = Assert.Single(await new AcceptedReplyStore(forth, new("a key"), _clock).ListAsync("boreal", "fr", Cancel));
        Assert.Equal(ReplyThresholds.MostUses, reply.Uses);
    }

    [Fact]
    public async Task A_person_who_is_erased_takes_their_conversations_out_of_every_reply()
    {
        await LearnAsync(
            Reply(Known, "c-1", "a"), Reply(Known, "c-2", "b"), Reply(Known, "c-3", "b"), Reply("Je vous envoie tout cela par écrit.", "c-3", "b"));
        Assert.Single(await Store.ListAsync("boreal", "fr", Cancel));

        Assert.Equal(2, await Store.RemoveAsync("c-3", Cancel));

        Assert.Empty(await Store.ListAsync("boreal", "fr", Cancel));
        Assert.False(await Store.IsOfferedAsync(ReplyIdentity.IdOf("boreal", "fr", Known), "fr", Cancel));
        Assert.Single(Rows(_tables));
        Assert.Equal(0, await Store.RemoveAsync("c-3", Cancel));
    }

    [Fact]
    public async Task A_reply_that_nobody_sends_for_half_a_year_is_dropped()
    {
        await LearnAsync(Reply(Known, "c-1", "a"), Reply(Known, "c-2", "b"), Reply(Known, "c-3", "b"));

        _clock.Set(Said.Start.AddDays(ReplyThresholds.UnusedDays));
        await LearnAsync();
        Assert.Single(await Store.ListAsync("boreal", "fr", Cancel));

        _clock.Set(Said.Start.AddDays(ReplyThresholds.UnusedDays + 1));
        await LearnAsync();
        Assert.Empty(Rows(_tables));
    }

    [Fact]
    public async Task A_retired_reply_is_not_offered_and_never_comes_back()
    {
        SentReply[] replies = [Reply(Known, "c-1", "a"), Reply(Known, "c-2", "b"), Reply(Known, "c-3", "b")];
        await LearnAsync(replies);
        var id = ReplyIdentity.IdOf("boreal", "fr", Known);

        var retired = await Store.RetireAsync(id, "quality-1", Cancel);
        Assert.Equal(("quality-1", false), (retired.Reply!.RetiredBy, retired.WasRetired));
        Assert.True((await Store.RetireAsync(id, "quality-2", Cancel)) is { WasRetired: true, Reply.RetiredBy: "quality-1" });
        Assert.Null((await Store.RetireAsync("0123456789abcdef", "quality-1", Cancel)).Reply);

        await LearnAsync([.. replies, Reply(Known, "c-4", "c")]);
        Assert.False(await Store.IsOfferedAsync(id, "fr", Cancel));

        _clock.Set(Said.Start.AddDays(400));
        await LearnAsync();
        await LearnAsync(Reply(Known, "c-7", "a", day: 399), Reply(Known, "c-8", "b", day: 399), Reply(Known, "c-9", "c", day: 399));
        Assert.False(await Store.IsOfferedAsync(id, "fr", Cancel));
        Assert.NotNull(Assert.Single(await Store.ListAsync("boreal", "fr", Cancel)).RetiredAt);
    }

    [Fact]
    public async Task A_row_names_no_one_and_the_same_advisor_can_not_be_followed_from_reply_to_reply()
    {
        const string Other = "Je vous envoie tout cela par écrit.";
        await LearnAsync(Reply(Known, "generic~demo~c-1", "a-nadia"), Reply(Other, "generic~demo~c-1", "a-nadia"));

        var rows = Rows(_tables);
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.False(row.Contains("a-nadia", StringComparison.Ordinal) || row.Contains("c-1", StringComparison.Ordinal)));
        Assert.NotEqual(
            new ReplyHashes("a key").OfAdvisor(ReplyIdentity.IdOf("boreal", "fr", Known), "a-nadia"),
            new ReplyHashes("a key").OfAdvisor(ReplyIdentity.IdOf("boreal", "fr", Other), "a-nadia"));
        Assert.NotEqual(new ReplyHashes("a key").OfConversation("c-1"), new ReplyHashes("another").OfConversation("c-1"));
    }

    [Fact]
    public async Task What_a_reply_does_is_told_from_its_words_right_four_times_in_five()
    {
        // The program's own phrases say what they do.
        var phrases = PhraseSeed.Phrases();
        await LearnAsync([.. phrases.SelectMany(phrase => Enumerable.Range(0, 3).Select(number =>
            Reply(phrase.Text, $"{phrase.Id}-{number}", $"a-{number}", language: phrase.Language)))]);
        var told = (await Store.ListAsync("boreal", "fr", Cancel)).Concat(await Store.ListAsync("boreal", "en", Cancel))
            .ToDictionary(reply => (reply.Language, reply.Id), reply => reply.Category);

        var right = phrases.Count(phrase =>
            told[(phrase.Language, ReplyIdentity.IdOf("boreal", phrase.Language, phrase.Text))] == PhraseWords.Name(phrase.Category));
        Assert.InRange((double)right / phrases.Count, 0.8, 1);
    }

    private static SentReply[] Some(Random random, string conversation) =>
    [
        .. Enumerable.Range(0, random.Next(4)).Select(place => Reply(
            random.Next(6) switch
            {
                0 => "la panne est connue, nos équipes y travaillent",
                1 => "Pouvez-vous me dire la couleur du voyant ?",
                2 => "Je vous envoie tout cela par écrit.",
                _ => Known,
            },
            conversation,
            $"a-{random.Next(4)}",
            $"m-{place}",
            language: random.Next(9) == 0 ? "en" : "fr",
            brand: random.Next(5) == 0 ? "Zephyr" : "boreal",
            intent: random.Next(3) == 0 ? null : "internet_trouble",
            day: random.Next(20))),
    ];

    private static SentReply Reply(
        string text,
        string conversation,
        string advisor,
        string answer = "m-1",
        string language = "fr",
        string brand = "boreal",
        string? intent = "internet_trouble",
        int day = 0) => new(text, new(
            brand, language, conversation, answer, advisor == "-" ? null : advisor, DateOnly.FromDateTime(Said.Start.AddDays(day).UtcDateTime), intent));

    private static List<string> Rows(InMemoryTables tables) =>
    [
        .. tables.Dump().Where(entry => entry.Table == TableNames.AcceptedReplies && entry.Row.PartitionKey != "partitions")
            .Select(entry => $"{entry.Row.PartitionKey} {entry.Row.RowKey} "
                + string.Join('|', entry.Row.Properties.OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => $"{column.Key}={column.Value}")))
            .Order(StringComparer.Ordinal),
    ];

    private Task<int> LearnAsync(params SentReply[] replies) => LearnAsync(_tables, replies.Select(reply => reply.Place.ConversationKey), replies);

    private Task<int> LearnAsync(InMemoryTables tables, IEnumerable<string> conversations, IEnumerable<SentReply> replies) =>
        new AcceptedReplyStore(tables, new("a key"), _clock).LearnAsync([.. conversations], [.. replies], Cancel);
}
