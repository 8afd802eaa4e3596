namespace Pipeline.Routing.Capacity;

/// <summary>The names of weekdays in data.</summary>
public static class Weekdays
{
    private static readonly string[] BySunday = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>All of them, from Monday.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. BySunday[1..], BySunday[0]];

    /// <summary>The name of a day.</summary>
    public static string Name(DayOfWeek day) => BySunday[(int)day];
}
