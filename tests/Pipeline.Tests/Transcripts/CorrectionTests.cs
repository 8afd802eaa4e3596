using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Transcripts;

public sealed class CorrectionTests
{
    private static readonly MessageAnalyzed Question = Said.Customer(0, "ma box clignote rouge", -0.2, "internet_trouble");
    private static readonly MessageAnalyzed Answer = Said.Advisor(30, "Bonjour, je regarde");
    private static readonly MessageAnalyzed Irony = Said.Customer(90, "merci, vraiment bravo", 0.8, "thanks_feedback");
    private static readonly MessageAnalyzed Close = Said.Close(200);

    private readonly Recorder _recorder = new();

    public static MessageAnalyzed Correct(int second, MessageAnalyzed? target, Correction says, string? id = null) => Close with
    {
        Kind = MessageKind.Correction,
        MessageId = id ?? $"correction-{second}",
        SentAt = Said.Start.AddSeconds(second),
        TargetMessageId = target?.MessageId,
        Correction = says,
    };

    public static MessageAnalyzed Withdraw(int second, MessageAnalyzed correction) =>
        Correct(second, correction, new() { By = "quality-1", Withdraws = true }, $"withdrawal-{correction.MessageId}");

    private static Correction Says(Sentiment? sentiment = null, Emotion? emotion = null, string? intent = null) =>
        new() { By = "quality-1", Cause = CorrectionCause.Irony, Sentiment = sentiment, Emotion = emotion, Intent = intent };

    [Fact]
    public async Task A_corrected_feeling_moves_the_journey_and_the_summary_and_the_programs_word_is_kept_beside()
    {
        await _recorder.RecordAndIndexAsync(Question, Answer, Irony, Close, Correct(300, Irony, Says(Sentiment.Negative, Emotion.Annoyance)));
        var transcript = await ReadAsync();

        var message = transcript.Messages[2];
        Assert.Equal((Sentiment.Negative, Emotion.Annoyance), (message.Analysis!.Sentiment, message.Analysis.DominantEmotion));
        Assert.Equal((Sentiment.Positive, Emotion.Joy), (message.MachineAnalysis!.Sentiment, message.MachineAnalysis.DominantEmotion));
        Assert.Equal(Emotion.Annoyance, transcript.State.Journey.Last);
        Assert.True(transcript.State.Closed);
        Assert.Equal(Close.SentAt, transcript.State.LastAt);
        var correction = Assert.Single(transcript.Corrections!);
        Assert.Equal(("m-90", "quality-1", CorrectionCause.Irony), (correction.MessageId, correction.Says.By, correction.Says.Cause));
        Assert.Equal(Emotion.Annoyance, (await SummaryAsync()).EndEmotion);
    }

    [Fact]
    public async Task A_correction_of_a_closed_conversation_reaches_nobody_but_the_index()
    {
        await _recorder.RecordAsync(Question, Answer, Irony, Close);
        var effects = await _recorder.RecordAsync(Correct(300, Irony, Says(Sentiment.Negative)));

        Assert.Equal(MessageKind.Correction, Assert.Single(effects).Message.Kind);
    }

    [Fact]
    public async Task While_the_conversation_goes_on_the_customers_last_message_is_decided_again()
    {
        await _recorder.RecordAsync(Question, Answer, Irony);
        var effects = await _recorder.RecordAsync(Correct(300, Question, Says(intent: "refund")));

        Assert.Equal(["m-90", "correction-300"], effects.Select(effect => effect.Message.MessageId));
        Assert.Equal("refund", effects[0].State.Intent);
    }

    [Fact]
    public async Task A_correction_that_is_taken_back_leaves_what_the_program_said()
    {
        await _recorder.RecordAndIndexAsync(Question, Answer, Irony, Close);
        var before = (await ReadAsync(), await SummaryAsync());
        var correction = Correct(300, Irony, Says(Sentiment.Negative, Emotion.Anger, "service_complaint"));
        await _recorder.RecordAndIndexAsync(correction, Withdraw(400, correction));

        var transcript = await ReadAsync();
        Assert.Equal(before.Item1.State.Journey.Last, transcript.State.Journey.Last);
        Assert.Equal(before.Item1.State.Intents, transcript.State.Intents);
        Assert.Null(transcript.Messages[2].MachineAnalysis);
        Assert.Equal(Said.Start.AddSeconds(400), Assert.Single(transcript.Corrections!).WithdrawnAt);
        Assert.Equal(before.Item2, await SummaryAsync());
    }

    [Fact]
    public async Task The_last_word_of_each_field_stands()
    {
        var first = Correct(300, Irony, Says(Sentiment.Negative, Emotion.Anger));
        await _recorder.RecordAsync(Question, Irony, Close, first, Correct(310, Irony, Says(intent: "refund")), Correct(320, Irony, Says(emotion: Emotion.Disappointment)));
        var analysis = (await ReadAsync()).Messages[1].Analysis!;

        Assert.Equal((Sentiment.Negative, Emotion.Disappointment, "refund"), (analysis.Sentiment, analysis.DominantEmotion, analysis.Intent));
    }

    [Fact]
    public async Task A_correction_is_of_the_text_that_was_read_and_an_edit_after_it_makes_another()
    {
        await _recorder.RecordAsync(Question, Irony, Correct(95, Irony, Says(Sentiment.Negative)), Said.Edit(100, Irony, "merci, ça marche", 0.7));
        Assert.Equal(Sentiment.Positive, (await ReadAsync()).Messages[1].Analysis!.Sentiment);

        await _recorder.RecordAsync(Correct(110, Irony, Says(Sentiment.Mixed)));
        Assert.Equal(Sentiment.Mixed, (await ReadAsync()).Messages[1].Analysis!.Sentiment);
    }

    [Fact]
    public async Task What_is_said_of_the_conversation_wins_whatever_comes_after_and_the_program_goes_on_counting()
    {
        var says = new Correction { By = "quality-1", Cause = CorrectionCause.WrongMatter, Reason = "refund", Hard = true, Skill = "billing", Outcome = "Unresolved" };
        var correction = Correct(100, null, says);
        await _recorder.RecordAndIndexAsync(Question, Answer, correction, Said.Customer(150, "la box clignote encore", -0.3, "internet_trouble"), Close);
        var summary = await SummaryAsync();
        Assert.Equal(("refund", true, "billing"), (summary.Intent, summary.Hard, summary.Skill));
        Assert.Equal(("refund", "internet_trouble"), ((await ReadAsync()).State.Intent, (await ReadAsync()).State.Corrections!.MachineReason));

        await _recorder.RecordAndIndexAsync(Withdraw(300, correction));
        Assert.Equal(("internet_trouble", false, (string?)null), ((await SummaryAsync()).Intent, (await SummaryAsync()).Hard, (await SummaryAsync()).Skill));
    }

    [Fact]
    public void Any_order_and_repetition_of_arrival_leaves_the_same_rows()
    {
        var ofFeeling = Correct(220, Irony, Says(Sentiment.Negative, Emotion.Annoyance));
        var ofMatter = Correct(240, null, new() { By = "quality-2", Cause = CorrectionCause.WrongMatter, Reason = "refund" });
        var deleted = Said.Customer(160, "oubliez", -0.4, "refund");
        MessageAnalyzed[] everything =
        [
            Question, Answer, Irony, Said.Edit(100, Irony, "merci bravo vraiment", 0.6), Said.Customer(150, "et maintenant ?", -0.5, "outage"), deleted, Close,
            Correct(95, Irony, Says(Sentiment.Mixed)), ofFeeling, Correct(225, Irony, Says(intent: "service_complaint")), ofMatter,
            Correct(245, null, new() { By = "quality-2", Cause = CorrectionCause.WrongDifficulty, Hard = true }),
            Withdraw(250, ofMatter), Withdraw(255, Correct(95, Irony, Says())), Correct(260, deleted, Says(Sentiment.Positive)), Said.Deletion(170, deleted),
            Correct(265, Question, Says(emotion: Emotion.Fear)),
        ];
        var clean = new Recorder();
        clean.RecordAndIndexAsync([.. everything.OrderBy(message => message.OrderKey, StringComparer.Ordinal)]).GetAwaiter().GetResult();
        for (var seed = 0; seed < 150; seed++)
        {
            MessageAnalyzed[] arrivals = [.. everything, .. everything.Take(seed % 5)];
            new Random(seed).Shuffle(arrivals);
            var disturbed = new Recorder();
            disturbed.RecordAndIndexAsync(arrivals).GetAwaiter().GetResult();
            Assert.True(clean.Text == disturbed.Text, $"Seed {seed} ends otherwise.");
        }
    }

    [Theory]
    [InlineData(0.8, Sentiment.Negative, null, Sentiment.Negative, Emotion.Annoyance, -Correction.PlainValence)]
    [InlineData(0.8, null, Emotion.Anger, Sentiment.Negative, Emotion.Anger, -Correction.PlainValence)]
    [InlineData(-0.7, null, Emotion.Sadness, Sentiment.Negative, Emotion.Sadness, -0.7)]
    [InlineData(-0.7, Sentiment.Neutral, null, Sentiment.Neutral, Emotion.Neutral, 0)]
    [InlineData(-0.7, null, Emotion.Neutral, Sentiment.Neutral, Emotion.Neutral, 0)]
    [InlineData(-0.7, null, Emotion.Gratitude, Sentiment.Positive, Emotion.Gratitude, Correction.PlainValence)]
    [InlineData(-0.7, Sentiment.Negative, Emotion.Surprise, Sentiment.Negative, Emotion.Surprise, -0.7)]
    public void What_was_not_said_follows_only_as_far_as_it_contradicts(
        double machine, Sentiment? sentiment, Emotion? emotion, Sentiment expected, Emotion expectedEmotion, double valence)
    {
        var analysis = Says(sentiment, emotion).Apply(Said.Analysis(machine, "outage", []));

        Assert.Equal((expected, expectedEmotion, valence, "outage"), (analysis.Sentiment, analysis.DominantEmotion, analysis.Valence, analysis.Intent));
        Assert.Equal(expectedEmotion == Emotion.Neutral ? 0 : 2, analysis.Intensity);
    }

    private async Task<ConversationTranscript> ReadAsync() =>
        (await _recorder.Reader.ReadAsync(Said.Conversation.Key, TestContext.Current.CancellationToken))!;

    private async Task<ConversationSummary> SummaryAsync() => Assert.Single((await _recorder.Reader.ListDayAsync(
        new(2026, 3, 2), 10, null, TestContext.Current.CancellationToken)).Conversations);
}
