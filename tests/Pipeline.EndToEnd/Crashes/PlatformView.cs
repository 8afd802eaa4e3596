using System.Text.Json;

namespace Pipeline.EndToEnd.Crashes;

/// <summary>
/// What a chat shows its advisors after the calls it took, each key applied once: where each conversation stands, and what to answer to the
/// last message of each that is open. A chat orders calls by their <c>position</c>, as the callbacks are documented.
/// <para>
/// More is no function of what was said: an assignment that was overtaken by the close is told or not as it comes, and one that was told
/// before a crash may be told once more, after another message, with the same content.
/// </para>
/// </summary>
internal static class PlatformView
{
    private static readonly string[] Told = ["status", "advisor", "skill", "level", "hard", "urgent"];

    private static readonly string[] Statuses = ["waiting", "assigned", "released"];

    /// <summary>The view, a line for each thing shown.</summary>
    public static string Of(IEnumerable<Callback> taken, CrashLoad load)
    {
        var calls = taken.DistinctBy(call => call.Key).ToLookup(call => call.Data.GetProperty("conversation_id").GetString()!);
        return string.Join('\n', load.Conversations.SelectMany(conversation => Lines(conversation, calls[conversation.Id])));
    }

    private static IEnumerable<string> Lines(CrashConversation conversation, IEnumerable<Callback> calls)
    {
        var routed = calls.Where(call => call.Type == "conversation.routed").Select(call => call.Data)
            .OrderBy(Position).ThenBy(data => Array.IndexOf(Statuses, data.GetProperty("status").GetString())).LastOrDefault();
        yield return $"{conversation.Id} {Standing(routed)}";
        if (conversation.IsLeftOpen)
        {
            var last = $"m-{conversation.Webhooks.Count:D4}";
            var suggested = calls.Where(call => call.Type == "suggestions.ready" && call.Data.GetProperty("message_id").GetString() == last)
                .Select(call => call.Data).OrderBy(Position).LastOrDefault();
            yield return $"{conversation.Id} {last} {Offered(suggested)}";
        }
    }

    // The parts of which a change is told; the difficulty and its reasons may move on within them.
    private static string Standing(JsonElement routed) => routed.ValueKind == JsonValueKind.Undefined
        ? "nothing"
        : string.Join(' ', Told.Select(name =>
            routed.TryGetProperty(name, out var value) ? $"{name}={value.GetRawText()}" : $"{name}=none"));

    private static string Offered(JsonElement suggested) => suggested.ValueKind != JsonValueKind.Undefined
        && suggested.GetProperty("suggestions") is var replies && replies.GetArrayLength() > 0 ? replies.GetRawText() : "nothing";

    private static int Position(JsonElement data) => data.GetProperty("position").GetInt32();
}
