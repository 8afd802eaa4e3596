// Not part of any official package: what a declaration answers when somebody calls it.
namespace Azure.Signatures;

/// <summary>What a declaration does when it is called: it says how to get the real thing.</summary>
internal static class AzurePackages
{
    /// <summary>The exception for a member that would talk to Azure.</summary>
    public static PlatformNotSupportedException Missing() =>
        new("This build has only the declarations of the Azure packages. Build with -p:AzurePackages=true to talk to Azure.");
}
