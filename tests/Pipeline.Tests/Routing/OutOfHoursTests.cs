using Pipeline.Messages;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Routing;

/// <summary>Sunday at 17:00: who is at risk gets an answer from whoever is present, the others are told when somebody is back.</summary>
public sealed class OutOfHoursTests
{
    private static readonly DateTimeOffset Sunday = new(2026, 3, 8, 17, 0, 0, TimeSpan.FromHours(1));

    private readonly Router _router = new();

    [Fact]
    public async Task An_ordinary_case_is_told_when_it_opens_and_is_assigned_then()
    {
        await CloseOnSundaysAsync();
        var told = await _router.RouteAsync(Said.Customer(0, "ma facture", 0, "billing_question"));
        Assert.Equal(AssignmentStatus.Waiting, told[0].Status);
        Assert.Equal("Nous serons de retour demain à 8 h.", told[0].OutOfHours!.French);
        Assert.Equal("We are back tomorrow at 8:00.", told[0].OutOfHours!.English);
        Assert.Equal(told[0].OutOfHours, (await _router.ViewAsync(Said.Conversation.Key)).OutOfHours);

        await _router.JobAsync(_router.Bus);
        Assert.Empty(await _router.HoldersAsync());

        _router.Clock.Set(new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.FromHours(1)));
        await _router.JobAsync(_router.Bus);
        var view = await _router.ViewAsync(Said.Conversation.Key);
        Assert.Equal(AssignmentStatus.Assigned, view.Status);
        Assert.Null(view.OutOfHours);
    }

    [Fact]
    public async Task A_critical_case_is_routed_at_once()
    {
        await CloseOnSundaysAsync();
        var routed = await _router.RouteAsync(Said.Customer(0, "on m'a volé ma carte sim", -0.5, "sim_loss_theft", "fraud_risk"));
        Assert.Equal(AssignmentStatus.Assigned, routed[0].Status);
        Assert.Null(routed[0].OutOfHours);
    }

    [Fact]
    public async Task Who_has_an_advisor_at_closing_time_keeps_them()
    {
        await CloseOnSundaysAsync();
        _router.Clock.Set(new DateTimeOffset(2026, 3, 7, 19, 59, 0, TimeSpan.FromHours(1)));
        var before = await _router.RouteAsync(Said.Customer(0, "ma facture", 0, "billing_question"));
        _router.Clock.Set(new DateTimeOffset(2026, 3, 7, 20, 1, 0, TimeSpan.FromHours(1)));
        await _router.RouteAsync(Said.Customer(120, "vous êtes là ?"));
        Assert.Equal(before[0].AdvisorId, (await _router.ViewAsync(Said.Conversation.Key)).AdvisorId);
    }

    private async Task CloseOnSundaysAsync()
    {
        _router.Clock.Set(Sunday);
        var calendars = _router.Rooms.Calendars;
        var (json, etag) = await calendars.ReadStoredAsync(TestContext.Current.CancellationToken);
        var changed = json.Replace("\"default\": \"always\"", "\"default\": \"service-france\"", StringComparison.Ordinal);
        Assert.Null((await calendars.StoreAsync(changed, etag, TestContext.Current.CancellationToken)).Fault);
    }
}
