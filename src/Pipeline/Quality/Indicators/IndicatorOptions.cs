namespace Pipeline.Quality.Indicators;

/// <summary>Settings of the indicators, from the section <c>Indicators</c>. The defaults are the figures of the centres that the product started from.</summary>
public sealed class IndicatorOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Indicators";

    /// <summary>
    /// The phases of the journey of intents, in place of those of journey-map.json: <c>Indicators__Phases__move_house=sale</c>.
    /// </summary>
    public Dictionary<string, string> Phases { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The longest that an advisor is taken to be at one answer: what is longer is idle or belongs to other work. Three minutes: in a chat of nine
    /// minutes an answer takes one.
    /// </summary>
    public TimeSpan LongestEngagement { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>A contact of the same customer on the same reason within so many days says that the one before solved nothing. 1 to 30.</summary>
    public int RepeatWithinDays { get; set; } = 7;

    /// <summary>The band of the handling time, minutes: below it is hurried, above it heavy.</summary>
    public double HandlingBandFrom { get; set; } = 8;

    /// <summary>See <see cref="HandlingBandFrom"/>.</summary>
    public double HandlingBandTo { get; set; } = 10;

    /// <summary>The mean handling time of a phone call, minutes. A chat of nine minutes is 30 % longer.</summary>
    public double PhoneHandlingMinutes { get; set; } = 7;

    /// <summary>By how much a chat is expected to be longer than a call, as a share.</summary>
    public double ChatLongerThanPhone { get; set; } = 0.3;

    /// <summary>The mean rating of phone calls, 1 to 5; null when not known: then nothing is compared.</summary>
    public double? PhoneRating { get; set; }

    /// <summary>The work of fewer advisors than this is not told of: it would be about persons.</summary>
    public int LeastAdvisors { get; set; } = 5;

    /// <summary>Fewer conversations than this are not told of.</summary>
    public int LeastConversations { get; set; } = 20;

    /// <summary>The channels that are offered; a channel that is offered and not used is reported.</summary>
    public IList<string> Channels { get; } = [];

    /// <summary>How many work units a conversation of a channel counts; 1 where none is set.</summary>
    public Dictionary<string, double> WorkUnits { get; } = new(StringComparer.Ordinal);

    /// <summary>How many conversations an advisor holds at once.</summary>
    public double Concurrency { get; set; } = 3;

    /// <summary>The share of an advisor's time that work may take, 0 to 1.</summary>
    public double Occupancy { get; set; } = 0.8;
}
