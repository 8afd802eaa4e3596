using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Routing.Rules;
using Pipeline.Suggestions.Exchange;

namespace Pipeline.Web.Answers;

/// <summary>The problems of editing the routing rules: see <see cref="Problems"/>.</summary>
internal static class RoutingProblems
{
    /// <summary>400: the rules are not valid, and where.</summary>
    public static ProblemAnswer Invalid(IReadOnlyList<RoutingRulesFault> faults) => Make(
        StatusCodes.Status400BadRequest,
        "rules-invalid",
        "The rules are not valid.",
        $"{faults[0].Path}: {faults[0].Problem}",
        faults[0].Path,
        [.. faults.Take(LibraryProblems.MaxTold).Select(fault => new ImportProblem(1, fault.Path, null, fault.Problem))]);

    /// <summary>404: there is no such version.</summary>
    public static ProblemAnswer VersionUnknown() => Make(
        StatusCodes.Status404NotFound,
        "rules-version-unknown",
        "The version is not known.",
        "No rules of this version were ever in force; the list of versions has them all.");

    /// <summary>The rules were not saved.</summary>
    public static ProblemAnswer Of(RulesRefusal refusal) => refusal switch
    {
        RulesRefusal.Changed => Make(
            StatusCodes.Status412PreconditionFailed,
            "rules-changed",
            "Somebody changed the rules meanwhile.",
            "If-Match is not the ETag that the rules have now: read them again, look at what changed, and send the edit with the new ETag.",
            "If-Match"),
        RulesRefusal.VersionTaken => Make(
            StatusCodes.Status409Conflict,
            "rules-version-taken",
            "The version's name is taken.",
            "Decisions name the version that made them, so a name stands for one set of rules for ever: give this one a new name.",
            "version"),
        _ => Make(
            StatusCodes.Status413PayloadTooLarge,
            "body-too-large",
            "The rules are too long.",
            string.Create(CultureInfo.InvariantCulture, $"As JSON without blanks they may have {RulesEditor.MostCharacters} characters.")),
    };

    private static ProblemAnswer Make(
        int status, string code, string title, string detail, string? field = null, IReadOnlyList<ImportProblem>? problems = null) => new(new Problem
        {
            Type = Problem.TypePrefix + code,
            Title = title,
            Status = status,
            Detail = detail,
            Field = field,
            Problems = problems,
        });
}
