using Pipeline.Messages;
using Pipeline.Quality.Indicators;
using Pipeline.Quality.Reports;
using Pipeline.Tests.Quality.Indicators;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Quality.Reports;

/// <summary>Conversations by the dozen, and the reports of them.</summary>
internal sealed class SeededReports
{
    private int _number;

    public IndicatorRoom Room { get; } = new(options => options.Channels.Add("sms"));

    public static DateOnly Day { get; } = DateOnly.FromDateTime(Said.Start.UtcDateTime);

    public static ReportPeriod Week { get; } = new(Day, Day.AddDays(6), null);

    public JourneyMap Map => new(Room.Wrapped);

    public GroupReporter Groups => new(Room.RollUps, Map, Room.Wrapped);

    public ConsistencyReporter Consistency => new(Room.RollUps, Map, Room.Wrapped);

    public DigestReporter Digest => new(Room.RollUps, Room.Wrapped);

    public IrritantReporter Irritants => new(Room.RollUps, Map, Room.Wrapped);

    /// <summary>Closed conversations, one each ten minutes from the beginning of a day on.</summary>
    public async Task AddAsync(
        int count, int day = 0, string brand = "boreal", string reason = "internet_trouble", int advisors = 6, int wait = 60, double end = 0.3, string channel = "web")
    {
        for (var index = 0; index < count; index++)
        {
            _number++;
            var start = (day * 86_400) + (index * 600 % 50_000);
            var longer = wait + (index % 5);
            var advisor = new Sender(SenderRole.Advisor, $"a-{index % advisors}", "Nadia");
            var conversation = Said.Conversation with
            {
                Id = $"c-{_number}",
                Key = ConversationKeys.Conversation("generic", "demo", $"c-{_number}"),
                Brand = brand,
                Channel = channel,
                CustomerId = $"v-{_number}",
            };
            await Room.SayAsync(
            [
                .. new[]
                {
                    Said.Customer(start, "bonjour", -0.4, reason), Said.Advisor(start + longer, "bonjour") with { Sender = advisor },
                    Said.Customer(start + longer + 30, "voilà", end + (0.01 * (index % 3))), Said.Close(start + longer + 60),
                }.Select(message => message with { Conversation = conversation }),
            ]);
        }
    }
}
