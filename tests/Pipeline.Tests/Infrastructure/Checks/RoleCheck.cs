using Pipeline.Tests.Infrastructure.Bicep;

namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>
/// Roles are assigned in one file, each known by its name, which stands in a comment above it, to the app or who deploys, on as little as
/// works.
/// </summary>
internal static class RoleCheck
{
    private const string File = "modules/roles.bicep";

    /// <summary>Azure's built-in roles that may be assigned: id, name, and the type of what each is assigned on.</summary>
    private static readonly (string Id, string Name, string On)[] Known =
    [
        ("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "Storage Blob Data Owner", "Microsoft.Storage/storageAccounts"),
        ("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "Storage Table Data Contributor", "Microsoft.Storage/storageAccounts/tableServices/tables"),
        ("090c5cfd-751d-490a-894a-3ce6f1109419", "Azure Service Bus Data Owner", "Microsoft.ServiceBus/namespaces"),
        ("4633458b-17de-408a-b874-0445c86b69e6", "Key Vault Secrets User", "Microsoft.KeyVault/vaults"),
        ("b86a8fe4-44ce-4948-aee5-eccb2c155cd7", "Key Vault Secrets Officer", "Microsoft.KeyVault/vaults"),
        ("3913510d-42f4-4e42-8a64-420c390055eb", "Monitoring Metrics Publisher", "Microsoft.Insights/components"),
        ("a97b65f3-24c7-4388-baec-2e87135dc908", "Cognitive Services User", "Microsoft.CognitiveServices/accounts"),
    ];

    public static IEnumerable<string> Find(Templates templates, ModuleRun run)
    {
        foreach (var assignment in run.Resources.Where(resource => resource.Type == "Microsoft.Authorization/roleAssignments"))
        {
            if (!assignment.Place.StartsWith(File, StringComparison.Ordinal))
            {
                yield return $"{assignment.Place}: roles are assigned in {File}.";
            }

            var id = BicepText.Of(assignment.Properties["roleDefinitionId"]).Split('/')[^1];
            var role = Known.FirstOrDefault(known => known.Id == id);
            if (role.Name is null)
            {
                yield return $"{assignment.Place}: the role {id} is not known.";
            }
            else if ((assignment.Body.GetValueOrDefault("scope") as Resource)?.Type != role.On)
            {
                yield return $"{assignment.Place}: {role.Name} is assigned on {role.On} and nothing wider.";
            }
            else if (!Comments(templates).Any(comment => comment.Contains(role.Name, StringComparison.Ordinal)))
            {
                yield return $"{assignment.Place}: {role.Name} is not named in a comment.";
            }
        }
    }

    private static IEnumerable<string> Comments(Templates templates) =>
        templates.File(File).Root.DescendantsAndSelf().Where(node => node.Type == "comment").Select(node => node.Text);
}
