using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Ports;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Requests;

/// <summary>Reads query parameters, and keeps the first problem it meets.</summary>
internal sealed class QueryReader
{
    // The Functions host takes its access key here and passes it on; it is never ours.
    private const string FunctionsKey = "code";

    private readonly IQueryCollection _query;

    /// <summary>Starts reading; a parameter other than the known ones is a problem.</summary>
    public QueryReader(IQueryCollection query, params string[] known)
    {
        _query = query;
        var unknown = query.Keys.FirstOrDefault(name => name != FunctionsKey && !known.Contains(name, StringComparer.Ordinal));
        Problem = unknown is null ? null : Problems.QueryUnknown(unknown, known);
    }

    /// <summary>The first problem; null when there was none.</summary>
    public ProblemAnswer? Problem { get; private set; }

    /// <summary>A day, as YYYY-MM-DD.</summary>
    public DateOnly Day(string name, DateOnly otherwise) => DayOrNone(name) ?? otherwise;

    /// <summary>A day, as YYYY-MM-DD; null when the parameter is not there.</summary>
    public DateOnly? DayOrNone(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (IsDay(text, out var day))
        {
            return day;
        }

        Refuse(name, "a day written YYYY-MM-DD, such as 2026-03-02");
        return null;
    }

    /// <summary>The beginning of a period: a time with its zone, or a day (UTC), which it begins with; null when the parameter is not there.</summary>
    public DateTimeOffset? Start(string name) => Bound(name, 0);

    /// <summary>The end of a period: a time with its zone, before which it ends, or its last day (UTC); null when the parameter is not there.</summary>
    public DateTimeOffset? End(string name) => Bound(name, 1);

    /// <summary>True or false; null when the parameter is not there.</summary>
    public bool? Flag(string name)
    {
        switch (Text(name))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Refuse(name, "true or false");
                return null;
        }
    }

    /// <summary>One of the names of an enumeration; null when the parameter is not there.</summary>
    public T? Name<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Array.Find(Enum.GetNames<T>(), known => known == text) is { } found)
        {
            return Enum.Parse<T>(found);
        }

        Refuse(name, $"one of {string.Join(", ", Enum.GetNames<T>())}");
        return null;
    }

    /// <summary>A whole number of a range; null when the parameter is not there.</summary>
    public int? NumberOrNone(string name, int least, int most) =>
        _query.ContainsKey(name) ? Number(name, least, most, least) : null;

    /// <summary>A time in ISO 8601 with its zone; null when the parameter is not there.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        // Without a zone it would be read in the server's own.
        if ((text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > "yyyy-MM-ddT".Length)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            && time >= TableLimits.MinTime)
        {
            return time;
        }

        Refuse(name, "a time with its zone, such as 2026-03-02T09:00:00Z");
        return null;
    }

    /// <summary>A whole number of a range.</summary>
    public int Number(string name, int least, int most, int otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
        return otherwise;
    }

    /// <summary>A sequence number of the bus: 0 or above; 0 when the parameter is not there.</summary>
    public long Sequence(string name)
    {
        if (Text(name) is not { } text)
        {
            return 0;
        }

        // The next one must have a number too.
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < long.MaxValue)
        {
            return number;
        }

        Refuse(name, "a whole number from 0, such as the page before gave as next");
        return 0;
    }

    /// <summary>Text that may not be empty; null when the parameter is not there.</summary>
    public string? Text(string name)
    {
        var values = _query[name];
        if (values.Count == 0)
        {
            return null;
        }

        if (values.Count == 1 && !string.IsNullOrEmpty(values[0]))
        {
            return values[0];
        }

        Refuse(name, "given once and not be empty");
        return null;
    }

    /// <summary>Notes that a parameter is not valid.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="expected">What it must be, as the end of "… must be".</param>
    public void Refuse(string name, string expected) => Problem ??= Problems.QueryInvalid(name, expected);

    private static bool IsDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private DateTimeOffset? Bound(string name, int daysAfter)
    {
        if (_query[name] is not [{ } text] || !IsDay(text, out var day) || day > DateOnly.MaxValue.AddDays(-daysAfter))
        {
            return Time(name);
        }

        var bound = new DateTimeOffset(day.AddDays(daysAfter).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return bound >= TableLimits.MinTime ? bound : Time(name);
    }
}
