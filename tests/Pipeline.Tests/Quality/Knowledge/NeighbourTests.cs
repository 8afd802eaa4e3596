using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Neighbours;
using Pipeline.Quality.Knowledge.Register;
using Pipeline.Routing;
using Pipeline.Routing.Administration;
using Pipeline.Routing.Capacity;
using Pipeline.Routing.Handover;
using Pipeline.Tests.Support;
using Pipeline.Tests.Transcripts;

namespace Pipeline.Tests.Quality.Knowledge;

public sealed class NeighbourTests
{
    private const string Question = "Peut-on annuler les frais de mise en service de ce client ?";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly KnowledgeRoom _room = new();

    [Fact]
    public async Task A_request_reaches_somebody_of_the_trade_who_is_there_and_takes_no_place()
    {
        var request = await AskAsync("delivery");
        var colleague = (await _room.Get<AdvisorDirectory>().FindAsync(request.AskedOf!, Cancel))!;
        Assert.True(colleague.Profile.Skills.ContainsKey("delivery") && colleague.Profile.Languages.Contains("fr"));
        Assert.NotEqual("a-nadia", request.AskedOf);
        Assert.Empty(colleague.Claims);
        Assert.Equal(request, (await _room.Get<NeighbourDesk>().ListOpenAsync(Cancel)).Single());
        Assert.Equal(request.Id, (await AskAsync("delivery")).Id);
    }

    [Fact]
    public async Task The_answer_is_a_note_of_the_conversation_that_colleagues_see_and_nothing_sends()
    {
        var recorder = new Recorder(_room.Tables);
        await recorder.RecordAndIndexAsync(Said.Customer(0, "mes frais de mise en service"), Said.Advisor(30, "Je regarde."));
        var request = await AskAsync("billing");
        await _room.Get<NeighbourDesk>().AnswerAsync(request.Id, "Oui, une fois par an. Son numéro : 06 12 34 56 78.", "a-karim", Cancel);

        var transcript = (await recorder.Reader.ReadAsync(Said.Conversation.Key, Cancel))!;
        var note = Assert.Single(transcript.Notes!);
        Assert.Equal(("billing", "a-nadia", "a-karim"), (note.Skill, note.AskedBy, note.AnsweredBy));
        Assert.DoesNotContain("34 56", note.Answer, StringComparison.Ordinal);
        var card = HandoverCards.Of(transcript, null, null);
        Assert.Equal(transcript.Notes, card.Notes);
        Assert.Contains(note.Answer, HandoverNote.Of(card, "fr"), StringComparison.Ordinal);
        Assert.Contains("Asked of colleagues", HandoverNote.Of(card, "en"), StringComparison.Ordinal);
        Assert.DoesNotContain(transcript.Messages, message => message.Text.Contains("une fois par an", StringComparison.Ordinal));
        Assert.DoesNotContain(transcript.State.Window, turn => turn.Text.Contains("une fois par an", StringComparison.Ordinal));
        Assert.Empty(((RecordingBus)_room.Get<IBus>()).Sent);
        Assert.Empty(await _room.Get<NeighbourDesk>().ListOpenAsync(Cancel));
    }

    [Fact]
    public async Task The_first_answer_stands_whatever_crashes_in_between()
    {
        var request = await AskAsync("billing");
        _room.Tables.BeforeApply = (table, _) =>
        {
            if (table == TableNames.Questions)
            {
                throw new StorageUnavailableException("The storage is gone for a moment.");
            }
        };
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _room.Get<NeighbourDesk>().AnswerAsync(request.Id, "Oui.", "a-karim", Cancel));
        _room.Tables.BeforeApply = null;

        var answered = await _room.Get<NeighbourDesk>().AnswerAsync(request.Id, "Non.", "a-lea", Cancel);
        Assert.Equal((NeighbourStatus.Answered, "Oui.", "a-karim"), (answered!.Status, answered.Answer, answered.AnsweredBy));
    }

    [Fact]
    public async Task What_nobody_answers_in_time_or_nobody_can_answer_is_one_question_of_the_register()
    {
        var request = await AskAsync("billing");
        await _room.RunAsync<NeighbourWatchJob>();
        Assert.Empty(await ListAsync());
        _room.Clock.Advance(TimeSpan.FromMinutes(15));
        await _room.RunAsync<NeighbourWatchJob>();
        await _room.RunAsync<NeighbourWatchJob>();

        var question = Assert.Single(await ListAsync());
        Assert.Equal((SightingKind.UnansweredRequest, "billing", 1), (Assert.Single(question.Kinds), question.Skill, question.Count));
        Assert.Equal(question.Id, (await _room.Get<NeighbourDesk>().FindAsync(request.Id, Cancel))!.Question);

        var late = await AskAsync("no_such_trade", "r-2", "Quel est le délai de recours au tribunal administratif ?");
        Assert.Equal((NeighbourStatus.InRegister, null), (late.Status, late.AskedOf));
        Assert.Equal(2, (await ListAsync()).Count);
    }

    [Fact]
    public async Task Who_is_away_is_not_asked()
    {
        await PlantAsync();
        foreach (var advisor in await _room.Get<AdvisorDirectory>().ReadAsync(Cancel))
        {
            if (advisor.Profile.Skills.ContainsKey("billing") && advisor.Profile.Id != "a-samir")
            {
                await _room.Get<AdvisorAdministration>().SetPresenceAsync(advisor.Profile.Id, PresenceState.Pause, null, Cancel);
            }
        }

        Assert.Equal("a-samir", (await AskAsync("billing")).AskedOf);
    }

    private async Task<NeighbourRequest> AskAsync(string skill, string id = "r-1", string text = Question)
    {
        await PlantAsync();
        var record = Closed.Record("c-1", [Closed.Customer("mes frais", "s-1")]);
        _room.Transcripts.Known[record.Key] = record.Transcript;
        return (await _room.Get<NeighbourDesk>().AskAsync(record.Key, id, skill, text, "a-nadia", Cancel))!;
    }

    private Task PlantAsync() => new RoutingSeed(_room.Tables).PlantAsync(Cancel);

    private Task<IReadOnlyList<Question>> ListAsync() => _room.Get<QuestionRegister>().ListAsync(new(), Cancel);
}
