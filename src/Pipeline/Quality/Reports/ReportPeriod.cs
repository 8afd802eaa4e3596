namespace Pipeline.Quality.Reports;

/// <summary>The conversations that a report is about: those that started on some days (UTC, both in it), of all brands or of one.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Brand">The brand; null for all.</param>
public sealed record ReportPeriod(DateOnly From, DateOnly To, string? Brand)
{
    /// <summary>The most days of one report: two years and a day.</summary>
    public const int MostDays = 732;

    /// <summary>How many days it has.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The period of as many days just before it.</summary>
    public ReportPeriod Before => new(From.AddDays(-Days), From.AddDays(-1), Brand);
}
