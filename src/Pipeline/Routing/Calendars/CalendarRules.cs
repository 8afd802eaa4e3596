namespace Pipeline.Routing.Calendars;

/// <summary>Which skill is open when, for every brand: data, edited without a new version of the program (docs/capacity.md).</summary>
// Plain setters: the source-generated reader gives an absent init-only property its type's default, not this one.
public sealed record CalendarRules
{
    /// <summary>Names this set of calendars.</summary>
    public required string Version { get; init; }

    /// <summary>The calendars by name.</summary>
    public required IReadOnlyDictionary<string, ServiceCalendar> Calendars { get; init; }

    /// <summary>The calendar of skills that have none of their own.</summary>
    public required string Default { get; init; }

    /// <summary>The calendars of skills.</summary>
    public IReadOnlyDictionary<string, string> Skills { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Brands that have other calendars, or whose customers live in another time zone.</summary>
    public IReadOnlyDictionary<string, BrandCalendars> Brands { get; set; } = new Dictionary<string, BrandCalendars>(StringComparer.Ordinal);

    /// <summary>The skills that are open around the clock: whoever is present with one is asked on closed hours too.</summary>
    public IReadOnlyList<string> Critical { get; set; } = [];

    /// <summary>When a conversation of a skill can be given to an advisor.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="brand">The brand.</param>
    /// <param name="urgent">Whether it is urgent: then it is given at any time to whoever is present.</param>
    /// <param name="at">The moment.</param>
    /// <returns>Null when it can be now; else the next opening.</returns>
    public Closing? ClosingOf(string skill, string brand, bool urgent, DateTimeOffset at)
    {
        if (urgent || Critical.Contains(skill, StringComparer.Ordinal))
        {
            return null;
        }

        var brands = Brands.GetValueOrDefault(brand);
        var name = brands?.Skills.GetValueOrDefault(skill) ?? brands?.Default ?? Skills.GetValueOrDefault(skill) ?? Default;
        var calendar = Calendars[name];
        return calendar.IsOpen(at)
            ? null
            : new Closing(calendar.NextOpening(at), brands?.TimeZone ?? calendar.TimeZone);
    }
}

/// <summary>What is different for a brand.</summary>
// Plain setters: the source-generated reader gives an absent init-only property its type's default, not this one.
public sealed record BrandCalendars
{
    /// <summary>The IANA time zone in which its customers are told times; null for that of the calendar.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The calendar of its skills; null for those of all brands.</summary>
    public string? Default { get; set; }

    /// <summary>The calendars of its skills that have one of their own.</summary>
    public IReadOnlyDictionary<string, string> Skills { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A skill is closed.</summary>
/// <param name="OpensAt">When it opens; null when that is not within a year.</param>
/// <param name="TimeZone">The IANA time zone in which customers are told times.</param>
public sealed record Closing(DateTimeOffset? OpensAt, string TimeZone);
