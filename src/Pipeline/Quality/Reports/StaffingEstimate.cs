using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Reports;

/// <summary>
/// How many advisors an hour needs: the least number whose places keep eight of ten customers from waiting longer than a minute, by Erlang's formula of waiting
/// systems (A. K. Erlang, 1917), and whose work leaves them the time that the settings do.
/// </summary>
/// <param name="HourUtc">The hour of the day (UTC) with the most conversations.</param>
/// <param name="ArrivalsPerHour">How many start in it, on a mean day.</param>
/// <param name="HeldMinutes">How long a conversation holds a place.</param>
/// <param name="Concurrency">How many places an advisor has.</param>
/// <param name="Advisors">How many advisors.</param>
public sealed record StaffingEstimate(int HourUtc, double ArrivalsPerHour, double HeldMinutes, double Concurrency, int Advisors)
{
    /// <summary>The share of customers that do not wait longer.</summary>
    public const double ServiceLevel = 0.8;

    /// <summary>Than this.</summary>
    public static readonly TimeSpan AcceptableWait = TimeSpan.FromMinutes(1);

    private const int MostAdvisors = 10_000;

    /// <summary>The estimate of a period; null when nothing was answered.</summary>
    public static StaffingEstimate? Of(Figures figures, int days, IndicatorOptions options)
    {
        if (figures.Held.Mean is not { } heldSeconds || heldSeconds <= 0)
        {
            return null;
        }

        var busiest = Array.IndexOf(figures.Hours, figures.Hours.Max());
        var arrivals = (double)figures.Hours[busiest] / days;
        var workSeconds = figures.Handling.Seconds.Mean ?? 0;
        var byWork = (int)Math.Ceiling(arrivals / 3_600 * workSeconds / options.Occupancy);
        var byPlaces = AdvisorsFor(arrivals, TimeSpan.FromSeconds(heldSeconds), options.Concurrency);
        return new(busiest, Math.Round(arrivals, 2), Math.Round(heldSeconds / 60, 2), options.Concurrency, Math.Max(byWork, byPlaces));
    }

    /// <summary>The least number of advisors whose places meet the service level.</summary>
    public static int AdvisorsFor(double arrivalsPerHour, TimeSpan held, double concurrency)
    {
        var load = arrivalsPerHour * held.TotalHours;
        for (var advisors = 1; advisors < MostAdvisors; advisors++)
        {
            var places = (int)(advisors * concurrency);
            if (places > load
                && 1 - (WaitProbability(load, places) * Math.Exp(-(places - load) * (AcceptableWait / held))) >= ServiceLevel)
            {
                return advisors;
            }
        }

        return MostAdvisors;
    }

    /// <summary>Erlang C: how probable it is that a customer has to wait at all.</summary>
    /// <param name="load">The places that are taken on the mean.</param>
    /// <param name="places">The places that there are, more than the load.</param>
    public static double WaitProbability(double load, int places)
    {
        // Erlang B by its recurrence, which overflows for no number of places.
        var blocked = 1.0;
        for (var place = 1; place <= places; place++)
        {
            blocked = load * blocked / (place + (load * blocked));
        }

        return blocked / (1 - (load / places * (1 - blocked)));
    }
}
