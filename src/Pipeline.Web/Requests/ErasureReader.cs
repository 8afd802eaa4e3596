using Microsoft.AspNetCore.Http;
using Pipeline.Protection.Erasure;
using Pipeline.Protection.Proof;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Requests;

/// <summary>Reads whom an erasure is about: the address, and a body that may name more.</summary>
internal static class ErasureReader
{
    /// <summary>The most ids, conversations and identifiers each.</summary>
    public const int Most = 50;

    private const int MaxIdLength = 256;

    private const string Example =
        """{"customers":[{"platform":"chatwoot","id":"1204"}],"conversations":["generic~demo~c-1"],"identifiers":["06 12 34 56 78","Camille Durand"]}""";

    /// <summary>Reads it. Without a body it is the address alone.</summary>
    /// <returns>Whom it is about; or what is wrong with the body.</returns>
    public static async Task<(ErasureSubject? Subject, ProblemAnswer? Problem)> ReadAsync(
        HttpRequest request, CustomerId? customer, string? conversation, CancellationToken cancellationToken)
    {
        ErasureOrder? order = new();
        if (request.ContentLength is not (null or 0) || request.Headers.TransferEncoding.Count > 0)
        {
            (order, var problem) = await JsonOrder.ReadAsync(request, ProtectionWebJson.Default.ErasureOrder, Example, cancellationToken);
            if (order is null)
            {
                return (null, problem);
            }
        }

        var (customers, conversations, identifiers) = (order.Customers ?? [], order.Conversations ?? [], order.Identifiers ?? []);
        if (customers.Count > Most || customers.Any(other => other is null || !IsPlatform(other.Platform) || !IsId(other.Id)))
        {
            return (null, Problems.BodyInvalid("customers", $"customers must be at most {Most}, each with a platform and an id of 1 to {MaxIdLength} characters."));
        }

        if (conversations.Count > Most || conversations.Any(key => key is null || !KeyParameter.IsWellFormed(key)))
        {
            return (null, Problems.BodyInvalid("conversations", $"conversations must be at most {Most} keys such as generic~demo~c-1."));
        }

        return identifiers.Count > Most || identifiers.Any(text => text is null || !Identifier.CanBe(text))
            ? (null, Problems.BodyInvalid(
                "identifiers",
                $"identifiers must be at most {Most} texts with {Identifier.Fewest} letters or digits or more, of at most {Identifier.Most} characters."))
            : (new ErasureSubject
            {
                Customers = [.. (customer is null ? customers : customers.Prepend(customer)).Distinct()],
                Conversations = [.. (conversation is null ? conversations : conversations.Prepend(conversation)).Distinct(StringComparer.Ordinal)],
                Identifiers = [.. identifiers.Distinct(StringComparer.Ordinal)],
            }, null);
    }

    /// <summary>Whether it can be the name of a platform.</summary>
    public static bool IsPlatform(string? platform) => platform is not null && KeyParameter.IsPart(platform);

    /// <summary>Whether it can be a platform's id of a customer.</summary>
    public static bool IsId(string? id) => id is { Length: > 0 and <= MaxIdLength } && !id.Any(char.IsControl);
}
