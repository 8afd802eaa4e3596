using System.Text.Json;
using Pipeline.Messages;

namespace Pipeline.Replay;

/// <summary>
/// Reads one line of a file of conversations: <c>id</c> and <c>turns</c> (<c>speaker</c>, <c>text</c>, <c>ts</c> in Unix seconds) are
/// what it needs; <c>lang</c>, <c>brand</c>, <c>channel</c>, <c>page</c>, <c>customer</c>, <c>advisor</c> and <c>rating</c> are taken
/// if there.
/// </summary>
internal sealed class ConversationLine(JsonElement root, string place)
{
    /// <summary>How far apart turns are set that have no time of their own.</summary>
    private static readonly TimeSpan SyntheticPause = TimeSpan.FromSeconds(10);

    /// <summary>Reads it; null when nobody said anything.</summary>
    public RecordedConversation? Read()
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("the line is not a JSON object");
        }

        var id = Text(root, "id") ?? throw Wrong("id is missing");
        var turns = Turns();
        return turns.Count == 0 ? null : new RecordedConversation
        {
            Id = id,
            Language = Text(root, "lang"),
            Brand = Text(root, "brand"),
            Channel = Text(root, "channel"),
            Page = Text(root, "page"),
            Customer = Person("customer", id),
            Advisor = Person("advisor", id),
            Rating = Rating(),
            Turns = turns,
        };
    }

    private List<RecordedTurn> Turns()
    {
        if (!root.TryGetProperty("turns", out var array) || array.ValueKind != JsonValueKind.Array)
        {
            throw Wrong("turns is missing or not an array");
        }

        var turns = new List<RecordedTurn>();
        double? started = null;
        var index = -1;
        foreach (var element in array.EnumerateArray())
        {
            index++;
            if (Role(element, index) is not { } role)
            {
                continue;
            }

            var earliest = turns.Count == 0 ? TimeSpan.Zero : turns[^1].At;
            var seconds = Seconds(element, index);
            var synthetic = turns.Count == 0 ? TimeSpan.Zero : earliest + SyntheticPause;
            started ??= seconds - synthetic.TotalSeconds;
            var at = seconds is null ? synthetic : TimeSpan.FromSeconds(seconds.Value - started!.Value);
            var text = Text(element, "text") ?? throw Wrong($"turns[{index}].text is missing");
            turns.Add(new RecordedTurn(role, text, at < earliest ? earliest : at));
        }

        return turns;
    }

    private SenderRole? Role(JsonElement turn, int index)
    {
        if (turn.ValueKind != JsonValueKind.Object)
        {
            throw Wrong($"turns[{index}] is not an object");
        }

        return Text(turn, "speaker") switch
        {
            "customer" => SenderRole.Customer,
            "agent" => SenderRole.Advisor,
            "action" => null, // What the agent did in its tools: nobody said it.
            var other => throw Wrong($"turns[{index}].speaker is '{other}'; expected customer, agent or action"),
        };
    }

    private double? Seconds(JsonElement turn, int index)
    {
        if (!turn.TryGetProperty("ts", out var ts) || ts.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return ts.ValueKind == JsonValueKind.Number && ts.TryGetDouble(out var seconds) && Math.Abs(seconds) < 1e11
            ? seconds
            : throw Wrong($"turns[{index}].ts is not a time in Unix seconds");
    }

    private int? Rating()
    {
        if (!root.TryGetProperty("rating", out var rating) || rating.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return rating.ValueKind == JsonValueKind.Number && rating.TryGetInt32(out var value) && value is >= 1 and <= 5
            ? value
            : throw Wrong("rating is not a whole number from 1 to 5");
    }

    private RecordedPerson Person(string name, string conversationId) =>
        root.TryGetProperty(name, out var person) && person.ValueKind == JsonValueKind.Object
            ? new RecordedPerson(Text(person, "id") ?? $"{name}-{conversationId}", Text(person, "name"))
            : new RecordedPerson($"{name}-{conversationId}", null);

    private string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong($"{name} is not a string");
    }

    private ConversationFileException Wrong(string what) => new($"{place}: {what}.");
}
