using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Protection.Originals;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>The vault: texts before masking, for administrators who say why.</summary>
public static class OriginalsEndpoint
{
    /// <summary>The reasons that are taken.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["person-asked", "legal-claim", "fraud", "safety", "complaint"];

    /// <summary>The texts of a conversation: <c>reason</c>, which is written down with the name before anything is shown.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Originals") is { } refusal)
        {
            return refusal;
        }

        if (!KeyParameter.IsWellFormed(key))
        {
            return Problems.ConversationUnknown();
        }

        var query = new QueryReader(request.Query, "reason");
        var reason = query.Text("reason");
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (reason is null || !Reasons.Contains(reason, StringComparer.Ordinal))
        {
            return Problems.QueryInvalid("reason", $"one of {string.Join(", ", Reasons)}");
        }

        var services = request.HttpContext.RequestServices;
        if (!services.GetRequiredService<OriginalCipher>().HasKey)
        {
            return Problems.ConfigurationMissing("There is no vault: Protection:Vault:Key is not set.");
        }

        return await services.GetRequiredService<ReadingAudit>().WriteReasonedAsync(
            Gate.Entered(request), key, "Originals", reason, cancellationToken)
            ? new JsonAnswer<OriginalsAnswer>(
                new(key, await services.GetRequiredService<OriginalTexts>().ReadTextsAsync(key, cancellationToken)),
                ProtectionWebJson.Default.OriginalsAnswer)
            : Problems.AuditUnavailable();
    }
}
