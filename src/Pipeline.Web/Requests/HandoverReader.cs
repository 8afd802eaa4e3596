using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Pipeline.Messages;
using Pipeline.Routing.Handover;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Requests;

/// <summary>The body by which a conversation is handed over. It has no place for free words: reasons are a closed list about the process.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record HandoverRequest
{
    /// <summary>Names it: asked again under the same id, it is done once.</summary>
    public string? Id { get; init; }

    /// <summary>Why.</summary>
    public HandoverReason? Reason { get; init; }

    /// <summary>The trade that is wanted; not given, the one that is needed anyhow.</summary>
    public string? Skill { get; init; }

    /// <summary>The least level of it, 1 to 3; not given, the one that is needed anyhow.</summary>
    public int? Level { get; init; }

    /// <summary>The advisor from whom it is taken: refused if another has it meanwhile; not given, whoever has it.</summary>
    public string? AdvisorId { get; init; }
}

/// <summary>Reads the body of a hand-over.</summary>
internal static class HandoverReader
{
    private const int MaxId = 100;
    private const int MaxName = 100;
    private const int MostLevel = 3;

    /// <summary>Reads it.</summary>
    /// <returns>The order; or what is wrong with it.</returns>
    public static async Task<(HandoverOrder? Order, ProblemAnswer? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonOrder.ReadAsync(
            request,
            WebJson.Default.HandoverRequest,
            """{"id":"h-1","reason":"other_skill","skill":"billing"}; reason is one of other_skill, higher_level, language, customer_asked, end_of_shift, capacity, out_of_hours, system_outage, beyond_bot""",
            cancellationToken);
        return body switch
        {
            null => (null, problem),
            { Id: not { Length: > 0 and <= MaxId } } => Wrong("id", $"id must have 1 to {MaxId} characters: asked again under the same id, it is done once."),
            { Reason: null } => Wrong("reason", "reason must be given."),
            { Skill: { } skill } when string.IsNullOrWhiteSpace(skill) || skill.Length > MaxName => Wrong("skill", "skill must be a trade that an advisor has."),
            { Level: < 1 or > MostLevel } => Wrong("level", $"level must be 1 to {MostLevel}."),
            { AdvisorId.Length: 0 or > MaxName } => Wrong("advisorId", "advisorId must be the advisor who has the conversation."),
            { Reason: HandoverReason.OtherSkill, Skill: null } => Wrong("skill", "skill must be given for other_skill."),
            { Reason: HandoverReason.HigherLevel, Level: null } => Wrong("level", "level must be given for higher_level."),
            { Id: { } id, Reason: { } reason } => (new HandoverOrder(id, reason, body.Skill, body.Level, body.AdvisorId), null),
        };
    }

    private static (HandoverOrder?, ProblemAnswer?) Wrong(string field, string detail) => (null, Problems.BodyInvalid(field, detail));
}
