using System.Buffers;

namespace Pipeline.Web.Requests;

/// <summary>The conversation key of an address. What cannot be a key never reaches the tables, which refuse some characters.</summary>
internal static class KeyParameter
{
    private const int MaxLength = 302;

    // What ConversationKeys.Safe writes, its escape sign, and the sign between the parts.
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._@+:-=~");

    /// <summary>Whether a conversation can have this key: three parts of at most 100 characters, of those that keys are made of.</summary>
    public static bool IsWellFormed(string key) =>
        key.Length <= MaxLength && key.AsSpan().Count('~') == 2 && key.AsSpan().IndexOfAnyExcept(Characters) < 0;
}
