using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>
/// Writes a JSON document again with some of its values and names exchanged for others: the text is still JSON, and no longer what a
/// platform sends.
/// </summary>
internal sealed class JsonDamage(Random random)
{
    private const int MaxText = 24_000;

    // As JSON spells them: some cannot be held by a string of .NET, or a number of any language.
    private static readonly string[] Values =
    [
        "null", "true", "false", "[]", "{}", "[[]]", "[null]", "[{}]", "{\"\":0}", "0", "-0", "-1", "1", "5", "6", "1.5", "1e2",
        "1e999", "-1e-999",
        "99999999999999999999999999", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "253402300800", "1772612042",
        "1772612042.271512", "99999999999.9999999", "0.1234567890123456789012345678901234567890", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"",
        "\"\\udc00\\ud800\"", "\"a\\ud83d\"", "\"\\uFEFF\"", "\"\\/\"", "\"\\u003cscript\\u003e\"",
    ];

    private readonly StringBuilder _text = new();
    private HashSet<int> _chosen = [];
    private int _place;

    /// <summary>The document's JSON with one to three places damaged.</summary>
    public string Of(JsonElement document)
    {
        (_chosen, _place) = ([], 0);
        Write(document);
        var places = _place;
        _chosen = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(places))];
        _place = 0;
        _text.Clear();
        Write(document);
        return _text.ToString();
    }

    private void Write(JsonElement element)
    {
        if (_chosen.Contains(_place++))
        {
            _text.Append(Replacement());
            return;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                _text.Append('{');
                var first = true;
                foreach (var property in element.EnumerateObject())
                {
                    first = WriteProperty(property, first);
                }

                _text.Append('}');
                break;
            case JsonValueKind.Array:
                _text.Append('[');
                foreach (var (index, item) in element.EnumerateArray().Index())
                {
                    _text.Append(index == 0 ? "" : ",");
                    Write(item);
                }

                _text.Append(']');
                break;
            default:
                _text.Append(element.GetRawText());
                break;
        }
    }

    private bool WriteProperty(JsonProperty property, bool first)
    {
        // A name is left out, changed, or there twice.
        var way = _chosen.Contains(_place++) ? random.Next(3) : -1;
        if (way == 0)
        {
            return first;
        }

        _text.Append(first ? "" : ",").Append(way == 1 ? Quoted(HostileText.Any(random, 64)) : Quoted(property.Name)).Append(':');
        Write(property.Value);
        if (way == 2)
        {
            _text.Append(',').Append(Quoted(property.Name)).Append(':').Append(Replacement());
        }

        return false;
    }

    private string Replacement() => random.Next(8) switch
    {
        0 => Nested(random.Next(3) == 0 ? random.Next(2, 5000) : random.Next(2, 40)),
        1 => string.Create(CultureInfo.InvariantCulture, $"{random.NextInt64(long.MinValue, long.MaxValue)}"),
        2 or 3 or 4 => Quoted(HostileText.Any(random, MaxText)),
        _ => Values[random.Next(Values.Length)],
    };

    private string Nested(int depth) => random.Next(2) == 0
        ? new string('[', depth) + new string(']', depth)
        : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "0" + new string('}', depth);

    // As the characters are, not as escapes, half of the time: both ways must be read.
    private string Quoted(string text) => random.Next(2) == 0
        ? $"\"{JsonEncodedText.Encode(text)}\""
        : $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
