using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Review;
using Pipeline.Quality.Review.Corrections;
using Pipeline.Quality.Review.Samples;
using Pipeline.Replay;

namespace Pipeline.Tests.Flow;

public sealed class CorrectionPathTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_correction_of_a_closed_conversation_wins_in_transcript_index_and_measures_and_makes_no_other_decision(int seed)
    {
        await using var path = await WholePath.StartAsync(seed, repeated: 0.5);
        var key = await PlayAsync(path);
        var before = (await path.Transcripts.ReadAsync(key, Cancel))!;
        var message = before.Messages.Last(one => one.Analysis is not null);
        var desk = path.Service<CorrectionDesk>();

        await desk.CorrectAsync(key, message.Id, Says() with { Sentiment = Sentiment.Negative, Emotion = Emotion.Anger }, "f", Cancel);
        await desk.CorrectAsync(key, null, Says() with { Reason = "refund", Outcome = "Unresolved", Skill = "billing", Hard = true }, "m", Cancel);
        await path.DrainAsync();

        var after = (await path.Transcripts.ReadAsync(key, Cancel))!;
        Assert.Equal(Emotion.Anger, after.Messages.Single(one => one.Id == message.Id).Analysis!.DominantEmotion);
        Assert.Equal(message.Analysis!.Scorer, after.Messages.Single(one => one.Id == message.Id).MachineAnalysis!.Scorer);
        Assert.Equal(before.Messages.Select(one => one.Decision?.Skill), after.Messages.Select(one => one.Decision?.Skill));
        Assert.True(after.State.Closed);
        var summary = await SummaryAsync(path);
        Assert.Equal(("refund", "billing", true), (summary.Intent, summary.Skill, summary.Hard));
        Assert.Equal((Emotion.Anger, ConversationOutcome.Unresolved), (summary.EndEmotion, summary.Measures!.Outcome));
        Assert.Equal([key], (await path.Service<CorrectionProjection>().ListAsync(10, null, Cancel)).Conversations);

        // Told again under the same name, it is told once; and both can be taken back.
        Assert.Equal(2, after.Corrections!.Count);
        await desk.CorrectAsync(key, message.Id, Says() with { Sentiment = Sentiment.Negative }, "f", Cancel);
        await desk.WithdrawAsync(key, "correction-f", "lea", Cancel);
        await desk.WithdrawAsync(key, "correction-m", "lea", Cancel);
        await path.DrainAsync();
        after = (await path.Transcripts.ReadAsync(key, Cancel))!;
        Assert.Equal(2, after.Corrections!.Count);
        Assert.Equal((before.State.Intent, before.State.Journey.Last), (after.State.Intent, after.State.Journey.Last));
        Assert.Empty((await path.Service<CorrectionProjection>().ListAsync(10, null, Cancel)).Conversations);
        Assert.Empty(path.DeadLetters);
    }

    [Fact]
    public async Task A_sampled_conversation_is_reviewed_by_the_scorecard_that_came_along()
    {
        await using var path = await WholePath.StartAsync();
        var key = await PlayAsync(path);
        var day = DateOnly.FromDateTime(WholePath.Start.UtcDateTime);
        var sample = await path.Service<SampleDesk>().DrawAsync(new() { From = day, To = day.AddDays(1), Size = 5, Seed = 1 }, "lea", Cancel);
        Assert.Equal([key], sample.Conversations);

        var begun = await path.Service<ReviewDesk>().BeginAsync(key, "default", "lea", sample.Id, null, Cancel);
        Assert.Equal(ReviewState.Draft, begun.Stored!.Review.State);
        Assert.Contains(begun.Stored.Review.Proposals, proposal => proposal.QuestionId == "greeting" && proposal.Answer is not null);
        Assert.Equal(0, (await path.Service<SampleDesk>().DrawnAsync(sample.Definition with { ExcludeReviewed = true }, "lea", Cancel)).Population);
        Assert.Single((await path.Service<ReviewLists>().OfReviewerAsync("lea", 10, null, Cancel)).Reviews);

        // What leads to the review goes with the conversation.
        await path.Service<ITranscriptIndexer>().RemoveAsync(key, Cancel);
        Assert.Empty((await path.Service<ReviewLists>().OfReviewerAsync("lea", 10, null, Cancel)).Reviews);
    }

    private static Correction Says() => new() { By = "lea", Cause = CorrectionCause.Other };

    private static async Task<string> PlayAsync(WholePath path)
    {
        var conversation = BundledConversations.All[0];
        foreach (var webhook in ReplayScript.Write(conversation, conversation.Id, WholePath.Start))
        {
            await path.PostAsync(webhook);
        }

        await path.DrainAsync();
        return (await SummaryAsync(path)).Key;
    }

    private static async Task<ConversationSummary> SummaryAsync(WholePath path) => Assert.Single(
        (await path.Transcripts.ListDayAsync(DateOnly.FromDateTime(WholePath.Start.UtcDateTime), 10, null, Cancel)).Conversations);
}
