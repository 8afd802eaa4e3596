using System.Globalization;

namespace Pipeline.Capture.Reading;

/// <summary>Makes ids for happenings to which the platform gives none.</summary>
internal static class HappeningId
{
    /// <summary>
    /// An id made of what happened, to what, and when: the same when the platform says the same thing again, another one when the same
    /// thing happens again.
    /// </summary>
    public static string Of(string target, string happening, DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture, $"{Start(target, happening)}{at.UtcDateTime:yyyyMMdd'T'HHmmssfffffff}");

    /// <summary>How the ids start of what happened to something, whenever it was.</summary>
    public static string Start(string target, string happening) => $"{target}:{happening}:";
}
