using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing.Handover;
using Pipeline.Tests.Support;
using Pipeline.Transcripts.Floor;

namespace Pipeline.Tests.Routing.Handover;

public sealed class HandoverDeskTests
{
    private static readonly string Key = Said.Conversation.Key;

    private readonly Router _router = new();

    [Fact]
    public async Task It_goes_to_an_advisor_of_the_wanted_trade_and_the_former_place_is_free()
    {
        var before = await AssignedAsync("billing_question");
        var view = await DoneAsync(Order("h-1", HandoverReason.OtherSkill, "technical"));

        Assert.Equal((AssignmentStatus.Assigned, "technical"), (view.Status, view.Decision.Skill));
        Assert.NotEqual(before.AdvisorId, view.AdvisorId);
        Assert.Equal([view.AdvisorId!], await _router.HoldersAsync());
        Assert.Equal([Entities.Conversations, Entities.Outcomes], _router.Bus.Sent.Select(sent => sent.Entity));
        var told = Assert.IsType<ConversationRouted>(_router.Bus.Sent[0].Message.Event);
        Assert.Equal((view.AdvisorId, "technical"), (told.AdvisorId, told.Decision.Skill));
    }

    [Fact]
    public async Task What_the_customer_writes_next_does_not_undo_it_and_a_close_ends_it()
    {
        await AssignedAsync("billing_question");
        var view = await DoneAsync(Order("h-1", HandoverReason.OtherSkill, "technical"));
        await _router.RouteAsync(Said.Advisor(20, "Je reprends."), Said.Customer(30, "et ma facture ?", -0.1, "billing_question"));
        var later = await _router.ViewAsync(Key);
        Assert.Equal((view.AdvisorId, "technical"), (later.AdvisorId, later.Decision.Skill));

        await _router.RouteAsync(Said.Close(60), Said.Customer(90, "ma facture", -0.1, "billing_question"));
        Assert.Equal("billing", (await _router.ViewAsync(Key)).Decision.Skill);
    }

    [Fact]
    public async Task Nobody_who_handed_it_over_gets_it_again_before_the_close()
    {
        // Two advisors have the trade, the language and the brand.
        var first = await AssignedAsync("internet_trouble");
        var second = await DoneAsync(Order("h-1", HandoverReason.EndOfShift));
        Assert.NotEqual(first.AdvisorId, second.AdvisorId);
        Assert.Equal(["a-nadia", "a-thomas"], new[] { first.AdvisorId, second.AdvisorId }.Order());

        var third = await DoneAsync(Order("h-2", HandoverReason.Capacity));
        Assert.Equal(AssignmentStatus.Waiting, third.Status);
        Assert.Empty(await _router.HoldersAsync());
        await _router.JobAsync(new RecordingBus());
        await _router.RouteAsync(Said.Customer(30, "allô ?"));
        Assert.Equal(AssignmentStatus.Waiting, (await _router.ViewAsync(Key)).Status);

        await _router.RouteAsync(Said.Close(60), Said.Customer(90, "ça recommence", -0.1, "internet_trouble"));
        Assert.Equal(AssignmentStatus.Assigned, (await _router.ViewAsync(Key)).Status);
    }

    [Fact]
    public async Task One_that_has_to_wait_is_given_to_the_next_who_has_room_and_not_to_whoever_handed_it_over()
    {
        var first = await AssignedAsync("internet_trouble");
        await _router.SetPresentAsync(advisor => advisor.Profile.Id == first.AdvisorId);
        Assert.Equal(AssignmentStatus.Waiting, (await DoneAsync(Order("h-1", HandoverReason.SystemOutage))).Status);

        await _router.JobAsync(new RecordingBus());
        Assert.Equal(AssignmentStatus.Waiting, (await _router.ViewAsync(Key)).Status);
        await _router.SetPresentAsync(_ => true);
        await _router.JobAsync(new RecordingBus());
        var view = await _router.ViewAsync(Key);
        Assert.Equal(AssignmentStatus.Assigned, view.Status);
        Assert.NotEqual(first.AdvisorId, view.AdvisorId);
    }

    [Fact]
    public async Task Asked_again_under_the_same_id_it_is_done_once()
    {
        await AssignedAsync("internet_trouble");
        var view = await DoneAsync(Order("h-1", HandoverReason.EndOfShift));
        Assert.Equal(view.AdvisorId, (await DoneAsync(Order("h-1", HandoverReason.EndOfShift))).AdvisorId);
        Assert.Equal(2, _router.Bus.Sent.Count);
        Assert.Equal([view.AdvisorId!], await _router.HoldersAsync());
    }

    [Fact]
    public async Task Messages_that_come_late_or_again_leave_it_with_whoever_got_it()
    {
        MessageAnalyzed[] said = [Said.Customer(0, "ma facture", -0.1, "billing_question"), Said.Advisor(5, "Bonjour.")];
        await _router.RouteAsync(said);
        var view = await DoneAsync(Order("h-1", HandoverReason.HigherLevel, level: 2));
        await _router.RouteAsync(said);
        await _router.RouteAsync(Said.Customer(-10, "bonjour", 0, "billing_question"));
        await _router.RouteAsync(Said.Customer(40, "merci", 0.2));
        await _router.RouteAsync(Said.Customer(2, "la dernière", -0.1, "billing_question"));

        var later = await _router.ViewAsync(Key);
        Assert.Equal((view.AdvisorId, 2, "billing"), (later.AdvisorId, later.Decision.Level, later.Decision.Skill));
        Assert.Equal([view.AdvisorId!], await _router.HoldersAsync());
    }

    [Fact]
    public async Task From_that_moment_a_person_has_the_word()
    {
        await AssignedAsync("internet_trouble");
        await DoneAsync(Order("h-1", HandoverReason.CustomerAsked));
        var floor = (await new FloorDesk(_router.Recorder.Tables).ReadAsync(Key, TestContext.Current.CancellationToken))!.Floor;
        Assert.Equal((FloorHolder.Human, FloorCause.HandedOver), (floor.Holder, floor.Cause));
    }

    [Fact]
    public async Task A_bot_hands_over_to_the_advisor_who_holds_the_place_if_they_can()
    {
        var held = await AssignedAsync("internet_trouble", Said.Bot(5, "Avez-vous redémarré ?"));
        Assert.Equal(held.AdvisorId, (await DoneAsync(Order("h-1", HandoverReason.BeyondBot))).AdvisorId);
        Assert.Equal([held.AdvisorId!], await _router.HoldersAsync());
    }

    [Fact]
    public async Task What_could_not_be_told_before_the_process_died_is_told_by_the_timer()
    {
        await AssignedAsync("internet_trouble");
        _router.Bus.Failure = new StorageUnavailableException("The disk is full.");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => HandOverAsync(Order("h-1", HandoverReason.OtherSkill, "billing")));
        var bus = new RecordingBus();
        await _router.JobAsync(bus);
        Assert.Contains(bus.Sent, sent => sent.Message.Event is ConversationRouted { Decision.Skill: "billing", Status: AssignmentStatus.Assigned });
    }

    [Fact]
    public async Task What_cannot_be_handed_over_says_why()
    {
        Assert.IsType<HandoverTaken.ConversationUnknown>(await HandOverAsync(Order("h", HandoverReason.Capacity)));
        await _router.Recorder.RecordAsync(Said.Customer(0, "bonjour"));
        Assert.Equal(HandoverObstacle.NotRouted, await ObstacleAsync(Order("h", HandoverReason.Capacity)));
        var view = await AssignedAsync("internet_trouble");
        Assert.Equal(HandoverObstacle.HeldByAnother, await ObstacleAsync(Order("h", HandoverReason.Capacity) with { AdvisorId = "a-zoe" }));
        var nobody = Assert.IsType<HandoverTaken.NobodyHas>(await HandOverAsync(Order("h", HandoverReason.OtherSkill, "plumbing")));
        Assert.Contains("billing", nobody.Skills);
        Assert.IsType<HandoverTaken.NobodyHas>(await HandOverAsync(Order("h", HandoverReason.HigherLevel, level: 9)));
        Assert.Equal(view.AdvisorId, (await _router.ViewAsync(Key)).AdvisorId);
        await _router.RouteAsync(Said.Close(60));
        Assert.Equal(HandoverObstacle.Closed, await ObstacleAsync(Order("h", HandoverReason.Capacity)));
    }

    private static HandoverOrder Order(string id, HandoverReason reason, string? skill = null, int? level = null) => new(id, reason, skill, level, null);

    private async Task<AssignmentView> AssignedAsync(string intent, params MessageAnalyzed[] more)
    {
        await _router.RouteAsync([Said.Customer(0, "bonjour, j'ai un souci", -0.1, intent), .. more]);
        var view = await _router.ViewAsync(Key);
        Assert.Equal(AssignmentStatus.Assigned, view.Status);
        return view;
    }

    private Task<HandoverTaken> HandOverAsync(HandoverOrder order) =>
        _router.Rooms.Desk.HandOverAsync(Key, order, TestContext.Current.CancellationToken);

    private async Task<AssignmentView> DoneAsync(HandoverOrder order) =>
        Assert.IsType<HandoverTaken.Done>(await HandOverAsync(order)).View;

    private async Task<HandoverObstacle> ObstacleAsync(HandoverOrder order) =>
        Assert.IsType<HandoverTaken.Impossible>(await HandOverAsync(order)).Obstacle;
}
