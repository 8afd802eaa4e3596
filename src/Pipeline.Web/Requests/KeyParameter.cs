using System.Buffers;

namespace Pipeline.Web.Requests;

/// <summary>The conversation key of an address. What cannot be a key never reaches the tables, which refuse some characters.</summary>
internal static class KeyParameter
{
    private const int MaxLength = 302;
    private const int MaxPart = 100;

    // What ConversationKeys.Safe writes, its escape sign, and the sign between the parts.
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._@+:-=~");

    /// <summary>Whether a conversation can have this key: three parts of at most 100 characters, of those that keys are made of.</summary>
    public static bool IsWellFormed(string key) =>
        key.Length <= MaxLength && key.AsSpan().Count('~') == 2 && key.AsSpan().IndexOfAnyExcept(Characters) < 0;

    /// <summary>Whether it can be one part of a key, such as the id of a message.</summary>
    public static bool IsPart(string part) =>
        part.Length is > 0 and <= MaxPart && !part.Contains('~', StringComparison.Ordinal) && part.AsSpan().IndexOfAnyExcept(Characters) < 0;
}
