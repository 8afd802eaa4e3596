using System.Globalization;
using System.Text.Json;
using Pipeline.Local.Startup;

namespace Pipeline.Local.Settings;

/// <summary>A place in host.json that knows its path, so that errors name it.</summary>
internal readonly record struct HostSettingsNode(JsonElement? Element, string Path)
{
    public HostSettingsNode Section(string name) => Find(name) switch
    {
        null => new(null, At(name)),
        { ValueKind: JsonValueKind.Object } section => new(section, At(name)),
        { } other => throw Wrong(name, other, "an object"),
    };

    public string Text(string name, string fallback) => Find(name) switch
    {
        null => fallback,
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } other => throw Wrong(name, other, "a string"),
    };

    public int Number(string name, int fallback, int least, int most)
    {
        if (Find(name) is not { } value)
        {
            return Math.Clamp(fallback, least, most);
        }

        var expected = most == int.MaxValue ? $"a whole number from {least}" : $"a whole number from {least} to {most}";
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Wrong(name, value, expected);
    }

    public TimeSpan Time(string name, TimeSpan fallback)
    {
        if (Find(name) is not { } value)
        {
            return fallback;
        }

        return value.ValueKind == JsonValueKind.String
            && TimeSpan.TryParseExact(value.GetString(), "c", CultureInfo.InvariantCulture, out var time)
            && time >= TimeSpan.Zero
                ? time
                : throw Wrong(name, value, "a time such as \"00:00:01\"");
    }

    private JsonElement? Find(string name)
    {
        if (Element is not { } element)
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new StartRefusedException("host.json is not a JSON object; correct it.");
        }

        return element.TryGetProperty(name, out var found) ? found : null;
    }

    private string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private StartRefusedException Wrong(string name, JsonElement value, string expected) =>
        new($"host.json: {At(name)} is {value.GetRawText()}; expected {expected}.");
}
