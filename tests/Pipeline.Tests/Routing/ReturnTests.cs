using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Routing.Capacity;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Routing;

/// <summary>When a place is given back without a close, and what it weighs meanwhile.</summary>
public sealed class ReturnTests
{
    private readonly Router _router = new();

    [Fact]
    public async Task What_a_silent_advisor_has_goes_to_another_one_and_says_why()
    {
        var first = await _router.RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"));
        _router.Clock.Set(Said.Start.AddMinutes(9.9));
        await _router.JobAsync(_router.Bus);
        Assert.Equal(first[0].AdvisorId, (await _router.ViewAsync(Said.Conversation.Key)).AdvisorId);

        _router.Clock.Set(Said.Start.AddMinutes(10));
        await _router.JobAsync(_router.Bus);

        var view = await _router.ViewAsync(Said.Conversation.Key);
        Assert.Equal((AssignmentStatus.Assigned, ReturnReason.AdvisorSilent), (view.Status, view.Returned!.Value));
        Assert.NotEqual(first[0].AdvisorId, view.AdvisorId);
        Assert.Equal([view.AdvisorId!], await _router.HoldersAsync());
        Assert.NotNull(view.TransferredAt);
        Assert.Equal(4, _router.Bus.Sent.Count);
    }

    [Fact]
    public async Task Who_gets_a_conversation_late_is_not_silent_for_the_time_before()
    {
        await _router.SetPresentAsync(_ => false);
        await _router.RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"));
        _router.Clock.Set(Said.Start.AddMinutes(30));
        await _router.SetPresentAsync(advisor => advisor.Profile.Id == "a-thomas");
        await _router.JobAsync(_router.Bus);
        Assert.Equal("a-thomas", (await _router.ViewAsync(Said.Conversation.Key)).AdvisorId);

        _router.Clock.Set(Said.Start.AddMinutes(39));
        await _router.JobAsync(_router.Bus);
        Assert.Null((await _router.ViewAsync(Said.Conversation.Key)).Returned);

        _router.Clock.Set(Said.Start.AddMinutes(40));
        await _router.JobAsync(_router.Bus);
        Assert.Equal(ReturnReason.AdvisorSilent, (await _router.ViewAsync(Said.Conversation.Key)).Returned);
    }

    [Fact]
    public async Task An_advisor_who_answered_is_not_silent_and_what_the_customer_owes_an_answer_weighs_less_until_they_write()
    {
        await _router.RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"), Said.Advisor(20, "redémarrez-la"));
        _router.Clock.Set(Said.Start.AddMinutes(30));
        await _router.JobAsync(_router.Bus);
        Assert.Equal(0.5, (await HolderAsync()).Load);

        await _router.RouteAsync(Said.Customer(1900, "toujours rien"));
        Assert.Equal(1, (await HolderAsync()).Load);
        Assert.Null((await _router.ViewAsync(Said.Conversation.Key)).Returned);
    }

    [Fact]
    public async Task A_conversation_that_turns_angry_weighs_more_as_far_as_there_is_room()
    {
        await _router.SetPresentAsync(advisor => advisor.Profile.Id == "a-thomas");
        for (var number = 0; number < 2; number++)
        {
            await _router.RouteAsync(In($"c-{number}-other", Said.Customer(number, "ma box", 0, "internet_trouble")));
        }

        await _router.RouteAsync(Said.Customer(0, "ma box", 0, "internet_trouble"));
        await _router.RouteAsync(In("c-0-other", Said.Close(5)));
        await _router.RouteAsync(Said.Customer(10, "c'est une honte", -0.9, "internet_trouble"));

        Assert.Equal(2.5, (await HolderAsync()).Load);
        await _router.RouteAsync(In("c-1-other", Said.Customer(20, "c'est une honte", -0.9, "internet_trouble")));
        Assert.Equal(3, (await HolderAsync()).Load);
    }

    [Fact]
    public async Task Who_has_waited_for_three_minutes_is_let_in_on_one_place()
    {
        await _router.SetPresentAsync(advisor => advisor.Profile.Id == "a-thomas");
        for (var number = 0; number < 2; number++)
        {
            await _router.RouteAsync(In($"c-{number}-other", Said.Customer(number, "ma box", 0, "internet_trouble")));
        }

        var asked = await _router.RouteAsync(Said.Customer(10, "c'est une honte", -0.9, "internet_trouble"));
        Assert.Equal(AssignmentStatus.Waiting, asked[0].Status);
        _router.Clock.Set(Said.Start.AddSeconds(10).AddMinutes(2.9));
        await _router.JobAsync(_router.Bus);
        Assert.Equal(AssignmentStatus.Waiting, (await _router.ViewAsync(Said.Conversation.Key)).Status);

        _router.Clock.Set(Said.Start.AddSeconds(10).AddMinutes(3));
        await _router.JobAsync(_router.Bus);
        Assert.Equal(AssignmentStatus.Assigned, (await _router.ViewAsync(Said.Conversation.Key)).Status);
        Assert.Equal(3, (await HolderAsync()).Load);
    }

    [Fact]
    public async Task What_an_advisor_has_whose_desk_fell_silent_goes_back_to_the_queue()
    {
        await _router.SetPresentAsync(advisor => advisor.Profile.Id == "a-nadia");
        await _router.RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"));
        await _router.ChangeAsync(advisor => advisor.Claims.Count > 0
            ? advisor with { Presence = advisor.Presence with { HeartbeatAt = _router.Clock.GetUtcNow() } }
            : advisor);
        _router.Clock.Advance(TimeSpan.FromMinutes(3));
        await _router.JobAsync(_router.Bus);

        var view = await _router.ViewAsync(Said.Conversation.Key);
        Assert.Equal((AssignmentStatus.Waiting, ReturnReason.AdvisorGone), (view.Status, view.Returned!.Value));
        Assert.Empty(await _router.HoldersAsync());
    }

    [Fact]
    public async Task Who_pauses_keeps_what_they_have()
    {
        await _router.RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"));
        await _router.SetPresentAsync(_ => false);
        await _router.JobAsync(_router.Bus);
        Assert.Single(await _router.HoldersAsync());
    }

    [Fact]
    public async Task What_was_played_again_from_long_ago_is_not_taken_away()
    {
        await _router.RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"));
        _router.Clock.Set(Said.Start.AddDays(30));
        await _router.JobAsync(_router.Bus);
        Assert.Equal(AssignmentStatus.Assigned, (await _router.ViewAsync(Said.Conversation.Key)).Status);
    }

    [Fact]
    public async Task Who_waits_is_served_by_urgency_difficulty_and_waiting_and_not_in_order_of_arrival()
    {
        await _router.SetPresentAsync(_ => false);
        await _router.RouteAsync(In("c-early", Said.Customer(0, "ma facture", 0, "billing_dispute")));
        await _router.RouteAsync(In("c-hard", Said.Customer(60, "je porte plainte", -0.6, "billing_dispute", "legal_threat")));
        await _router.RouteAsync(In("c-late", Said.Customer(61, "ma facture", 0, "billing_dispute")));
        var line = await _router.Rooms.Line.ReadAsync(_router.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        Assert.Equal(["c-hard", "c-early", "c-late"], line.Select(entry => entry.Ask.Conversation.Split('~')[^1]));

        var muchLater = WaitingLine.InOrder(
            [line[0] with { Since = line[0].Since.AddHours(5) }, line[1], line[2]], _router.Clock.GetUtcNow().AddHours(5));
        Assert.Equal("c-early", muchLater[0].Ask.Conversation.Split('~')[^1]);
    }

    [Fact]
    public async Task A_returning_customer_gets_the_advisor_they_had_if_present()
    {
        await _router.SetPresentAsync(advisor => advisor.Profile.Id == "a-karim");
        await _router.RouteAsync(Said.Customer(0, "ma facture", 0, "billing_question"), Said.Close(30));
        await _router.SetPresentAsync(_ => true);

        // A front-line advisor would be chosen otherwise.
        var again = await _router.RouteAsync(In("c-again", Said.Customer(3600, "ma facture", 0, "billing_question")));
        Assert.Equal("a-karim", again[0].AdvisorId);

        await _router.SetPresentAsync(advisor => advisor.Profile.Id != "a-karim");
        var third = await _router.RouteAsync(In("c-third", Said.Customer(7200, "ma facture", 0, "billing_question")));
        Assert.NotEqual("a-karim", third[0].AdvisorId);
        Assert.Equal(AssignmentStatus.Assigned, third[0].Status);
    }

    [Fact]
    public async Task What_an_older_version_left_waiting_is_lined_up_by_the_first_run()
    {
        await _router.SetPresentAsync(_ => false);
        await _router.RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"));
        await _router.Rooms.Line.RemoveAsync(Said.Conversation.Key, null, TestContext.Current.CancellationToken);
        await _router.SetPresentAsync(_ => true);
        await _router.JobAsync(_router.Bus);
        Assert.Equal(AssignmentStatus.Assigned, (await _router.ViewAsync(Said.Conversation.Key)).Status);
    }

    [Fact]
    public async Task A_decision_reads_one_partition_at_most()
    {
        var tables = new Capacity.CrashingTables();
        await new RoutingSeed(tables).PlantAsync(TestContext.Current.CancellationToken);
        var rooms = new RoutingRooms(tables, _router.Bus, _router.Clock);
        foreach (var scored in await _router.Recorder.RecordAsync(Said.Customer(0, "ma box", 0, "internet_trouble"), Said.Customer(9, "vite", 0, "billing_dispute")))
        {
            var before = tables.QueryCount;
            await rooms.Stage.RunAsync(scored, TestContext.Current.CancellationToken);
            Assert.InRange(tables.QueryCount - before, 0, 1);
        }
    }

    private async Task<Advisor> HolderAsync() =>
        Assert.Single(await _router.Directory.ReadAsync(TestContext.Current.CancellationToken), advisor => advisor.Claims.Count > 0);

    private static MessageAnalyzed In(string id, MessageAnalyzed message) => message with
    {
        Conversation = message.Conversation with { Id = id, Key = ConversationKeys.Conversation("generic", "demo", id) },
    };
}
