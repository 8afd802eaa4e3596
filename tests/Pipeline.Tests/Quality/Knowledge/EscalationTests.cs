using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge;
using Pipeline.Quality.Knowledge.Clock;
using Pipeline.Quality.Knowledge.Register;

namespace Pipeline.Tests.Quality.Knowledge;

public sealed class EscalationTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly KnowledgeRoom _room = new(options => options.Owners["technical"] = "karim");

    [Theory]
    [InlineData("2026-03-02T09:00:00Z", "2026-03-02T17:00:00Z")] // A Monday in winter: 18:00 in Paris.
    [InlineData("2026-03-02T17:00:00Z", "2026-03-03T17:00:00Z")] // At the end of the day it is another day's.
    [InlineData("2026-03-07T18:00:00Z", "2026-03-09T17:00:00Z")] // Saturday evening: Sunday nobody works.
    [InlineData("2026-03-28T18:00:00Z", "2026-03-30T16:00:00Z")] // Over the night in which the clock is put forward.
    [InlineData("2026-10-24T17:00:00Z", "2026-10-26T17:00:00Z")] // Over the one in which it is put back.
    [InlineData("2026-04-30T20:00:00Z", "2026-05-02T16:00:00Z")] // The first of May is closed.
    public void A_question_is_due_at_the_end_of_its_working_day(string asked, string due) =>
        Assert.Equal(Time(due), Days(options => options.ClosedDays.Add(new DateOnly(2026, 5, 1))).DueAt(Time(asked)));

    [Theory]
    [InlineData("2026-03-28T23:30:00Z", "2026-03-29T01:00:00Z")] // 02:30 is left out: the day ends when the clock is put forward.
    [InlineData("2026-10-24T22:30:00Z", "2026-10-25T00:30:00Z")] // 02:30 comes twice: the day ends the first time.
    public void A_day_that_ends_while_the_clock_is_changed_ends_once(string asked, string due) => Assert.Equal(
        Time(due),
        Days(options =>
        {
            options.EndOfDay = new TimeOnly(2, 30);
            options.WorkingDays = [.. Enum.GetValues<DayOfWeek>()];
        }).DueAt(Time(asked)));

    [Fact]
    public async Task What_has_no_answer_at_the_end_of_the_day_goes_to_the_owner_of_its_trade_once()
    {
        await _room.CloseAsync(Closed.Record("c-1", [Closed.Customer("mon répéteur mesh ne s'appaire plus")]));
        await _room.CloseAsync(Closed.Record("c-2", [Closed.Customer("quel plafond de paiement par chèque")], skill: "billing", intent: "payment"));
        _room.Clock.Set(Time("2026-03-02T16:59:59Z"));
        await _room.RunAsync<EscalateQuestionsJob>();
        Assert.All(await AllAsync(), question => Assert.Null(question.EscalatedAt));

        _room.Clock.Set(Time("2026-03-02T17:00:00Z"));
        await _room.RunAsync<EscalateQuestionsJob>();
        _room.Clock.Advance(TimeSpan.FromHours(1));
        await _room.RunAsync<EscalateQuestionsJob>();

        Assert.Equal(
            [("billing", "quality"), ("technical", "karim")],
            (await AllAsync()).Select(question => (question.Skill!, question.EscalatedTo!)).Order());
        Assert.All(await AllAsync(), question => Assert.Equal(
            (Time("2026-03-02T17:00:00Z"), question.EscalatedTo, QuestionStatus.Open), (question.EscalatedAt, question.Owner, question.Status)));
    }

    [Fact]
    public async Task A_crash_before_or_after_the_write_escalates_once_all_the_same()
    {
        foreach (var subject in new[] { "répéteur mesh", "facture roaming", "parabole toit", "télécommande enregistrement", "portabilité fixe", "colis ouvert" })
        {
            await _room.CloseAsync(Closed.Record($"c-{subject.Length}-{subject[0]}", [Closed.Customer(subject)]));
        }

        var escalations = 0;
        var random = new Random(7);
        _room.Clock.Set(Time("2026-03-02T17:05:00Z"));
        for (var run = 0; run < 20; run++)
        {
            _room.Tables.BeforeApply = (_, changes) =>
            {
                if (random.Next(3) == 0)
                {
                    throw new StorageUnavailableException("The storage is gone for a moment.");
                }

                escalations += changes.Count(change => change.RowKey.StartsWith(QuestionCard.Prefix, StringComparison.Ordinal));
            };
            try
            {
                await _room.RunAsync<EscalateQuestionsJob>();
            }
            catch (StorageUnavailableException)
            {
                // The timer runs again.
            }
        }

        _room.Tables.BeforeApply = null;
        Assert.Equal(6, escalations);
        Assert.All(await AllAsync(), question => Assert.NotNull(question.EscalatedAt));
    }

    [Fact]
    public async Task What_is_answered_or_has_no_answer_is_not_escalated_and_who_has_it_keeps_it()
    {
        await _room.CloseAsync(Closed.Record(
            "c-1", [Closed.Customer("répéteur mesh appairage"), Closed.Customer("facture roaming Andorre"), Closed.Customer("parabole copropriété toit")]));
        var questions = (await AllAsync()).ToDictionary(question => question.Wording!.Split(' ')[0]);
        await _room.Get<QuestionDesk>().CloseAsync(questions["répéteur"].Id, "dana", "Le fabricant ne répond pas.", Cancel);
        await _room.Get<QuestionDesk>().TakeAsync(questions["facture"].Id, "lea", Cancel);
        _room.Clock.Advance(TimeSpan.FromDays(1));
        await _room.RunAsync<EscalateQuestionsJob>();

        var after = (await AllAsync()).ToDictionary(question => question.Wording!.Split(' ')[0]);
        Assert.Equal((null, QuestionStatus.NotAnswerable), (after["répéteur"].EscalatedTo, after["répéteur"].Status));
        Assert.Equal(("karim", "lea", QuestionStatus.Taken), (after["facture"].EscalatedTo, after["facture"].Owner, after["facture"].Status));
        Assert.Equal(("karim", "karim"), (after["parabole"].EscalatedTo, after["parabole"].Owner));
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused_by_name()
    {
        var options = new KnowledgeOptions { TimeZone = "Paris", DefaultOwner = " ", NeighbourPatience = TimeSpan.Zero };
        var room = new KnowledgeRoom(given => (given.TimeZone, given.DefaultOwner, given.NeighbourPatience) = (options.TimeZone, options.DefaultOwner, options.NeighbourPatience));
        var refused = Assert.Throws<OptionsValidationException>(() => room.Get<IOptions<KnowledgeOptions>>().Value);
        Assert.All(["Knowledge:TimeZone", "Knowledge:DefaultOwner", "Knowledge:NeighbourPatience"], name => Assert.Contains(name, refused.Message, StringComparison.Ordinal));
    }

    private Task<IReadOnlyList<Question>> AllAsync() => _room.Get<QuestionRegister>().ListAsync(new(), Cancel);

    private static WorkingDays Days(Action<KnowledgeOptions> configure)
    {
        var options = new KnowledgeOptions();
        configure(options);
        return new(Options.Create(options));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
