using Pipeline.Quality.Knowledge.Register;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Suggestions.Library;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Quality.Knowledge;

public sealed class AnswerWorkflowTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly AnswerDraft Draft = new("article", "Il faut refaire l'appairage depuis la box, bouton WPS.", "Appairer le répéteur");

    private readonly KnowledgeRoom _room = new();

    [Fact]
    public async Task An_answer_is_published_once_a_peer_approves_it_and_never_by_its_author_alone()
    {
        var id = await MissAsync("c-1");
        await _room.Get<QuestionDesk>().TakeAsync(id, "lea", Cancel);
        var answered = (await _room.Get<QuestionDesk>().AnswerAsync(id, "lea", Draft, Cancel)).Question!;
        Assert.Equal((QuestionStatus.Answered, null, "lea"), (answered.Status, answered.Source, answered.Answer!.Author));

        var articles = _room.Get<LibraryEditor<ArticleDraft, Article>>();
        var stored = await articles.FindAsync("fr", answered.Answer.Id, Cancel);
        Assert.Equal(EditingStatus.Draft, stored!.Newest.Written.Status);
        Assert.Equal(EditRefusal.OwnText, (await articles.ApproveAsync(stored, "lea", Cancel)).Refusal);
        Assert.Equal(QuestionStatus.Answered, (await FindAsync(id)).Status);

        Assert.Null((await articles.ApproveAsync(stored, "karim", Cancel)).Refusal);
        var published = await FindAsync(id);
        Assert.Equal((QuestionStatus.Published, $"article:{answered.Answer.Id}"), (published.Status, published.Source));
        Assert.Equal("internet_trouble", Assert.Single(stored.Newest.Intents));
    }

    [Fact]
    public async Task A_question_that_was_answered_does_not_open_again_and_names_the_answer()
    {
        var id = await PublishAsync();
        await _room.CloseAsync(Closed.Record("c-2", [Closed.Customer("le répéteur mesh ne s'appaire pas après mise à jour")], at: Closed.Start.AddDays(3)));
        var question = Assert.Single(await _room.Get<QuestionRegister>().ListAsync(new(), Cancel));
        Assert.Equal((id, QuestionStatus.Published, 2), (question.Id, question.Status, question.Count));

        var asked = await _room.Get<QuestionDesk>().AskAsync(
            new AskedQuestion { Id = "1", Text = "répéteur mesh : appairage après mise à jour ?", Language = "fr", Brand = "boreal", Intent = "internet_trouble", By = "hugo" }, Cancel);
        Assert.Equal((id, question.Source), (asked!.Id, asked.Source));
        Assert.Equal(QuestionRefusal.Answered, (await _room.Get<QuestionDesk>().TakeAsync(id, "hugo", Cancel)).Refusal);
    }

    [Fact]
    public async Task An_answer_that_is_taken_back_before_anybody_approved_it_leaves_the_question_with_who_had_it()
    {
        var id = await MissAsync("c-1");
        await _room.Get<QuestionDesk>().TakeAsync(id, "lea", Cancel);
        var first = (await _room.Get<QuestionDesk>().AnswerAsync(id, "lea", Draft, Cancel)).Question!.Answer!.Id;
        var articles = _room.Get<LibraryEditor<ArticleDraft, Article>>();
        await articles.RetireAsync((await articles.FindAsync("fr", first, Cancel))!, "dana", Cancel);
        Assert.Equal((QuestionStatus.Taken, "lea"), ((await FindAsync(id)).Status, (await FindAsync(id)).Owner));

        var second = (await _room.Get<QuestionDesk>().AnswerAsync(id, "lea", Draft, Cancel)).Question!;
        Assert.Equal(QuestionStatus.Answered, second.Status);
        Assert.NotEqual(first, second.Answer!.Id);
    }

    [Fact]
    public async Task An_answer_that_the_library_refuses_changes_nothing_and_names_the_field()
    {
        var id = await MissAsync("c-1");
        var refused = await _room.Get<QuestionDesk>().AnswerAsync(id, "lea", Draft with { Text = "Bonjour {customer_frist_name}" }, Cancel);
        Assert.Equal((QuestionRefusal.AnswerInvalid, "body"), (refused.Refusal, refused.Field));
        Assert.Equal(QuestionStatus.Open, (await FindAsync(id)).Status);
    }

    [Fact]
    public async Task A_question_without_an_answer_shows_the_reason_and_may_be_answered_later()
    {
        var id = await MissAsync("c-1");
        await _room.Get<QuestionDesk>().CloseAsync(id, "dana", "Appelez M. Durand au 06 12 34 56 78.", Cancel);
        var closed = await FindAsync(id);
        Assert.Equal(QuestionStatus.NotAnswerable, closed.Status);
        Assert.DoesNotContain("06 12", closed.Reason, StringComparison.Ordinal);
        Assert.Equal(QuestionStatus.Answered, (await _room.Get<QuestionDesk>().AnswerAsync(id, "lea", Draft, Cancel)).Question!.Status);
    }

    [Fact]
    public async Task A_tip_beside_a_conversation_becomes_a_phrase_after_a_peers_approval()
    {
        _room.Transcripts.Known[Samples.Key] = Samples.Transcript();
        var tip = new AskedQuestion { Id = "t-1", Text = "Répéteur après mise à jour", Language = "fr", Conversation = Samples.Key, By = "lea" };
        var written = (await _room.Get<QuestionDesk>().TipAsync(tip, new("phrase", "Débranchez dix secondes, puis appuyez sur WPS.", null), Cancel)).Question!;
        Assert.Equal((QuestionStatus.Answered, "tip", Samples.Key), (written.Status, written.Intent, Assert.Single(written.Conversations)));
        Assert.Equal(written.Id, (await _room.Get<QuestionDesk>().TipAsync(tip, new("phrase", "Autre chose.", null), Cancel)).Question!.Id);

        var phrases = _room.Get<LibraryEditor<PhraseDraft, Phrase>>();
        var stored = (await phrases.FindAsync("fr", written.Answer!.Id, Cancel))!;
        Assert.Equal(EditRefusal.OwnText, (await phrases.ApproveAsync(stored, "LEA", Cancel)).Refusal);
        await phrases.ApproveAsync(stored, "karim", Cancel);
        Assert.Equal($"phrase:{written.Answer.Id}", (await FindAsync(written.Id)).Source);
    }

    [Fact]
    public async Task What_an_advisor_asks_is_masked_before_it_is_kept_and_kept_once()
    {
        var asked = new AskedQuestion { Id = "q-1", Text = "Que dire au client du 06 12 34 56 78 pour son répéteur mesh ?", Language = "fr", By = "lea" };
        var first = await _room.Get<QuestionDesk>().AskAsync(asked, Cancel);
        var again = await _room.Get<QuestionDesk>().AskAsync(asked, Cancel);
        Assert.Equal((first!.Id, 1), (again!.Id, again.Count));
        Assert.Contains("[PHONE", first.Wording, StringComparison.Ordinal);
        Assert.DoesNotContain(_room.Tables.Dump(), entry => entry.Row.Properties.Values.Any(value => value is string text && text.Contains("34 56", StringComparison.Ordinal)));
        Assert.Null(await _room.Get<QuestionDesk>().AskAsync(asked with { Id = "q-2", Conversation = "generic~demo~none" }, Cancel));
    }

    [Fact]
    public async Task A_question_is_one_persons_at_a_time()
    {
        var id = await MissAsync("c-1");
        Assert.Equal("lea", (await _room.Get<QuestionDesk>().TakeAsync(id, "lea", Cancel)).Question!.Owner);
        Assert.Equal(QuestionRefusal.TakenByAnother, (await _room.Get<QuestionDesk>().TakeAsync(id, "hugo", Cancel)).Refusal);
        Assert.Equal("lea", (await _room.Get<QuestionDesk>().TakeAsync(id, "lea", Cancel)).Question!.Owner);
        Assert.Equal(QuestionRefusal.Unknown, (await _room.Get<QuestionDesk>().TakeAsync("0123456789ab-0123456789abcdef", "lea", Cancel)).Refusal);
        Assert.Equal(QuestionRefusal.Unknown, (await _room.Get<QuestionDesk>().TakeAsync("no/id", "lea", Cancel)).Refusal);
    }

    private async Task<string> MissAsync(string conversation)
    {
        await _room.CloseAsync(Closed.Record(conversation, [Closed.Customer("mon répéteur mesh ne s'appaire plus après la mise à jour")]));
        return Assert.Single(await _room.Get<QuestionRegister>().ListAsync(new(), Cancel)).Id;
    }

    private async Task<string> PublishAsync()
    {
        var id = await MissAsync("c-1");
        var answer = (await _room.Get<QuestionDesk>().AnswerAsync(id, "lea", Draft, Cancel)).Question!.Answer!;
        var articles = _room.Get<LibraryEditor<ArticleDraft, Article>>();
        await articles.ApproveAsync((await articles.FindAsync("fr", answer.Id, Cancel))!, "karim", Cancel);
        return (await FindAsync(id)).Id;
    }

    private async Task<Question> FindAsync(string id) => (await _room.Get<QuestionRegister>().FindAsync(id, Cancel))!;
}
