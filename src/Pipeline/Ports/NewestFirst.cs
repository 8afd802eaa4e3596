using System.Globalization;

namespace Pipeline.Ports;

/// <summary>
/// The row key by which conversations are listed newest first: ticks counted down from the last moment a date can hold, then the conversation's
/// key. Ordinal order of these is the order of every list and every search.
/// </summary>
public static class NewestFirst
{
    /// <summary>The digits before the tilde.</summary>
    public const int TimeLength = 19;

    /// <summary>The row key of a conversation.</summary>
    public static string Of(DateTimeOffset startedAt, string conversationKey) => string.Create(
        CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - startedAt.UtcTicks:D19}~{conversationKey}");
}
