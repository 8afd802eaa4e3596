namespace Pipeline.Routing.Rules;

/// <summary>Something that is wrong with rules.</summary>
/// <param name="Path">Where, such as <c>rules[3].when.signal</c>.</param>
/// <param name="Problem">What.</param>
public sealed record RoutingRulesFault(string Path, string Problem);

/// <summary>Rules are not valid.</summary>
public sealed class RoutingRulesException : FormatException
{
    /// <summary>Tells what is wrong.</summary>
    /// <param name="origin">Where the rules come from.</param>
    /// <param name="faults">The faults, one or more.</param>
    /// <param name="inner">What was thrown.</param>
    public RoutingRulesException(string origin, IReadOnlyList<RoutingRulesFault> faults, Exception? inner = null)
        : base($"{origin}: {string.Join(" ", faults.Select(fault => $"{fault.Path}: {fault.Problem}"))}", inner) => Faults = faults;

    /// <summary>The faults.</summary>
    public IReadOnlyList<RoutingRulesFault> Faults { get; }
}
