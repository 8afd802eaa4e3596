using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Protection;
using Pipeline.Protection.Holds;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Legal holds: what they are on is neither erased nor does it end by itself.</summary>
public static class HoldsEndpoint
{
    private const int MaxReasonLength = 64;

    /// <summary>All holds.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Holds") is { } refusal)
        {
            return refusal;
        }

        var services = request.HttpContext.RequestServices;
        if (!await services.GetRequiredService<ReadingAudit>().WriteAsync(Gate.Entered(request), "list~holds", "Holds", cancellationToken))
        {
            return Problems.AuditUnavailable();
        }

        var held = await services.GetRequiredService<LegalHolds>().ReadAsync(cancellationToken);
        return new JsonAnswer<HoldsAnswer>(new(held.All), ProtectionWebJson.Default.HoldsAnswer);
    }

    /// <summary>Puts a hold on a customer.</summary>
    public static Task<IResult> PutCustomerAsync(HttpRequest request, string platform, string id, CancellationToken cancellationToken) =>
        ChangeAsync(
            request,
            "HoldCustomer",
            IsCustomer(platform, id) ? null : Problems.CustomerUnknown(),
            services => CustomersEndpoint.PlaceOf(services, platform, id),
            (holds, order) => holds.PutAsync(order with { Platform = platform, CustomerId = id }, cancellationToken),
            cancellationToken);

    /// <summary>Takes the hold off a customer.</summary>
    public static Task<IResult> DeleteCustomerAsync(HttpRequest request, string platform, string id, CancellationToken cancellationToken) =>
        ChangeAsync(
            request,
            "ReleaseCustomer",
            IsCustomer(platform, id) ? null : Problems.CustomerUnknown(),
            services => CustomersEndpoint.PlaceOf(services, platform, id),
            (holds, _) => holds.RemoveAsync(platform, id, cancellationToken),
            cancellationToken);

    /// <summary>Puts a hold on a conversation.</summary>
    public static Task<IResult> PutConversationAsync(HttpRequest request, string key, CancellationToken cancellationToken) =>
        ChangeAsync(
            request,
            "HoldConversation",
            KeyParameter.IsWellFormed(key) ? null : Problems.ConversationUnknown(),
            services => PlaceOf(services, key),
            (holds, order) => holds.PutAsync(order with { Conversation = key }, cancellationToken),
            cancellationToken);

    /// <summary>Takes the hold off a conversation.</summary>
    public static Task<IResult> DeleteConversationAsync(HttpRequest request, string key, CancellationToken cancellationToken) =>
        ChangeAsync(
            request,
            "ReleaseConversation",
            KeyParameter.IsWellFormed(key) ? null : Problems.ConversationUnknown(),
            services => PlaceOf(services, key),
            (holds, _) => holds.RemoveAsync(key, cancellationToken),
            cancellationToken);

    private static async Task<IResult> ChangeAsync(
        HttpRequest request,
        string endpoint,
        ProblemAnswer? unknown,
        Func<IServiceProvider, string> placeOf,
        Func<LegalHolds, LegalHold, Task> changeAsync,
        CancellationToken cancellationToken)
    {
        if ((Gate.Refuse(request, endpoint) ?? unknown) is { } refusal)
        {
            return refusal;
        }

        var reason = "";
        if (request.Method == HttpMethods.Put)
        {
            var (order, problem) = await JsonOrder.ReadAsync(
                request, ProtectionWebJson.Default.HoldOrder, """{"reason":"dispute-2026-014"}""", cancellationToken);
            if (order is null)
            {
                return problem!;
            }

            if (!IsReason(order.Reason))
            {
                return Problems.BodyInvalid("reason", $"reason must be a code of letters, digits and . _ -, at most {MaxReasonLength}: it stands in receipts.");
            }

            reason = order.Reason!;
        }

        var services = request.HttpContext.RequestServices;
        var caller = Gate.Entered(request);
        if (!await services.GetRequiredService<ReadingAudit>().WriteChangeAsync(caller, placeOf(services), endpoint, cancellationToken))
        {
            return Problems.AuditUnavailable();
        }

        var holds = services.GetRequiredService<LegalHolds>();
        var at = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await changeAsync(holds, new LegalHold { Reason = reason, By = caller?.Name, At = at });
        var held = await holds.ReadAsync(cancellationToken);
        return new JsonAnswer<HoldsAnswer>(new(held.All), ProtectionWebJson.Default.HoldsAnswer);
    }

    private static bool IsCustomer(string platform, string id) => ErasureReader.IsPlatform(platform) && ErasureReader.IsId(id);

    private static bool IsReason(string? reason) => reason is { Length: > 0 and <= MaxReasonLength }
        && reason.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');

    private static string PlaceOf(IServiceProvider services, string key) =>
        $"conversation~{services.GetRequiredService<SubjectHashes>().OfConversation(key)}";
}
