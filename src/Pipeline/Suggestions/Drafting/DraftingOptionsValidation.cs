using Microsoft.Extensions.Options;

namespace Pipeline.Suggestions.Drafting;

/// <summary>Refuses settings with which no draft could be made; each message names the setting.</summary>
public sealed class DraftingOptionsValidation : IValidateOptions<DraftingOptions>
{
    // A message is held under a lock of a minute while it waits.
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DraftingOptions options)
    {
        string[] problems = options.IsOn ? [.. ProblemsOf(options)] : [];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> ProblemsOf(DraftingOptions options)
    {
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint)
            || !(endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback)))
        {
            yield return "Drafting:Endpoint must be an absolute https address, or http on this machine.";
        }

        if (string.IsNullOrWhiteSpace(options.Model))
        {
            yield return "Drafting:Model is missing: name the model or the deployment.";
        }

        if (options.Patience <= TimeSpan.Zero || options.Patience > LongestPatience)
        {
            yield return $"Drafting:Patience is {options.Patience}; it must be more than 0 and at most {LongestPatience}.";
        }

        if (options.Quiet < TimeSpan.Zero || options.Quiet > LongestQuiet)
        {
            yield return $"Drafting:Quiet is {options.Quiet}; it must be 0 to {LongestQuiet}.";
        }

        if (options.MaxTokens is < 50 or > 2_000)
        {
            yield return $"Drafting:MaxTokens is {options.MaxTokens}; it must be 50 to 2000.";
        }

        if (options.DraftsPerHour < 1)
        {
            yield return $"Drafting:DraftsPerHour is {options.DraftsPerHour}; it must be 1 or more.";
        }
    }
}
