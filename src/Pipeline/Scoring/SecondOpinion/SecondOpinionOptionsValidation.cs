using Microsoft.Extensions.Options;

namespace Pipeline.Scoring.SecondOpinion;

/// <summary>Refuses settings that mean nothing; each message names the setting.</summary>
public sealed class SecondOpinionOptionsValidation : IValidateOptions<SecondOpinionOptions>
{
    /// <summary>A thousand requests a minute of ten documents (the service's limit): more can never be asked.</summary>
    private const int MostRecordsPerHour = 600_000;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SecondOpinionOptions options)
    {
        string[] problems = [.. ProblemsOf(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> ProblemsOf(SecondOpinionOptions options)
    {
        if (options.RecordsPerHour is < 0 or > MostRecordsPerHour)
        {
            yield return $"Language:RecordsPerHour is {options.RecordsPerHour}; it must be 0 to {MostRecordsPerHour}.";
        }

        if (options.AskBelow is not (>= 0 and <= 1))
        {
            yield return $"Language:AskBelow is {options.AskBelow}; it must be 0 to 1.";
        }
    }
}
