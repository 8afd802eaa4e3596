using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Provenance;
using Pipeline.Tests.Support;
using Pipeline.Tests.Transcripts;

namespace Pipeline.Tests.Suggestions.Provenance;

public sealed class ReplyProvenanceTests
{
    private const string Holding = "Je consulte votre dossier tout de suite. Merci de patienter un petit instant.";

    private static readonly MessageAnalyzed Question = Said.Customer(1, "Où est mon colis ?", -0.4, "delivery_problem");

    private static readonly Suggestion Phrase = new("s-1", Holding, "holding", "phrase:fr-holding-03@2", 0.9, []);

    private static readonly Suggestion Draft =
        new("s-2", "Votre colis est au relais depuis lundi. Belle journée à vous.", "explanation", Suggestion.DraftSource, 0.8, [])
        {
            Sentences =
            [
                new("Votre colis est au relais depuis lundi.", "article:fr-article-parcel"),
                new("Belle journée à vous.", SuggestionSentence.NotSourced),
            ],
        };

    private readonly Recorder _recorder = new();

    [Fact]
    public async Task A_suggestion_sent_as_it_was_is_its_source()
    {
        var traced = await TraceAsync([Phrase, Draft], Said.Advisor(5, Holding));
        var sentences = Assert.Single(traced.Messages).Sentences;
        Assert.Equal([SentenceOrigin.Phrase, SentenceOrigin.Phrase], sentences.Select(sentence => sentence.Origin));
        Assert.All(sentences, sentence => Assert.Equal(("phrase:fr-holding-03@2", "s-1", 0), (sentence.Source, sentence.SuggestionId, sentence.Distance)));
        Assert.Equal(new ProvenanceShare(SentenceOrigin.Phrase, 2, 1), Assert.Single(traced.Shares));
        Assert.Equal([SuggestionEnd.Used, SuggestionEnd.Withdrawn], traced.Suggestions.Select(fate => fate.End));
        Assert.Equal(WithdrawalReason.AdvisorAnswered, traced.Suggestions[1].Withdrawn);
        Assert.Equal("m-5", traced.Suggestions[0].AnswerId);
    }

    [Fact]
    public async Task What_the_advisor_adds_is_their_own_beside_what_was_suggested()
    {
        var traced = await TraceAsync(
            [Phrase, Draft],
            Said.Advisor(5, "Je comprends votre agacement, deux semaines c'est long. Votre colis est au relais depuis mardi."));
        var sentences = Assert.Single(traced.Messages).Sentences;
        Assert.Equal([SentenceOrigin.Advisor, SentenceOrigin.Draft], sentences.Select(sentence => sentence.Origin));
        Assert.Equal((null, 1), (sentences[0].Source, sentences[0].Distance));
        Assert.Equal("article:fr-article-parcel", sentences[1].Basis);
        Assert.InRange(sentences[1].Distance, 0.01, 0.2);
        Assert.Equal(SuggestionEnd.Edited, traced.Suggestions[1].End);
        Assert.Equal(1, traced.Shares.Sum(share => share.Share), 0.001);
    }

    [Fact]
    public async Task Own_words_are_the_advisors_also_when_they_share_some()
    {
        var traced = await TraceAsync([Phrase], Said.Advisor(5, "Votre dossier est clos depuis hier, je vous envoie le remboursement."));
        Assert.Equal(SentenceOrigin.Advisor, Assert.Single(Assert.Single(traced.Messages).Sentences).Origin);
        Assert.Equal((SuggestionEnd.Withdrawn, null), (traced.Suggestions[0].End, traced.Suggestions[0].Distance));
    }

    [Fact]
    public async Task A_greeting_of_two_words_is_nobodys_but_with_its_neighbours()
    {
        var greeted = Phrase with { Text = "Bonjour Camille. " + Holding };
        var own = await TraceAsync([greeted], Said.Advisor(5, "Bonjour Camille. Votre box redémarre dans dix minutes environ."));
        Assert.All(own.Messages[0].Sentences, sentence => Assert.Equal(SentenceOrigin.Advisor, sentence.Origin));
        var taken = await new ReplyProvenanceTests().TraceAsync([greeted], Said.Advisor(5, greeted.Text));
        Assert.All(taken.Messages[0].Sentences, sentence => Assert.Equal(SentenceOrigin.Phrase, sentence.Origin));
    }

    [Fact]
    public async Task An_answer_in_two_messages_is_traced_in_both()
    {
        var traced = await TraceAsync(
            [Phrase], Said.Advisor(5, "Je consulte votre dossier tout de suite."), Said.Advisor(9, "Merci de patienter un petit instant."));
        Assert.Equal(2, traced.Messages.Count);
        Assert.All(traced.Messages, message => Assert.Equal("s-1", Assert.Single(message.Sentences).SuggestionId));
    }

    [Fact]
    public async Task A_suggestion_for_an_earlier_question_counts_only_when_the_advisor_said_so()
    {
        MessageAnalyzed[] said = [Said.Advisor(5, "Je regarde cela avec mes collègues."), Said.Customer(7, "Et alors ?"), Said.Advisor(9, Holding)];
        var silent = await TraceAsync([Phrase], said);
        Assert.Equal(SentenceOrigin.Advisor, silent.Messages[1].Sentences[0].Origin);
        var told = new ReplyProvenanceTests();
        await told.TellAsync(new FeedbackEntry { Id = "f-1", Kind = FeedbackKind.Inserted, At = Said.Start.AddSeconds(8), SuggestionId = "s-1" });
        Assert.Equal(SentenceOrigin.Phrase, (await told.TraceAsync([Phrase], said)).Messages[1].Sentences[0].Origin);
    }

    [Fact]
    public async Task A_dismissed_one_says_why_and_one_too_unsure_was_not_shown()
    {
        await TellAsync(new FeedbackEntry
        {
            Id = "f-1",
            Kind = FeedbackKind.Dismissed,
            At = Said.Start.AddSeconds(3),
            SuggestionId = "s-1",
            Reason = FeedbackReason.WrongTone,
        });
        var traced = await TraceAsync([Phrase, Draft with { Score = 0.1 }], Said.Advisor(5, "Non."));
        Assert.Equal((SuggestionEnd.Dismissed, FeedbackReason.WrongTone), (traced.Suggestions[0].End, traced.Suggestions[0].Reason));
        Assert.Equal(SuggestionEnd.NotShown, traced.Suggestions[1].End);
    }

    [Fact]
    public async Task While_nobody_answered_a_suggestion_stands()
    {
        var traced = await TraceAsync([Phrase]);
        Assert.Equal(SuggestionEnd.Shown, traced.Suggestions[0].End);
        Assert.Empty(traced.Messages);
        Assert.Empty(traced.Shares);
    }

    private async Task<ConversationProvenance> TraceAsync(IReadOnlyList<Suggestion> suggestions, params MessageAnalyzed[] after)
    {
        await _recorder.RecordAsync([Question, .. after]);
        await WriteAsync(new TableRow(
            Said.Conversation.Key,
            ConversationRowKeys.Suggestions(Question.OrderKey),
            new Dictionary<string, object>
            {
                ["Position"] = 1,
                ["Language"] = "fr",
                ["Suggestions"] = JsonSerializer.Serialize(suggestions, PipelineJson.Default.IReadOnlyListSuggestion),
            }));
        var record = await _recorder.Reader.ReadRecordAsync(Said.Conversation.Key, TestContext.Current.CancellationToken);
        return new ReplyProvenance(new ScoreAtLeastHalf()).Trace(record!);
    }

    private Task TellAsync(FeedbackEntry entry) => WriteAsync(entry.ToRow(Said.Conversation.Key));

    private async Task WriteAsync(TableRow row) => await _recorder.Tables.ApplyAsync(
        TableNames.Conversations, row.PartitionKey, [new TableChange.Upsert(row)], TestContext.Current.CancellationToken);

    private sealed class ScoreAtLeastHalf : ISpeakingPolicy
    {
        public IReadOnlyList<Suggestion> Audible(IReadOnlyList<Suggestion> suggestions, AdvisorLevel? level) =>
            [.. suggestions.Where(suggestion => suggestion.Score >= 0.5)];

        public ValueTask<IReadOnlyList<Suggestion>> AudibleAsync(
            IReadOnlyList<Suggestion> suggestions, string brand, AdvisorLevel? level, CancellationToken cancellationToken) =>
            ValueTask.FromResult(Audible(suggestions, level));

        public bool IsHeldOut(string conversationKey) => false;
    }
}
