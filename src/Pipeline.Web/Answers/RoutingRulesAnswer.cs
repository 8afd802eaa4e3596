using Pipeline.Routing;
using Pipeline.Routing.Rules;

namespace Pipeline.Web.Answers;

/// <summary>Routing rules: those in force, or a version of before.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="ETag">The state they are in, to send as If-Match with an edit.</param>
/// <param name="SavedAt">When they were saved; null for those that came with the program.</param>
/// <param name="SavedBy">By whom; null for those that came with the program.</param>
public sealed record RoutingRulesAnswer(RoutingRules Rules, string ETag, DateTimeOffset? SavedAt, string? SavedBy);

/// <summary>The versions of the routing rules that are kept.</summary>
/// <param name="InForce">The name of the one in force.</param>
/// <param name="Versions">All of them, by name.</param>
public sealed record RoutingRulesVersions(string InForce, IReadOnlyList<RulesVersion> Versions);
