using FsCheck;
using FsCheck.Fluent;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Transcripts;

public sealed class RecordStageTests
{
    private readonly Recorder _recorder = new();

    private static readonly MessageAnalyzed Question = Said.Customer(0, "ma box clignote rouge", -0.2, "internet_trouble");
    private static readonly MessageAnalyzed Answer = Said.Advisor(30, "Bonjour, je regarde");
    private static readonly MessageAnalyzed Impatience = Said.Customer(90, "toujours rien ?", -0.6, null, "failed_steps");
    private static readonly MessageAnalyzed Thanks = Said.Customer(150, "ça marche, merci !", 0.8, "thanks_feedback");

    private static readonly MessageAnalyzed[] Everything =
    [
        Question, Answer, Impatience, Said.Edit(100, Impatience, "toujours rien", -0.3), Thanks,
        Said.Customer(160, "mon mot de passe est 1234"), Said.Deletion(170, Said.Customer(160, "")),
        Said.Edit(165, Said.Customer(160, ""), "mon mot de passe est 5678"), Said.Close(200), Said.Rating(210, 5),
    ];

    [Fact]
    public async Task The_state_follows_the_messages()
    {
        var scored = await _recorder.RecordAsync(Question, Answer, Impatience);

        Assert.Equal(["m-0", "m-90"], scored.Select(result => result.Message.MessageId));
        var state = scored[^1].State;
        Assert.Equal(3, state.Position);
        Assert.Equal("fr", state.Language);
        Assert.Equal("Camille", state.CustomerFirstName);
        Assert.Equal("Nadia", state.AdvisorFirstName);
        Assert.Equal("internet_trouble", state.Intent);
        Assert.Equal(Said.Start.AddSeconds(90), state.WaitingSince);
        Assert.Equal(1, state.Signals["failed_steps"]);
        Assert.Equal(Emotion.Annoyance, state.Journey.Start);
        Assert.Equal(Emotion.Anger, state.Journey.Worst);
    }

    [Fact]
    public async Task Of_what_the_platform_knows_the_newest_stands_in_whatever_order_it_comes()
    {
        var first = Telling(Question, new() { Product = "Fibre", DeliveryDate = new(2026, 3, 3) });
        var second = Telling(Answer, new() { DeliveryDate = new(2026, 3, 5), Device = Device.Mobile });
        var expected = new ConversationAttributes { Product = "Fibre", DeliveryDate = new(2026, 3, 5), Device = Device.Mobile };

        Assert.Equal(expected, (await _recorder.RecordAsync(first, second, Impatience))[^1].Conversation.Attributes);
        Assert.Equal(expected, (await new Recorder().RecordAsync(second, Impatience, first))[^1].Conversation.Attributes);

        static MessageAnalyzed Telling(MessageAnalyzed message, ConversationAttributes attributes) =>
            message with { Conversation = message.Conversation with { Attributes = attributes } };
    }

    [Fact]
    public async Task What_the_customer_was_told_is_remembered_beyond_the_window_and_a_deleted_message_is_not()
    {
        var told = Said.Advisor(30, "Je débranche la ligne de mon côté.");
        var others = Enumerable.Range(1, 2 * ConversationState.WindowSize).Select(place => Said.Customer(100 + place, $"message {place}")).ToArray();

        var state = (await _recorder.RecordAsync([Question, told, .. others]))[^1].State;
        Assert.True(ToldSentences.Holds(state.ToldSentences, "Je débranche la ligne, de mon côté !"));
        Assert.False(ToldSentences.Holds(state.ToldSentences, "ma box clignote rouge"));

        state = (await _recorder.RecordAsync(Said.Deletion(300, told)))[^1].State;
        Assert.False(ToldSentences.Holds(state.ToldSentences, "Je débranche la ligne de mon côté."));
    }

    [Fact]
    public async Task A_message_that_comes_late_is_put_in_its_place_and_what_follows_is_scored_again()
    {
        await _recorder.RecordAsync(Question, Impatience);
        var scored = await _recorder.RecordAsync(Answer);

        Assert.Equal(["m-90"], scored.Select(result => result.Message.MessageId));
        Assert.Equal(3, scored[0].Position);
        var transcript = await _recorder.Reader.ReadAsync(Said.Conversation.Key, TestContext.Current.CancellationToken);
        Assert.Equal(["m-0", "m-30", "m-90"], transcript!.Messages.Select(message => message.Id));
    }

    [Fact]
    public async Task A_repeated_message_changes_nothing_and_says_the_same_again()
    {
        var first = await _recorder.RecordAsync(Question);
        var before = _recorder.Text;
        var second = await _recorder.RecordAsync(Question);

        Assert.Equal(before, _recorder.Text);
        Assert.Equal(first[0].BusId, second[0].BusId);
    }

    [Fact]
    public async Task An_edited_message_shows_its_last_text_and_moves_the_state()
    {
        await _recorder.RecordAsync(Question, Impatience, Said.Edit(100, Impatience, "ok ça revient", 0.4));
        var transcript = await _recorder.Reader.ReadAsync(Said.Conversation.Key, TestContext.Current.CancellationToken);

        var edited = transcript!.Messages[^1];
        Assert.Equal("ok ça revient", edited.Text);
        Assert.Equal(Said.Start.AddSeconds(100), edited.EditedAt);
        Assert.Equal(Emotion.Joy, transcript.State.Journey.Last);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_text_of_a_deleted_message_is_nowhere_in_the_tables(bool deletionComesFirst)
    {
        var secret = Said.Customer(160, "mon mot de passe est 1234");
        var edit = Said.Edit(165, secret, "mon mot de passe est 5678");
        var deletion = Said.Deletion(170, secret);
        await _recorder.RecordAsync(deletionComesFirst ? [Question, deletion, edit, secret] : [Question, secret, edit, deletion]);

        Assert.DoesNotContain("mot de passe", _recorder.Text, StringComparison.Ordinal);
        var transcript = await _recorder.Reader.ReadAsync(Said.Conversation.Key, TestContext.Current.CancellationToken);
        Assert.Equal(Said.Start.AddSeconds(170), transcript!.Messages[^1].DeletedAt);
    }

    [Fact]
    public async Task A_message_edited_more_often_than_a_batch_holds_is_deleted_whole()
    {
        var secret = Said.Customer(10, "mon mot de passe est 1234");
        await _recorder.RecordAsync(Question, secret);
        for (var second = 20; second < 140; second++)
        {
            await _recorder.RecordAsync(Said.Edit(second, secret, $"mon mot de passe est {second}"));
        }

        await _recorder.RecordAsync(Said.Deletion(200, secret));
        Assert.DoesNotContain("mot de passe", _recorder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_customer_opens_a_closed_conversation_again()
    {
        await _recorder.RecordAsync(Question, Said.Close(100), Said.Advisor(105, "bonne journée"));
        var transcript = await _recorder.Reader.ReadAsync(Said.Conversation.Key, TestContext.Current.CancellationToken);

        Assert.True(transcript!.State.Closed);
    }

    [Fact]
    public async Task A_rating_after_the_close_leaves_it_closed_and_a_message_opens_it()
    {
        var closed = await _recorder.RecordAsync(Question, Said.Close(100), Said.Rating(110, 4));
        Assert.True(closed[^1].State.Closed);
        Assert.Equal(4, closed[^1].State.Rating);

        var reopened = await _recorder.RecordAsync(Said.Customer(120, "encore moi"));
        Assert.False(reopened[^1].State.Closed);
    }

    [Fact]
    public async Task A_question_asked_again_and_a_long_wait_are_noticed()
    {
        var scored = await _recorder.RecordAsync(
            Said.Customer(0, "quand est-ce que le technicien passe chez moi"),
            Said.Customer(400, "le technicien passe quand chez moi svp"));

        Assert.Equal(1, scored[^1].State.Signals["repeated_question"]);
        Assert.Equal(1, scored[^1].State.Signals["long_wait"]);
    }

    [Fact]
    public async Task A_long_text_is_kept_whole_within_the_limits_of_a_table()
    {
        var text = string.Concat(Enumerable.Repeat("trente mille caractères et plus 😀 ", 3000));
        await _recorder.RecordAsync(Said.Customer(0, text));

        Assert.All(_recorder.Tables.Dump(), entry =>
            Assert.All(entry.Row.Properties.Values.OfType<string>(), value => Assert.True(value.Length <= 32_767)));
        var transcript = await _recorder.Reader.ReadAsync(Said.Conversation.Key, TestContext.Current.CancellationToken);
        Assert.Equal(text, transcript!.Messages[0].Text);
    }

    [Fact]
    public async Task A_head_that_changes_meanwhile_is_read_again()
    {
        await _recorder.RecordAsync(Question);
        var interfered = false;
        _recorder.Tables.BeforeApply = (_, changes) =>
        {
            if (!interfered && changes.Any(change => change.RowKey.EndsWith("m-90", StringComparison.Ordinal)))
            {
                interfered = true;
                Wait(_recorder.RecordAsync(Answer));
            }
        };
        var scored = await _recorder.RecordAsync(Impatience);

        Assert.Equal(3, scored[^1].Position);
    }

    [Fact]
    public void Any_order_and_repetition_of_arrival_leaves_the_same_rows()
    {
        var clean = new Recorder();
        Wait(clean.RecordAndIndexAsync([.. Everything.OrderBy(message => message.OrderKey, StringComparer.Ordinal)]));
        var property = Prop.ForAll(
            Gen.Shuffle(Everything.Concat(Everything).ToArray()).ToArbitrary(),
            arrivals =>
            {
                var disturbed = new Recorder();
                Wait(disturbed.RecordAndIndexAsync(arrivals));
                return disturbed.Text == clean.Text;
            });
        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), property);
    }

    [Fact]
    public async Task A_row_of_a_later_version_is_refused_by_name()
    {
        await _recorder.RecordAsync(Question);
        var head = (await _recorder.Tables.ReadAsync(
            TableNames.Conversations, Said.Conversation.Key, ConversationRowKeys.Head, TestContext.Current.CancellationToken))!;
        var later = head with { Properties = new Dictionary<string, object>(head.Properties) { ["Shape"] = 99 } };
        await _recorder.Tables.ApplyAsync(
            TableNames.Conversations, head.PartitionKey, [new TableChange.Upsert(later)], TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => _recorder.TryRecordAsync(Impatience));
        Assert.Contains("shape 99", error.Message, StringComparison.Ordinal);
    }

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
