using Pipeline.Messages;
using Pipeline.Tests.Support;
using Pipeline.Tests.Transcripts;
using Pipeline.Training.Corpus;
using Pipeline.Training.Corrections;

namespace Pipeline.Tests.Training.Corrections;

public sealed class CorrectedLinesTests
{
    [Fact]
    public async Task Only_what_a_person_says_and_what_stands_becomes_a_label()
    {
        var irony = Said.Customer(10, "merci bravo", 0.8, "thanks_feedback");
        var other = Said.Customer(20, "ma facture [ORDER_NUMBER_1]", -0.2, "outage");
        var withdrawn = CorrectionTests.Correct(120, other, Says(sentiment: Sentiment.Positive));
        var recorder = new Recorder();
        await recorder.RecordAsync(
            Said.Customer(0, "bonjour"), irony, other, Said.Close(100),
            CorrectionTests.Correct(110, irony, Says(Sentiment.Negative, Emotion.Annoyance)),
            withdrawn, CorrectionTests.Withdraw(130, withdrawn),
            CorrectionTests.Correct(140, other, Says(intent: "billing_question")));
        var transcript = (await recorder.Reader.ReadAsync(Said.Conversation.Key, TestContext.Current.CancellationToken))!;

        var rows = CorrectedLines.Of(transcript).ToList();

        Assert.Equal(["merci bravo", "ma facture [ORDER_NUMBER_1]"], rows.Select(row => row.Text));
        Assert.Equal(("negative", "annoyance", null), (rows[0].Sentiment, Assert.Single(rows[0].Emotions!), rows[0].Intent));
        Assert.Equal((null, null, "billing_question"), (rows[1].Sentiment, rows[1].Emotions, rows[1].Intent));
        Assert.All(rows, row => Assert.Equal(("fr", CorrectedLines.Hand), (row.Language, row.Hand)));
        Assert.Equal(Sentiment.Negative, Labels.SentimentOf(rows[0].Sentiment!));
    }

    private static Correction Says(Sentiment? sentiment = null, Emotion? emotion = null, string? intent = null) =>
        new() { By = "quality-1", Cause = CorrectionCause.Irony, Sentiment = sentiment, Emotion = emotion, Intent = intent };
}
