using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Protection;
using Pipeline.Protection.Access;
using Pipeline.Protection.Erasure;
using Pipeline.Protection.Holds;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>What is kept of a person, and its erasure: for administrators.</summary>
public static class CustomersEndpoint
{
    /// <summary>All that is kept of a customer.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, string platform, string id, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Customer") is { } refusal)
        {
            return refusal;
        }

        if (!ErasureReader.IsPlatform(platform) || !ErasureReader.IsId(id))
        {
            return Problems.CustomerUnknown();
        }

        var services = request.HttpContext.RequestServices;
        if (!await services.GetRequiredService<ReadingAudit>().WriteAsync(
            Gate.Entered(request), PlaceOf(services, platform, id), "Customer", cancellationToken))
        {
            return Problems.AuditUnavailable();
        }

        return await services.GetRequiredService<AccessReports>().ReadAsync(new(platform, id), cancellationToken) is { } report
            ? new JsonTextAnswer(PersonReportText.Of(report))
            : Problems.CustomerUnknown();
    }

    /// <summary>Asks for the erasure of a customer, with further ids, conversations and identifiers in the body.</summary>
    public static async Task<IResult> DeleteAsync(HttpRequest request, string platform, string id, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "EraseCustomer") is { } refusal)
        {
            return refusal;
        }

        return ErasureReader.IsPlatform(platform) && ErasureReader.IsId(id)
            ? await EraseAsync(request, new(platform, id), null, "EraseCustomer", cancellationToken)
            : Problems.CustomerUnknown();
    }

    /// <summary>Asks for the erasure of a conversation that no id of a customer leads to.</summary>
    public static async Task<IResult> DeleteConversationAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "EraseConversation") is { } refusal)
        {
            return refusal;
        }

        return KeyParameter.IsWellFormed(key)
            ? await EraseAsync(request, null, key, "EraseConversation", cancellationToken)
            : Problems.ConversationUnknown();
    }

    /// <summary>The place of a customer in the audit: two parts, and nobody's name.</summary>
    internal static string PlaceOf(IServiceProvider services, string platform, string id) =>
        $"customer~{services.GetRequiredService<SubjectHashes>().OfCustomer(platform, id)}";

    private static async Task<IResult> EraseAsync(
        HttpRequest request, CustomerId? customer, string? conversation, string endpoint, CancellationToken cancellationToken)
    {
        var (subject, problem) = await ErasureReader.ReadAsync(request, customer, conversation, cancellationToken);
        if (subject is null)
        {
            return problem!;
        }

        var services = request.HttpContext.RequestServices;
        if (await HoldOnAsync(services, subject, cancellationToken) is { } hold)
        {
            return Problems.LegalHold(hold.Reason);
        }

        var caller = Gate.Entered(request);
        var hashes = services.GetRequiredService<SubjectHashes>();
        var place = customer is not null
            ? PlaceOf(services, customer.Platform, customer.Id)
            : $"conversation~{hashes.OfConversation(conversation!)}";
        if (!await services.GetRequiredService<ReadingAudit>().WriteChangeAsync(caller, place, endpoint, cancellationToken))
        {
            return Problems.AuditUnavailable();
        }

        var status = await services.GetRequiredService<ErasureLedger>().RequestAsync(
            subject, caller?.Name, caller?.Role.ToString(), cancellationToken);
        return new JsonAnswer<ErasureStatus>(status, ProtectionWebJson.Default.ErasureStatus, StatusCodes.Status202Accepted);
    }

    // One on a conversation of many keeps that one alone, and the receipt says so.
    private static async Task<LegalHold?> HoldOnAsync(IServiceProvider services, ErasureSubject subject, CancellationToken cancellationToken)
    {
        var held = await services.GetRequiredService<LegalHolds>().ReadAsync(cancellationToken);
        return subject.Customers.Select(customer => held.OfCustomer(customer.Platform, customer.Id)).OfType<LegalHold>().FirstOrDefault()
            ?? (subject is { Customers.Count: 0, Conversations: [var only] } ? held.OfConversation(only) : null);
    }
}
