using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Capture;
using Pipeline.Replay;

namespace Pipeline.Tests.Flow;

/// <summary>What people and platforms write is stored neutralised, wherever in a webhook it stands, and goes the whole path.</summary>
public sealed class HostileTextTests
{
    private const int MostBatches = 500;

    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script> je suis furieux", "abc\u202Edef\u2066ghi\u2069", "06\u200B12\u200C34\u200D56\uFEFF78", "so\u00ADft",
        "a\u0000b\u001B[31mc\u007Fd", "Z\u0351\u0352\u0353\u0354\u0355\u0356\u0357\u0358\u0359\u035A\u035B\u035Calgo", "\uFFFE\uFFFF\uDB40\uDC41",
        "line\u2028and\u2029paragraph\u0085end", new string('x', 20_000), new string('[', 20_000),
        string.Concat(Enumerable.Repeat("\u0315\u0316", 10_000)),
        string.Concat(Enumerable.Repeat("{advisor_first_name}", 900)), "{brand} ${jndi:ldap://x} %s %n",
        string.Concat(Enumerable.Repeat("a@", 10_000)),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Hostile.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task What_is_stored_hides_and_reorders_nothing(int number)
    {
        var text = Hostile[number];
        await using var path = await WholePath.StartAsync();
        foreach (var field in new[] { "text", "brand", "channel", "page", "sender.name", "attachments.name", "attachments.media_type" })
        {
            var reading = await path.PostAsync(Webhook(field, Cut(text, field)));
            Assert.True(reading is WebhookReading.Understood, $"{field}: {reading}");
        }

        // A stage that cannot take it would have it delivered again for ever.
        await path.RunSomeAsync(MostBatches);
        Assert.DoesNotContain(path.Logs.Lines, line => line.Contains("failed on message", StringComparison.Ordinal));
        Assert.Empty(path.DeadLetters);
        var stored = path.Tables.Dump().Where(entry => entry.Table is "Conversations" or "Transcripts").ToList();
        Assert.NotEmpty(stored);
        foreach (var value in stored.SelectMany(entry => entry.Row.Properties.Values.OfType<string>()).SelectMany(Texts))
        {
            Assert.DoesNotContain(value, IsHidden);
            Assert.True(TallestTower(value) <= Pipeline.Scoring.InputHygiene.MostMarks, "Marks pile up.");
        }
    }

    [Fact]
    public async Task Half_a_character_at_the_end_of_what_is_kept_of_an_address_harms_nothing()
    {
        await using var path = await WholePath.StartAsync();
        await path.PostAsync(Webhook("page", new string('a', 255) + "😀"));
        await path.RunSomeAsync(MostBatches);
        Assert.DoesNotContain(path.Logs.Lines, line => line.Contains("failed on message", StringComparison.Ordinal));
        Assert.Empty(path.DeadLetters);
    }

    private static ReplayedEvent Webhook(string field, string value)
    {
        var data = JsonNode.Parse("""
            {"id":"m-1","conversation_id":"c-1","sender":{"id":"v-1","role":"customer","name":"Camille"},"text":"Bonjour","brand":"boreal",
             "channel":"web","page":"/box","customer_id":"c","attachments":[{"name":"a.png","media_type":"image/png","bytes":1}]}
            """)!;
        var names = field.Split('.');
        var owner = names.Length == 1 ? data : data[names[0]] is JsonArray list ? list[0]! : data[names[0]]!;
        owner[names[^1]] = value;
        data["id"] = $"m-{field}";
        var body = new JsonObject { ["type"] = "message.created", ["timestamp"] = "2026-03-02T09:00:00Z", ["data"] = data };
        return new ReplayedEvent($"msg_{field}", TimeSpan.Zero, JsonSerializer.SerializeToUtf8Bytes(body));
    }

    private static string Cut(string text, string field) => field switch
    {
        "text" => text,
        "sender.name" => text[..Math.Min(text.Length, 40)],
        _ => text[..Math.Min(text.Length, 60)],
    };

    /// <summary>Columns hold texts, or JSON with texts in it.</summary>
    private static IEnumerable<string> Texts(string column)
    {
        if (column is not (['{', ..] or ['[', ..]))
        {
            return [column];
        }

        try
        {
            using var document = JsonDocument.Parse(column);
            return [.. Values(document.RootElement)];
        }
        catch (JsonException)
        {
            return [column];
        }
    }

    private static IEnumerable<string> Values(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Values),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Values(property.Value)),
        _ => [],
    };

    private static bool IsHidden(char character) => character is not ('\n' or '\u200D')
        && (char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator);

    private static int TallestTower(string text)
    {
        var (tallest, height) = (0, 0);
        foreach (var character in text)
        {
            height = char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark ? height + 1 : 0;
            tallest = Math.Max(tallest, height);
        }

        return tallest;
    }
}
