using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Pipeline.Training.Api;

namespace Pipeline.Training.Rescoring;

/// <summary>What <c>rescore</c> can be asked.</summary>
internal static class RescoreOptions
{
    private const int DefaultDays = 30;

    // No chat is older, and a slip of the finger must not have a million days looked through.
    private const int FirstYear = 2000;

    /// <summary>Where a host runs.</summary>
    internal static readonly Option<string?> To = new("--to")
    {
        Description = $"A running host, such as http://127.0.0.1:7071, or its API's folder. An access key (quality or administrator) comes from the "
            + $"variable {ApiClient.KeyVariable}; each reading is audited.",
    };

    /// <summary>Where a host that does not run keeps its tables.</summary>
    internal static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "The data folder of a local host that does not run.",
    };

    /// <summary>The candidate.</summary>
    internal static readonly Option<FileInfo?> Model = new("--model")
    {
        Description = "The candidate: a model file that train has written. Default: the program's own.",
    };

    /// <summary>The first day.</summary>
    internal static readonly Option<DateOnly?> Since = new("--since")
    {
        Description = $"The first day (UTC, YYYY-MM-DD) on which conversations started. Default: {DefaultDays} days with --until.",
        CustomParser = Day,
    };

    /// <summary>The last day.</summary>
    internal static readonly Option<DateOnly?> Until = new("--until")
    {
        Description = "The last day. Default: today.",
        CustomParser = Day,
    };

    /// <summary>The only brand.</summary>
    internal static readonly Option<string?> Brand = new("--brand") { Description = "Only this brand." };

    /// <summary>How far the valence may move.</summary>
    internal static readonly Option<double?> Tolerance = new("--tolerance")
    {
        Description = "How far the valence (-1 to 1) may move and count as the same. Default: 0.1.",
        CustomParser = Share,
    };

    /// <summary>Where the lines go.</summary>
    internal static readonly Option<FileInfo?> Out = new("--out")
    {
        Description = "Writes every change there, both scores side by side, as JSON Lines.",
    };

    /// <summary>Whether to go on with them.</summary>
    internal static readonly Option<bool> Resume = new("--resume") { Description = "Goes on with the file of --out after its last whole day." };

    /// <summary>Whether masked text is shown.</summary>
    internal static readonly Option<bool> ShowText = new("--show-text") { Description = "Shows masked text, and the words that carried a score." };

    /// <summary>Whether to end with JSON.</summary>
    internal static readonly Option<bool> Json = new("--json") { Description = "Ends with one line of JSON." };

    /// <summary>What the options ask for; what they leave open is as it was when the run began.</summary>
    public static RunLine Asked(ParseResult parsed, Candidate candidate, RunLine? begun)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var until = parsed.GetValue(Until) ?? begun?.Until ?? today;
        var since = parsed.GetValue(Since) ?? begun?.Since ?? until.AddDays(1 - DefaultDays);
        return since > until
            ? throw new InvalidDataException("--since is after --until.")
            : new(
                candidate.Scorer,
                candidate.Fingerprint,
                since,
                until,
                parsed.GetValue(Brand) ?? begun?.Brand,
                parsed.GetValue(Tolerance) ?? begun?.Tolerance ?? MessageComparison.DefaultTolerance,
                parsed.GetValue(ShowText) || begun?.ShowText == true);
    }

    private static DateOnly? Day(ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year >= FirstYear)
        {
            return day;
        }

        argument.AddError($"{(argument.Parent as OptionResult)?.Option.Name} takes a day from 2000 on, such as 2026-03-02.");
        return null;
    }

    private static double? Share(ArgumentResult argument)
    {
        if (double.TryParse(argument.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 2)
        {
            return value;
        }

        argument.AddError("--tolerance takes a number from 0 to 2.");
        return null;
    }
}
