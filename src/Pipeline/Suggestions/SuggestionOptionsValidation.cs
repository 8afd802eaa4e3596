using Microsoft.Extensions.Options;
using Pipeline.Suggestions.Fitting;
using Pipeline.Suggestions.Speaking;

namespace Pipeline.Suggestions;

/// <summary>Refuses settings that no suggestion could be made with; each message names the setting.</summary>
public sealed class SuggestionOptionsValidation : IValidateOptions<SuggestionOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SuggestionOptions options)
    {
        string[] problems = [.. ProblemsOf(options), .. SpeakingOptionsValidation.ProblemsOf(options.Speaking)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> ProblemsOf(SuggestionOptions options)
    {
        if (options.MaxSuggestions is < 0 or > 3)
        {
            yield return $"Suggestions:MaxSuggestions is {options.MaxSuggestions}; it must be 0 to 3.";
        }

        if (options.MinimumScore is not (>= 0 and <= 1))
        {
            yield return $"Suggestions:MinimumScore is {options.MinimumScore}; it must be 0 to 1.";
        }

        foreach (var (brand, links) in options.Links)
        {
            foreach (var (key, address) in links)
            {
                if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || HasBrace(address))
                {
                    yield return $"Suggestions:Links:{brand}:{key} must be an absolute https address.";
                }
            }
        }

        foreach (var (brand, displayName) in options.BrandNames)
        {
            if (string.IsNullOrWhiteSpace(displayName) || HasBrace(displayName))
            {
                yield return $"Suggestions:BrandNames:{brand} must be a name, without braces.";
            }
        }

        foreach (var problem in FittingOptionsValidation.ProblemsOf(options))
        {
            yield return problem;
        }
    }

    private static bool HasBrace(string text) => text.AsSpan().IndexOfAny('{', '}') >= 0;
}
