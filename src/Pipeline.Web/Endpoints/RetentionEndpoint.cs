using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Protection.Retention;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Endpoints;

/// <summary>How long what is kept, and the oldest that there is.</summary>
public static class RetentionEndpoint
{
    /// <summary>The rules, and what the last run saw and did.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "RetentionReport") is { } refusal)
        {
            return refusal;
        }

        var services = request.HttpContext.RequestServices;
        var rules = services.GetRequiredService<RetentionRules>().All.Select(rule => new RetentionRuleAnswer(
            rule.Brand, rule.Messages, rule.Index, rule.Scores, rule.Suggestions, rule.Decisions, rule.Audit, rule.Originals));
        var last = await services.GetRequiredService<RetentionJob>().ReadLastAsync(cancellationToken);
        return new JsonAnswer<RetentionAnswer>(new([.. rules], last), ProtectionWebJson.Default.RetentionAnswer);
    }
}
