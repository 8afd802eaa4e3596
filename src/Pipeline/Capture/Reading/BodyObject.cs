using System.Globalization;
using System.Text.Json;

namespace Pipeline.Capture.Reading;

/// <summary>An object in the body of a webhook, and where it stands there. A null is as good as nothing: platforms mix the two.</summary>
/// <param name="Element">The object.</param>
/// <param name="Path">Its path, such as <c>data.sender</c>; empty for the root.</param>
internal readonly record struct BodyObject(JsonElement Element, string Path)
{
    /// <summary>The refusal of a field that is not what was expected. It says what kind of value was found, never the value.</summary>
    public static BodyRefusedException WrongShape(string path, string expected, JsonElement? found) => new(new(
        400, "shape-invalid", "The body is not what this platform sends.", $"{path} must be {expected}, and {Kind(found)}.", path));

    /// <summary>The path of a field.</summary>
    public string PathOf(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    /// <summary>The refusal of a field that is not what was expected.</summary>
    public BodyRefusedException Wrong(string name, string expected) => WrongShape(PathOf(name), expected, Find(name));

    /// <summary>A field's value; null when it is missing or null.</summary>
    public JsonElement? Find(string name)
    {
        try
        {
            return Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
        }
        catch (InvalidOperationException)
        {
            // The one way in which a name that the parser took cannot be read.
            throw WrongShape(Path.Length == 0 ? "$" : Path, "an object whose names hold no half of a surrogate pair", Element);
        }
    }

    /// <summary>An object that must be there.</summary>
    public BodyObject Object(string name) => ObjectOrNone(name) ?? throw Wrong(name, "an object");

    /// <summary>An object that may be missing.</summary>
    public BodyObject? ObjectOrNone(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => new BodyObject(value, PathOf(name)),
        _ => throw Wrong(name, "an object"),
    };

    /// <summary>The objects of an array that may be missing.</summary>
    public IEnumerable<BodyObject> Objects(string name, int most)
    {
        if (Find(name) is not { } array)
        {
            yield break;
        }

        if (array.ValueKind != JsonValueKind.Array || array.GetArrayLength() > most)
        {
            throw Wrong(name, $"an array of at most {most}");
        }

        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            var path = $"{PathOf(name)}[{index++}]";
            yield return item.ValueKind == JsonValueKind.Object ? new(item, path) : throw WrongShape(path, "an object", item);
        }
    }

    /// <summary>A text that must be there.</summary>
    public string Text(string name, int most) =>
        TextOrNone(name, most) is { Length: > 0 } text ? text : throw Wrong(name, $"a text of 1 to {most} characters");

    /// <summary>A text that may be missing.</summary>
    public string? TextOrNone(string name, int most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? Unescape(value, name) : throw Wrong(name, "a text");
        return text.Length <= most ? text : throw Wrong(name, $"a text of at most {most} characters");
    }

    /// <summary>The text of a message; null when missing. Its own refusal, since people do paste whole logs.</summary>
    public string? MessageTextOrNone(string name)
    {
        var text = TextOrNone(name, int.MaxValue);
        return text is null || text.Length <= CaptureLimits.Text
            ? text
            : throw new BodyRefusedException(new(
                400,
                "text-too-long",
                "The text of the message is too long.",
                $"{PathOf(name)} has {text.Length} characters; a message may have {CaptureLimits.Text}.",
                PathOf(name)));
    }

    /// <summary>An id that must be there: a text, or a whole number.</summary>
    public string Id(string name) => IdOrNone(name) ?? throw Wrong(name, $"an id of 1 to {CaptureLimits.Id} characters");

    /// <summary>An id that may be missing.</summary>
    public string? IdOrNone(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var whole) => whole.ToString(CultureInfo.InvariantCulture),
        { ValueKind: JsonValueKind.String } => Text(name, CaptureLimits.Id),
        _ => throw Wrong(name, $"an id of 1 to {CaptureLimits.Id} characters"),
    };

    /// <summary>A whole number within bounds that may be missing.</summary>
    public long? NumberOrNone(string name, long least, long most) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) && value >= least && value <= most => value,
        _ => throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}")),
    };

    /// <summary>Whether a flag is set; a missing one is not.</summary>
    public bool Flag(string name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.True } => true,
        _ => throw Wrong(name, "true or false"),
    };

    private string Unescape(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Wrong(name, "a text without half a surrogate pair");
        }
    }

    private static string Kind(JsonElement? found) => found?.ValueKind switch
    {
        null => "is missing",
        JsonValueKind.String => "is another text",
        JsonValueKind.Number => "is another number",
        JsonValueKind.True or JsonValueKind.False => "is true or false",
        JsonValueKind.Array => "is an array",
        JsonValueKind.Object => "is an object",
        _ => "is null",
    };
}
