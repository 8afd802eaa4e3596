using System.Globalization;
using System.Text.Json;

namespace Pipeline.Web.DeadLetters;

/// <summary>
/// What may be shown of a message's body. A captured message holds the text before masking, and names: so only values known to be names of
/// ours, times and numbers are shown, and of every other text nothing but its length.
/// </summary>
/// <param name="Kind">The message's type; <see cref="Unreadable"/> when the body is not a message.</param>
/// <param name="Values">The values by their path, such as <c>conversation.brand</c>.</param>
internal sealed record BodyOutline(string Kind, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The kind of a body that is not the JSON of a message.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The most values that are shown.</summary>
    public const int MaxValues = 200;

    private const string KindProperty = "type";

    // Names that the program or its configuration gives, keys and times. The customer's id and name are not among them.
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "type", "key", "platform", "account", "brand", "channel", "languageHint", "language", "kind", "role", "messageId", "targetMessageId",
        "orderKey", "lastKey", "sentAt", "startedAt", "lastAt", "closedAt", "waitingSince", "firstAdvisorAt", "status", "skill", "intent",
        "rulesVersion", "scorer", "sentiment", "emotion", "category", "source", "code",
    };

    private static readonly BodyOutline Nothing = new(Unreadable, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Reads a body.</summary>
    public static BodyOutline Of(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(KindProperty, out var kind)
                || kind.ValueKind != JsonValueKind.String)
            {
                return Nothing;
            }

            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            Add(values, "", "", root);
            return new BodyOutline(kind.GetString()!, values);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: text with half a surrogate pair, which JSON can spell and .NET cannot hold.
            return Nothing;
        }
    }

    private static void Add(Dictionary<string, string> values, string path, string name, JsonElement element)
    {
        if (values.Count >= MaxValues)
        {
            return;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Add(values, path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Name, property.Value);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Add(values, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), name, item);
                }

                break;
            default:
                values[path] = Text(name, element);
                break;
        }
    }

    private static string Text(string name, JsonElement element) => element.ValueKind != JsonValueKind.String
        ? element.GetRawText()
        : Shown.Contains(name)
            ? element.GetString()!
            : string.Create(CultureInfo.InvariantCulture, $"({element.GetString()!.Length} characters, not shown)");
}
