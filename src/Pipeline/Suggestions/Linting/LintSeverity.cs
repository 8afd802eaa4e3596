using System.Text.Json.Serialization;

namespace Pipeline.Suggestions.Linting;

/// <summary>How much a finding matters.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LintSeverity>))]
public enum LintSeverity
{
    /// <summary>Worth knowing.</summary>
    Notice,

    /// <summary>Somebody should look at it.</summary>
    Warning,

    /// <summary>The phrase should not be offered as it is.</summary>
    Error,
}
