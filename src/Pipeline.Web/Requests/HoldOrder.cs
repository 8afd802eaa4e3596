namespace Pipeline.Web.Requests;

/// <summary>A legal hold that is put.</summary>
/// <param name="Reason">Why, as a short code: letters, digits and <c>. _ -</c>, at most 64. It stands in receipts.</param>
public sealed record HoldOrder(string? Reason);
