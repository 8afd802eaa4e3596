using Pipeline.Quality.Knowledge.Digests;
using Pipeline.Quality.Knowledge.Register;
using Pipeline.Quality.Knowledge.Sessions;

namespace Pipeline.Tests.Quality.Knowledge;

public sealed class DigestTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly KnowledgeRoom _room = new();

    [Fact]
    public async Task The_week_has_answers_and_non_answers_for_all_who_asked_or_met_them_and_thanks_first()
    {
        await _room.CloseAsync(Closed.Record("c-1", [Closed.Customer("répéteur mesh appairage")]));
        await _room.CloseAsync(Closed.Record("c-2", [Closed.Customer("facture roaming Andorre")], advisor: "a-lea"));
        await _room.CloseAsync(Closed.Record("c-3", [Closed.Customer("parabole toit copropriété")], advisor: "a-hugo"));
        var ids = (await _room.Get<QuestionRegister>().ListAsync(new(), Cancel)).ToDictionary(question => question.Wording!.Split(' ')[0], question => question.Id);
        await _room.Get<QuestionDesk>().AnswerAsync(ids["répéteur"], "a-karim", new("article", "Bouton WPS.", "Appairage"), Cancel);
        await _room.Get<QuestionDesk>().CloseAsync(ids["facture"], "dana", "Pas d'accord avec l'opérateur local.", Cancel);

        await _room.RunAsync<MakeDigestsJob>();
        Assert.DoesNotContain(await _room.Get<DigestStore>().ListAsync(Cancel), digest => digest.From == new DateOnly(2026, 3, 2));
        _room.Clock.Set(new DateTimeOffset(2026, 3, 8, 23, 30, 0, TimeSpan.Zero)); // Monday half past midnight in Paris.
        await _room.RunAsync<MakeDigestsJob>();

        var digest = (await _room.Get<DigestStore>().FindAsync("all-20260302-20260308", Cancel))!;
        Assert.Equal(["répéteur mesh appairage"], digest.Answered.Select(item => item.Wording));
        Assert.Equal(
            [(QuestionStatus.NotAnswerable, "Pas d'accord avec l'opérateur local."), (QuestionStatus.Open, null)],
            digest.Unanswered.Select(item => (item.Status, item.Reason)).OrderByDescending(item => item.Status));
        Assert.Equal(["a-hugo", "a-lea", "a-nadia"], digest.Recipients);
        Assert.Equal(["a-karim"], digest.Helpers);
        Assert.NotNull(await _room.Get<DigestStore>().FindAsync("technical-20260302-20260308", Cancel));

        var (french, english) = (DigestText.Of(digest, "fr"), DigestText.Of(digest, "en"));
        Assert.True(french.IndexOf("Merci à a-karim", StringComparison.Ordinal) < french.IndexOf("Avec une réponse (1)", StringComparison.Ordinal));
        Assert.Contains("pas de réponse : Pas d'accord avec l'opérateur local.", french, StringComparison.Ordinal);
        Assert.Contains("Without an answer (2)", english, StringComparison.Ordinal);
        Assert.Contains("parabole toit copropriété", english, StringComparison.Ordinal);
        Assert.Contains("open still", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_that_was_read_does_not_change_and_is_made_once()
    {
        await _room.CloseAsync(Closed.Record("c-1", [Closed.Customer("répéteur mesh appairage")]));
        _room.Clock.Advance(TimeSpan.FromDays(8));
        await _room.RunAsync<MakeDigestsJob>();
        var before = Pipeline.Tests.Support.TableText.Of(_room.Tables);
        await _room.RunAsync<MakeDigestsJob>();
        Assert.Equal(before, Pipeline.Tests.Support.TableText.Of(_room.Tables));
    }

    [Fact]
    public async Task A_run_that_broke_off_is_made_whole_by_the_next()
    {
        foreach (var subject in new[] { "répéteur mesh", "facture roaming", "parabole toit", "télécommande enregistrement", "colis ouvert" })
        {
            await _room.CloseAsync(Closed.Record($"c-{subject.Length}-{subject[0]}", [Closed.Customer(subject)], skill: $"trade-{subject[..3].Replace("é", "e", StringComparison.Ordinal)}"));
        }

        _room.Clock.Advance(TimeSpan.FromDays(8));
        var random = new Random(3);
        for (var run = 0; run < 30; run++)
        {
            _room.Tables.BeforeApply = (_, _) =>
            {
                if (random.Next(4) == 0)
                {
                    throw new Pipeline.Ports.StorageUnavailableException("The storage is gone for a moment.");
                }
            };
            try
            {
                await _room.RunAsync<MakeDigestsJob>();
            }
            catch (Pipeline.Ports.StorageUnavailableException)
            {
                // The timer runs again.
            }
        }

        _room.Tables.BeforeApply = null;
        Assert.Equal(6, (await _room.Get<DigestStore>().ListAsync(Cancel)).Count);
        Assert.Equal(5, (await _room.Get<DigestStore>().FindAsync("all-20260302-20260308", Cancel))!.Unanswered.Count);
    }

    [Fact]
    public async Task Two_sites_run_the_same_session_with_separate_results()
    {
        var sessions = _room.Get<SessionStore>();
        var lyon = Session("lan-lyon", "lyon");
        await sessions.TryAddAsync(lyon, Cancel);
        await sessions.TryAddAsync(lyon with { Id = "lan-lille", Site = "lille" }, Cancel);
        Assert.False(await sessions.TryAddAsync(lyon, Cancel));

        var (here, there) = (await AskAsync("lan-lyon", "lea"), await AskAsync("lan-lille", "hugo"));
        Assert.NotEqual(here.Id, there.Id);
        await _room.Get<QuestionDesk>().AnswerAsync(here.Id, "karim", new("article", "Bouton WPS.", "Appairage"), Cancel);
        Assert.Empty(await _room.Get<QuestionRegister>().ListAsync(new(), Cancel));

        _room.Clock.Advance(TimeSpan.FromHours(3));
        await _room.RunAsync<MakeDigestsJob>();
        var (first, second) = (
            await _room.Get<DigestStore>().FindAsync("lan-lyon-20260302-20260302", Cancel), await _room.Get<DigestStore>().FindAsync("lan-lille-20260302-20260302", Cancel));
        Assert.Equal(("lyon", 1, 0, "lea"), (first!.Site, first.Answered.Count, first.Unanswered.Count, Assert.Single(first.Recipients)));
        Assert.Equal(("lille", 0, 1, "hugo"), (second!.Site, second.Answered.Count, second.Unanswered.Count, Assert.Single(second.Recipients)));
    }

    private async Task<Question> AskAsync(string session, string by) => (await _room.Get<QuestionDesk>().AskAsync(
        new AskedQuestion { Id = "1", Text = "Comment appairer le répéteur mesh ?", Language = "fr", Session = session, By = by }, Cancel))!;

    private static QuestionSession Session(string id, string site) => new()
    {
        Id = id,
        Title = "Une heure entre métiers",
        Template = id,
        Site = site,
        Trades = ["billing", "technical"],
        From = Closed.Start,
        To = Closed.Start.AddHours(2),
        By = "dana",
    };
}
