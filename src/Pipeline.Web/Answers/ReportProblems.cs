using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Answers;

/// <summary>The problems of reports: see <see cref="Problems"/>.</summary>
internal static class ReportProblems
{
    /// <summary>400: a report about a person was asked for.</summary>
    public static ProblemAnswer PerPerson(string field) => new(new Problem
    {
        Type = Problem.TypePrefix + "report-per-person",
        Title = "There are no reports about persons.",
        Status = StatusCodes.Status400BadRequest,
        Detail = "Figures are about groups: how long one advisor takes says nothing without what they were asked, and as a goal it makes the quality worse. "
            + "Ask for a skill, a reason or a channel; to help an advisor, listen to conversations together.",
        Field = field,
    });
}
