using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>Damaged webhooks of every platform. Most are signed after the damage, so that the parser and the path behind it meet it.</summary>
internal static class WebhookCases
{
    // So many numbers follow each other in one conversation: enough for edits to find their targets, few enough to stay a conversation.
    private const int PerConversation = 40;
    private const int MaxText = 20_000;

    /// <summary>Makes one.</summary>
    public static FuzzCase Make(Random random, int number)
    {
        var platform = FuzzedPlatform.All[random.Next(FuzzedPlatform.All.Count)];
        var whole = JsonNode.Parse(platform.Bodies[random.Next(platform.Bodies.Count)])!;
        platform.Place(whole, number / PerConversation, number);
        var (body, damage) = random.Next(3) == 0 ? Written(random, platform, whole) : Body(random, whole.ToJsonString());
        var request = new WireRequest("POST", $"/api/webhooks/{platform.Name}/{FuzzedPlatform.Account}") { Body = body };
        platform.Sign(request, $"msg_{number}");
        if (random.Next(5) > 0)
        {
            return new FuzzCase(number, platform.Name, damage, request, IsVerifiable: true);
        }

        return new FuzzCase(number, platform.Name, $"{damage}; {Unsigned(random, request)}", request, IsVerifiable: false);
    }

    /// <summary>What people wrote is hostile, and the rest as it should be: this gets all the way to the tables.</summary>
    private static (byte[] Body, string Damage) Written(Random random, FuzzedPlatform platform, JsonNode whole)
    {
        FuzzedPlatform.Write(whole, platform.Texts[0], HostileText.Repeated(random, MaxText));
        var other = platform.Texts[random.Next(1, platform.Texts.Length)];
        FuzzedPlatform.Write(whole, other, HostileText.Any(random, 300));
        return (Encoding.UTF8.GetBytes(whole.ToJsonString()), $"hostile text, and {other}");
    }

    private static (byte[] Body, string Damage) Body(Random random, string whole)
    {
        switch (random.Next(10))
        {
            case 0:
                var (bytes, way) = Damage.Bytes(random, Encoding.UTF8.GetBytes(whole));
                return (bytes, way);
            case 1:
                return (Encoding.UTF8.GetBytes(new JsonDamage(random).Of(JsonElement.Parse(JsonElementText(random)))), "another document");
            case 2:
                return (Encoding.UTF8.GetBytes(Padded(random, whole)), "padded");
            default:
                return (Encoding.UTF8.GetBytes(new JsonDamage(random).Of(JsonElement.Parse(whole))), "values damaged");
        }
    }

    private static string JsonElementText(Random random) => random.Next(3) switch
    {
        0 => "[1,2,{}]",
        1 => """{"event":"message_created","type":"message.created"}""",
        _ => """{"type":"message.created","data":{"text":"x"},"event":"conversation_status_changed","status":"resolved"}""",
    };

    // Blanks are JSON: near the limit of a body's size, and beyond it.
    private static string Padded(Random random, string whole) =>
        whole + new string(' ', random.Next(20) == 0 ? random.Next(100_000, 300_000) : random.Next(1000));

    private static string Unsigned(Random random, WireRequest request)
    {
        if (random.Next(20) == 0)
        {
            request.DeclaredLength = request.Body.Length + random.Next(1, 10);
            return "breaks off";
        }

        if (random.Next(10) == 0)
        {
            request.Body = [.. request.Body, (byte)' '];
            return "changed after it was signed";
        }

        if (random.Next(10) == 0)
        {
            request.Target = random.Next(2) == 0
                ? $"{request.Target}?token=%ff&token=é"
                : $"/api/webhooks/{Damage.Escaped(random, HostileText.Any(random, 300))}/{request.Target[^4..]}";
            return "address damaged";
        }

        return HeaderDamage.Apply(random, request);
    }
}
