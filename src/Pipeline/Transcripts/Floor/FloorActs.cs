using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Messages;

namespace Pipeline.Transcripts.Floor;

/// <summary>
/// What was done about the floor outside the messages. It stands in the head row, beside the state that the messages make, so that one version
/// of one row says who has the word.
/// </summary>
public sealed record FloorActs
{
    /// <summary>To whom somebody last gave the word; null when nobody did.</summary>
    public ConversationFloor? Given { get; init; }

    /// <summary>The id of the bot's message that last got leave; null when none did.</summary>
    public string? ClaimId { get; init; }

    /// <summary>The place of the last message of the version that it answers.</summary>
    public string? ClaimKey { get; init; }

    /// <summary>The position of that version.</summary>
    public int ClaimPosition { get; init; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static FloorActs Read(string json) => JsonSerializer.Deserialize(json, FloorJson.Default.FloorActs)!;

    /// <summary>As JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, FloorJson.Default.FloorActs);
}

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FloorActs))]
internal sealed partial class FloorJson : JsonSerializerContext;
