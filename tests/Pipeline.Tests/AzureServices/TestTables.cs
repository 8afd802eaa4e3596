using Azure.Data.Tables;
using Azure.Identity;
using Pipeline.AzureServices.Tables;
using Pipeline.Contracts;
using Pipeline.Tests.AzureServices.Azurite;

namespace Pipeline.Tests.AzureServices;

/// <summary>
/// Empty tables by the adapter and the official client, on what <see cref="TestAccount.Variable"/> names: Azurite by its connection string, or a
/// real account by its address, with whoever is signed in. Otherwise the test is skipped. It compiles with and without the official packages.
/// </summary>
internal static class TestTables
{
    private static int _count;

    public static async ValueTask<TablesFixture> StartAsync()
    {
        Assert.SkipWhen(
            typeof(TableServiceClient).Assembly.GetName().Name == "Azure.Signatures",
            $"This build has only the declarations of the Azure packages: add -p:AzurePackages=true, and set {TestAccount.Variable}.");
        var text = Environment.GetEnvironmentVariable(TestAccount.Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(text), $"No account: set {TestAccount.Variable} (docs/azure-api.md).");
        var client = text!.StartsWith("https://", StringComparison.Ordinal)
            ? new TableServiceClient(new Uri(text), new DefaultAzureCredential(), TablesClient.Options())
            : new TableServiceClient(text, TablesClient.Options());
        var suffix = $"x{Environment.ProcessId}x{Interlocked.Increment(ref _count)}";
        await CreateAsync(client, "Things" + suffix);
        return new TablesFixture(
            new SuffixedTables(new AzureTables(client), suffix), async () => await DeleteAsync(client, "Things" + suffix));
    }

#if AZURE_PACKAGES
    private static Task CreateAsync(TableServiceClient client, string table) => client.CreateTableAsync(table);

    private static Task DeleteAsync(TableServiceClient client, string table) => client.DeleteTableAsync(table);
#else
    // The product makes no tables, so their making is not declared.
    private static Task CreateAsync(TableServiceClient client, string table) => Task.FromException(new NotSupportedException($"{client} {table}"));

    private static Task DeleteAsync(TableServiceClient client, string table) => CreateAsync(client, table);
#endif
}
