using Microsoft.Extensions.Options;

namespace Pipeline.Scoring.Fallback;

/// <summary>Refuses settings with which no service could be asked; each message names the setting.</summary>
public sealed class ScoringOptionsValidation : IValidateOptions<ScoringOptions>
{
    // A message is held under a lock of a minute while it waits.
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ScoringOptions options)
    {
        string[] problems = [.. ProblemsOf(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> ProblemsOf(ScoringOptions options)
    {
        if (options.Patience <= TimeSpan.Zero || options.Patience > LongestPatience)
        {
            yield return $"Scoring:Patience is {options.Patience}; it must be more than 0 and at most {LongestPatience}.";
        }

        if (options.MaxConcurrentCalls < 1)
        {
            yield return $"Scoring:MaxConcurrentCalls is {options.MaxConcurrentCalls}; it must be 1 or more.";
        }

        if (options.FailuresUntilRest < 1)
        {
            yield return $"Scoring:FailuresUntilRest is {options.FailuresUntilRest}; it must be 1 or more.";
        }

        if (options.Rest <= TimeSpan.Zero || options.Rest > LongestRest)
        {
            yield return $"Scoring:Rest is {options.Rest}; it must be more than 0 and at most {LongestRest}.";
        }
    }
}
