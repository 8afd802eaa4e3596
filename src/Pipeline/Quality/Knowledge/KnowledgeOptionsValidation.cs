using Microsoft.Extensions.Options;

namespace Pipeline.Quality.Knowledge;

/// <summary>Refuses settings of the knowledge loop that are wrong, by the name of the setting.</summary>
internal sealed class KnowledgeOptionsValidation : IValidateOptions<KnowledgeOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, KnowledgeOptions options)
    {
        List<string> wrong = [];
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            wrong.Add("Knowledge:TimeZone must be an IANA time zone, such as Europe/Paris.");
        }

        if (string.IsNullOrWhiteSpace(options.DefaultOwner))
        {
            wrong.Add("Knowledge:DefaultOwner must name somebody: what is escalated must not be nobody's.");
        }

        if (options.Owners.Any(owner => string.IsNullOrWhiteSpace(owner.Value)))
        {
            wrong.Add("Knowledge:Owners must name somebody for each trade.");
        }

        if (options.NeighbourPatience <= TimeSpan.Zero)
        {
            wrong.Add("Knowledge:NeighbourPatience must be more than zero.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
