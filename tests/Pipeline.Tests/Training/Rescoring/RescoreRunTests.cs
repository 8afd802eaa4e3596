using Pipeline.Messages;
using Pipeline.Replay;
using Pipeline.Tests.Flow;
using Pipeline.Training.Rescoring;

namespace Pipeline.Tests.Training.Rescoring;

public sealed class RescoreRunTests
{
    [Fact]
    public async Task The_model_that_scored_history_says_the_same_of_it_to_the_last_digit()
    {
        await using var history = await StoredHistory.OfAsync(BundledConversations.All);

        var day = Assert.IsType<DayLine>(Assert.Single(await history.RescoreAsync()));

        Assert.Equal(BundledConversations.All.Count, day.Conversations);
        var (scorer, agreement) = Assert.Single(day.Scorers);
        Assert.Equal(StoredHistory.Shipped.Scorer, scorer);
        var written = BundledConversations.All.Sum(conversation => conversation.Turns.Count(turn => turn.Role == SenderRole.Customer));
        Assert.Equal(new Agreement(written, 0, 0), agreement);
    }

    [Theory]
    [InlineData("je m'appelle Paul Durand, rappelez-moi au 06 39 98 12 34, c'est inadmissible !!", "[PHONE_1]")]
    [InlineData("mon mail jo@example.org, IBAN FR76 3000 6000 0112 3456 7890 189, toujours rien, j'en ai marre", "[IBAN_1]")]
    [InlineData("call me on 07700 900123\u200B today, this is a joke", "[PHONE_1]")]
    public async Task A_masked_text_is_scored_as_it_was(string text, string placeholder)
    {
        await using var history = await StoredHistory.OneAsync(StoredHistory.Conversation(null, text));

        Assert.Contains(placeholder, (await history.ReadAsync("c-1")).Messages[0].Text, StringComparison.Ordinal);
        Assert.Equal(new Agreement(1, 0, 0), ((DayLine)Assert.Single(await history.RescoreAsync())).Scorers.Values.Single());
    }

    [Fact]
    public async Task What_was_planted_is_reported_and_nothing_else()
    {
        await using var history = await StoredHistory.OfAsync(StoredHistory.Few);
        var (one, other) = (StoredHistory.Few[0].Id, StoredHistory.Few[^1].Id);
        var (first, last) = (await CustomersAsync(history, one), await CustomersAsync(history, other));
        var score = first.Score;
        await history.PlantAsync(first.Key, first.Message, stored => stored with
        {
            Scorer = "old/1",
            Sentiment = stored.Sentiment == Sentiment.Mixed ? Sentiment.Neutral : Sentiment.Mixed,
            Signals = ["safety", "wants_human"],
            Intensity = 3 - stored.Intensity,
        });
        await history.PlantAsync(last.Key, last.Message, stored => stored with { Scorer = "old/2", Valence = stored.Valence + 0.0001 });

        var lines = await history.RescoreAsync();

        var message = Assert.Single(lines.OfType<MessageLine>());
        Assert.Equal((first.Key, first.Message), (message.Conversation, message.Message));
        FieldChange[] planted =
        [
            new("sentiment", score.Sentiment == Sentiment.Mixed ? "Neutral" : "Mixed", $"{score.Sentiment}"),
            new("intensity", $"{3 - score.Intensity}", $"{score.Intensity}"),
            new("wantsHuman", "yes", "no"),
            new("signals", "safety", null),
        ];
        Assert.Equal(planted, message.Changes);
        Assert.Equal(("old/1", StoredHistory.Shipped.Scorer), (message.Stored.Scorer, message.Candidate.Scorer));
        Assert.Equal((null, 0, 0), (message.Text, message.Stored.Evidence.Count, message.Candidate.Evidence.Count));

        var scorers = lines.OfType<DayLine>().Single().Scorers;
        Assert.Equal(new Agreement(0, 0, 1), scorers["old/1"]);
        Assert.Equal(new Agreement(0, 1, 0), scorers["old/2"]);
        Assert.Equal((0, 0), (scorers[StoredHistory.Shipped.Scorer].Within, scorers[StoredHistory.Shipped.Scorer].Changed));
        Assert.Empty(lines.OfType<ConversationLine>());
        Assert.Empty(lines.OfType<UnscoredLine>());
    }

    [Fact]
    public async Task A_conversation_that_would_have_gone_otherwise_is_named()
    {
        await using var history = await StoredHistory.OneAsync(
            StoredHistory.Conversation("fr", "bonjour", "toujours pas de technicien, c'est honteux !!", "merci beaucoup, vous êtes géniale"));
        var transcript = await history.ReadAsync("c-1");
        var (worst, end) = (transcript.State.Journey.Worst, transcript.State.Journey.Last);
        await history.PlantAsync(transcript.Conversation.Key, transcript.Messages[2].Id, stored =>
            stored with { Emotions = [new(Emotion.Sadness, 1)], Valence = -1, Scorer = "old/1" });

        var lines = await history.RescoreAsync();

        var conversation = Assert.Single(lines.OfType<ConversationLine>());
        Assert.Equal(transcript.Conversation.Key, conversation.Conversation);
        Assert.Equal(
            [new FieldChange("worstEmotion", "Sadness", $"{worst}"), new FieldChange("endEmotion", "Sadness", $"{end}")],
            conversation.Changes);
        Assert.Contains(Assert.Single(lines.OfType<MessageLine>()).Changes, change => change.Field == FieldChange.Valence);
    }

    [Fact]
    public async Task An_edited_message_is_scored_as_it_stands_and_a_deleted_one_is_named()
    {
        // The edit comes without the language that the message came with: "ok" alone does not tell it.
        var conversation = StoredHistory.Conversation("fr", "je suis furieux", "appelez le 06 39 98 12 34");
        await using var history = await StoredHistory.OneAsync(
            conversation,
            ReplayScript.Edit(conversation, "c-1", 0, "ok", WholePath.Start.AddMinutes(1)),
            ReplayScript.Delete(conversation, "c-1", 1, WholePath.Start.AddMinutes(2)));
        var transcript = await history.ReadAsync("c-1");
        Assert.Equal(["ok", ""], transcript.Messages.Where(message => message.Kind == MessageKind.Message).Select(message => message.Text));
        Assert.Equal([null, "fr"], transcript.Messages.Take(2).Select(message => message.LanguageHint));

        var lines = await history.RescoreAsync();

        Assert.Equal(new UnscoredLine(transcript.Conversation.Key, transcript.Messages[1].Id, RescoreRun.Deleted), lines[0]);
        Assert.Equal(new Agreement(1, 0, 0), Assert.IsType<DayLine>(lines[1]).Scorers.Values.Single());
        Assert.Equal(2, lines.Count);
    }

    [Fact]
    public async Task An_edit_is_scored_with_its_own_suggested_language()
    {
        var conversation = StoredHistory.Conversation("fr", "bonjour");
        await using var history = await StoredHistory.OneAsync(
            conversation, ReplayScript.Edit(conversation, "c-1", 0, "ok", WholePath.Start.AddMinutes(1)));
        var asked = new List<(string Text, string? Hint)>();
        var candidate = StoredHistory.Shipped with
        {
            Analyze = (text, hint) =>
            {
                asked.Add((text, hint));
                return StoredHistory.Shipped.Analyze(text, hint);
            },
        };

        await history.RescoreAsync(candidate: candidate);

        Assert.Equal([("ok", null)], asked);
    }

    [Fact]
    public async Task Text_is_shown_only_when_it_is_asked_for_and_only_masked()
    {
        await using var history = await StoredHistory.OneAsync(
            StoredHistory.Conversation("en", "I am furious, ring 07700 900123 now"));
        var candidate = StoredHistory.Shipped with
        {
            Analyze = (text, hint) => StoredHistory.Shipped.Analyze(text, hint) with { Intent = "other" },
        };

        var line = (await history.RescoreAsync(StoredHistory.Asked with { ShowText = true }, candidate)).OfType<MessageLine>().Single();

        Assert.Equal("I am furious, ring [PHONE_1] now", line.Text);
        Assert.NotEmpty(line.Stored.Evidence);
    }

    [Fact]
    public async Task Only_one_brand_is_looked_at_when_one_is_named()
    {
        await using var history = await StoredHistory.OfAsync(StoredHistory.Few);
        var brand = StoredHistory.Few.First(conversation => conversation.Brand is not null).Brand!;
        var expected = StoredHistory.Few.Count(conversation => conversation.Brand == brand);
        Assert.InRange(expected, 1, StoredHistory.Few.Count - 1);

        var day = (DayLine)(await history.RescoreAsync(StoredHistory.Asked with { Brand = brand })).Single();

        Assert.Equal(expected, day.Conversations);
    }

    [Fact]
    public async Task The_lines_come_in_the_same_order_each_time()
    {
        await using var history = await StoredHistory.OfAsync(StoredHistory.Few);
        var candidate = StoredHistory.Shipped with
        {
            Analyze = (text, hint) => StoredHistory.Shipped.Analyze(text, hint) with { Intent = "other", Valence = -1 },
        };

        var first = (await history.RescoreAsync(candidate: candidate)).ConvertAll(Name);
        var second = (await history.RescoreAsync(candidate: candidate)).ConvertAll(Name);

        Assert.True(first.Count > StoredHistory.Few.Count);
        Assert.Equal(first, second);
    }

    private static string Name(RescoreLine line) => line switch
    {
        MessageLine message => $"{message.Conversation}/{message.Message}",
        ConversationLine conversation => conversation.Conversation,
        _ => "",
    };

    /// <summary>The last message of the customer of a conversation that asks for nobody.</summary>
    private static async Task<(string Key, string Message, TextAnalysis Score)> CustomersAsync(StoredHistory history, string id)
    {
        var transcript = await history.ReadAsync(id);
        var message = transcript.Messages.Last(message => message.Analysis is { Signals.Count: 0 });
        return (transcript.Conversation.Key, message.Id, message.Analysis!);
    }
}
