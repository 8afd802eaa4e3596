using System.Text.Json.Serialization;
using Pipeline.Suggestions.Exchange;

namespace Pipeline.Web.Answers;

/// <summary>A problem document (RFC 9457), sent as <c>application/problem+json</c>. <see cref="Problems"/> makes them.</summary>
public sealed record Problem
{
    /// <summary>What the type of every problem starts with; the code follows.</summary>
    public const string TypePrefix = "urn:pipeline:problem:";

    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The kind of problem: <see cref="TypePrefix"/> and its code.</summary>
    public required string Type { get; init; }

    /// <summary>One sentence, the same for every problem of the kind.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What was wrong this time and what to do. Never a secret, text of a message or of an exception.</summary>
    public required string Detail { get; init; }

    /// <summary>The header, query parameter or JSON path that is wrong; null when it is the request as a whole.</summary>
    public string? Field { get; init; }

    /// <summary>Each thing that is wrong in a file or text of the library; null elsewhere.</summary>
    public IReadOnlyList<ImportProblem>? Problems { get; init; }

    /// <summary>The code: the last part of the type.</summary>
    [JsonIgnore]
    public string Code => Type[TypePrefix.Length..];
}
