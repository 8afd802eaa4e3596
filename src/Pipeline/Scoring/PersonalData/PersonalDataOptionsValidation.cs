using Microsoft.Extensions.Options;
using Pipeline.Scoring.PersonalData.References;

namespace Pipeline.Scoring.PersonalData;

/// <summary>Refuses patterns that are none, or that ordinary numbers would fit; each message names the setting.</summary>
public sealed class PersonalDataOptionsValidation : IValidateOptions<PersonalDataOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PersonalDataOptions options)
    {
        string[] problems =
        [
            .. ProblemsOf(nameof(options.OrderNumbers), options.OrderNumbers),
            .. ProblemsOf(nameof(options.ContractNumbers), options.ContractNumbers),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> ProblemsOf(string setting, IList<string> patterns)
    {
        for (var index = 0; index < patterns.Count; index++)
        {
            if (NumberPattern.Problem(patterns[index]) is { } problem)
            {
                yield return $"{PersonalDataOptions.Section}:{setting}:{index} is \"{patterns[index]}\"; {problem}";
            }
        }
    }
}
