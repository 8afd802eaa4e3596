using System.Buffers.Text;
using System.Text.Json;

namespace Pipeline.Web.Access;

/// <summary>
/// Reads the header that the built-in authentication of App Service and Functions adds to a request: base64 of JSON with the user's claims,
/// each <c>typ</c> and <c>val</c> (Microsoft Learn, "Work with user identities in Azure App Service authentication"). The app role
/// <c>advisor.billing</c> makes an advisor of the skill billing; <c>advisor</c> one of all skills.
/// </summary>
public static class AzurePrincipal
{
    /// <summary>The header.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const string RolesClaim = "roles";
    private const string SkilledAdvisor = "advisor.";
    private const int MaxLength = 64 * 1024;
    private const int MaxName = 256;

    /// <summary>The user with the strongest of their roles; null when the header is not readable or names none of our roles.</summary>
    public static Caller? Read(string header)
    {
        if (header.Length > MaxLength || !Base64.IsValid(header))
        {
            return null;
        }

        try
        {
            using var principal = JsonDocument.Parse(Convert.FromBase64String(header));
            var root = principal.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("claims", out var list) || list.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            var claims = list.EnumerateArray().Select(claim => (Type: Text(claim, "typ"), Value: Text(claim, "val"))).ToList();
            var roleType = Text(root, "role_typ");
            var roles = claims
                .Where(claim => claim.Type == RolesClaim || (claim.Type is not null && claim.Type == roleType))
                .Select(claim => claim.Value ?? "")
                .ToList();
            var nameType = Text(root, "name_typ");
            var name = claims.Find(claim => claim.Type is not null && claim.Type == nameType).Value
                ?? claims.Find(claim => claim.Type == "preferred_username").Value;
            return name is { Length: > 0 and <= MaxName } ? Strongest(name, roles) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Caller? Strongest(string name, List<string> names)
    {
        var roles = names.Select(AccessKeys.RoleOf).OfType<Roles>().ToList();
        if (roles.Count > 0)
        {
            return new Caller(name, roles.Max(), []);
        }

        string[] skills =
        [
            .. names.Where(role => role.StartsWith(SkilledAdvisor, StringComparison.Ordinal) && role.Length > SkilledAdvisor.Length)
                .Select(role => role[SkilledAdvisor.Length..]),
        ];
        return skills.Length == 0 ? null : new Caller(name, Roles.Advisor, skills);
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
