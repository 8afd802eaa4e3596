using System.Globalization;
using Pipeline.Messages;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Knowledge;

/// <summary>Checks fields of a body; each answers null when the field is right.</summary>
internal static class FieldChecks
{
    /// <summary>The most characters of a text that people write.</summary>
    public const int MaxText = 2_000;

    /// <summary>The most characters of a line, such as a title.</summary>
    public const int MaxLine = 200;

    private const int MaxId = 100;

    /// <summary>A text that must be given.</summary>
    public static ProblemAnswer? Text(string field, string? value, int most = MaxText) => string.IsNullOrWhiteSpace(value) || value.Length > most
        ? Problems.BodyInvalid(field, string.Create(CultureInfo.InvariantCulture, $"{field} must have 1 to {most} characters."))
        : null;

    /// <summary>A text that may be given.</summary>
    public static ProblemAnswer? Optional(string field, string? value, int most = MaxLine) => value is null ? null : Text(field, value, most);

    /// <summary>An id that its sender chooses.</summary>
    public static ProblemAnswer? Id(string? value) => value is { Length: > 0 and <= MaxId } && ConversationKeys.Safe(value) == value
        ? null
        : Problems.BodyInvalid("id", $"id must have 1 to {MaxId} letters, digits or . _ @ + : - and names this for ever: sent again, it is the same.");

    /// <summary>A language of the library.</summary>
    public static ProblemAnswer? Language(string? value) =>
        value is "fr" or "en" ? null : Problems.BodyInvalid("language", "language must be fr or en.");

    /// <summary>A kind of text of the library.</summary>
    public static ProblemAnswer? Kind(string? value) =>
        value is "phrase" or "article" ? null : Problems.BodyInvalid("kind", "kind must be phrase or article.");

    /// <summary>A name that becomes part of a key: a trade, a brand, a matter.</summary>
    public static ProblemAnswer? Name(string field, string? value, bool required) => value is null
        ? required ? Problems.BodyInvalid(field, $"{field} must be given.") : null
        : value.Length is > 0 and <= MaxId && !value.Any(char.IsControl) ? null : Problems.BodyInvalid(field, $"{field} must have 1 to {MaxId} characters.");

    /// <summary>The key of a conversation that may be given.</summary>
    public static ProblemAnswer? Conversation(string? value) => value is null || KeyParameter.IsWellFormed(value)
        ? null
        : Problems.BodyInvalid("conversation", "conversation must be the key of a conversation, such as generic~demo~c-42.");

    /// <summary>A time that begins before another.</summary>
    public static ProblemAnswer? Period(DateTimeOffset? from, DateTimeOffset? to) =>
        from is null ? Problems.BodyInvalid("from", "from must be given.")
        : to is null || to <= from || to - from > TimeSpan.FromDays(7) ? Problems.BodyInvalid("to", "to must be later than from, by a week at most.")
        : null;
}
