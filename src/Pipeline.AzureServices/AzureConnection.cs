using Microsoft.Extensions.Configuration;

namespace Pipeline.AzureServices;

/// <summary>
/// How an Azure service is reached: by its address with the app's identity, or by the connection string of an emulator. Connection
/// strings of real accounts are refused: they hold keys, and keys leak.
/// </summary>
public abstract record AzureConnection
{
    /// <summary>
    /// The name of the Service Bus settings: also the <c>Connection</c> of every trigger. <c>ServiceBus__fullyQualifiedNamespace</c>, or
    /// <c>ServiceBus</c> for the emulator.
    /// </summary>
    public const string ServiceBusName = "ServiceBus";

    /// <summary>The name of the settings of Table storage: <c>Tables__serviceUri</c>, or <c>Tables</c> for the emulator.</summary>
    public const string TablesName = "Tables";

    private const string RegionalLanguage = ".api.cognitive.microsoft.com";

    private AzureConnection()
    {
    }

    /// <summary>The address, to be used with the identity of the app (<c>AZURE_CLIENT_ID</c> names a user-assigned one).</summary>
    public sealed record Identity(string Address) : AzureConnection;

    /// <summary>An emulator's connection string.</summary>
    public sealed record Emulator(string ConnectionString) : AzureConnection;

    /// <summary>Reads how Service Bus is reached.</summary>
    /// <exception cref="InvalidOperationException">Nothing is set, or the connection string of a real namespace.</exception>
    public static AzureConnection ServiceBus(IConfiguration configuration) =>
        Read(configuration, ServiceBusName, "fullyQualifiedNamespace", "UseDevelopmentEmulator=true");

    /// <summary>Reads how Table storage is reached.</summary>
    /// <exception cref="InvalidOperationException">Nothing is set, a real account's connection string, or no address.</exception>
    public static AzureConnection Tables(IConfiguration configuration) =>
        Read(configuration, TablesName, "serviceUri", "UseDevelopmentStorage=true", "AccountName=devstoreaccount1") switch
        {
            Identity identity when !Uri.TryCreate(identity.Address, UriKind.Absolute, out _) => throw new InvalidOperationException(
                $"The setting Tables__serviceUri is '{identity.Address}'; it takes an address: https://account.table.core.windows.net/."),
            var connection => connection,
        };

    /// <summary>
    /// Reads where Azure AI Language is reached: <c>Language__Endpoint</c>, the resource's own address. Null when it is not set: then nobody is
    /// asked for a second opinion.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is no address, or one that takes no identity.</exception>
    public static Uri? Language(IConfiguration configuration)
    {
        if (configuration["Language:Endpoint"] is not { Length: > 0 } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || endpoint.Scheme != Uri.UriSchemeHttps)
        {
            throw new InvalidOperationException(
                $"The setting Language__Endpoint is '{text}'; it takes an address: https://name.cognitiveservices.azure.com/.");
        }

        return endpoint.Host.EndsWith(RegionalLanguage, StringComparison.OrdinalIgnoreCase)
            ? throw new InvalidOperationException(
                $"The setting Language__Endpoint is the address of a region, {endpoint.Host}, which takes keys and no identities. Give the "
                + "resource a custom subdomain, and set https://name.cognitiveservices.azure.com/.")
            : endpoint;
    }

    private static AzureConnection Read(
        IConfiguration configuration, string name, string addressName, params ReadOnlySpan<string> emulatorMarks)
    {
        if (configuration[$"{name}:{addressName}"] is { Length: > 0 } address)
        {
            return new Identity(address);
        }

        if (configuration[name] is not { Length: > 0 } connectionString)
        {
            throw new InvalidOperationException(
                $"The setting {name}__{addressName} is missing. Set it to the service's address, or {name} to an emulator's connection string.");
        }

        foreach (var mark in emulatorMarks)
        {
            if (connectionString.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return new Emulator(connectionString);
            }
        }

        throw new InvalidOperationException(
            $"The setting {name} holds the connection string of a real service. Set {name}__{addressName} instead: it works without a key.");
    }
}
