using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Digests;
using Pipeline.Quality.Knowledge.Neighbours;
using Pipeline.Quality.Knowledge.Register;
using Pipeline.Routing;

namespace Pipeline.Tests.Quality.Knowledge;

public sealed class KnowledgeTracesTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly KnowledgeRoom _room = new();

    [Fact]
    public async Task What_is_erased_is_in_no_row_any_more_and_what_colleagues_did_stays()
    {
        await new RoutingSeed(_room.Tables).PlantAsync(Cancel);
        var record = Closed.Record("c-1", [Closed.Customer("mon répéteur mesh zanzibar ne s'appaire plus"), Closed.Advisor("Voir le GZT.")], rating: 5);
        _room.Transcripts.Known[record.Key] = record.Transcript;
        await _room.CloseAsync(record);
        var question = Assert.Single(await _room.Get<QuestionRegister>().ListAsync(new(Intent: "internet_trouble"), Cancel));
        await _room.Get<QuestionDesk>().CloseAsync(question.Id, "dana", "Pas de réponse du fabricant.", Cancel);
        await _room.Get<QuestionDesk>().AskAsync(
            new AskedQuestion { Id = "q", Text = "Et le zanzibar du client ?", Language = "fr", Conversation = record.Key, By = "lea" }, Cancel);
        await _room.Get<NeighbourDesk>().AskAsync(record.Key, "r-1", "billing", "Combien coûte zanzibar ?", "lea", Cancel);
        _room.Clock.Advance(TimeSpan.FromDays(8));
        await _room.RunAsync<MakeDigestsJob>();
        var traces = _room.Get<IPersonalStore>();
        Assert.Equal(
            ["question", "question in a digest", "request to a colleague", "solved case"],
            (await traces.ReadAsync(record.Key, Cancel)).Select(item => item.Kind).Distinct().Order(StringComparer.Ordinal));

        // It stops once in the middle, and is done again.
        var left = 3;
        _room.Tables.BeforeApply = (_, _) =>
        {
            if (left-- == 0)
            {
                throw new StorageUnavailableException("The storage is gone for a moment.");
            }
        };
        await Assert.ThrowsAsync<StorageUnavailableException>(() => traces.EraseAsync(record.Key, Cancel));
        await traces.EraseAsync(record.Key, Cancel);
        _room.Tables.BeforeApply = null;

        Assert.Empty(await traces.ReadAsync(record.Key, Cancel));
        Assert.DoesNotContain(
            _room.Tables.Dump().Where(entry => entry.Table == TableNames.Questions),
            entry => entry.Row.PartitionKey.Contains("demo~c-1", StringComparison.Ordinal)
                || entry.Row.Properties.Values.Any(value => value is string text
                    && (text.Contains("zanzib", StringComparison.Ordinal) || text.Contains("demo~c-1", StringComparison.Ordinal))));
        var stays = Assert.Single(await _room.Get<QuestionRegister>().ListAsync(new(), Cancel));
        Assert.Equal((QuestionStatus.NotAnswerable, null, "Pas de réponse du fabricant."), (stays.Status, stays.Wording, stays.Reason));
        var digest = (await _room.Get<DigestStore>().FindAsync("all-20260302-20260308", Cancel))!;
        Assert.NotEmpty(digest.Unanswered);
        Assert.All(digest.Unanswered.Where(item => item.Question == question.Id), item => Assert.Null(item.Wording));
    }
}
