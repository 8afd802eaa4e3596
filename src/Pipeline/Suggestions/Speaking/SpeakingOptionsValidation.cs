namespace Pipeline.Suggestions.Speaking;

/// <summary>What is wrong with the settings of <see cref="SpeakingOptions"/>; each message names the setting.</summary>
internal static class SpeakingOptionsValidation
{
    private const string Section = "Suggestions:Speaking";

    public static IEnumerable<string> ProblemsOf(SpeakingOptions options)
    {
        foreach (var (name, level) in new[] { ("Novice", options.Novice), ("Confirmed", options.Confirmed), ("Expert", options.Expert) })
        {
            if (level.MinimumScore is not (>= 0 and <= 1))
            {
                yield return $"{Section}:{name}:MinimumScore is {level.MinimumScore}; it must be 0 to 1.";
            }

            if (level.MaxSuggestions is < 0 or > 3)
            {
                yield return $"{Section}:{name}:MaxSuggestions is {level.MaxSuggestions}; it must be 0 to 3.";
            }
        }

        if (!Enum.IsDefined(options.DefaultLevel))
        {
            yield return $"{Section}:DefaultLevel must be Novice, Confirmed or Expert.";
        }

        // Half is the most that a measurement can want.
        if (options.HoldOut is not (>= 0 and <= 0.5))
        {
            yield return $"{Section}:HoldOut is {options.HoldOut}; it must be 0 to 0.5.";
        }

        if (options.SilenceAfter < TimeSpan.Zero || options.SilenceAfter > TimeSpan.FromHours(1))
        {
            yield return $"{Section}:SilenceAfter is {options.SilenceAfter}; it must be zero to an hour.";
        }

        if (options.WritingFor <= TimeSpan.Zero || options.WritingFor > TimeSpan.FromMinutes(10))
        {
            yield return $"{Section}:WritingFor is {options.WritingFor}; it must be more than zero and at most ten minutes.";
        }
    }
}
