namespace Pipeline.Quality.Knowledge;

/// <summary>Settings of the knowledge loop, in the section <see cref="Section"/> (docs/knowledge-loop.md).</summary>
public sealed class KnowledgeOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Knowledge";

    /// <summary>The IANA time zone in which days begin and end.</summary>
    public string TimeZone { get; set; } = "Europe/Paris";

    /// <summary>When a working day ends, on the clock on the wall: what was asked that day and has no answer is escalated then.</summary>
    public TimeOnly EndOfDay { get; set; } = new(18, 0);

    /// <summary>The days of the week on which people answer.</summary>
    public IList<DayOfWeek> WorkingDays { get; set; } = [];

    /// <summary>Days on which nobody does, such as holidays.</summary>
    public IList<DateOnly> ClosedDays { get; set; } = [];

    /// <summary>Who gets what is escalated, by trade: <c>Knowledge__Owners__billing=a-karim</c>.</summary>
    public IDictionary<string, string> Owners { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Who gets what has no owner of its trade.</summary>
    public string DefaultOwner { get; set; } = "quality";

    /// <summary>How long a colleague has for an answer to an advisor before the question goes to the register.</summary>
    public TimeSpan NeighbourPatience { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The days of <see cref="WorkingDays"/>: Monday to Saturday unless said.</summary>
    internal IReadOnlyList<DayOfWeek> Days => WorkingDays.Count > 0 ? [.. WorkingDays] : Usual;

    private static readonly DayOfWeek[] Usual =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday];

    /// <summary>Who owns what is escalated of a trade.</summary>
    internal string OwnerOf(string? skill) => skill is not null && Owners.TryGetValue(skill, out var owner) ? owner : DefaultOwner;
}
