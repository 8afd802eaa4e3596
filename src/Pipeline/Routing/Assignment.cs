using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing;

/// <summary>From some message on, the conversation needed this, and this advisor was chosen.</summary>
/// <param name="From">The place of the message.</param>
/// <param name="Need">What was needed.</param>
/// <param name="AdvisorId">Who was chosen; null when nobody had a place.</param>
public sealed record AssignmentStep(string From, RoutingNeed Need, string? AdvisorId);

/// <summary>Where a conversation stands with the advisors, and how it came there.</summary>
public sealed record Assignment
{
    /// <summary>The place of the last customer's message that was decided on; empty before any.</summary>
    public string LatestCustomer { get; init; } = "";

    /// <summary>The place of the last close; empty before any.</summary>
    public string LatestClose { get; init; } = "";

    /// <summary>The needs in order, each with its advisor.</summary>
    public IReadOnlyList<AssignmentStep> Steps { get; init; } = [];

    /// <summary>The position of each close, by its place.</summary>
    public IReadOnlyDictionary<string, int> Closes { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>
    /// How much is known: the positions of all decisions and closes together. It grows with each that is added or made anew, in whatever order
    /// they come, and ends at the same number: so of two outcomes the one with the greater revision tells of more.
    /// </summary>
    public int Revision { get; init; }

    /// <summary>
    /// Whether the timer has assigned it and has not told yet: what it writes and what it sends are not one step, and nothing comes again
    /// for it.
    /// </summary>
    public bool Untold { get; init; }

    /// <summary>The advisor whom the customer had before this conversation; null when none is known.</summary>
    public string? Former { get; init; }

    /// <summary>The advisor from whom it was taken away, for they were silent or gone; null when that never was.</summary>
    public string? Avoid { get; init; }

    /// <summary>What readers see; null before the first decision.</summary>
    public AssignmentView? View { get; init; }

    /// <summary>The version of the row.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>Whether the conversation is open: its last customer's message came after its last close.</summary>
    [JsonIgnore]
    public bool Open => string.CompareOrdinal(LatestCustomer, LatestClose) > 0;

    /// <summary>This with a close added: one that is known already, from as much of the conversation, changes nothing.</summary>
    public Assignment WithClose(string orderKey, int position)
    {
        var known = Closes.GetValueOrDefault(orderKey);
        return position <= known
            ? this
            : this with
            {
                LatestClose = string.CompareOrdinal(LatestClose, orderKey) > 0 ? LatestClose : orderKey,
                Closes = new SortedDictionary<string, int>(Closes.ToDictionary(), StringComparer.Ordinal) { [orderKey] = position },
                Revision = Revision + position - known,
            };
    }

    /// <summary>Reads the row.</summary>
    public static Assignment Read(TableRow row) =>
        JsonSerializer.Deserialize(row.Text("Assignment")!, AssignmentJson.Default.Assignment)! with
        {
            View = row.Text("View") is { } view ? JsonSerializer.Deserialize(view, PipelineJson.Default.AssignmentView) : null,
            ETag = row.ETag,
        };

    /// <summary>The change that writes this over the row that was read: an insert if there was none.</summary>
    public TableChange Over(string conversationKey, Assignment? before)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Assignment"] = JsonSerializer.Serialize(this with { View = null }, AssignmentJson.Default.Assignment),
        };
        if (View is not null)
        {
            properties["View"] = JsonSerializer.Serialize(View, PipelineJson.Default.AssignmentView);
        }

        var row = new TableRow(conversationKey, ConversationRowKeys.Assignment, properties);
        return before?.ETag is { } etag ? new TableChange.Replace(row, etag) : new TableChange.Insert(row);
    }

    /// <summary>The place from which another advisor holds the conversation than before; null while only one ever did.</summary>
    public static string? TransferOf(IReadOnlyList<AssignmentStep> steps)
    {
        string? holder = null;
        string? at = null;
        foreach (var step in steps)
        {
            if (step.AdvisorId is { } advisor)
            {
                at = holder is not null && holder != advisor ? step.From : at;
                holder = advisor;
            }
        }

        return at;
    }

    /// <summary>Whether readers would see a difference.</summary>
    public static bool Differ(AssignmentView? left, AssignmentView? right) =>
        left?.Status != right?.Status
        || left?.AdvisorId != right?.AdvisorId
        || left?.Decision.Hard != right?.Decision.Hard
        || left?.Decision.Urgent != right?.Decision.Urgent
        || left?.Decision.WantsPerson != right?.Decision.WantsPerson
        || left?.Decision.Skill != right?.Decision.Skill
        || left?.Decision.Level != right?.Decision.Level;
}

/// <summary>How assignments are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Assignment))]
internal sealed partial class AssignmentJson : JsonSerializerContext;
