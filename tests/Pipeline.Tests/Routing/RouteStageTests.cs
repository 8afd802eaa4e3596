using FsCheck;
using FsCheck.Fluent;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing;
using Pipeline.Routing.Capacity;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Routing;

public sealed class RouteStageTests
{
    private readonly Router _router = new();

    [Fact]
    public async Task A_conversation_is_given_to_an_advisor_who_has_the_skill_and_the_language()
    {
        var routed = await _router.RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"));

        var outcome = Assert.Single(routed);
        Assert.Equal(AssignmentStatus.Assigned, outcome.Status);
        var advisor = (await _router.Directory.ReadAsync(TestContext.Current.CancellationToken))
            .Single(candidate => candidate.Profile.Id == outcome.AdvisorId);
        Assert.Contains("technical", advisor.Profile.Skills.Keys);
        Assert.Contains("fr", advisor.Profile.Languages);
        Assert.Equal([Said.Conversation.Key], advisor.Claims.Select(claim => claim.Conversation));
        Assert.Equal(advisor.Profile.FirstName, outcome.AdvisorFirstName);
    }

    [Fact]
    public async Task Nothing_is_told_when_nothing_changed()
    {
        await _router.RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"));
        Assert.Empty(await _router.RouteAsync(Said.Customer(10, "vous êtes là ?")));
    }

    [Fact]
    public async Task A_conversation_that_turns_hard_moves_to_a_specialist_and_the_former_place_is_free()
    {
        var first = await _router.RouteAsync(Said.Customer(0, "je veux une copie de facture", 0, "billing_question"));
        var second = await _router.RouteAsync(Said.Customer(10, "mon père est décédé", -0.4, "bereavement", "bereavement"));

        Assert.True(second[0].Decision.Hard);
        Assert.NotEqual(first[0].AdvisorId, second[0].AdvisorId);
        var holders = await _router.HoldersAsync();
        Assert.Equal([second[0].AdvisorId!], holders);
    }

    [Fact]
    public async Task A_close_gives_the_place_back_and_a_later_message_claims_one_again()
    {
        await _router.RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"));
        var closed = await _router.RouteAsync(Said.Close(60));
        Assert.Equal(AssignmentStatus.Released, closed[0].Status);
        Assert.Empty(await _router.HoldersAsync());

        var reopened = await _router.RouteAsync(Said.Customer(90, "ça recommence"));
        Assert.Equal(AssignmentStatus.Assigned, reopened[0].Status);
        Assert.Single(await _router.HoldersAsync());
    }

    [Fact]
    public async Task A_message_that_arrives_after_the_close_it_came_before_claims_no_place()
    {
        await _router.RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"), Said.Close(60));
        await _router.RouteAsync(Said.Customer(30, "toujours pareil"));

        Assert.Empty(await _router.HoldersAsync());
    }

    [Fact]
    public async Task When_nobody_has_a_place_it_waits_and_is_assigned_when_one_is_free()
    {
        await _router.SetPresentAsync(advisor => advisor.Profile.Id == "a-nadia");
        for (var number = 0; number < 3; number++)
        {
            await _router.RouteAsync(In($"c-full-{number}", Said.Customer(number, "ma box", 0, "internet_trouble")));
        }

        var waiting = await _router.RouteAsync(Said.Customer(10, "ma box", 0, "internet_trouble"));
        Assert.Equal(AssignmentStatus.Waiting, waiting[0].Status);

        await _router.RouteAsync(In("c-full-0", Said.Close(60)));

        var view = (await _router.Recorder.Reader.ReadAsync(Said.Conversation.Key, TestContext.Current.CancellationToken))!.Assignment!;
        Assert.Equal(AssignmentStatus.Assigned, view.Status);
        Assert.Equal([Entities.Conversations, Entities.Outcomes], _router.Bus.Sent.Select(sent => sent.Entity).Order());
    }

    [Fact]
    public async Task What_the_timer_assigned_claims_no_second_place_with_the_next_message()
    {
        await _router.SetPresentAsync(_ => false);
        await _router.RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"));
        await _router.SetPresentAsync(advisor => advisor.Profile.Id == "a-nadia");
        await _router.JobAsync(new RecordingBus());

        // Of all who are present now, another would be chosen.
        await _router.SetPresentAsync(_ => true);
        await _router.RouteAsync(Said.Customer(10, "vous êtes là ?"));

        Assert.Equal(["a-nadia"], await _router.HoldersAsync());
    }

    [Fact]
    public async Task A_place_that_a_crash_left_held_is_given_back()
    {
        await _router.RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"));
        await _router.Directory.ClaimAsync(
            await _router.Directory.ReadAsync(TestContext.Current.CancellationToken),
            new AdvisorAsk("generic~demo~gone", new RoutingNeed("billing", 1, "fr", "boreal")),
            TimeSpan.FromMinutes(2),
            TestContext.Current.CancellationToken);
        var job = _router.Job(new RecordingBus());
        await job.RunAsync(TestContext.Current.CancellationToken);
        await job.RunAsync(TestContext.Current.CancellationToken);

        Assert.Single(await _router.HoldersAsync());
    }

    [Fact]
    public async Task What_is_told_later_of_more_has_the_greater_position_in_whatever_order_it_came()
    {
        var closed = await _router.RouteAsync(Said.Customer(0, "ma facture", -0.2, "billing_dispute"), Said.Close(60));

        // The last word of the customer overtaken by the close: it needs another skill, and that is told after the close was.
        var late = await _router.RouteAsync(Said.Customer(30, "je porte plainte", -0.6, "billing_dispute", "legal_threat"));

        Assert.All(closed, outcome => Assert.All(late, later => Assert.True(later.Position > outcome.Position)));
        Assert.Equal("legal_complaint", late.MaxBy(outcome => outcome.Position)!.Decision.Skill);
    }

    [Fact]
    public async Task What_a_run_could_not_tell_before_it_died_is_told_by_the_one_that_takes_its_place()
    {
        // The first result is thrown away: the process died before it was sent. When it comes again, a later decision stands.
        await _router.RouteAsync(Said.Customer(10, "ma box clignote", -0.2, "internet_trouble"));

        var routed = await _router.RouteAsync(Said.Customer(0, "ma box", -0.2, "internet_trouble"));

        Assert.Contains(routed, outcome => outcome is { MessageId: "m-10", Status: AssignmentStatus.Assigned });
    }

    [Fact]
    public async Task What_the_timer_could_not_tell_before_it_died_is_told_by_its_next_run_and_then_no_more()
    {
        await _router.SetPresentAsync(_ => false);
        await _router.RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"));
        await _router.SetPresentAsync(_ => true);
        var bus = new RecordingBus { Failure = new StorageUnavailableException("The disk is full.") };
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _router.JobAsync(bus));

        bus.Failure = null;
        await _router.JobAsync(bus);
        await _router.JobAsync(bus);

        Assert.Equal([Entities.Conversations, Entities.Outcomes], bus.Sent.Select(sent => sent.Entity));
        Assert.Single(await _router.HoldersAsync());
    }

    [Fact]
    public async Task Nobody_holds_more_than_their_capacity_however_many_claim_at_once()
    {
        await _router.SetPresentAsync(advisor => advisor.Profile.Skills.ContainsKey("technical"));
        var places = (await _router.Directory.ReadAsync(TestContext.Current.CancellationToken))
            .Where(advisor => advisor.Presence.State == PresenceState.Present && advisor.Profile.Languages.Contains("fr"))
            .Sum(advisor => advisor.Profile.Capacity);
        var claims = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(() => ClaimAsync($"c-{number}"))));

        Assert.Equal(places, claims.Count(claim => claim is not null));
        Assert.All(
            await _router.Directory.ReadAsync(TestContext.Current.CancellationToken),
            advisor => Assert.True(advisor.Load <= advisor.Profile.Capacity));
    }

    [Fact]
    public async Task Every_decision_is_stored_with_its_reasons()
    {
        await _router.RouteAsync(
            Said.Customer(0, "ma box", 0, "internet_trouble"), Said.Customer(10, "3e fois", -0.5, null, "repeat_contact"));
        var transcript = await _router.Recorder.Reader.ReadAsync(Said.Conversation.Key, TestContext.Current.CancellationToken);

        Assert.Empty(transcript!.Messages[0].Decision!.Reasons);
        Assert.Equal("repeat_contact", transcript.Messages[1].Decision!.Reasons[0].Rule);
    }

    [Fact]
    public void Any_order_and_repetition_of_arrival_leaves_the_same_assignment_and_claims()
    {
        MessageAnalyzed[] everything =
        [
            Said.Customer(0, "bonjour", 0, "internet_trouble"),
            Said.Advisor(5, "bonjour"),
            Said.Customer(10, "on m'a volé ma carte sim", -0.5, "sim_loss_theft", "fraud_risk"),
            Said.Close(20),
            Said.Customer(30, "et ma facture ?", -0.2, "billing_dispute"),
            Said.Customer(40, "ma facture", -0.2, "billing_dispute", "legal_threat"),
        ];
        var clean = new Router();
        Wait(clean.RouteAsync(everything));
        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(Gen.Shuffle(everything.Concat(everything).ToArray()).ToArbitrary(), arrivals =>
        {
            var disturbed = new Router();
            Wait(disturbed.RouteAsync(arrivals));
            return TableText.Of(disturbed.Recorder.Tables) == TableText.Of(clean.Recorder.Tables);
        }));
    }

    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    private static MessageAnalyzed In(string id, MessageAnalyzed message) => message with
    {
        Conversation = message.Conversation with { Id = id, Key = ConversationKeys.Conversation("generic", "demo", id) },
    };

    private async Task<Advisor?> ClaimAsync(string key) => await _router.Directory.ClaimAsync(
        await _router.Directory.ReadAsync(TestContext.Current.CancellationToken),
        new AdvisorAsk(key, new RoutingNeed("technical", 1, "fr", "lumo")),
        TimeSpan.FromMinutes(2),
        TestContext.Current.CancellationToken);
}
