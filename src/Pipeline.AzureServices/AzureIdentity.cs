using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Pipeline.AzureServices;

/// <summary>Who the app is to Azure.</summary>
internal static class AzureIdentity
{
    // Set by App Service and Functions for an app that has a managed identity.
    private const string ManagedIdentitySetting = "IDENTITY_ENDPOINT";

    // Names a user-assigned identity; without it the app's system-assigned one is meant.
    private const string ClientIdSetting = "AZURE_CLIENT_ID";

    /// <summary>
    /// In Azure the app's managed identity; on a developer's machine whoever is signed in there. In Azure the developers' ways are left out: an
    /// identity that is missing would be looked for in all of them, for long, and the error would tell of tools that nobody has there.
    /// </summary>
    public static TokenCredential Of(IConfiguration configuration)
    {
        var inAzure = configuration[ManagedIdentitySetting] is { Length: > 0 };
        return new DefaultAzureCredential(new DefaultAzureCredentialOptions
        {
            ManagedIdentityClientId = configuration[ClientIdSetting] is { Length: > 0 } clientId ? clientId : null,
            ExcludeAzureCliCredential = inAzure,
            ExcludeAzureDeveloperCliCredential = inAzure,
            ExcludeAzurePowerShellCredential = inAzure,
            ExcludeVisualStudioCredential = inAzure,
            ExcludeVisualStudioCodeCredential = inAzure,
        });
    }
}
