using Pipeline.Tests.Flow;
using Pipeline.Tests.Replay;
using Pipeline.Tests.Support;
using Pipeline.Training.Simulation;

namespace Pipeline.Tests.Training.Simulation;

public sealed class PlatformTruthTests
{
    private static readonly DateTimeOffset Start = WholePath.Start;

    [Fact]
    public void Pages_follow_each_other_to_the_end_and_miss_and_repeat_nothing_while_more_happens()
    {
        var truth = new PlatformTruth();
        var events = Play("c-1").Concat(Play("c-2")).OrderBy(happening => happening.SentAt).ToList();
        truth.Add(events.Skip(3));
        truth.Add(events);
        List<SimulatedEvent> read = [];
        string? cursor = null;
        do
        {
            var (page, next) = truth.Read(Start, cursor, 4);
            read.AddRange(page);
            cursor = next;
            truth.Add(events);
        }
        while (cursor is not null);

        Assert.Equal(events.Count, read.Count);
        Assert.Equal(truth.Events, read);
        Assert.Equal(events.Select(happening => happening.SentAt), read.Select(happening => happening.SentAt));
        Assert.All(truth.Read(Start + TimeSpan.FromSeconds(45), null, 1000).Events, happening =>
            Assert.True(happening.SentAt >= Start + TimeSpan.FromSeconds(45)));
    }

    [Fact]
    public void Some_of_what_people_write_is_edited_and_some_removed()
    {
        var texts = Enumerable.Range(0, 200).Select(number => $"Bonjour {number}").ToArray();
        var played = SimulatedConversation.Play(Recordings.Of("long", 4, texts), "c-1", Start, 5);

        Assert.Contains(played, happening => Said(happening, "message.updated"));
        Assert.Contains(played, happening => Said(happening, "message.deleted"));
        Assert.Single(played, happening => Said(happening, "conversation.rated"));
        Assert.Single(played, happening => Said(happening, "conversation.closed"));
        Assert.Equal(played.Count, played.DistinctBy(happening => happening.Webhook.WebhookId).Count());
    }

    [Fact]
    public async Task The_expected_transcript_shows_edits_deletions_rating_and_close_and_no_personal_data()
    {
        var conversation = Recordings.Of("mine", 4, [.. Enumerable.Range(0, 60).Select(_ => "Mon e-mail est camille@example.org")]);
        var events = SimulatedConversation.Play(conversation, "c-1", Start, 5);
        using var expected = new ExpectedTranscripts("demo", WholePath.Secret, new FakeClock(Start + TimeSpan.FromHours(1)));

        var transcript = await expected.MakeAsync(events.Reverse(), TestContext.Current.CancellationToken);

        Assert.Equal(62, transcript.Messages.Count);
        Assert.Contains(transcript.Messages, message => message.EditedAt is not null);
        Assert.Contains(transcript.Messages, message => message.DeletedAt is not null && message.Text.Length == 0);
        Assert.Equal(4, transcript.State.Rating);
        Assert.True(transcript.State.Closed);
        Assert.DoesNotContain("camille@", ExpectedTranscripts.TextOf(transcript), StringComparison.Ordinal);
        Assert.Equal("c-1", transcript.Conversation.Id);
    }

    private static IReadOnlyList<SimulatedEvent> Play(string id) =>
        SimulatedConversation.Play(Recordings.Of(id, 5, "a", "b", "c", "d", "e"), id, Start, 11);

    private static bool Said(SimulatedEvent happening, string type) =>
        System.Text.Encoding.UTF8.GetString(happening.Webhook.Body.Span).Contains($"\"{type}\"", StringComparison.Ordinal);
}
