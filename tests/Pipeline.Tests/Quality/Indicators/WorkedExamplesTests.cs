using Pipeline.Messages;
using Pipeline.Quality.Indicators;
using Pipeline.Quality.Reports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Quality.Indicators;

/// <summary>The worked examples of docs/indicators.md.</summary>
public sealed class WorkedExamplesTests
{
    private readonly IndicatorRoom _room = new();

    [Fact]
    public async Task First_response_after_a_bot_has_passed_the_customer_on() => Assert.Equal(
        IndicatorsPage.Example("first-response-bot"),
        (await _room.MeasureAsync(
            Said.Customer(0, "bonjour"), Said.Bot(5, "que puis-je faire ?"), Said.Customer(30, "ma box"), Said.Bot(35, "je vous passe un conseiller"),
            Said.Advisor(95, "bonjour"), Said.Close(200))).FirstResponseSeconds);

    [Fact]
    public async Task First_response_to_a_customer_who_wants_a_person() => Assert.Equal(
        IndicatorsPage.Example("first-response-wanted"),
        (await _room.MeasureAsync(
            Said.Customer(0, "un humain", 0, null, SignalNames.WantsHuman), Said.Bot(5, "un instant"), Said.Advisor(65, "bonjour"), Said.Close(200)))
            .FirstResponseSeconds);

    [Fact]
    public async Task A_wait_that_nobody_ended_is_as_long_as_it_is_known() => Assert.Equal(
        IndicatorsPage.Example("wait-unended"),
        (await _room.MeasureAsync(
            Said.Customer(0, "bonjour"), Said.Advisor(30, "bonjour"), Said.Customer(100, "alors"), Said.Customer(220, "il y a quelqu'un"), Said.Close(900)))
            .WaitSeconds);

    [Fact]
    public async Task Engaged_time_is_capped() => Assert.Equal(
        IndicatorsPage.Example("engaged-capped"),
        (await _room.MeasureAsync(Said.Customer(0, "bonjour"), Said.Advisor(300, "bonjour"), Said.Close(900))).EngagedSeconds);

    [Fact]
    public async Task Effort_counts_turns_repeats_and_transfers() => Assert.Equal(
        IndicatorsPage.Example("effort"),
        (await _room.MeasureAsync(
            Said.Customer(0, "pourquoi cette facture augmente"), Said.Advisor(30, "je regarde"), Said.Customer(60, "pourquoi cette facture augmente"),
            Said.Advisor(90, "un collègue prend la suite") with { Sender = new(SenderRole.Advisor, "a-karim", "Karim") }, Said.Customer(120, "bien"),
            Said.Close(900))).Effort);

    [Fact]
    public async Task A_refused_complaint_that_was_handled_well_stands_above_a_granted_one_handled_badly()
    {
        var refused = await _room.MeasureAsync(
            Said.Customer(0, "remboursez-moi", -0.6, "refund"), Said.Advisor(60, "Je comprends votre agacement. Je ne peux pas, parce que le délai est passé."),
            Said.Customer(90, "dommage", -0.2), Said.Close(900));
        var other = new IndicatorRoom();
        var granted = await other.MeasureAsync(
            Said.Customer(0, "remboursez-moi", -0.6, "refund"), Said.Advisor(600, "C'est fait."), Said.Customer(620, "enfin", -0.8), Said.Rating(630, 4), Said.Close(900));
        Assert.Equal(IndicatorsPage.Example("treatment-refused-well"), refused.ComplaintTreatment);
        Assert.Equal(IndicatorsPage.Example("treatment-granted-badly"), granted.ComplaintTreatment);
        Assert.Equal(Pipeline.Ports.ConversationOutcome.Resolved, granted.Outcome);
    }

    [Fact]
    public async Task An_advisor_with_two_conversations_shares_the_time_between_them()
    {
        await SayAsync("1", "v-1", Said.Customer(0, "bonjour"), Said.Advisor(60, "bonjour"));
        await SayAsync("2", "v-2", Said.Customer(30, "bonjour"), Said.Advisor(90, "bonjour"));
        var handling = (await AllAsync()).Handling.Seconds;
        Assert.Equal((2, IndicatorsPage.Example("shared-time")), (handling.Count, handling.Mean));
    }

    [Fact]
    public async Task First_contact_resolution_counts_who_did_not_come_back()
    {
        foreach (var (id, customer, day) in new[] { ("1", "v-1", 0), ("2", "v-2", 0), ("3", "v-3", 0), ("4", "v-4", 0), ("5", "v-1", 1) })
        {
            await SayAsync(id, customer, Said.Customer(day * 86_400, "bonjour", 0, "refund"), Said.Advisor((day * 86_400) + 60, "bonjour"));
        }

        var figures = await AllAsync();
        Assert.Equal(IndicatorsPage.Example("first-contact-resolution"), IndicatorSets.Of(figures, new()).Customer.FirstContactResolution!.Value);
    }

    [Fact]
    public void Short_of_the_band_is_as_far_outside_as_beyond_it()
    {
        Assert.Equal(("below", IndicatorsPage.Example("band")), IndicatorSets.Band(7.5, new()));
        Assert.Equal(("above", IndicatorsPage.Example("band")), IndicatorSets.Band(10.5, new()));
        Assert.Equal(("within", 0), IndicatorSets.Band(9, new()));
    }

    [Fact]
    public void Shares_have_the_bounds_of_Wilson() => Assert.Equal(
        (IndicatorsPage.Example("wilson"), 0.9433), (Estimate.OfShare(8, 10)!.Low, Estimate.OfShare(8, 10)!.High));

    [Fact]
    public void Staff_is_estimated_by_the_formula_of_Erlang()
    {
        Assert.Equal(IndicatorsPage.Example("erlang"), Math.Round(StaffingEstimate.WaitProbability(2, 3), 4));
        Assert.Equal(IndicatorsPage.Example("staffing"), StaffingEstimate.AdvisorsFor(60, TimeSpan.FromMinutes(12), 3));
    }

    [Fact]
    public void A_median_of_many_days_is_right_within_five_percent()
    {
        var random = new Random(3);
        var all = new List<double>();
        var histogram = new LogHistogram();
        for (var day = 0; day < 10; day++)
        {
            var own = new LogHistogram();
            for (var number = 0; number < 100; number++)
            {
                all.Add(Math.Exp(random.NextDouble() * 8));
                own.Add(all[^1]);
            }

            histogram.Add(own);
        }

        all.Sort();
        Assert.InRange(histogram.Quantile(0.5)!.Value / all[499], 0.95, 1.05);
        Assert.InRange(histogram.Quantile(0.9)!.Value / all[899], 0.95, 1.05);
    }

    private async Task<Figures> AllAsync()
    {
        var day = DateOnly.FromDateTime(Said.Start.UtcDateTime);
        var reading = await _room.RollUps.ReadAsync(RollUpScope.All, Dimension.All, day, day.AddDays(3), TestContext.Current.CancellationToken);
        return reading.Sum()["all"];
    }

    private Task SayAsync(string id, string customer, params MessageAnalyzed[] messages) => _room.SayAsync(
    [
        .. messages.Append(Said.Close((int)(messages[^1].SentAt - Said.Start).TotalSeconds + 60)).Select(message => message with
        {
            Conversation = Said.Conversation with { Id = id, Key = ConversationKeys.Conversation("generic", "demo", id), CustomerId = customer },
        }),
    ]);
}
