using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Web.Endpoints;

namespace Pipeline.Functions;

// The endpoints of data protection.
public static partial class HttpFunctions
{
    /// <summary>What is kept of a customer.</summary>
    [Function("Customer")]
    public static Task<IResult> CustomerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "customers/{platform}/{id}")] HttpRequest request, string platform, string id,
        CancellationToken cancellationToken) => CustomersEndpoint.GetAsync(request, platform, id, cancellationToken);

    /// <summary>Erases a customer.</summary>
    [Function("EraseCustomer")]
    public static Task<IResult> EraseCustomerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "customers/{platform}/{id}")] HttpRequest request, string platform, string id,
        CancellationToken cancellationToken) => CustomersEndpoint.DeleteAsync(request, platform, id, cancellationToken);

    /// <summary>Erases a conversation that no customer's id leads to.</summary>
    [Function("EraseConversation")]
    public static Task<IResult> EraseConversationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "customers/conversations/{key}")] HttpRequest request, string key,
        CancellationToken cancellationToken) => CustomersEndpoint.DeleteConversationAsync(request, key, cancellationToken);

    /// <summary>The erasures.</summary>
    [Function("Erasures")]
    public static Task<IResult> ErasuresAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "erasures")] HttpRequest request,
        CancellationToken cancellationToken) => ErasuresEndpoint.GetAsync(request, cancellationToken);

    /// <summary>An erasure with its receipt.</summary>
    [Function("Erasure")]
    public static Task<IResult> ErasureAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "erasures/{id}")] HttpRequest request, string id,
        CancellationToken cancellationToken) => ErasuresEndpoint.GetOneAsync(request, id, cancellationToken);

    /// <summary>The legal holds.</summary>
    [Function("Holds")]
    public static Task<IResult> HoldsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "holds")] HttpRequest request,
        CancellationToken cancellationToken) => HoldsEndpoint.GetAsync(request, cancellationToken);

    /// <summary>Puts a legal hold on a customer.</summary>
    [Function("HoldCustomer")]
    public static Task<IResult> HoldCustomerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "holds/customers/{platform}/{id}")] HttpRequest request, string platform, string id,
        CancellationToken cancellationToken) => HoldsEndpoint.PutCustomerAsync(request, platform, id, cancellationToken);

    /// <summary>Takes the legal hold off a customer.</summary>
    [Function("ReleaseCustomer")]
    public static Task<IResult> ReleaseCustomerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "holds/customers/{platform}/{id}")] HttpRequest request, string platform, string id,
        CancellationToken cancellationToken) => HoldsEndpoint.DeleteCustomerAsync(request, platform, id, cancellationToken);

    /// <summary>Puts a legal hold on a conversation.</summary>
    [Function("HoldConversation")]
    public static Task<IResult> HoldConversationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "holds/conversations/{key}")] HttpRequest request, string key,
        CancellationToken cancellationToken) => HoldsEndpoint.PutConversationAsync(request, key, cancellationToken);

    /// <summary>Takes the legal hold off a conversation.</summary>
    [Function("ReleaseConversation")]
    public static Task<IResult> ReleaseConversationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "holds/conversations/{key}")] HttpRequest request, string key,
        CancellationToken cancellationToken) => HoldsEndpoint.DeleteConversationAsync(request, key, cancellationToken);

    /// <summary>How long what is kept.</summary>
    [Function("RetentionReport")]
    public static Task<IResult> RetentionReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "retention")] HttpRequest request,
        CancellationToken cancellationToken) => RetentionEndpoint.GetAsync(request, cancellationToken);

    /// <summary>Texts before masking.</summary>
    [Function("Originals")]
    public static Task<IResult> OriginalsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "originals/{key}")] HttpRequest request, string key,
        CancellationToken cancellationToken) => OriginalsEndpoint.GetAsync(request, key, cancellationToken);

    /// <summary>Who read and changed what.</summary>
    [Function("Audit")]
    public static Task<IResult> AuditAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "audit")] HttpRequest request,
        CancellationToken cancellationToken) => AuditEndpoint.GetAsync(request, cancellationToken);

    /// <summary>Takes what was deleted out of the files of an embedded storage.</summary>
    [Function("CompactStorage")]
    public static Task<IResult> CompactStorageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "storage/compact")] HttpRequest request,
        CancellationToken cancellationToken) => StorageEndpoint.PostCompactAsync(request, cancellationToken);
}
