using System.Globalization;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Chatwoot;

/// <summary>The calls of Chatwoot's API that are made here (chatwoot/chatwoot, swagger/paths/application).</summary>
internal static class ChatwootApi
{
    private const string TokenHeader = "api_access_token";

    /// <summary>A page of the account's conversations, 25 each, those that something last happened in first.</summary>
    public static Uri Conversations(Uri address, PlatformAccount account, int page) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{Account(address, account)}/conversations?status=all&assignee_type=all&sort_by=last_activity_at_desc&page={page}"));

    /// <summary>The messages of a conversation: the newest 20, or the 20 before a message.</summary>
    public static Uri Messages(Uri address, PlatformAccount account, string conversation, long? before = null) => PartOf(
        address, account, conversation, before is { } id ? string.Create(CultureInfo.InvariantCulture, $"messages?before={id}") : "messages");

    /// <summary>A part of a conversation: its messages, assignments or labels.</summary>
    public static Uri PartOf(Uri address, PlatformAccount account, string conversation, string part)
    {
        // Numbers only: anything else could lead to another place of the API.
        if (!conversation.All(char.IsAsciiDigit))
        {
            throw NoNumber();
        }

        return new Uri($"{Account(address, account)}/conversations/{conversation}/{part}");
    }

    /// <summary>A request with the token.</summary>
    public static HttpRequestMessage Request(HttpMethod method, Uri address, string token)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add(TokenHeader, token);
        return request;
    }

    private static string Account(Uri address, PlatformAccount account) => ChatwootPlatform.AccountNumber(account) is { } number
        ? $"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/api/v1/accounts/{number}"
        : throw NoNumber();

    private static PlatformRefusedException NoNumber() =>
        new("Chatwoot's accounts and conversations have numbers, and one of these has none.");
}
